"""Indicators: what can be drawn on the map, by id, and their values.

A Values frame has one row per country and year: `iso3, year, value, unit, status, source_id, reporter, basis`. The
value is a number in `unit` (a word for memberships), missing where `status` says why: not_reported, withheld,
not_applicable, bound (only a limit is printed), net_exporter (no percentage, more goes out than comes in) or
withheld_by_licence (taken out of this copy of the tables, see `data/output/strip.py`). The last two columns say whose
figure it is (see `data/subjects/base.py`). The six countries have a row for every year of an indicator; others only
where a table has one. The registry is put together from the subjects: what is defined of an indicator stands in
`data/subjects/<subject>.toml`, what is computed in the module beside it, what it is called in
`data/vocabulary/<language>/indicators.toml`. A new indicator on a known measure is an entry there and its words."""

from itertools import accumulate, chain
from operator import itemgetter
from typing import Any

import pandas as pd

from data.faults import UnknownId
from data.package.countries import SIX
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, WHOSE
from data.subjects import (
    aid,
    critical_minerals,
    deals,
    diplomacy,
    economy,
    forums,
    fullness,
    investment,
    mineral_imports,
    minerals,
    mirror_trade,
    partner_totals,
    partner_trade,
    product_trade,
    renamed,
    tariffs,
    trade_shares,
    uranium,
    us_trade,
)
from data.subjects.base import DRAWN_COLUMNS, LOCATOR, RECORD_COLUMNS, Indicator, Places, Subject, places
from data.subjects.fullness import Fullness

COLUMNS = ["iso3", "year", "value", "unit", "status", "source_id", *WHOSE]
SUBJECTS: tuple[Subject, ...] = (
    us_trade.SUBJECT,
    mirror_trade.SUBJECT,
    trade_shares.SUBJECT,
    partner_trade.SUBJECT,
    product_trade.SUBJECT,
    tariffs.SUBJECT,
    investment.SUBJECT,
    aid.SUBJECT,
    deals.SUBJECT,
    economy.SUBJECT,
    minerals.SUBJECT,
    critical_minerals.SUBJECT,
    mineral_imports.SUBJECT,
    uranium.SUBJECT,
    forums.SUBJECT,
    diplomacy.SUBJECT,
)
# Absences in which a source does say something, so that a year with nothing else stays.
TELLING_STATUSES = ("bound", "net_exporter", LEFT_OUT)
ENOUGH = 0.5
# A year with enough countries that lies further back than this gives way to the newest with any.
LONG_AGO = 3
# Families whose countries are the partners of one country.
OVER_PARTNERS = (trade_shares.PRINTED_FAMILY, investment.BY_INVESTOR)

__all__ = [
    "COLUMNS",
    "Indicator",
    "alternatives",
    "current",
    "default_year",
    "elsewhere",
    "get",
    "located",
    "registry",
    "values",
    "years",
]


@kept()
def _owners() -> dict[str, tuple[Indicator, Subject]]:
    return {indicator.id: (indicator, subject) for subject in SUBJECTS for indicator in subject.indicators()}


@kept()
def registry() -> dict[str, Indicator]:
    """All indicators by id, in the order they are offered; the first one is the default."""
    return {indicator_id: indicator for indicator_id, (indicator, _) in _owners().items()}


def current(indicator_id: str) -> str:
    """The id under which a series stands in the data at hand, which may be an older one; mostly the same."""
    return renamed.standing(indicator_id, registry())


def get(indicator_id: str) -> Indicator:
    """One indicator, by its id or one of an earlier release. Raises UnknownId."""
    try:
        return registry()[current(indicator_id)]
    except KeyError:
        raise UnknownId("indicator", indicator_id, list(registry())) from None


def values(indicator_id: str, year: int | None = None) -> pd.DataFrame:
    """The Values of an indicator, sorted by year and country, of all its years or of one.

    Columns COLUMNS. Raises UnknownId for an indicator that is not there; a year without figures gives an empty
    frame."""
    frame = _values(get(indicator_id).id)
    return (frame if year is None else frame[frame["year"] == year].reset_index(drop=True)).copy(deep=False)


@kept()
def years(indicator_id: str) -> list[int]:
    """Years in which at least one country has a value, or a bound in place of one."""
    return sorted(int(year) for year in _values(get(indicator_id).id)["year"].unique())


@kept()
def default_year(indicator_id: str) -> int:
    """The newest year for which the indicator and its siblings tell enough, so that they can be compared.

    A standing, a count or a list by date opens on its newest date. Enough: at least half of the six that ever have a
    value have one, unless that is long ago. A year whose values are all provisional is left for the one before it,
    unless they are so there too. Of partners it is the newest full year (`data/subjects/fullness.py`). Siblings are the
    series of one family on the same subject, such as US imports and exports."""
    indicator = get(indicator_id)
    if indicator.is_dated:
        return years(indicator_id)[-1]
    if found := fullnesses(indicator.id):
        return fullness.newest(found)
    siblings = [
        other for other in registry().values() if (other.family, other.series) == (indicator.family, indicator.series)
    ]
    wanted = min(_newest_with_enough(other.id) for other in siblings)
    return max((year for year in years(indicator_id) if year <= wanted), default=years(indicator_id)[-1])


