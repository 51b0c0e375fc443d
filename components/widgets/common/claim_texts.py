"""What is on record of a claim, part by part, as Markdown: the words, the numbers, the rule, every test of it.

The panel (`claims.py`) and the card of the Claims page are made of these."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.markdown import linked, literal
from components.widgets.common.mentions import cited
from components.words import word
from data.analysis import claim_series, judges
from data.analysis.claim_facts import Fact
from data.package import names, sources
from data.subjects import number_format
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
LIMITS = {"close": int(judges.CLOSE_PCT), "rough": int(judges.ROUGH_PCT), "factor": int(judges.FACTOR)}


def told(verdict: str) -> str:
    """A verdict as a badge in Markdown."""
    sign, colour = BADGES[verdict]
    return f":{colour}-badge[{sign} {literal(terms.verdict(verdict))}]"


def said(fact: Fact) -> str:
    """The words of the claim, who said them and when, and where they stand."""
    row = fact.row
    who = ", ".join(str(one) for one in (row["speaker"], row["speaker_role"], row["date"]) if one)
    return f"“{literal(row['claim'])}”  \n:small[{literal(who)} · {cited_sources(row['source_id'], row['locator'])}]"


def compared(fact: Fact) -> list[str]:
    """What was claimed and what is on record, each with the time it stands for, and how far the claim is off."""
    row, found = fact.row, fact.found
    lines = []
    if found["claimed_value"] is not None:
        period = f" ({row['claimed_period']})" if row["claimed_period"] else ""
        lines.append((word("claims.claimed"), literal(f"{number(found['claimed_value'], found['unit'])}{period}")))
    if found["value"] is not None:
        lines.append((word("claims.recorded"), measured(found, str((fact.leading or {}).get("source_id", "")))))
    if found["difference_pct"] is not None:
        off = number_format.plain(found["difference_pct"], 1)
        lines.append((word("claims.off"), literal(word("claims.off_by", percent=off))))
    return ["  \n".join(f"**{name}:** {text}" for name, text in lines)] if lines else []


def measured(found: Mapping[Any, Any], source_ids: str) -> str:
    """A figure with its unit, its year and its sources."""
    year = f" ({found['year']})" if found["year"] is not None else ""
    value = found["value"]
    shown = terms.standing(value) if isinstance(value, str) else number(value, found["unit"])
    return f"{literal(f'{shown}{year}')} · {cited_sources(source_ids)}" if source_ids else literal(f"{shown}{year}")


def number(value: float, unit: Any) -> str:
    """A number in full with its unit."""
    shown_unit = names.unit(str(unit)) if unit else ""
    # A year is no amount, so it is not grouped.
    shown = str(int(value)) if unit == "year" else number_format.exact(float(value))
    return f"{shown} {shown_unit}".rstrip()


def ruled(fact: Fact) -> str:
    """The verdict with its rule, and why it came out so."""
    found = fact.found
    why = [terms.verdict_reason(str(found["reason"]))]
    why += [terms.evidence(str(found["evidence"]))] if found["evidence"] else []
    why += [terms.timing(str(found["timing"]))] if found["timing"] else []
    lines = [(word("claims.verdict"), f"{told(fact.verdict)} {literal(terms.verdict_rule(fact.verdict, **LIMITS))}")]
    lines.append((word("claims.why"), literal("; ".join(dict.fromkeys(why)))))
    return "  \n".join(f"**{name}:** {text}" for name, text in lines)


def tests(fact: Fact) -> list[str]:
    """Every test with what it found: the year it looked at, the word or why it decides nothing, its note."""
    if not fact.tests:
        return []
    return [f"**{word('claims.tests')}:**\n\n{tests_listed(fact, fact.tests)}"]


def tests_listed(fact: Fact, listed: Sequence[Mapping[Any, Any]]) -> str:
    """Tests of a claim as the points of a list."""
    would = claim_series.would_give(fact.claim_id)
    return "\n".join(f"- {_test(one, would.get(int(one['test'])))}" for one in listed)


def _test(test: Mapping[Any, Any], would: str | None) -> str:
    came_to = terms.verdict(str(test["word"])) if test["word"] else terms.verdict_reason(str(test["reason"]))
    if would:
        came_to = word("claims.would_give", reason=came_to, verdict=terms.verdict(would))
    part = f"{literal(test['part'])}: " if test["part"] else ""
    value = literal(word("claims.no_value")) if test["value"] is None else measured(test, str(test["source_id"] or ""))
    worth = f" ({literal(terms.evidence(str(test['evidence'])))})" if test["evidence"] else ""
    note = f" :small[{cited(str(test['note']))}]" if test["note"] else ""
    return f"{part}{value}{worth}: {literal(came_to)}.{note}"


def remarks(fact: Fact) -> list[str]:
    """What is not tested, what would decide it and when, and what else is to be known."""
    row = fact.row
    named = (("untested", "claims.untested"), ("decided_by", "claims.decided_by"), ("due_date", "claims.due"))
    lines = [f"**{word(key)}:** {cited(str(row[column]))}" for column, key in named if row[column]]
    lines += [f"**{word('number.remark')}** {cited(str(row['note']))}"] if row["note"] else []
    lines += [cited(str(row["test_note"]))] if row["test_note"] and not fact.tests else []
    return lines


def cited_sources(source_ids: Any, locator: Any = None) -> str:
    """Sources as links with the name of the publisher, and the place in them."""
    cited_ones = [linked(one.publisher, one.url, hint=one.title) for one in sources.describe(str(source_ids or ""))]
    place = f", {literal(locator)}" if locator else ""
    return "; ".join(cited_ones) + place
