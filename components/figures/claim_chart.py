"""The series behind a claim: the figure of every year, the number said as a line across, the year of the verdict."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.charted import charted
from components.figures.once import drawn_once
from components.figures.said_recorded import CHOSEN
from components.words import word
from data.subjects import number_format

SERIES, FITS = "#8a929c", "#16877f"
HEIGHT_PX = 190
FEW_YEARS = 8


@drawn_once
def build(rows: pd.DataFrame, claimed: float | None, unit: str, year: int | None, *, is_rank: bool) -> go.Figure:
    """A line through columns year, value and fits (`claim_series.series`); years that fit are full, others hollow.

    `claimed` is in the unit of the values; None where no number was said."""
    figure = go.Figure()
    tones = [FITS if one else SERIES for one in rows["fits"]]
    figure.add_scatter(
        x=_with_gaps(rows)["year"],
        y=_with_gaps(rows)["value"],
        mode="lines",
        line={"color": SERIES, "width": 1.5},
        connectgaps=False,
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=rows["year"],
        y=rows["value"],
        mode="markers",
        marker={
            "size": [11 if one == year else 7 for one in rows["year"]],
            "symbol": ["circle" if one else "circle-open" for one in rows["fits"]],
            "color": tones,
            "line": {"width": 1.5, "color": tones},
        },
        hovertext=[
            charted(f"{one.year}: {number_format.exact(float(str(one.value)))} {unit}") for one in rows.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    if claimed is not None:
        figure.add_hline(y=claimed, line={"color": CHOSEN, "width": 2, "dash": "dash"})
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=claimed,
            yanchor="top" if is_rank else "bottom",
            text=charted(word("claims.chart_said", value=f"{number_format.exact(claimed)} {unit}")),
            showarrow=False,
            font={"color": CHOSEN, "size": 12},
        )
    _lay_out(figure, rows, unit, is_rank=is_rank)
    return figure


def _with_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """The years from first to last, those without a figure empty, so that no line runs over them."""
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    return rows.set_index("year")["value"].astype("float64").reindex(years).rename_axis("year").reset_index()


def _lay_out(figure: go.Figure, rows: pd.DataFrame, unit: str, *, is_rank: bool) -> None:
    first, last = int(rows["year"].min()), int(rows["year"].max())
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 4, "r": 8, "t": 14, "b": 24},
        showlegend=False,
        dragmode=False,
        separators=number_format.separators(),
    )
    step = {"dtick": 1} if last - first <= FEW_YEARS else {}
    figure.update_xaxes(tickformat="d", range=[first - 0.5, last + 0.5], fixedrange=True, **step)
    axis = {"autorange": "reversed", "tickformat": "d"} if is_rank else {"rangemode": "tozero"}
    figure.update_yaxes(title={"text": charted(unit), "font": {"size": 11}}, fixedrange=True, automargin=True, **axis)


def alt(rows: pd.DataFrame, title: str, claimed: float | None, unit: str) -> str:
    """The chart in words: from when to when, what was said, and the newest figure."""
    last = rows.iloc[-1]
    said = number_format.exact(claimed) if claimed is not None else word("claims.no_value")
    gaps = {"title": title, "unit": unit, "first": rows["year"].iloc[0], "last": last["year"], "said": said}
    return word("claims.chart_alt", **gaps, year=last["year"], value=number_format.exact(float(last["value"])))
