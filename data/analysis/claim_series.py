"""The series behind a claim: what the test that its verdict rests on would have found in every year on record."""

from dataclasses import replace

import pandas as pd

from data import indicators
from data.analysis import claim_evidence, claims
from data.analysis.claim_figures import Measured, measure
from data.analysis.claim_tests import ClaimTest
from data.analysis.judges import JUDGES, WITHOUT_NUMBER
from data.analysis.verdicts import BY_PROXY, Outcome
from data.package import sources
from data.package.snapshot import kept

COLUMNS = ["year", "value", "fits", "source_id"]
# Figures of a later day say what they say; only a statement is no evidence whenever it was made.
LATE = ("only_later", "undated")
# What has no series of numbers.
NO_SERIES = ("member", "first_year")


@kept(256)
def series(claim_id: str) -> pd.DataFrame:
    """Year by year the figure that the claim is held against, one row a year, columns as COLUMNS; empty for none.

    In the unit of the claim's number, as the newest edition has it: the running total of a sum, the growth of a growth,
    the place of a ranking. `fits` says whether the same words would be supported by the figure of that year."""
    test = _leading(claim_id)
    if test is None or test.relation in NO_SERIES:
        return pd.DataFrame(columns=COLUMNS)
    frame = indicators.values(test.indicator)
    years = sorted(int(year) for year in frame.loc[frame["iso3"].isin(test.countries), "year"].unique())
    rows = []
    for year in years:
        found = measure(_in_year(test, year)) if test.from_year is None or year >= test.from_year else None
        if found is not None and not pd.isna(found.value):
            rows.append((year, found.value, _fits(test, found), found.source_id))
    return pd.DataFrame(rows, columns=COLUMNS)


def _leading(claim_id: str) -> ClaimTest | None:
    number = claims.leading().get(claim_id)
    return next((one.test for one in _outcomes(claim_id) if one.test.number == number), None)


def _outcomes(claim_id: str) -> tuple[Outcome, ...]:
    return next((found.outcomes for row, found in claims.judged() if row["claim_id"] == claim_id), ())


def _in_year(test: ClaimTest, year: int) -> ClaimTest:
    """The test as it would ask of another year, of the newest edition."""
    if test.relation in WITHOUT_NUMBER:
        return replace(test, relation="equal", edition="", year=year, from_year=year)
    if test.relation == "rank":
        return replace(test, edition="", year=year, from_year=None)
    if test.relation == "growth" and test.year is not None:
        span = test.year - (test.from_year or test.year)
        return replace(test, edition="", year=year, from_year=year - span)
    return replace(test, edition="", year=year)


def _fits(test: ClaimTest, found: Measured) -> bool:
    if test.claimed is None or test.relation in WITHOUT_NUMBER:
        return False
    return JUDGES[test.relation](test.claimed, found) == "supported"


def would_give(claim_id: str) -> dict[int, str]:
    """The word that a test would have given, had its figure been out on the day, by the number of the test.

    Of tests that decide nothing for that reason alone: a statement gives no word whenever it was made, and what may not
    be passed on tells nothing."""
    found = {}
    for one in _outcomes(claim_id):
        test, measured = one.test, one.measured
        if one.word or one.reason not in LATE or measured is None or not sources.is_downloadable(measured.source_id):
            continue
        word = JUDGES[test.relation](test.claimed or 0.0, measured)
        is_near = test.is_proxy or one.evidence == claim_evidence.CLASSES[2]
        found[test.number] = BY_PROXY.get(word, word) if is_near else word
    return found
