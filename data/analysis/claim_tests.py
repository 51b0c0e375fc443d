"""What each claim is held against: the tests in the table claims (the first of each) and in claim_tests (the others).

A test names a figure (indicator, countries, years), how the claimed number should stand to it (the relation), and what
keeps it from being the claim's own measure. Tests with the same part test the same half of a sentence; an empty part
is the whole."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from data import indicators
from data.package import snapshot, tables
from data.package.snapshot import kept

CLAIMS, FURTHER = "claims", "claim_tests"
FIRST = 1

Row = dict[Hashable, Any]


@dataclass(frozen=True)
class ClaimTest:
    """One test. Countries are added up; `from_year` is None for one year, or for every year on record (see measures).

    `late` says why a figure that was published after the claim may decide: settled (it was out, ours is a later copy)
    or own_period (the claim speaks of a year that was not over); empty where it may not. `edition` is the source of the
    edition that was out on the day, empty for the drawn figure. `claimed` is in `unit`."""

    claim_id: str
    number: int
    part: str
    claimed: float | None
    unit: str
    indicator: str
    countries: tuple[str, ...]
    from_year: int | None
    year: int | None
    relation: str
    is_proxy: bool
    late: str
    edition: str
    note: str


def rows(table: str) -> list[Row]:
    """Rows of a table, with None where a cell is empty."""
    frame = tables.load(table)
    return list(frame.astype("object").where(frame.notna(), None).to_dict("records"))


def made(row: Row, number: int, claim: Row) -> ClaimTest:
    """The test in a row of one of the two tables; a number or unit that it does not give is that of the claim."""
    claimed = row["claimed_value"] if row["claimed_value"] is not None else claim["claimed_value"]
    return ClaimTest(
        claim_id=str(row["claim_id"]),
        number=number,
        part=row["test_part"] or "",
        claimed=None if claimed is None else float(claimed),
        unit=row["claimed_unit"] or claim["claimed_unit"],
        indicator=row["test_indicator"],
        countries=tuple(str(row["test_iso3"]).split(";")),
        from_year=None if row["test_from_year"] is None else int(row["test_from_year"]),
        year=None if row["test_year"] is None else int(row["test_year"]),
        relation=row["test_relation"],
        is_proxy=bool(row["test_is_proxy"]),
        late=row["test_late"] or "",
        edition=row["test_edition_source_id"] or "",
        note=row["test_note"] or "",
    )


def _can_test(row: Row) -> bool:
    """Whether a row names a series that tests; of an older version, one that it has: its tests may be later ones."""
    named = row["test_indicator"]
    return bool(named) and (not snapshot.is_past() or indicators.current(named) in indicators.registry())


@kept()
def of_claims() -> dict[str, tuple[ClaimTest, ...]]:
    """The tests of every claim in their order, by the id of the claim; empty where no series tests it."""
    claims = {str(row["claim_id"]): row for row in rows(CLAIMS)}
    found = {claim_id: [made(row, FIRST, row)] if _can_test(row) else [] for claim_id, row in claims.items()}
    for row in filter(_can_test, rows(FURTHER)):
        claim_id = str(row["claim_id"])
        found[claim_id].append(made(row, int(row["test"]), claims[claim_id]))
    return {claim_id: tuple(ones) for claim_id, ones in found.items()}
