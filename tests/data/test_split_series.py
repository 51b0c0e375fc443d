"""No two near-alike series split the six between them, so that a country reads as not reported in one of them.

Proposed are pairs of one unit and kind: of one mineral and measure whatever the stage or basis, else of one family and
nearly the same title; that have years in common and in those no country of the six. A pair stays only with a reason."""

from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from data import indicators
from data.indicators import Indicator
from data.package.countries import SIX
from data.subjects import renamed

NEAR = 0.8
# Series whose titles differ by what they are of: a product, a partner's country, an investor's host.
OF_THEIR_OWN = (".hs", "_by_partner", "by_investor.", "partner_share")
EXPLAINED = {
    ("production.aluminum.bauxite_mine", "production.aluminum"): "ore and metal: Kazakhstan mines, the others smelt",
    ("world_share.aluminum.bauxite_mine", "world_share.aluminum"): "ore and metal: Kazakhstan mines, the others smelt",
}


def are_near(indicator: Indicator, other: Indicator) -> bool:
    if (indicator.family, indicator.unit, indicator.kind, indicator.table) != (
        other.family,
        other.unit,
        other.kind,
        other.table,
    ):
        return False
    if indicator.table.startswith("minerals"):
        return indicator.series[:2] == other.series[:2]
    is_of_its_own = any(part in indicator.id for part in OF_THEIR_OWN)
    return not is_of_its_own and SequenceMatcher(None, indicator.title, other.title).ratio() >= NEAR


@cache
def cells(indicator_id: str) -> set[tuple[str, int]]:
    values = indicators.values(indicator_id).dropna(subset=["value"])
    values = values[values["iso3"].isin(SIX)]
    return {*zip(values["iso3"], values["year"], strict=True)}


def are_split(indicator: Indicator, other: Indicator) -> bool:
    first, second = cells(indicator.id), cells(other.id)
    common = {year for _, year in first} & {year for _, year in second}
    named = [{iso3 for iso3, year in side if year in common} for side in (first, second)]
    return bool(common) and not named[0] & named[1]


def test_no_near_alike_series_split_the_six_without_a_reason():
    measured = [
        indicator for indicator in indicators.registry().values() if indicator.kind not in ("membership", "count")
    ]
    near = [pair for pair in combinations(measured, 2) if are_near(*pair)]
    assert {(one.id, other.id) for one, other in near if are_split(one, other)} == set(EXPLAINED)


def test_uranium_resources_are_one_series_with_each_edition_at_its_year():
    values = indicators.values("resources.uranium.identified_recoverable").dropna(subset=["value"])
    known = {(iso3, year): value for iso3, year, value in values[["iso3", "year", "value"]].itertuples(index=False)}
    assert (known["KAZ", 2021], known["UZB", 2021], known["UZB", 2019]) == (815_200, 131_200, 132_300)
    assert indicators.default_year("resources.uranium.identified_recoverable") == 2021
    assert len(values[values["year"] == 2021]) == 16


def test_old_ids_lead_to_the_series_that_holds_their_figures_now():
    for old, now in renamed.RENAMED.items():
        assert old not in indicators.registry()
        assert indicators.get(old).id == now
