"""One mark of a figure singled out in rust: the five stay teal, all else is grey.

The figures are those of the other pages, only in other colours; what is singled out has a ring or a sign, too."""

from collections.abc import Sequence
from copy import deepcopy

import plotly.graph_objects as go

from components.figures import bars, timeline, timeline_marks
from components.figures.charted import charted
from components.figures.once import drawn_once
from data import indicators
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

RUST, TEAL, GREY = "#c8501e", "#129a74", timeline_marks.GREY
# A text stands above it, so that it is a little lower than on its own page.
HEIGHT_PX = 330
RING = {"size": 17, "symbol": "circle-open", "color": RUST, "line": {"width": 3, "color": RUST}}


def _tone(iso3: str, mark: str) -> str:
    return RUST if iso3 == mark else TEAL if iso3 in countries.C5 else GREY


@drawn_once
def chart(indicator_id: str, year: int, shown: Sequence[str], mark: str) -> go.Figure:
    """The chart over the years with the line of a country, and its figure of the year, singled out."""
    figure = deepcopy(timeline.build(indicator_id, year, shown, HEIGHT_PX))
    for trace in figure.data:
        if trace.mode == "lines+markers":
            tone = _tone(trace.customdata[0][0], mark)
            trace.update(line_color=tone, marker_color=tone, marker_line_color=tone)
    tones = {charted(countries.name(iso3)): _tone(iso3, mark) for iso3 in shown}
    for label in figure.layout.annotations:
        label.font.color = tones.get(label.text, RUST)
    figure.update_shapes(line_color=RUST, selector={"type": "line"})
    figure.update_shapes(fillcolor=GREY, selector={"type": "rect"})
    _ring(figure, indicator_id, year, mark)
    return _name_gaps(figure, indicator_id, shown)


def _name_gaps(figure: go.Figure, indicator_id: str, shown: Sequence[str]) -> go.Figure:
    """Give every row of the strip of missing figures its name, and none a row that has no gap."""
    with_gaps = set(timeline_marks.gaps(indicator_id, shown)["iso3"])
    names = [charted(countries.name(iso3)) for iso3 in shown if iso3 in with_gaps]
    named = {"categoryarray": names[::-1], "dtick": 1, "tickfont": {"size": 10}}
    return figure.update_yaxes(selector={"categoryorder": "array"}, **named)


def _ring(figure: go.Figure, indicator_id: str, year: int, mark: str) -> None:
    """A ring round the figure of the year, with its number beside; none where there is no figure."""
    rows = indicators.values(indicator_id, year)
    value = rows.loc[(rows["iso3"] == mark) & rows["value"].notna(), "value"]
    if value.empty:
        return
    indicator = indicators.get(indicator_id)
    is_word = indicator.kind == terms.MEMBERSHIP
    height = charted(countries.name(mark)) if is_word else float(value.iloc[0]) / indicator.display_factor
    figure.add_scatter(
        x=[year],
        y=[height],
        mode="markers" if is_word else "markers+text",
        text=[None if is_word else f"<b>{charted(number_format.show(value.iloc[0], indicator))}</b>"],
        textposition="middle left",
        textfont={"color": RUST, "size": 14},
        marker=RING,
        showlegend=False,
        customdata=[(mark, year)],
        hoverinfo="skip",
        cliponaxis=False,
        row=1,
        col=1,
    )


@drawn_once
def flows(selection: FlowSelection, year: int, top: int, mark: str) -> go.Figure:
    """The bars of a year's flows with that of a pair ("KAZ-USA") singled out."""
    figure = deepcopy(bars.build(selection, year, top))
    origin, _, dest = mark.partition("-")
    name = charted(bars.pair_name({"origin": origin, "dest": dest, "basis": ""}))
    for trace in figure.data:
        is_rest = trace.marker.color == bars.TONES["other"]
        trace.marker.color = [RUST if one == name else GREY if is_rest else TEAL for one in trace.y]
    figure.update_layout(showlegend=False)
    return figure
