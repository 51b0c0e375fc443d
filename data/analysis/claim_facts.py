"""All that is on record of a claim, in one place: who said what, the verdict and what it rests on, every test of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis import claim_tests, claims
from data.faults import UnknownId
from data.package.read_only import frozen
from data.package.snapshot import kept


@dataclass(frozen=True)
class Fact:
    """A claim as its row in the table has it, its verdict (`claims.COLUMNS`) and its tests (`claims.TEST_COLUMNS`)."""

    claim_id: str
    row: Mapping[Any, Any]
    found: Mapping[Any, Any]
    tests: tuple[Mapping[Any, Any], ...]

    @property
    def verdict(self) -> str:
        """The word of the verdict, by id."""
        return str(self.found["verdict"])

    @property
    def leading(self) -> Mapping[Any, Any] | None:
        """The test that the verdict rests on, or that is shown first where none decides."""
        number = claims.leading().get(self.claim_id)
        return next((one for one in self.tests if one["test"] == number), None)

    @property
    def is_decided(self) -> bool:
        """Whether something on record bears the claim out or speaks against it."""
        return self.verdict not in ("not_checkable", "forecast", "due")


@kept()
def _every() -> dict[str, Fact]:
    rows = {str(row["claim_id"]): frozen(row) for row in claim_tests.rows(claim_tests.CLAIMS)}
    tests = _records(claims.outcomes())
    return {
        str(found["claim_id"]): Fact(
            str(found["claim_id"]),
            rows[str(found["claim_id"])],
            found,
            tuple(one for one in tests if one["claim_id"] == found["claim_id"]),
        )
        for found in _records(claims.verdicts())
    }


def _records(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    return [frozen(row) for row in frame.astype("object").where(frame.notna(), None).to_dict("records")]


def get(claim_id: str) -> Fact:
    """What is on record of a claim. Raises UnknownId."""
    try:
        return _every()[claim_id]
    except KeyError:
        raise UnknownId("claim", claim_id, list(_every())) from None


@kept()
def of_country(iso3: str) -> tuple[str, ...]:
    """Ids of the claims on a country: those that are decided first, the newest on top of each."""
    found = sorted((one for one in _every().values() if one.row["iso3"] == iso3), key=lambda one: one.claim_id)
    found.sort(key=lambda one: (one.is_decided, str(one.found["date"])), reverse=True)
    return tuple(one.claim_id for one in found)
