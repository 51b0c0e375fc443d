"""The ranking of countries in a mineral as bars, and the place of one of them by edition as a line of steps."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis.producers import COUNTRY, NOT_NAMED, RESERVES
from data.package import countries, names
from data.package.countries import C5
from data.vocabulary import terms

ROW_PX, AROUND_PX = 21, 16
STEPS_PX = 118
HOLLOW, FULL = "circle-open", "circle"


@drawn_once
def build(rows: pd.DataFrame, country: str | None) -> go.Figure:
    """Bars of `producers.ranking`: the five in teal, the chosen one singled out, what is not named hatched."""
    drawn = rows.to_dict("records")
    labels = [charted(label(row)) for row in drawn]
    figure = go.Figure()
    figure.add_bar(
        x=rows["value"],
        y=labels,
        orientation="h",
        marker={
            "color": [_tone(row, country) for row in drawn],
            "pattern": {"shape": [tones.HATCH if row["kind"] == NOT_NAMED else "" for row in drawn]},
        },
        text=[charted(text(row)) for row in drawn],
        textposition="outside",
        textfont_size=11,
        cliponaxis=False,
        customdata=[[row["mineral"], row["iso3"]] for row in drawn],
        hovertext=[charted(hover(row)) for row in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
    figure.update_layout(
        height=AROUND_PX + ROW_PX * max(len(drawn), 2),
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        showlegend=False,
        bargap=0.25,
        dragmode=False,
    )
    # Room for the text beside the longest bar.
    most = float(rows["value"].max()) if len(rows) else 1.0
    figure.update_xaxes(visible=False, range=[0, most * 1.9], fixedrange=True)
    order = {"categoryorder": "array", "categoryarray": labels[::-1]}
    figure.update_yaxes(**order, automargin=True, ticksuffix=" ", tickfont={"size": 11}, fixedrange=True)
    return figure


def _tone(row: dict[Any, Any], country: str | None) -> str:
    if row["kind"] != COUNTRY:
        return tones.PALE
    if row["iso3"] == country:
        return tones.CHOSEN
    return tones.FIVE if row["iso3"] in C5 else tones.OTHER


def label(row: dict[Any, Any]) -> str:
    """The country, or what a bar of several stands for."""
    return countries.name(row["iso3"]) if row["kind"] == COUNTRY else word(f"ranking.{row['kind']}")


def text(row: dict[Any, Any]) -> str:
    """Amount, share and place of a bar."""
    parts = [said.amount(row["value"], row["unit"])]
    if pd.notna(row["share_pct"]):
        parts.append(f"{said.share(row['share_pct'], is_ceiling=row['is_ceiling'])} %")
    parts += [said.short_place(row)] if row["kind"] == COUNTRY else []
    return " · ".join(filter(None, parts))


def hover(row: dict[Any, Any]) -> str:
    """All that is to be known of a bar."""
    return f"{label(row)}, {row['year']}: {text(row)}; {terms.status(row['status'])}; {said.edition(row['vintage'])}"


def title(rows: pd.DataFrame, basis: str) -> str:
    """What the bars are of: mineral, stage or basis, year and edition."""
    first = rows.iloc[0]
    part = said.part(first["part"], is_reserves=basis == RESERVES)
    gaps = {"mineral": names.of("mineral", first["mineral"]), "part": part, "year": first["year"]}
    return word(f"ranking.title_{basis}", **gaps, edition=said.edition(first["vintage"]))


def alt(rows: pd.DataFrame, basis: str) -> str:
    """The bars in words: the first three, and how many there are."""
    named = rows[rows["kind"] == COUNTRY]
    first = "; ".join(f"{label(row)} {text(row)}" for row in named.head(3).to_dict("records"))
    return counted("ranking.alt", len(named), title=title(rows, basis), first=first)


@drawn_once
def steps(editions: pd.DataFrame) -> go.Figure:
    """The place of `producers.by_edition`, the first on top; an open mark where it is one among the named only, a gap
    where the edition does not name the country."""
    labels = [said.edition(one) for one in editions["vintage"]]
    places = editions["place_named"].astype("float64")
    figure = go.Figure()
    figure.add_scatter(
        x=labels,
        y=places,
        mode="lines+markers+text",
        line={"shape": "hvh", "color": tones.FIVE, "width": 2},
        marker={
            "size": 9,
            "color": tones.FIVE,
            "symbol": [FULL if pd.notna(one) else HOLLOW for one in editions["world_rank"]],
        },
        connectgaps=False,
        text=[place_text(row) for row in editions.to_dict("records")],
        textposition="top center",
        cliponaxis=False,
        hovertext=[charted(edition_text(row)) for row in editions.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    lowest = float(places.max()) if places.notna().any() else 1.0
    figure.update_layout(height=STEPS_PX, margin={"l": 8, "r": 8, "t": 14, "b": 4}, showlegend=False, dragmode=False)
    figure.update_yaxes(visible=False, range=[lowest + 0.6, 0.2], fixedrange=True)
    ticks = {"tickvals": labels, "ticktext": [one.rpartition(" ")[2] for one in labels]}
    figure.update_xaxes(**ticks, tickfont={"size": 11}, fixedrange=True, showgrid=False)
    return figure


def place_text(row: dict[Any, Any]) -> str:
    """The place in digits, with a sign where it is shared; empty where there is none."""
    if pd.isna(row["place_named"]):
        return ""
    return f"{row['place_named']}{'=' if row['is_tied'] else ''}"


def edition_text(row: dict[Any, Any]) -> str:
    """An edition in words: the place that it gives, for which year and amount."""
    edition = said.edition(row["vintage"])
    if pd.isna(row["place_named"]):
        return word("ranking.edition_none", edition=edition, year=row["year"])
    tied = f" {word('ranking.tied')}" if row["is_tied"] else ""
    gaps = {"edition": edition, "year": row["year"], "place": f"{said.place(row)}{tied}"}
    return word("ranking.edition", **gaps, amount=said.amount(row["value"], row["unit"]))
