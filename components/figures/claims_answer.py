"""How many claims can be tested and what became of them, as the sentence of the page; and what is not shown and why."""

from dataclasses import replace

from components.words import counted, word
from data.analysis import claim_selection
from data.analysis.claim_selection import AHEAD, Asked
from data.analysis.verdicts import BEST_FIRST
from data.vocabulary import terms

UNTESTABLE = "not_checkable"


def of(asked: Asked, *, is_narrow: bool) -> str:
    """The answer for the claims asked for, whichever verdicts are shown."""
    rows = claim_selection.tallies(asked)
    counts = {str(row["verdict"]): int(row["claims"]) for row in rows.to_dict("records")}
    if not sum(counts.values()):
        return word("claims.none")
    of = word("claims.of_shown") if is_narrow else ""
    decided = [(one, counts[one]) for one in BEST_FIRST if counts[one]]
    ahead = sum(counts[one] for one in AHEAD)
    found = ", ".join(counted(f"verdict_counts.{one}", count) for one, count in decided)
    tested = sum(count for _, count in decided)
    said = [counted("claims.answer", tested, found=found, of=of) if tested else word("claims.answer_none", of=of)]
    said += [counted("claims.ahead", ahead)] if ahead else []
    said += [counted("claims.untestable", counts[UNTESTABLE])] if counts[UNTESTABLE] else []
    return f"{'; '.join(said)}."


def hidden(asked: Asked) -> str:
    """How many claims that cannot be tested are not shown, and why they cannot; empty where they are shown."""
    if UNTESTABLE in asked.verdicts:
        return ""
    reasons = claim_selection.reasons(replace(asked, verdicts=(UNTESTABLE,)))
    if not reasons:
        return ""
    told = "; ".join(
        word("claims.reason_count", reason=terms.verdict_reason(reason), count=count)
        for reason, count in reasons.items()
    )
    return counted("claims.hidden", sum(reasons.values()), reasons=told, verdict=terms.verdict(UNTESTABLE))
