"""A claim with its verdict as a badge: sign, word and colour; behind it all that is on record of the claim."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.figures import number_format
from components.markdown import linked, literal
from components.reader import session
from components.widgets.common import links, panel
from components.widgets.common.mentions import cited
from components.words import counted, word
from data import indicators
from data.analysis import claim_facts, judges
from data.analysis.article_links import Spoken
from data.analysis.claim_facts import Fact
from data.package import names, sources
from data.vocabulary import terms

# Sign and colour; the sign and the word say it without the colour.
BADGES = {
    "supported": ("✓", "green"),
    "roughly": ("≈", "blue"),
    "depends": ("±", "violet"),
    "not_supported": ("≠", "orange"),
    "contradicted": ("✕", "red"),
    "not_checkable": ("?", "gray"),
    "forecast": ("»", "gray"),
    "due": ("!", "gray"),
}
ICON = ":material/gavel:"
FIRST = 3
WHOLE = "claims_whole_of"
LIMITS = {"close": int(judges.CLOSE_PCT), "rough": int(judges.ROUGH_PCT), "factor": int(judges.FACTOR)}


def told(verdict: str) -> str:
    """A verdict as a badge in Markdown."""
    sign, colour = BADGES[verdict]
    return f":{colour}-badge[{sign} {literal(terms.verdict(verdict))}]"


def badges(claim_ids: Sequence[str], place: str) -> None:
    """One badge for each claim, of many the first, and a button for the rest; `place` is where on the page."""
    whole = session.kept(WHOLE, frozenset())
    shown = claim_ids if place in whole or len(claim_ids) == FIRST + 1 else claim_ids[:FIRST]
    for claim_id in shown:
        badge(claim_id, place)
    left = len(claim_ids) - len(shown)
    if left:
        shows = partial(session.keep, WHOLE, whole | {place})
        st.button(counted("claims.more", left), on_click=shows, key=f"opens_claims_{place}", type="tertiary")


def badge(claim_id: str, place: str) -> None:
    """The verdict and the words of a claim; a click opens what is on record of it, which is sent only then."""
    fact = claim_facts.get(claim_id)
    st.button(
        f"{told(fact.verdict)} {literal(fact.row['claim'])}",
        key=f"claim_{place}_{claim_id}",
        on_click=panel.ask,
        args=("claims.title", ICON, show, claim_id),
        type="tertiary",
    )


def show(claim_id: str) -> None:
    """All that is on record of a claim."""
    fact = claim_facts.get(claim_id)
    st.markdown("\n\n".join([_said(fact), *_compared(fact), _ruled(fact), *_tests(fact), *_remarks(fact)]))
    for indicator_id in dict.fromkeys(str(one["indicator"]) for one in fact.tests):
        links.indicator(_first(fact, indicator_id))


def _said(fact: Fact) -> str:
    row = fact.row
    who = ", ".join(str(one) for one in (row["speaker"], row["speaker_role"], row["date"]) if one)
    return f"“{literal(row['claim'])}”  \n:small[{literal(who)} · {_sources(row['source_id'], row['locator'])}]"


def _compared(fact: Fact) -> list[str]:
    """What was claimed and what is on record, each with the time it stands for, and how far the claim is off."""
    row, found = fact.row, fact.found
    lines = []
    if found["claimed_value"] is not None:
        period = f" ({row['claimed_period']})" if row["claimed_period"] else ""
        lines.append((word("claims.claimed"), literal(f"{_number(found['claimed_value'], found['unit'])}{period}")))
    if found["value"] is not None:
        leading = next((one for one in fact.tests if one["value"] == found["value"]), {})
        lines.append((word("claims.recorded"), _measured(found, str(leading.get("source_id", "")))))
    if found["difference_pct"] is not None:
        off = number_format.plain(found["difference_pct"], 1)
        lines.append((word("claims.off"), literal(word("claims.off_by", percent=off))))
    return ["  \n".join(f"**{name}:** {text}" for name, text in lines)] if lines else []


def _measured(found: Mapping[Any, Any], source_ids: str) -> str:
    year = f" ({found['year']})" if found["year"] is not None else ""
    value = found["value"]
    shown = terms.standing(value) if isinstance(value, str) else _number(value, found["unit"])
    return f"{literal(f'{shown}{year}')} · {_sources(source_ids)}" if source_ids else literal(f"{shown}{year}")


def _number(value: float, unit: Any) -> str:
    said = names.unit(str(unit)) if unit else ""
    # A year is no amount, so it is not grouped.
    shown = str(int(value)) if unit == "year" else number_format.exact(float(value))
    return f"{shown} {said}".rstrip()


def _ruled(fact: Fact) -> str:
    found = fact.found
    why = [terms.verdict_reason(str(found["reason"]))]
    why += [terms.evidence(str(found["evidence"]))] if found["evidence"] else []
    why += [terms.timing(str(found["timing"]))] if found["timing"] else []
    lines = [(word("claims.verdict"), f"{told(fact.verdict)} {literal(terms.verdict_rule(fact.verdict, **LIMITS))}")]
    lines.append((word("claims.why"), literal("; ".join(dict.fromkeys(why)))))
    return "  \n".join(f"**{name}:** {text}" for name, text in lines)


def _tests(fact: Fact) -> list[str]:
    """Every test with what it found: the year it looked at, the word or why it decides nothing, its note."""
    if not fact.tests:
        return []
    return [f"**{word('claims.tests')}:**\n\n" + "\n".join(f"- {_test(one)}" for one in fact.tests)]


def _test(test: Mapping[Any, Any]) -> str:
    came_to = terms.verdict(str(test["word"])) if test["word"] else terms.verdict_reason(str(test["reason"]))
    part = f"{test['part']}: " if test["part"] else ""
    value = literal(word("claims.no_value")) if test["value"] is None else _measured(test, str(test["source_id"] or ""))
    worth = f" ({literal(terms.evidence(str(test['evidence'])))})" if test["evidence"] else ""
    note = f" :small[{cited(str(test['note']))}]" if test["note"] else ""
    return f"{literal(part)}{value}{worth}: {literal(came_to)}.{note}"


def _remarks(fact: Fact) -> list[str]:
    row = fact.row
    named = (("untested", "claims.untested"), ("decided_by", "claims.decided_by"), ("due_date", "claims.due"))
    lines = [f"**{word(key)}:** {cited(str(row[column]))}" for column, key in named if row[column]]
    lines += [f"**{word('number.remark')}** {cited(str(row['note']))}"] if row["note"] else []
    lines += [cited(str(row["test_note"]))] if row["test_note"] and not fact.tests else []
    return lines


def _sources(source_ids: Any, locator: Any = None) -> str:
    cited_ones = [linked(one.publisher, one.url, hint=one.title) for one in sources.describe(str(source_ids or ""))]
    place = f", {literal(locator)}" if locator else ""
    return "; ".join(cited_ones) + place


def _first(fact: Fact, indicator_id: str) -> Spoken:
    """The indicator as the first test by it looks at it."""
    test = next(one for one in fact.tests if one["indicator"] == indicator_id)
    countries = str(test["countries"]).split(";")
    return Spoken(
        indicators.current(indicator_id),
        countries[0] if len(countries) == 1 else None,
        None if test["year"] is None else int(test["year"]),
    )
