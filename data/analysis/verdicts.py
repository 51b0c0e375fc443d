"""The verdict on a claim, by rule from all its tests; computed, never kept.

Words: supported, roughly, not_supported, contradicted; depends (tests of the same thing disagree, all stand there);
not_checkable (no series, no number, nothing on record but statements and figures of a later day, or a figure that this
copy of the tables may not hold); forecast (about the future, and not yet due); due (past its due date, and nothing on
record decides it).

The claim's own measure decides; another measure, the other side's books and a list that leaves countries out can do no
better than roughly and no worse than not_supported, and decide only where the claim's own measure is not on record. A
claim of several parts is as good as its worst part, and no better than roughly while a part is not tested."""

from dataclasses import dataclass, field

from data.analysis import claim_evidence
from data.analysis.claim_figures import Measured, is_left_out, measure
from data.analysis.claim_tests import ClaimTest, Row
from data.analysis.judges import JUDGES, WITHOUT_DIFFERENCE, WITHOUT_NUMBER, difference_pct
from data.package import descriptor

# A measure that is near but not the same can neither bear a claim out nor turn it into its opposite.
BY_PROXY = {"supported": "roughly", "contradicted": "not_supported"}
BEARS_OUT = ("supported", "roughly")
BEST_FIRST = ("supported", "roughly", "depends", "not_supported", "contradicted")
# A test asks for a figure that this copy of the tables does not hold for its licence (`data/output/strip.py`).
OUT = "left_out"
WORDS = (*BEST_FIRST, "not_checkable", "forecast", "due")


@dataclass(frozen=True)
class Outcome:
    """What one test says: its word (empty where it decides nothing), why (an id), and what was measured."""

    test: ClaimTest
    word: str
    reason: str
    measured: Measured | None = None
    evidence: str = ""
    timing: str = ""
    difference_pct: float | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is the claim's own measure, from its own side."""
        return not self.test.is_proxy and self.evidence != "other_side"


@dataclass(frozen=True)
class Verdict:
    """A verdict by its word, why (an id), and every test; `leading` is the one that the word rests on, if any."""

    word: str
    reason: str
    outcomes: tuple[Outcome, ...] = field(default=())
    leading: Outcome | None = None


def verdict(claim: Row, tests: tuple[ClaimTest, ...]) -> Verdict:
    """The verdict on a row of the table by its tests. Raises UnknownId where an indicator is not there."""
    is_due = not claim["is_forecast"] or _is_past(str(claim["due_date"] or ""))
    outcomes = tuple(_outcome(test, claim) for test in tests)
    if any(outcome.reason == OUT for outcome in outcomes):
        return Verdict("not_checkable", OUT, outcomes, next(outcome for outcome in outcomes if outcome.reason == OUT))
    if not is_due:
        return Verdict("forecast", "future", outcomes, _shown(outcomes))
    judged = _together(claim, outcomes)
    if judged is None and claim["is_forecast"]:
        return Verdict("due", "past_due", outcomes, _shown(outcomes))
    if judged is None:
        shown = _shown(outcomes)
        return Verdict("not_checkable", shown.reason if shown else "no_series", outcomes, shown)
    return judged


def _is_past(due: str) -> bool:
    """Whether a date is over by the day of the data's release, never by the clock."""
    return bool(due) and due < descriptor.released()[: len(due)]


def _outcome(test: ClaimTest, claim: Row) -> Outcome:
    if test.claimed is None and test.relation not in WITHOUT_NUMBER:
        return Outcome(test, "", "no_number")
    if is_left_out(test):
        return Outcome(test, "", OUT)
    measured = measure(test)
    if measured is None:
        return Outcome(test, "", "no_value")
    kind = claim_evidence.kind(test, measured, claim)
    when = "" if kind == "own_list" else claim_evidence.timing(measured, claim)
    off = None
    if test.relation not in WITHOUT_DIFFERENCE and test.claimed is not None:
        off = difference_pct(test.claimed, measured.value)
    if not claim_evidence.may_decide(test, measured, kind, when):
        return Outcome(test, "", _why_not(measured, claim, kind, when), measured, kind, when, off)
    word, reason = JUDGES[test.relation](test.claimed or 0.0, measured), "measured"
    if test.is_proxy or kind == "other_side":
        word, reason = BY_PROXY.get(word, word), "other_side" if kind == "other_side" else "proxy"
    return Outcome(test, word, reason, measured, kind, when, off)


def _why_not(measured: Measured, claim: Row, kind: str, when: str) -> str:
    if claim_evidence.is_same_page(measured.source_id, claim["source_id"]):
        return "same_statement"
    if measured.status == "claim":
        return "own_list" if kind == "own_list" else "statement"
    return "only_later" if when == "later" else "undated"


def _shown(outcomes: tuple[Outcome, ...]) -> Outcome | None:
    """The test to show first where none decides: one with a figure, if there is one."""
    return next((outcome for outcome in outcomes if outcome.measured), outcomes[0] if outcomes else None)


def _together(claim: Row, outcomes: tuple[Outcome, ...]) -> Verdict | None:
    """The word of the worst part; None where nothing decides any part.

    Where the claim's own measure decides a part, parts that only other measures decide count as not tested."""
    parts = [_part([outcome for outcome in outcomes if outcome.test.part == name]) for name in _parts(outcomes)]
    found = [part for part in parts if part is not None]
    found = [one for one in found if one.leading and one.leading.is_own] or found
    if not found:
        return None
    worst = max(found, key=lambda one: BEST_FIRST.index(one.word))
    is_whole = len(found) == len(parts) and not claim["untested"]
    word, reason = worst.word, worst.reason
    if word == "supported" and not is_whole:
        word, reason = "roughly", "part"
    return Verdict(word, reason, outcomes, worst.leading)


def _parts(outcomes: tuple[Outcome, ...]) -> list[str]:
    return list(dict.fromkeys(outcome.test.part for outcome in outcomes))


def _part(outcomes: list[Outcome]) -> Verdict | None:
    """The word of one part: the most careful one of the tests of the claim's own measure, or else of the others.

    The order of the tests never changes the word."""
    deciding = [outcome for outcome in outcomes if outcome.word]
    own = [one for one in deciding if one.is_own] or deciding
    if not own:
        return None
    if len({one.word in BEARS_OUT for one in own}) > 1:
        return Verdict("depends", "tests_disagree", tuple(outcomes), own[0])
    careful = min(own, key=lambda one: abs(BEST_FIRST.index(one.word) - BEST_FIRST.index("depends")))
    return Verdict(careful.word, careful.reason, tuple(outcomes), careful)
