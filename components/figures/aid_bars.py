"""US aid: bars of what was committed in each fiscal year, open marks for what was paid out; or a bar for each of the
five."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import money_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX, ROW_PX, AROUND_PX = 230, 32, 16
PROVISIONAL = "provisional"
MILLION = 1e6


@drawn_once
def build(rows: pd.DataFrame) -> go.Figure:
    """Bars over the fiscal years of `aid_by_agency.of`; a year that is not over is hatched, a missing amount has no
    mark."""
    drawn = rows.to_dict("records")
    is_partial = rows["status"] == PROVISIONAL
    figure = go.Figure()
    figure.add_bar(
        x=rows["fiscal_year"],
        y=rows["obligations_usd"] / MILLION,
        marker={
            "color": [tones.FIVE_PALE if one else tones.FIVE for one in is_partial],
            "pattern": {"shape": [tones.HATCH if one else "" for one in is_partial]},
        },
        hovertext=[_hover("bar", row, "obligations_usd") for row in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.add_scatter(
        x=rows["fiscal_year"],
        y=rows["disbursements_usd"] / MILLION,
        mode="markers",
        marker={"symbol": "circle-open", "size": 8, "color": tones.CHOSEN, "line": {"width": 2}},
        hovertext=[_hover("mark", row, "disbursements_usd") for row in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    _quiet(figure, HEIGHT_PX)
    figure.update_layout(separators=number_format.separators(), bargap=0.25, margin={"l": 0, "r": 4, "t": 8, "b": 24})
    figure.update_xaxes(fixedrange=True, dtick=5, tickfont={"size": 11})
    figure.update_yaxes(
        fixedrange=True, gridcolor=tones.GRID, tickfont={"size": 11}, rangemode="tozero", automargin=True
    )
    return figure


def _quiet(figure: go.Figure, height: int) -> None:
    figure.update_layout(height=height, showlegend=False, dragmode=False)


def _hover(key: str, row: dict[Any, Any], column: str) -> str:
    if pd.isna(row[column]):
        return ""
    value, status = said.spoken(row[column]), terms.status(row["status"])
    return charted(word(f"aid.{key}", year=row["fiscal_year"], value=value, status=status))


@drawn_once
def build_five(rows: pd.DataFrame) -> go.Figure:
    """A bar for each of the five, largest on top, of `aid_by_agency.by_partner`."""
    labels = [charted(countries.name(iso3)) for iso3 in rows["iso3"]]
    most = float(rows["obligations_usd"].max())
    figure = go.Figure()
    figure.add_bar(
        x=rows["obligations_usd"],
        y=labels,
        orientation="h",
        marker={"color": tones.FIVE},
        text=[charted(said.short(value)) for value in rows["obligations_usd"]],
        textposition="outside",
        cliponaxis=False,
        hovertext=[_hover("bar", row, "obligations_usd") for row in rows.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    _quiet(figure, AROUND_PX + ROW_PX * len(rows))
    figure.update_layout(margin={"l": 0, "r": 0, "t": 4, "b": 4}, bargap=0.3)
    figure.update_xaxes(visible=False, range=[0, most * 1.3], fixedrange=True)
    order = {"categoryorder": "array", "categoryarray": labels[::-1]}
    figure.update_yaxes(**order, automargin=True, ticksuffix=" ", fixedrange=True)
    return figure


def answer(iso3: str, rows: pd.DataFrame) -> str:
    """What was committed in the newest full year and in the year of most."""
    if rows.empty:
        return word("aid.none", country=countries.name(iso3))
    full = rows[(rows["status"] != PROVISIONAL) & rows["obligations_usd"].notna()]
    newest = full.iloc[full["fiscal_year"].argmax()]
    top = full.iloc[full["obligations_usd"].argmax()]
    return word(
        "aid.answer_top" if top["fiscal_year"] == newest["fiscal_year"] else "aid.answer",
        country=countries.name(iso3),
        year=newest["fiscal_year"],
        value=said.spoken(float(newest["obligations_usd"])),
        top_year=top["fiscal_year"],
        top=said.spoken(float(top["obligations_usd"])),
    )


def answer_five(rows: pd.DataFrame) -> str:
    """What was committed to each of the five in the newest full year."""
    items = [
        word("aid.item", country=countries.name(row["iso3"]), value=said.spoken(row["obligations_usd"]))
        for row in rows.to_dict("records")
    ]
    return word("aid.answer_five", year=rows["fiscal_year"].max(), listed="; ".join(items))


def note(rows: pd.DataFrame) -> str:
    """Whose aid it is, how many years have no mark, and which one is not whole."""
    missing = int(rows["disbursements_usd"].isna().sum())
    texts = [word("aid.note")]
    texts += [counted("aid.no_mark", missing)] if missing else []
    texts += [word("aid.partial", year=year) for year in rows.loc[rows["status"] == PROVISIONAL, "fiscal_year"]]
    return " ".join(texts)


def alt(rows: pd.DataFrame) -> str:
    """The bars in words: from when to when, and the newest full year."""
    full = rows[rows["status"] != PROVISIONAL]
    newest = full.iloc[full["fiscal_year"].argmax()]
    return word(
        "aid.alt",
        begin=rows["fiscal_year"].min(),
        end=rows["fiscal_year"].max(),
        year=newest["fiscal_year"],
        value=said.spoken(float(newest["obligations_usd"])),
    )