@kept()
def fullnesses(indicator_id: str) -> dict[int, Fullness]:
    """How full each year is where the countries drawn are the partners or investors of another one; else nothing."""
    indicator = get(indicator_id)
    if indicator.table == partner_trade.TABLE and indicator.series[0] in (partner_trade.OWN, partner_trade.MIRROR):
        return partner_totals.fullnesses(indicator)
    if indicator.family in OVER_PARTNERS:
        return fullness.by_year(_values(indicator.id))
    return {}


def thin_years(indicator_id: str) -> list[int]:
    """Years of partners or investors that are not full. Raises UnknownId."""
    return [year for year, full in fullnesses(indicator_id).items() if not full.is_full]


@kept()
def _newest_with_enough(indicator_id: str) -> int:
    frame = _values(indicator_id)
    six = frame[frame["iso3"].isin(SIX) & frame["value"].notna()]
    counts = six.groupby("year")["iso3"].nunique()
    newest = sorted(counts.index[counts >= ENOUGH * six["iso3"].nunique()])[-2:] or years(indicator_id)[-1:]
    if len(counts) and newest[-1] < counts.index.max() - LONG_AGO:
        newest = sorted(counts.index)[-2:]
    settled = set(six.loc[six["status"] != "provisional", "year"]).intersection(newest)
    return int(max(settled, default=newest[-1]))


def elsewhere(indicator_id: str, iso3: str, year: int) -> pd.Series | None:
    """The row with a value of a country in the year nearest to one that has none, the later of two; None without any.

    Raises UnknownId."""
    rows = _values(get(indicator_id).id)
    rows = rows[(rows["iso3"] == iso3) & rows["value"].notna() & (rows["year"] != year)]
    if rows.empty:
        return None
    return (
        rows.assign(apart=(rows["year"] - year).abs()).sort_values(["apart", "year"], ascending=[True, False]).iloc[0]
    )


def alternatives(indicator_id: str, iso3: str, year: int) -> pd.DataFrame:
    """Every record behind one cell, the drawn one first, with edition, basis and place in the source.

    Columns: RECORD_COLUMNS; basis and vintage are codes of the table or texts by id (`data/subjects/wording.py`). A
    derived value lists its parts. Empty where nothing is on record. Raises UnknownId."""
    indicator, subject = _owners()[get(indicator_id).id]
    found = subject.records(indicator, iso3, year).sort_values("preferred", ascending=False, kind="stable")
    return found[RECORD_COLUMNS].reset_index(drop=True)


@kept(64)
def located(indicator_id: str) -> dict[tuple[str, int], Places]:
    """Where in its sources each drawn value stands, by country and year; what has no place on record is not in it.

    Raises UnknownId."""
    indicator, subject = _owners()[get(indicator_id).id]
    drawn = subject.values(indicator)
    cells = zip(*(drawn[column].tolist() for column in ("iso3", "year", "source_id", LOCATOR)), strict=True)
    found = {(str(iso3), int(year)): places(source_ids, locator) for iso3, year, source_ids, locator in cells}
    return {cell: told for cell, told in found.items() if told}


def _values(indicator_id: str) -> pd.DataFrame:
    indicator, subject = _owners()[indicator_id]
    return _values_of(subject, indicator.kind == "membership")[indicator_id]


@kept()
def _values_of(subject: Subject, is_word: bool) -> dict[str, pd.DataFrame]:
    """The Values of a subject's memberships, which are words, or of all its other indicators, by id.

    All are cut from one frame: a frame made for each would take several times as long."""
    own = [one for one, owner in _owners().values() if owner is subject and (one.kind == "membership") == is_word]
    rows = [_rows(indicator, subject) for indicator in own]
    whole = pd.DataFrame([*chain(*rows)], columns=COLUMNS)
    whole["value"] = pd.Series([row[2] for row in chain(*rows)], dtype="object" if is_word else "float64")
    ends = accumulate(map(len, rows))
    return {
        indicator.id: whole.iloc[end - len(selection) : end].reset_index(drop=True)
        for indicator, selection, end in zip(own, rows, ends, strict=True)
    }


def _rows(indicator: Indicator, subject: Subject) -> list[tuple[Any, ...]]:
    """Rows of Values, put together one by one: an indicator has few, for which frames cost more time than they save."""
    drawn = subject.values(indicator)
    columns = (column for column in DRAWN_COLUMNS if column != LOCATOR)
    drawn_rows = list(zip(*(drawn[column].tolist() for column in columns), strict=True))
    present = {year for _, year, value, status, *_ in drawn_rows if status in TELLING_STATUSES or not pd.isna(value)}
    have = {row[:2] for row in drawn_rows}
    reasons = {iso3: subject.absence(indicator, iso3) for iso3 in SIX}
    # What rests on a figure that was taken out has none, whatever the rest comes to.
    unit = indicator.unit
    rows = [
        (*row[:2], None if row[3] == LEFT_OUT else row[2], unit, *row[3:]) for row in drawn_rows if row[1] in present
    ]
    rows += [
        (iso3, year, None, unit, reasons[iso3], "", "", "")
        for iso3 in SIX
        for year in present
        if (iso3, year) not in have
    ]
    return sorted(rows, key=itemgetter(1, 0))
