"""What of the link of the Claims page is its own: the claim beside the figure, filters, order, lane of forecasts."""

from components.reader.choice import Choice
from components.reader.parameter import Parameter, Reading, switch
from components.words import word
from data.analysis import claim_facts, claim_selection
from data.analysis.verdicts import WORDS
from data.faults import UnknownId

SECTION = "claims"
# In the place of the verdicts where all are asked for, and where the reader has taken all of them away: an empty part
# would mean the default.
ALL, NONE = "all", "none"


def _claim(_choice: Choice, value: str) -> Reading:
    """A claim by its id, whatever its capitals."""
    try:
        return {"claim": claim_facts.get(value.upper()).claim_id}, None
    except UnknownId:
        return {}, ""


def _verdicts(_choice: Choice, value: str) -> Reading:
    """Several verdicts with commas between, in the order of the chips; those that there are not are left out."""
    asked = value.split(",")
    if asked in ([ALL], [NONE]):
        return {"verdicts": WORDS if asked == [ALL] else ()}, None
    found = tuple(one for one in WORDS if one in asked)
    return ({"verdicts": found} if found else {}), None if found and len(found) == len(asked) else ""


def _write_verdicts(verdicts: tuple[str, ...]) -> str:
    return ALL if verdicts == WORDS else ",".join(verdicts) or NONE


def _speaker(_choice: Choice, value: str) -> Reading:
    is_known = value in claim_selection.KINDS or value in claim_selection.speakers()
    return ({"speaker": value}, None) if is_known else ({}, "")


def _subject(_choice: Choice, value: str) -> Reading:
    return ({"claim_subject": value}, None) if value in claim_selection.subjects() else ({}, "")


def _evidence(_choice: Choice, value: str) -> Reading:
    return ({"evidence": value}, None) if value in claim_selection.evidences() else ({}, "")


def _article(_choice: Choice, value: str) -> Reading:
    return ({"claim_article": value}, None) if value in claim_selection.articles() else ({}, "")


def _month(name: str, field: str) -> Parameter:
    """A month of the claims, at which a period begins or ends."""

    def read(_choice: Choice, value: str) -> Reading:
        return ({field: value}, None) if value in claim_selection.months() else ({}, "")

    return Parameter(name, field, read, notice="claim_month", label=f"{SECTION}.{name}")


def _sort(choice: Choice, value: str) -> Reading:
    if value in claim_selection.SORTS:
        return {"claim_sort": value}, None
    return {}, word(f"{SECTION}.{choice.claim_sort}")


OWN = (
    Parameter("claim", "claim", _claim),
    Parameter("verdict", "verdicts", _verdicts, write=_write_verdicts),
    Parameter("article", "claim_article", _article, notice="claim_article"),
    Parameter("speaker", "speaker", _speaker),
    Parameter("subject", "claim_subject", _subject, notice="claim_subject"),
    Parameter("evidence", "evidence", _evidence),
    _month("from", "claims_from"),
    _month("to", "claims_to"),
    switch("tested"),
    Parameter(
        "sort", "claim_sort", _sort, notice="option", label=f"{SECTION}.sort", options=tuple(claim_selection.SORTS)
    ),
    switch("due"),
)
