"""The headline never says what the figures do not bear: held against the raw rows, by another way of reckoning."""

import math
from dataclasses import dataclass

import pandas as pd
import pytest

from data import indicators
from data.analysis import headline
from data.package import countries
from data.package.countries import C5
from data.package.statuses import is_press
from data.subjects import partner_trade

ALL = list(indicators.registry().values())
ASKED = (None, *countries.SIX, "CHN")
# One of every template in every fifth of its years; of all others the year that they open on.
FIRST = list({one.words.template: one for one in ALL}.values())
CASES = [(one.id, indicators.default_year(one.id)) for one in ALL]
EVERY_YEAR = [(one.id, year) for one in FIRST for year in indicators.years(one.id)[::5]]


def rows_of(indicator_id: str, year: int) -> list[dict]:
    return indicators.values(indicator_id, year).to_dict("records")


def known(rows: list[dict]) -> list[dict]:
    return [row for row in rows if not pd.isna(row["value"])]


def statistics(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["status"] != "claim" and not is_press(row["basis"])]


def having(rows: list[dict], value: float) -> set[str]:
    return {row["iso3"] for row in rows if row["value"] == value}


@dataclass(frozen=True)
class Case:
    """A headline, and the rows that it is about: all with a value, the five's, and those that it may compare."""

    said: headline.Headline
    indicator: indicators.Indicator
    rows: list[dict]

    @property
    def five(self) -> list[dict]:
        return [row for row in known(self.rows) if row["iso3"] in C5]

    @property
    def group(self) -> list[dict]:
        return statistics(known(self.rows)) if self.said.is_partners else self.five

    @property
    def best(self):
        return min if self.indicator.kind == "rank" else max


def of_sum(case: Case) -> dict[str, bool]:
    said, group = case.said, case.group
    basis = {partner_trade.WIDER in row["basis"] if said.is_partners else row["basis"] for row in group}
    top = max(row["value"] for row in group)
    is_share = said.share_pct is not None
    return {
        "all of the five": said.is_partners or {row["iso3"] for row in group} == set(C5),
        "statistics": statistics(group) == group,
        "alike": len(basis) == 1,
        "may be added": case.indicator.kind in ("flow", "stock", "balance")
        and "head" not in case.indicator.display_unit,
        "sum": math.isclose(said.value, math.fsum(row["value"] for row in group)),
        "top": not is_share or having(group, top) == set(said.first.names),
        "share": not is_share or math.isclose(said.share_pct, top / said.value * 100),
    }


def of_top(case: Case) -> dict[str, bool]:
    said, group = case.said, case.group
    top = case.best(row["value"] for row in group)
    return {
        "top": said.value == top and set(said.of) == having(group, top),
        "statistics": statistics(group) == group,
        "count": said.is_partners or said.on_record == len(group) >= 2,
    }


def of_apart(case: Case) -> dict[str, bool]:
    is_unlike = len({row["basis"] for row in case.group}) > 1 or len(statistics(case.five)) < len(case.five)
    told = {(*one.names, one.value) for one in case.said.beside}
    every = {(row["iso3"], row["value"]) for row in (known(case.rows) if case.said.is_partners else case.five)}
    return {"unlike": is_unlike, "all": told <= every if case.said.is_partners else told == every}


def of_one(case: Case) -> dict[str, bool]:
    said, group = case.said, case.group
    found = {"value": all(iso3 in having(known(case.rows), said.value) for iso3 in said.of)}
    if said.place:
        better = [row for row in group if case.best(row["value"], said.value) == row["value"] != said.value]
        found["place"] = said.place == len(better) + 1 and len(group) == said.counted >= 2
        found["level"] = set(said.level) == having(group, said.value) - set(said.of)
    return found


def of_only(case: Case) -> dict[str, bool]:
    return of_one(case) | {"alone": len(case.five) == 1 or (not case.five and case.said.of == ("USA",))}


def of_none(case: Case) -> dict[str, bool]:
    return {"none": not (known(case.rows) if case.said.is_partners else case.five)}


def of_gap(case: Case) -> dict[str, bool]:
    (row,) = [row for row in case.rows if row["iso3"] in case.said.of]
    return {"reason": pd.isna(row["value"]) and case.said.first.value == row["status"]}


def of_uncovered(case: Case) -> dict[str, bool]:
    return {"no row": not {row["iso3"] for row in case.rows} & set(case.said.of)}


def of_standings(case: Case) -> dict[str, bool]:
    by_code = {row["iso3"]: row["value"] for row in known(case.rows)}
    return {"standing": all(by_code.get(iso3) == one.value for one in case.said.beside for iso3 in one.names)}


def of_signs(case: Case) -> dict[str, bool]:
    signs = {row["iso3"]: math.copysign(1, row["value"]) if row["value"] else 0 for row in case.five}
    return {"signs": {iso3: one.value for one in case.said.beside for iso3 in one.names} == signs}


HOLDS = {
    headline.SUM: of_sum,
    headline.TOP: of_top,
    headline.SAME: of_one,
    headline.ONLY: of_only,
    headline.APART: of_apart,
    headline.NONE: of_none,
    headline.ONE: of_one,
    headline.GAP: of_gap,
    headline.UNCOVERED: of_uncovered,
    headline.FEW: lambda case: {"no value": case.said.value is None and case.said.share_pct is None},
    headline.SIGNS: of_signs,
    headline.STANDINGS: of_standings,
}


def faults(indicator_id: str, year: int, country: str | None) -> list[str]:
    """What a headline says that the rows do not."""
    said = headline.of(indicator_id, year, country)
    held = HOLDS[said.form](Case(said, indicators.get(indicator_id), rows_of(indicator_id, year)))
    return [f"{indicator_id} {year} {country}: {said.form}: {what}" for what, is_so in held.items() if not is_so]


def test_default_year_of_every_indicator_is_told_as_the_rows_have_it():
    assert [fault for indicator_id, year in CASES for fault in faults(indicator_id, year, None)] == []


def test_every_year_of_one_indicator_of_each_template_is_told_as_the_rows_have_it():
    assert [fault for indicator_id, year in EVERY_YEAR for fault in faults(indicator_id, year, None)] == []


@pytest.mark.parametrize("country", ASKED[1:])
def test_country_is_told_as_its_row_has_it(country):
    assert [fault for one in FIRST for fault in faults(one.id, indicators.default_year(one.id), country)] == []


def test_sum_is_refused_where_one_of_the_five_is_missing():
    said = headline.of("us_imports_usd.hs8110", 2024, None)
    assert (said.form, said.of, said.value) == (headline.ONLY, ("TJK",), 3443140)


def test_figures_counted_differently_stand_side_by_side():
    said = headline.of("us_trade_share_pct", 2023, None)
    assert (said.form, said.value, said.place) == (headline.APART, None, 0)
    assert [one.names for one in said.beside] == [("KAZ",), ("KGZ",), ("UZB",)]
    assert headline.of("us_trade_share_pct", 2023, "KAZ").place == 0


def test_year_with_few_partners_has_neither_sum_nor_order():
    said = headline.of("exports_by_partner_usd.tjk", 2023, None)
    assert (said.form, said.value, said.share_pct) == (headline.FEW, None, None)
