"""The index of concentration by the part of a supplier's sales that Central Asia takes over: a band between bounds."""

import pandas as pd
import plotly.graph_objects as go

from components.figures import clauses, supply_words
from components.figures.charted import charted
from components.figures.mineral_tones import CHOSEN, FIVE
from components.figures.mineral_tones import OTHER as SCALE
from components.figures.once import drawn_once
from components.words import word
from data.analysis import scenario
from data.package import tables
from data.subjects import number_format

MARKS = "concentration_marks"
# Central Asia as an area.
BAND = "rgba(22, 135, 127, 0.35)"
HEIGHT_PX = 230
ROOM = 1.1


@drawn_once
def build(curve: pd.DataFrame, part: int) -> go.Figure:
    """The band of `scenario.of`, a line where the part at hand is, and the marks of the scale."""
    figure = go.Figure()
    rows = curve.dropna(subset=["x_pct"])
    _band(figure, rows)
    at = _at(rows, part)
    figure.add_scatter(
        x=[part, part],
        y=[at["hhi_low"], at["hhi_high"]],
        mode="lines+markers",
        line={"color": CHOSEN, "width": 3},
        marker={"size": 7, "symbol": "line-ew-open", "line": {"width": 3}},
        hoverinfo="skip",
    )
    figure.add_vline(x=part, line={"color": CHOSEN, "width": 1.5})
    marks = tables.load(MARKS).to_dict("records")
    for row in marks:
        figure.add_hline(
            y=row["hhi"],
            line={"color": SCALE, "width": 1, "dash": "dash"},
            annotation={"text": charted(supply_words.mark(row)), "font": {"size": 10}},
            annotation_position="bottom right",
        )
    _frame(figure, rows, max(row["hhi"] for row in marks))
    return figure


def _band(figure: go.Figure, rows: pd.DataFrame) -> None:
    lines = {"mode": "lines", "line": {"color": FIVE, "width": 1}}
    figure.add_scatter(x=rows["x_pct"], y=rows["hhi_low"], hoverinfo="skip", **lines)
    figure.add_scatter(
        x=rows["x_pct"],
        y=rows["hhi_high"],
        fill="tonexty",
        fillcolor=BAND,
        hovertext=[charted(_point(row)) for row in rows.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        **lines,
    )


def _frame(figure: go.Figure, rows: pd.DataFrame, highest_mark: float) -> None:
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 8, "t": 6, "b": 0},
        showlegend=False,
        dragmode=False,
        separators=number_format.separators(),
    )
    supplier = clauses.country_name(rows["from_supplier"].iloc[0])
    axis = charted(word("what_if.axis", supplier=supplier))
    figure.update_xaxes(range=[0, 100], title={"text": axis, "font": {"size": 11}}, fixedrange=True)
    top = ROOM * max(float(rows["hhi_high"].max()), highest_mark)
    figure.update_yaxes(range=[0, top], title=None, tickformat=",", nticks=6, fixedrange=True)


def _at(rows: pd.DataFrame, part: int) -> pd.Series:
    return rows.loc[rows["x_pct"] == part].iloc[0]


def _point(row: dict) -> str:
    return word("what_if.point", part=f"{row['x_pct']:.0f}", index=_index(row))


def _index(row: dict | pd.Series) -> str:
    return supply_words.between(row["hhi_low"], row["hhi_high"])


def title(curve: pd.DataFrame, part: int) -> str:
    """What the part at hand makes of the index; what keeps it from being told where there is no curve."""
    first = curve.iloc[0]
    if pd.isna(first["x_pct"]):
        return supply_words.refusal(first)
    market = supply_words.market(first["mineral"], first["form"])
    if part == 0:
        return word("what_if.title_now", market=market, before=_index(first))
    return word(
        "what_if.title",
        market=market,
        part=part,
        supplier=clauses.country_name(first["from_supplier"]),
        before=_index(first),
        after=_index(_at(curve, part)),
    )


def lowest(curve: pd.DataFrame) -> str:
    """The best part in words; empty where there is no curve."""
    best = scenario.best(curve)
    if best is None:
        return ""
    name = "lowest_now" if best.x_pct == 0 else "lowest" if best.rises_again else "lowest_at_end"
    return word(
        f"what_if.{name}",
        part=best.x_pct,
        index=supply_words.between(best.hhi_low, best.hhi_high),
        equal=supply_words.equal(best.hhi_low, best.hhi_high),
    )


def notes(curve: pd.DataFrame) -> list[str]:
    """How Central Asia is counted, how the index is worked out, and whose the marks are."""
    first = curve.iloc[0]
    working = word("what_if.working", period=first["period"], pct=supply_words.percent(first["coverage_pct"]))
    return [word(f"what_if.as_{first['taken_as']}"), working, word("what_if.marks")]


def alt(curve: pd.DataFrame, part: int) -> str:
    """The band in words."""
    return word("what_if.alt", title=title(curve, part), said=lowest(curve))
