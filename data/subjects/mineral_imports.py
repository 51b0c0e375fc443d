"""What the United States imports of minerals: net import reliance, and the share of each country in the imports.

Reliance is a figure of the United States and stands there; the five have none. Only a printed percentage is a value: a
bound (more than 50) and a net exporter are absences with words of their own. Import shares cover four years and stand
at the last of them; of each mineral the headline form is offered, and every other form in which one of the five is
named."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import definitions, wording
from data.subjects.base import RECORD_COLUMNS, BySeries, Indicator, Subject, by_series
from data.subjects.minerals import slug
from data.subjects.wording import Text

RELIANCE, SOURCES = "us_import_reliance", "us_import_sources"
WHOLE = "all"
PUBLISHER = "U.S. Geological Survey"
# Where the headline form of a mineral stands; a series of another form has that in its id.
HEADLINES = {RELIANCE: "headline_reliance_form", SOURCES: "headline_import_form"}
# The entry of each table.
ENTRIES = {RELIANCE: "us_import_reliance", SOURCES: "us_import_share"}
# What a relation other than `equal` says instead of a value.
MISSING_STATUSES = {"above": "bound", "below": "bound", "net_exporter": "net_exporter"}


@kept()
def _rows(table: str) -> pd.DataFrame:
    """Rows of a table with iso3, year, value and status as they are drawn, and whether they are."""
    frame = tables.load(table)
    if table == RELIANCE:
        is_equal = frame["relation"] == "equal"
        return frame.assign(
            iso3="USA",
            value=frame["net_import_reliance_pct"].where(is_equal),
            status=frame["status"].where(is_equal, frame["relation"].map(MISSING_STATUSES)),
            preferred=frame["latest"].astype(bool),
            reporter="USA",
            basis=f"net import reliance, {PUBLISHER}",
        )
    named = frame[frame["partner"].notna()]
    last = named["period"].str[-4:].astype("int64")
    drawn = named.assign(iso3=named["partner"], year=last, value=named["share_pct"], preferred=True)
    return drawn.assign(reporter="USA", basis=f"imports for consumption of four years, {PUBLISHER}")


def indicators() -> list[Indicator]:
    """One indicator per mineral and form that has a value."""
    rows = {row["mineral"]: row for row in tables.load("minerals").to_dict("records")}
    return [_indicator(table, rows[mineral], form) for table in ENTRIES for mineral, form in _forms(table)]


def _forms(table: str) -> list[tuple[str, str]]:
    """Mineral and form of every series that is offered, the headline form first."""
    headlines = tables.load("minerals").set_index("mineral")[HEADLINES[table]]
    rows = _rows(table)
    rows = rows[rows["value"].notna()]
    is_headline = rows["form"] == rows["mineral"].map(headlines)
    is_offered = is_headline | rows["iso3"].isin(C5) | (table == RELIANCE)
    keys = rows.assign(is_other=~is_headline)[is_offered].sort_values(["mineral", "is_other", "form"])
    return list(keys[["mineral", "form"]].drop_duplicates().itertuples(index=False, name=None))


def _indicator(table: str, row: dict[Hashable, Any], form: str) -> Indicator:
    """One indicator of a form of a mineral, which is given by its row in the table of minerals."""
    mineral, entry = row["mineral"], ENTRIES[table]
    return definitions.indicator(
        "mineral_imports",
        entry,
        {"mineral": mineral, "form": form},
        parts={"name": slug(mineral), "end": "" if form == row[HEADLINES[table]] else f".{slug(form)}"},
        words="" if form in (WHOLE, mineral) else f"{entry}_of_form",
    )


def _series(indicator: Indicator) -> pd.DataFrame:
    mineral, form = indicator.series
    rows = _rows(indicator.table)
    return rows[(rows["mineral"] == mineral) & (rows["form"] == form)]


@kept()
def _by_form(table: str) -> BySeries:
    rows = _rows(table)
    is_drawn = rows["value"].notna() | rows["status"].isin(list(MISSING_STATUSES.values()))
    return by_series(rows[rows["preferred"] & is_drawn], ["mineral", "form"])


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows; a bound and a net exporter have no value and say so, a country with a place only is left out.

    Columns: DRAWN_COLUMNS."""
    return _by_form(indicator.table)[indicator.series]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Reliance: all editions of the year. Shares: all periods, with the country's place. Columns: RECORD_COLUMNS."""
    rows = _series(indicator)
    rows = rows[rows["iso3"] == iso3]
    if indicator.table == RELIANCE:
        rows = rows[rows["year"] == year].sort_values("vintage", ascending=False)
        basis = np.array([_relation(row) for row in rows.to_dict("records")], dtype="object")
        is_drawn = rows["preferred"]
    else:
        basis = wording.each("place", basis=rows["form"], period=rows["period"], number=rows["rank"])
        is_drawn = rows["year"] == year
    found = rows.assign(unit=indicator.unit, basis=basis, preferred=is_drawn.astype(bool))
    return found[RECORD_COLUMNS]


def _relation(row: dict[Hashable, Any]) -> Text | str:
    """The form and what is printed in place of a percentage: the side of the bound and the bound, or that none is."""
    form, relation = ("basis", str(row["form"])), str(row["relation"])
    if relation == "equal":
        return form[1]
    if relation == "net_exporter":
        return Text("records.net_exporter", (form,))
    return Text(f"records.{relation}", (form, ("number", f"{row['net_import_reliance_pct']:g}")))


def absence(indicator: Indicator, iso3: str) -> str:
    """Reliance is asked of the United States only, its sources of everybody else."""
    has_sense = (iso3 == "USA") == (indicator.table == RELIANCE)
    return "not_reported" if has_sense else "not_applicable"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
