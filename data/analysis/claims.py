"""Claims of officials, companies and the press beside what tests them, as frames: verdicts, and every test of each.

Rows and tests are in data/analysis/claim_tests.py, figures in data/analysis/claim_figures.py, what they are worth in
data/analysis/claim_evidence.py, and the rule of the verdict in data/analysis/verdicts.py."""

import pandas as pd

from data.analysis import claim_tests
from data.analysis.claim_figures import Measured
from data.analysis.judges import against
from data.analysis.verdicts import OUT, Outcome, Verdict, verdict
from data.package import licensing, sources
from data.package.snapshot import kept
from data.package.statuses import joined_ids

TABLE = claim_tests.CLAIMS
COLUMNS = [
    "claim_id",
    "speaker",
    "date",
    "claim",
    "claimed_value",
    "unit",
    "value",
    "year",
    "difference_pct",
    "verdict",
    "source_id",
    "reason",
    "evidence",
    "timing",
    "working",
    "later",
    "untested",
    "due_date",
    "decided_by",
]
TEST_COLUMNS = [
    "claim_id",
    "test",
    "part",
    "indicator",
    "countries",
    "relation",
    "claimed_value",
    "unit",
    "value",
    "year",
    "difference_pct",
    "word",
    "reason",
    "evidence",
    "timing",
    "is_proxy",
    "reporter",
    "against",
    "note",
    "source_id",
]
SHORT = 6


@kept()
def judged() -> tuple[tuple[claim_tests.Row, Verdict], ...]:
    """Every claim as its row in the table has it, with its verdict."""
    tests = claim_tests.of_claims()
    return tuple((row, verdict(row, tests[str(row["claim_id"])])) for row in claim_tests.rows(TABLE))


def verdicts() -> pd.DataFrame:
    """All claims with their verdicts, one row per claim, columns as COLUMNS; missing is NaN or None.

    `value` and `claimed_value` are both in `unit`; `value` is a word for a standing in a forum. `difference_pct` is how
    far the claim is off, in percent of the value. `evidence` is the class of what the verdict rests on, or of what is
    shown where nothing decides. `working` has every test on one line, `later` those whose figures came after the claim.
    `source_id` names the source of the claim, then those of `value`. A figure that may not be passed on is left out."""
    frame = pd.DataFrame([_row(*one) for one in judged()], columns=COLUMNS)
    return frame.astype({"year": "Int64"})


def outcomes() -> pd.DataFrame:
    """Every test of every claim, one row each, columns as TEST_COLUMNS: what it found and what it is worth.

    `word` is empty where a test decides nothing, and `reason` says why; `against` has the years that do not fit."""
    made = [_test_row(outcome) for _, found in judged() for outcome in found.outcomes]
    return pd.DataFrame(made, columns=TEST_COLUMNS).astype({"year": "Int64"})


@kept()
def held() -> frozenset[str]:
    """Ids of the claims that a figure tests which may not be passed on: what they came to would tell its size."""
    tests = outcomes()
    return frozenset(tests.loc[licensing.is_withheld(tests), "claim_id"])


def _row(claim: claim_tests.Row, found: Verdict) -> dict[str, object]:
    leading = found.leading
    measured = _open(leading.measured) if leading else None
    is_late = [outcome for outcome in found.outcomes if outcome.timing == "later"]
    ids = [claim["source_id"], *([leading.measured.source_id] if leading and leading.measured else [])]
    is_number = leading is not None and leading.test.claimed is not None
    unit = leading.test.unit if leading and is_number else measured.unit if measured else claim["claimed_unit"]
    return {
        **{key: claim[key] for key in ("claim_id", "speaker", "date", "claim", "untested", "due_date", "decided_by")},
        "claimed_value": leading.test.claimed if leading and is_number else claim["claimed_value"],
        "unit": unit,
        "value": (measured.word or measured.value) if measured else None,
        "year": measured.year if measured else None,
        "difference_pct": leading.difference_pct if leading and measured else None,
        "verdict": found.word,
        "source_id": joined_ids(ids),
        "reason": found.reason,
        "evidence": (leading.evidence or None) if leading else None,
        "timing": (leading.timing or None) if leading else None,
        "working": " | ".join(_line(outcome) for outcome in found.outcomes) or None,
        "later": " | ".join(_line(one) for one in is_late) or None,
    }


