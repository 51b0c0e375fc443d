"""Marks of a chart over the years that are no lines: standings in a forum, and why figures are missing."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.charted import charted
from components.words import word
from data import indicators
from data.indicators import Indicator
from data.package import countries
from data.vocabulary import terms

GREY = "#7f8994"
# A mark for each reason why there is no figure; all others have that of the last.
GAPS = {"not_reported": "circle-open", "withheld": "x", "withheld_by_licence": "x-open", "bound": "triangle-right-open"}
OTHER_GAP = "line-ew-open"
STANDING_TONES = ("#0072b2", "#56a4dc", "#c98a00", "#129a74", "#c76fa5", "#d55e00", "#8d7b4f", "#a59b22")


def add_standings(figure: go.Figure, drawn: Sequence[tuple[str, pd.DataFrame]]) -> None:
    """A square for each country (code and its rows with a standing) and year, in the colour of the standing."""
    words = terms.TERMS.section("memberships")
    for place, (standing, label) in enumerate(words.items()):
        cells = [
            (countries.name(iso3), int(year), iso3)
            for iso3, rows in drawn
            for year in rows.loc[rows["value"] == standing, "year"]
        ]
        if not cells:
            continue
        said = [word("chart.standing", name=name, year=year, value=label) for name, year, _ in cells]
        figure.add_scatter(
            x=[year for _, year, _ in cells],
            y=[charted(name) for name, *_ in cells],
            mode="markers",
            name=charted(label),
            marker={"symbol": "square", "size": 13, "color": STANDING_TONES[place % len(STANDING_TONES)]},
            unselected={"marker": {"opacity": 1}},
            customdata=[(iso3, year, charted(text)) for (_, year, iso3), text in zip(cells, said, strict=True)],
            hovertemplate="%{customdata[2]}<extra></extra>",
            row=1,
            col=1,
        )


def gaps(indicator_id: str, shown: Sequence[str]) -> pd.DataFrame:
    """Country, year and reason of every figure that is missing. Columns iso3, year, status."""
    values = indicators.values(indicator_id)
    return values.loc[values["iso3"].isin(shown) & values["value"].isna(), ["iso3", "year", "status"]]


def add_gaps(figure: go.Figure, missing: pd.DataFrame, indicator: Indicator) -> None:
    """The strip of figures that are missing: a row for each country, a mark for each reason."""
    for status, rows in missing.groupby("status", sort=True):
        label = terms.absences(indicator.kind)[str(status)]
        names = [countries.name(iso3) for iso3 in rows["iso3"]]
        said = [
            word("chart.standing", name=name, year=year, value=label)
            for name, year in zip(names, rows["year"], strict=True)
        ]
        figure.add_scatter(
            x=rows["year"].tolist(),
            y=[charted(name) for name in names],
            mode="markers",
            name=charted(label),
            marker={"symbol": GAPS.get(str(status), OTHER_GAP), "size": 6, "color": GREY, "line": {"width": 1.2}},
            unselected={"marker": {"opacity": 1}},
            customdata=list(zip(rows["iso3"], map(int, rows["year"]), map(charted, said), strict=True)),
            hovertemplate="%{customdata[2]}<extra></extra>",
            row=2,
            col=1,
        )
