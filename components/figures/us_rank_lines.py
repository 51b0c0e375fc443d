"""The place of the United States among the investors in a country, year by year: a line of steps for each measure."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figures import clauses
from components.figures import mineral_tones as tones
from components.figures import money_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.package import countries

ROW_PX, AROUND_PX = 104, 26
FEWEST_YEARS = 2


def drawn(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows of each measure of `investors.us_rank` that has places in several years. Columns as those of it."""
    parts = [own for _, own in rows.groupby(["measure", "unit"], sort=False)]
    return [own for own in parts if own["rank"].notna().sum() >= FEWEST_YEARS]


@drawn_once
def build(rows: pd.DataFrame) -> go.Figure:
    """Lines of `investors.us_rank`, the first place on top; a year without a place is a gap."""
    measures = drawn(rows)
    figure = make_subplots(rows=len(measures), cols=1, shared_xaxes=True, vertical_spacing=0.04)
    for at, own in enumerate(measures, start=1):
        years = range(int(own["year"].min()), int(own["year"].max()) + 1)
        places = own.set_index("year")["rank"].astype("float64").reindex(years)
        hovers = {row["year"]: charted(hover(row)) for row in own.to_dict("records")}
        figure.add_scatter(
            x=list(years),
            y=places,
            mode="lines+markers+text",
            line={"shape": "hvh", "color": tones.CHOSEN, "width": 2},
            marker={"size": 7, "color": tones.CHOSEN},
            text=["" if pd.isna(one) else str(int(one)) for one in places],
            textposition="top center",
            textfont={"size": 10},
            connectgaps=False,
            cliponaxis=False,
            hovertext=[hovers.get(year, "") for year in years],
            hovertemplate="%{hovertext}<extra></extra>",
            row=at,
            col=1,
        )
        lowest = float(places.max())
        figure.update_yaxes(range=[lowest + 0.6, -1.4], visible=False, fixedrange=True, row=at, col=1)
        _head(figure, own.iloc[0], at)
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False, tickfont={"size": 11}, dtick=3)
    figure.update_layout(
        height=AROUND_PX + ROW_PX * len(measures),
        margin={"l": 8, "r": 8, "t": 4, "b": 22},
        showlegend=False,
        dragmode=False,
    )
    return figure


def _head(figure: go.Figure, row: Any, at: int) -> None:
    axis = "" if at == 1 else str(at)
    text = charted(f"{_measure(row)}, {said.unit(row['unit'])}")
    place = {"xref": f"x{axis} domain", "x": 0, "yref": f"y{axis} domain", "y": 1, "yanchor": "top"}
    figure.add_annotation(text=f"<b>{text}</b>", showarrow=False, xanchor="left", font={"size": 12}, **place)


def _measure(row: Any) -> str:
    name = said.measure(row["measure"])
    return name[:1].upper() + name[1:]


def hover(row: Any) -> str:
    """All that is to be known of a year."""
    return word(
        "investors.rank_hover",
        measure=_measure(row),
        year=row["year"],
        place=clauses.ordinal(int(row["rank"])),
        on_record=row["on_record"],
        amount=said.amount(row["value"], row["unit"]),
        first=countries_of(row["first_investor"]),
    )


def countries_of(ids: str) -> str:
    """The names of the countries of ids joined by semicolons."""
    return ", ".join(map(countries.name, ids.split(";")))


def alt(rows: pd.DataFrame) -> str:
    """The lines in words: which place in which years, the first place on top."""
    texts = []
    for own in drawn(rows):
        listed = [
            word("investors.rank_place", place=clauses.ordinal(int(str(place))), years=spans(years["year"].tolist()))
            for place, years in own.groupby("rank")
        ]
        texts.append(word("investors.rank_alt", measure=_measure(own.iloc[0]), listed="; ".join(listed)))
    return " ".join(texts)


def spans(years: list[int]) -> str:
    """Years in a row as a span."""
    found: list[list[int]] = []
    for year in years:
        if found and year == found[-1][1] + 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)


def answer(rows: pd.DataFrame) -> str:
    """In how many years the United States came first by what it added; empty where that is told of too few years."""
    own = next((one for one in drawn(rows) if one["measure"].iloc[0] == "fdi_flow_net"), None)
    if own is None:
        return ""
    years = own.loc[own["rank"] == 1, "year"].tolist()
    begin, end = int(own["year"].min()), int(own["year"].max())
    gaps = {"measure": said.measure_after_by("fdi_flow_net"), "years": len(own), "begin": begin, "end": end}
    if not years:
        return word("investors.years_never", **gaps)
    since = end
    while since - 1 in years:
        since -= 1
    if end in years and since < end:
        return word("investors.years_first_since", **gaps, first=len(years), since=since)
    return counted("investors.years_first", len(years), **gaps)
