"""What a figure is worth as evidence on a claim: its class, and whether it was out on the day of the claim.

The classes: statistic; edition_of_day (an edition that has been replaced since, but was out on the day); other_side
(the books of the other side of a trade); own_list (counted in a list of ours, which may leave things out); statement
(somebody says so: it can neither bear out nor refute, and is shown beside)."""

from typing import Any

from data import indicators
from data.analysis.claim_figures import Measured
from data.analysis.claim_tests import ClaimTest, Row
from data.package import sources
from data.package.addresses import page

OWN_LISTS = ("deals", "c51_timeline", "agreements", "official_visits", "mineral_sites")
CLASSES = ("statistic", "edition_of_day", "other_side", "own_list", "statement")


def kind(test: ClaimTest, measured: Measured, claim: Row) -> str:
    """The class of the evidence in a figure."""
    if is_same_page(measured.source_id, claim["source_id"]):
        return "statement"
    if indicators.get(test.indicator).table in OWN_LISTS:
        return "own_list"
    if measured.status == "claim":
        return "statement"
    if _is_other_side(measured.reporter, claim["side_iso3"]):
        return "other_side"
    return "edition_of_day" if test.edition else "statistic"


def _is_other_side(reporters: str, side: Any) -> bool:
    return bool(side and reporters) and side not in reporters.split(";")


def is_same_page(source_ids: str, claimed_id: str) -> bool:
    """Whether a figure rests on nothing but the page that the claim stands on, under whatever id."""
    own = {page(source.url) for source in sources.describe(claimed_id)} | {
        source.id for source in sources.describe(claimed_id)
    }
    cited = sources.describe(source_ids)
    return bool(cited) and all(one.id in own or page(one.url) in own for one in cited)


def timing(measured: Measured, claim: Row) -> str:
    """Whether all of a figure was out on the day of the claim: on_day, later, or undated where a source has no date.

    Dates are compared at the coarser of the two, so a page of 2025 was out in November 2025."""
    dates = [source.published for source in sources.describe(measured.source_id)]
    if any(_is_after(date, claim["date"]) for date in dates):
        return "later"
    return "on_day" if all(dates) else "undated"


def _is_after(date: str, other: str) -> bool:
    length = min(len(date), len(other))
    return date[:length] > other[:length]


def may_decide(test: ClaimTest, measured: Measured, evidence: str, when: str) -> bool:
    """Whether a figure can decide: no statement, and out on the day, or later for a reason that the test gives.

    A list of ours is of events, which have no edition; where it adds up statements it is no better than they are."""
    if measured.status == "claim" or evidence == "statement":
        return False
    return when == "on_day" or bool(test.late) or evidence == "own_list"
