"""How many times the figure on record a claim says: the number said over the number recorded.

A ratio needs two numbers above zero in one unit that stand for a size. A place in a ranking, a year, a standing and a
direction have none; those claims stand in a list of their own (`beside`)."""

import pandas as pd

from data.analysis import claims
from data.analysis.claim_tests import Row
from data.analysis.judges import WITHOUT_DIFFERENCE
from data.package.snapshot import kept

COLUMNS = ["claim_id", "ratio", "is_told"]
BESIDE_COLUMNS = ["claim_id", "why"]
# Why a test decides nothing that has found no more than what somebody says.
TOLD = ("statement", "same_statement", "own_list")
# What a relation asks for instead of a size.
NO_SIZE = {"rank": "rank", "first_year": "year", "member": "standing", "negative": "direction", "growing": "direction"}
ZERO = "zero"


@kept()
def ratios() -> pd.DataFrame:
    """Claims with two numbers to compare, one row each, by id. Columns claim_id, ratio, is_told.

    `is_told`: what is on record is itself a claim, so that the ratio compares what two people say, or one person."""
    differing, leading = claims.units_differ(), _leading()
    rows = []
    for found in _compared():
        claim_id = str(found["claim_id"])
        test = leading[claim_id]
        if _has_size(found, test) and f"{claim_id}.{test['test']}" not in differing:
            rows.append((claim_id, found["claimed_value"] / found["value"], test["reason"] in TOLD))
    return pd.DataFrame(rows, columns=COLUMNS)


@kept()
def beside() -> pd.DataFrame:
    """Claims with a figure on record that have no ratio, one row each, by id. Columns claim_id, why.

    `why` is rank, year, standing, direction, or zero where one of the two numbers is not above zero."""
    leading, with_ratio = _leading(), set(ratios()["claim_id"])
    rows = [
        (claim_id, NO_SIZE.get(str(leading[claim_id]["relation"]), ZERO))
        for claim_id in (str(found["claim_id"]) for found in _compared())
        if claim_id not in with_ratio
    ]
    return pd.DataFrame(rows, columns=BESIDE_COLUMNS)


def _compared() -> list[Row]:
    """The claims that have something on record, as `claims.verdicts` has them."""
    found = claims.verdicts()
    return found[found["value"].notna()].to_dict("records")


def _leading() -> dict[str, Row]:
    """The test that each verdict rests on, by claim."""
    numbers = claims.leading()
    tests = claims.outcomes().to_dict("records")
    return {str(one["claim_id"]): one for one in tests if numbers[str(one["claim_id"])] == one["test"]}


def _has_size(found: Row, test: Row) -> bool:
    """Whether both numbers are there, stand for a size, and are above zero."""
    if test["relation"] in WITHOUT_DIFFERENCE or isinstance(found["value"], str) or pd.isna(found["claimed_value"]):
        return False
    return bool(found["claimed_value"] > 0 and found["value"] > 0)
