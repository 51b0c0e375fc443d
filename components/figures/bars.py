"""Ranked bars of the flows of a year: the same frame as the lines of the map, the rest in one grey bar."""

import pandas as pd
import plotly.graph_objects as go

from components.figures import flow_map
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.package.statuses import is_press
from data.subjects import fullness

# The same two hues as the lines of the map, in a lightness that reads on white and on dark.
TONES = {"out": "#2f7fd1", "in": "#d9622b", "other": "#8a929c"}
PRESS = "/"
ROW_PX = 27
MARGIN_PX = 70


@drawn_once
def build(selection: FlowSelection, year: int, top: int) -> go.Figure:
    """Bars from the largest statistic down, then hatched ones of the press.

    What has no sum (`flow_map.has_rest`) has no bar for other."""
    rows = flow_selection.frame(selection, year)
    drawn, (rest, _) = rows[rows["rank"] <= top], flow_map.apart(rows[rows["rank"] > top])
    figure = go.Figure()
    for tone, label in flow_map.measures(selection).items():
        part = drawn[drawn["origin"].isin(flow_selection.reporters(selection)) == (tone == "out")]
        shapes = ["" if is_statistic else PRESS for is_statistic in fullness.is_statistic(part)]
        figure.add_bar(
            **_bars(part, selection), name=charted(label), marker={"color": TONES[tone], "pattern": {"shape": shapes}}
        )
    names = [charted(pair_name(row)) for row in drawn.to_dict("records")]
    if len(rest) and flow_map.has_rest(selection, year):
        name = counted("flows.other", len(rest))
        total = flow_map.added(rest)
        text = flow_map.number(total, selection)
        figure.add_bar(
            y=[name],
            x=[total / flow_map.factor(selection)],
            text=[text],
            name=word("flows.rest_name"),
            marker_color=TONES["other"],
        )
        names.append(name)
    figure.update_traces(orientation="h", textposition="outside", cliponaxis=False)
    figure.update_traces(hovertemplate="%{y}: %{text} " + flow_map.unit(selection) + "<extra></extra>")
    figure.update_layout(
        height=MARGIN_PX + ROW_PX * max(len(names), 3),
        margin={"l": 0, "r": 60, "t": 34, "b": 10},
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0},
        barmode="overlay",
        bargap=0.25,
    )
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], automargin=True, ticksuffix=" ")
    figure.update_xaxes(visible=False)
    return figure


def _bars(part: pd.DataFrame, selection: FlowSelection) -> dict[str, list]:
    return {
        "y": [charted(pair_name(row)) for row in part.to_dict("records")],
        "x": [value / flow_map.factor(selection) for value in part["value"]],
        "text": [flow_map.number(value, selection) for value in part["value"]],
    }


def pair_name(row: dict) -> str:
    """Origin and destination in words, with the arrow of the goods; a figure of the press has a mark."""
    name = f"{countries.name(row['origin'])} → {countries.name(row['dest'])}"
    return f"{name} {word('flows.press_mark')}" if is_press(row["basis"]) else name


def tone_of(origin: str, selection: FlowSelection) -> str:
    """Whether goods leave home or come to it."""
    return "out" if origin in flow_selection.reporters(selection) else "in"


def alt(selection: FlowSelection, year: int, top: int) -> str:
    """The bars in words: three of them, called the largest only where flows may be ranked, and how many there are."""
    rows, thin = flow_selection.frame(selection, year), flow_map.thin(selection, year)
    if rows.empty:
        return f"{word(flow_map.none(selection), year=year)} {thin}".rstrip()
    first, _ = flow_map.apart(rows)
    some = first if len(first) else rows
    named = "; ".join(
        f"{pair_name(row)} {flow_map.number(row['value'], selection)}" for row in some.head(3).to_dict("records")
    )
    key = "flows.alt" if flow_selection.adds_up(selection, year) else "flows.alt_some"
    drawn = min(top, len(rows))
    text = counted(key, len(rows), year=year, unit=flow_map.unit(selection), named=named, drawn=drawn)
    return f"{text} {thin}".rstrip()
