"""US duties on the goods of one of the five on the time line of its trade, and two years of all five side by side."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import tariff_dates as figure
from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import prose
from components.widgets.common.table import References
from components.widgets.trade import twin
from components.words import word
from data.analysis import monthly_imports, tariff_dates
from data.output import trade_frames
from data.package import countries, names
from data.package.countries import C5

QUIET = {"displayModeBar": False}
COLUMNS = ("date", "until", "measure", "instrument", "rate_pct", "legal_status", "status", "source_id")

MONTHS = ("month", "value_usd", "basis", "status", "source_id")


def show(_choice: Choice, iso3: str) -> None:
    """Title, time line, table and files of the country; then the table of two years."""
    rows = tariff_dates.of(iso3)
    title = figure.title(rows)
    prose.show("duties_title", f"**{literal(title)}**")
    st.caption(literal(word("tariff_dates.unit")))
    months = monthly_imports.of(iso3, tariff_dates.FIRST_YEAR)
    st.plotly_chart(figure.build(rows, months), key="duties", config=QUIET, alt=figure.alt(rows))
    measured = rows.assign(measure=[word(f"tariff_dates.{one}") for one in rows["measure"]])
    rates = word("tariff_dates.rates", name=countries.name(iso3))
    twin.show("duties", title, measured, COLUMNS, partial(trade_frames.tariffs, iso3), "tariffs", iso3, label=rates)
    told = months.assign(basis=[names.basis(one) for one in months["basis"]])
    by_month = word("tariff_dates.months", name=countries.name(iso3), year=tariff_dates.FIRST_YEAR)
    twin.show(
        "months",
        by_month,
        told,
        MONTHS,
        partial(trade_frames.months, iso3),
        "us_imports_by_month",
        iso3,
        label=by_month,
    )
    _side_by_side()


def _side_by_side() -> None:
    """The two years beside each other, each with a line for every country; on a narrow screen below each other."""
    rows = tariff_dates.side_by_side()
    years = (tariff_dates.BEFORE, tariff_dates.NOW)
    title = word("tariff_dates.compared", before=years[0], now=years[1])
    prose.show("duties_compared", f"**{literal(title)}**")
    for column, year in zip(st.columns([1, 1.8], gap="large"), years, strict=True):
        with column:
            _year(rows[rows["in_year"] == year], year)
    measured = rows.assign(measure=[word(f"tariff_dates.{one}") for one in rows["measure"]])
    twin.show(
        "compared", title, measured, ("iso3", *COLUMNS), trade_frames.tariffs, "tariffs", *map(str, years), label=title
    )


def _year(rows: pd.DataFrame, year: int) -> None:
    references = References()
    lines = [f"**{literal(word('tariff_dates.in_year', year=year))}**", ""]
    for iso3 in C5:
        own = rows[rows["iso3"] == iso3]
        told = own[own["measure"].isin(figure.COMPARED)]
        cited = references.cite(";".join(dict.fromkeys(told["source_id"])))
        said = literal(f"{countries.name(iso3)}: {figure.cell(own, year)}")
        lines.append(f"- {said} ({cited})")
    prose.show(f"duties_{year}", "\n".join([*lines, "", *references.addresses()]))
