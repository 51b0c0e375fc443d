"""What a swap needs and what the five produce as two bars, or the sentence that says why not."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import clauses, supply_words
from components.figures import mineral_tones as tones
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis import capacity
from data.package import countries, names
from data.subjects import number_format
from data.vocabulary import terms

# Central Asia, paler from one country to the next.
FIVE = (tones.FIVE, "#3f9f98", "#69b5af", "#93cbc6", "#bde0dd")
HEIGHT_PX = 120
# Narrower parts have their name in the line below alone.
LEAST_NAMED_PCT = 28
WHOLE = 100.0


def is_drawn(rows: pd.DataFrame) -> bool:
    """Whether `capacity.of` lets both sides stand beside each other."""
    return bool(rows["verdict"].iloc[0] == capacity.IN_SHARES)


@drawn_once
def build(rows: pd.DataFrame) -> go.Figure:
    """Two bars from 0 to 100 percent, each of its own whole; the second in parts by country."""
    figure = go.Figure()
    need = _side(rows, capacity.NEED).iloc[0]
    label = word("capacity.need_value", value=supply_words.percent(need["share_pct"]))
    _add(figure, word("capacity.need"), (0.0, need["share_pct"]), tones.CHOSEN, label, _need(need))
    start, output = 0.0, _side(rows, capacity.OUTPUT)
    for row, tone in zip(output.to_dict("records"), FIVE, strict=False):
        name = countries.name(row["iso3"]) if row["share_pct"] >= LEAST_NAMED_PCT else ""
        _add(figure, word("capacity.output"), (start, row["share_pct"]), tone, name, _point(row))
        start += row["share_pct"]
    figure.add_annotation(**_total(output, start))
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 8, "t": 4, "b": 0},
        barmode="overlay",
        bargap=0.3,
        showlegend=False,
        dragmode=False,
    )
    figure.update_xaxes(range=[0, WHOLE], ticksuffix=" %", fixedrange=True)
    figure.update_yaxes(autorange="reversed", automargin=True, ticksuffix=" ", fixedrange=True)
    return figure


def _side(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    return rows[rows["side"] == side]


def _add(figure: go.Figure, name: str, span: tuple[float, float], tone: str, text: str, point: str) -> None:
    """A bar from the first of the span, as long as the second."""
    figure.add_bar(
        y=[name],
        x=[span[1]],
        base=[span[0]],
        orientation="h",
        marker={"color": tone, "line": {"width": 1, "color": "rgba(255, 255, 255, 0.9)"}},
        text=charted(text),
        textposition="auto",
        insidetextanchor="start",
        insidetextfont={"size": 11, "color": "#ffffff"},
        outsidetextfont={"size": 11},
        constraintext="none",
        cliponaxis=False,
        hovertext=charted(point),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _total(output: pd.DataFrame, total: float) -> dict[str, Any]:
    """At the end of the second bar what all of it is, where its parts are of one year."""
    text = _of_world(total) if len(set(output["period"])) == 1 else ""
    ends_late = total > WHOLE / 2
    return {
        "x": total,
        "y": word("capacity.output"),
        "text": charted(text),
        "showarrow": False,
        "xanchor": "right" if ends_late else "left",
        "xshift": -4 if ends_late else 4,
        "font": {"size": 11, "color": "#ffffff"} if ends_late else {"size": 11},
    }


def _of_world(value: float) -> str:
    return word("capacity.of_world", value=supply_words.percent(value))


def _need(row: pd.Series) -> str:
    return word("capacity.need_point", value=supply_words.percent(row["share_pct"]), period=row["period"])


def _amount(row: dict[Any, Any]) -> dict[str, str]:
    """Country, amount and unit of the output in a row."""
    unit = names.unit(row["unit"])
    return {"name": countries.name(row["iso3"]), "amount": number_format.few_digits(row["value"]), "unit": unit}


def _point(row: dict[Any, Any]) -> str:
    status = terms.status(row["status"])
    share = _of_world(row["share_pct"])
    return word("capacity.point", **_amount(row), year=row["period"], status=status, share=share)


def produced(rows: pd.DataFrame) -> str:
    """What each of the five produces, those of one year and status together; empty where nothing is on record."""
    output = _side(rows, capacity.OUTPUT).dropna(subset=["value"])
    if output.empty:
        return ""
    said = []
    for (year, status), own in output.groupby(["period", "status"], sort=False):
        countries_said = ", ".join(_produced_in(row) for row in own.to_dict("records"))
        said.append(word("capacity.year", said=countries_said, year=year, status=terms.status(str(status))))
    return word("capacity.produced", stage=names.of("stage", output["stage"].iloc[0]), said="; ".join(said))


def _produced_in(row: dict[Any, Any]) -> str:
    if pd.isna(row["share_pct"]):
        return word("capacity.produced_unshared", **_amount(row))
    return word("capacity.produced_in", **_amount(row), share=supply_words.percent(row["share_pct"]))


def title(rows: pd.DataFrame) -> str:
    """What the bars show; why they are not drawn where they are not."""
    first = rows.iloc[0]
    market = supply_words.market(first["mineral"], first["form"])
    part = number_format.plain(first["x_pct"])
    need = _side(rows, capacity.NEED).iloc[0]
    if is_drawn(rows):
        return word("capacity.title", market=market, part=part, supplier=clauses.country_name(need["iso3"]))
    gaps = {"market": market, "part": part, "said": produced(rows)}
    if first["verdict"] != capacity.NOBODY:
        gaps["need"] = supply_words.percent(need["share_pct"])
    if first["verdict"] == capacity.OTHER_FORM:
        gaps["kind"] = word(f"form_kinds.{capacity.entry(first['mineral'], first['form'])['kind']}")
    return word(f"capacity.{first['verdict']}", **gaps)


def note(rows: pd.DataFrame) -> str:
    """What the five produce, and that the two bars are shares of different wholes."""
    return f"{produced(rows)} {word('capacity.wholes')}"


def alt(rows: pd.DataFrame) -> str:
    """The bars in words."""
    need = _side(rows, capacity.NEED).iloc[0]
    return word("capacity.alt", title=title(rows), need=_need(need), said=produced(rows))
