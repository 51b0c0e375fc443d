"""What a swap needs and what the five produce as two bars, or the sentence that says why not."""

import pandas as pd
import plotly.graph_objects as go

from components.figures import clauses, number_format, supply_words
from components.figures.charted import charted
from components.words import word
from data.analysis import capacity
from data.package import countries, names
from data.vocabulary import terms

# What is singled out, and Central Asia; paler from one country to the next.
CHOSEN, FIVE = "#c8501e", ("#16877f", "#3f9f98", "#69b5af", "#93cbc6", "#bde0dd")
HEIGHT_PX = 120
# Narrower parts have their name in the line below alone.
LEAST_NAMED_PCT = 12
WHOLE = 100.0


def is_drawn(rows: pd.DataFrame) -> bool:
    """Whether `capacity.of` lets both sides stand beside each other."""
    return bool(rows["verdict"].iloc[0] == capacity.IN_SHARES)


def build(rows: pd.DataFrame) -> go.Figure:
    """Two bars from 0 to 100 percent, each of its own whole; the second in parts by country."""
    figure = go.Figure()
    need = _side(rows, capacity.NEED).iloc[0]
    _add(figure, word("capacity.need"), need["share_pct"], 0.0, CHOSEN, _need(need), _need_point(need))
    start = 0.0
    output = _side(rows, capacity.OUTPUT)
    for row, tone in zip(output.to_dict("records"), FIVE, strict=False):
        _add(figure, word("capacity.output"), row["share_pct"], start, tone, _part(row), _output_point(row))
        start += row["share_pct"]
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


def _add(figure: go.Figure, name: str, width: float, start: float, tone: str, text: str, point: str) -> None:
    is_wide = width >= LEAST_NAMED_PCT
    figure.add_bar(
        y=[name],
        x=[width],
        base=[start],
        orientation="h",
        marker={"color": tone, "line": {"width": 1, "color": "rgba(255, 255, 255, 0.9)"}},
        text=charted(text) if is_wide else "",
        textposition="inside",
        insidetextanchor="start",
        textfont={"size": 11, "color": "#ffffff"},
        constraintext="none",
        hovertext=charted(point),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _need(row: pd.Series) -> str:
    return word("capacity.need_value", value=supply_words.percent(row["share_pct"]))


def _need_point(row: pd.Series) -> str:
    return word("capacity.need_point", value=supply_words.percent(row["share_pct"]), period=row["period"])


def _part(row: dict) -> str:
    return word("capacity.output_value", name=countries.name(row["iso3"]), value=supply_words.percent(row["share_pct"]))


def _amount(row: dict) -> dict[str, str]:
    """Country, amount, unit and year of the output in a row."""
    unit = names.unit(row["unit"])
    amount = number_format.few_digits(row["value"])
    return {"name": countries.name(row["iso3"]), "amount": amount, "unit": unit, "year": row["period"]}


def _output_point(row: dict) -> str:
    if pd.isna(row["share_pct"]):
        return word("capacity.output_unshared", **_amount(row))
    return word(
        "capacity.output_point",
        **_amount(row),
        stage=names.of("stage", row["stage"]),
        status=terms.status(row["status"]),
        value=supply_words.percent(row["share_pct"]),
    )


def title(rows: pd.DataFrame) -> str:
    """What the bars show; why they are not drawn where they are not."""
    first = rows.iloc[0]
    market = supply_words.market(first["mineral"], first["form"])
    part = number_format.plain(first["x_pct"])
    need = _side(rows, capacity.NEED)
    if is_drawn(rows):
        supplier = clauses.country_name(need["iso3"].iloc[0])
        return word("capacity.title", market=market, part=part, supplier=supplier)
    gaps = {"market": market, "part": part, "said": produced(rows)}
    if first["verdict"] != capacity.NOBODY:
        gaps["need"] = supply_words.percent(need["share_pct"].iloc[0])
    return word(f"capacity.{first['verdict']}", **gaps, **_forms(rows))


def _forms(rows: pd.DataFrame) -> dict[str, str]:
    """The kind of the form that is imported, and the stage of the output on record."""
    first, output = rows.iloc[0], _side(rows, capacity.OUTPUT)
    kind = capacity.entry(first["mineral"], first["form"]).get("kind")
    found = {"kind": word(f"form_kinds.{kind}")} if kind else {}
    return {**found, "stage": names.of("stage", output["stage"].iloc[0])} if len(output) else found


def produced(rows: pd.DataFrame) -> str:
    """What each of the five produces, in a row."""
    return "; ".join(_output_point(row) for row in _side(rows, capacity.OUTPUT).to_dict("records"))


def note(rows: pd.DataFrame) -> str:
    """That the two bars are shares of different wholes."""
    stage = _side(rows, capacity.OUTPUT)["stage"].iloc[0]
    return word("capacity.wholes", stage=names.of("stage", stage))


def alt(rows: pd.DataFrame) -> str:
    """The bars in words."""
    need = _side(rows, capacity.NEED).iloc[0]
    return word("capacity.alt", title=title(rows), said=f"{_need_point(need)}. {produced(rows)}")