def _open(measured: Measured | None) -> Measured | None:
    """A figure, unless one of its sources forbids passing it on."""
    return measured if measured and sources.is_downloadable(measured.source_id) else None


def _test_row(outcome: Outcome) -> dict[str, object]:
    test, measured = outcome.test, _open(outcome.measured)
    return {
        "claim_id": test.claim_id,
        "test": test.number,
        "part": test.part,
        "indicator": test.indicator,
        "countries": ";".join(test.countries),
        "relation": test.relation,
        "claimed_value": test.claimed,
        "unit": test.unit if test.claimed is not None else measured.unit if measured else test.unit,
        "value": (measured.word or measured.value) if measured else None,
        "year": measured.year if measured else test.year,
        "difference_pct": outcome.difference_pct if measured else None,
        "word": outcome.word,
        "reason": outcome.reason,
        "evidence": outcome.evidence,
        "timing": outcome.timing,
        "is_proxy": test.is_proxy,
        "reporter": outcome.measured.reporter if outcome.measured else "",
        "against": _years(outcome) if measured else "",
        "note": test.note,
        "source_id": outcome.measured.source_id if outcome.measured else "",
    }


def _line(outcome: Outcome) -> str:
    """A test in one line: what was claimed, what was found where and when, what that is worth, and what follows."""
    test, measured = outcome.test, _open(outcome.measured)
    years = f"{test.from_year}-{test.year}" if test.from_year else str(test.year or "")
    place = " ".join(filter(None, [test.indicator, ";".join(test.countries), years]))
    asked = " ".join(dict.fromkeys([test.relation, *_claimed(test)]))
    if outcome.measured is None:
        gone = "figure left out of this copy for its licence" if outcome.reason == OUT else "no figure"
        return f"{asked}; {place}: {gone}"
    shown = "figure not for passing on" if measured is None else measured.word or _short(measured.value)
    among = f" among {measured.listed} listed" if measured and measured.listed and not measured.is_whole else ""
    broken = f"; not in {_years(outcome)}" if measured and _years(outcome) else ""
    worth = ", ".join(filter(None, [outcome.evidence, outcome.timing, "another measure" if test.is_proxy else ""]))
    part = f"{test.part}: " if test.part else ""
    verdict = outcome.word or f"decides nothing, {outcome.reason}"
    return f"{part}{asked}; {place}: {shown}{among}{broken} ({worth}): {verdict}"


def _claimed(test: claim_tests.ClaimTest) -> list[str]:
    return [] if test.claimed is None else [_short(test.claimed), test.unit]


def _years(outcome: Outcome) -> str:
    """Years that do not fit, runs of them joined: 2003, 2007-2021."""
    years = against(outcome.test.relation, outcome.measured, outcome.test.claimed) if outcome.measured else []
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _short(value: float) -> str:
    """A number in plain digits, at most six of them where it is not whole."""
    return (
        str(int(value)) if value == int(value) else f"{value:.{SHORT}g}" if abs(value) < 10**SHORT else f"{value:.0f}"
    )


@kept()
def leading() -> dict[str, int]:
    """The number of the test that a verdict rests on, or that is shown first where none decides, by claim."""
    return {str(row["claim_id"]): found.leading.test.number for row, found in judged() if found.leading}


def tests() -> set[str]:
    """Ids of all indicators that test a claim."""
    return {one.indicator for ones in claim_tests.of_claims().values() for one in ones}


def units_differ() -> list[str]:
    """Claim and number of the tests whose claimed number is not in the unit of the figure that tests it."""
    return [
        f"{outcome.test.claim_id}.{outcome.test.number}"
        for _, found in judged()
        for outcome in found.outcomes
        if outcome.measured and outcome.test.claimed is not None and outcome.measured.unit != outcome.test.unit
    ]
