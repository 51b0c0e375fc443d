"""Claims for machines, as schema.org has them: a `ClaimReview` for each with a verdict, a `Claim` for all others.

A rating stands only where there is one: a forecast and what cannot be tested have none, nor has a claim whose verdict
would tell a figure that may not be passed on. Addresses of the atlas are there only where its site is told (or stands
in the descriptor as `homepage`); those of articles and of the evidence are always."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from data.analysis import claim_facts, claim_tests, claims
from data.analysis.claim_facts import Fact
from data.analysis.judges import CLOSE_PCT, FACTOR, ROUGH_PCT
from data.analysis.verdicts import BEST_FIRST
from data.output import judged
from data.package import addresses, descriptor, names, sources
from data.package.snapshot import kept
from data.package.sources import Source
from data.package.statuses import LEFT_OUT
from data.vocabulary import terms

CONTEXT = "https://schema.org"
# From the worst to the best.
RATINGS = {word: len(BEST_FIRST) - place for place, word in enumerate(BEST_FIRST)}
PAGE = "claims"
# What stands as the office of a speaker that is no person.
OF_ORGANISATIONS = {
    "agency",
    "association",
    "broadcaster",
    "company",
    "digest",
    "embassy",
    "government",
    "magazine",
    "ministry",
    "news agency",
    "news digest",
    "news site",
    "newspaper",
    "official",
    "research note",
    "think tank",
}
# A person of whom the article has no more than the office.
UNNAMED = "Head of "
PRESS = "news"
_ASIDE = re.compile(r"\s*\([^)]*\)$")
Thing = dict[str, Any]


def of_claim(claim_id: str, site: str = "") -> Thing:
    """A claim with its verdict, or without where it has none. Raises UnknownId."""
    fact, home = claim_facts.get(claim_id), _home(site)
    is_held = claim_id in judged.held()
    item = _claim(fact)
    if is_held or fact.verdict not in RATINGS:
        why = terms.verdict(LEFT_OUT) if is_held else _why(fact)
        return {"@context": CONTEXT, **item, "description": why, **_address(claim_id, home), "version": _version()}
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        **_address(claim_id, home),
        "datePublished": descriptor.released(),
        "version": _version(),
        "author": _author(home),
        "claimReviewed": str(fact.row["claim"]),
        "itemReviewed": item,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[fact.verdict],
            "worstRating": 1,
            "bestRating": len(RATINGS),
            "alternateName": terms.verdict(fact.verdict),
            "ratingExplanation": _explained(fact),
        },
        "isBasedOn": [_evidence(one) for one in _behind(fact)],
        "license": descriptor.package()["licenses"][0]["path"],
    }


def every(site: str = "") -> list[Thing]:
    """All claims, in the order of their table."""
    return [of_claim(str(claim_id), site) for claim_id in claims.verdicts()["claim_id"]]


def as_json(claim_ids: Sequence[str] = (), site: str = "") -> bytes:
    """One claim as an object, several as a list, all where none is named."""
    made = [of_claim(one, site) for one in claim_ids] if claim_ids else every(site)
    whole = made[0] if len(claim_ids) == 1 else made
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def _home(site: str) -> str:
    return (site or str(descriptor.package().get("homepage", ""))).rstrip("/")


def _version() -> str:
    return descriptor.version()


def _address(claim_id: str, home: str) -> Thing:
    return {"url": f"{home}/{PAGE}?{urlencode({'claim': claim_id})}"} if home else {}


def _author(home: str) -> Thing:
    whole = descriptor.package()
    made = {"@type": "Organization", "name": whole["contributors"][0]["title"]}
    return {**made, "url": home} if home else made


def _claim(fact: Fact) -> Thing:
    row = fact.row
    return {
        "@type": "Claim",
        "identifier": fact.claim_id,
        "text": str(row["claim"]),
        "datePublished": str(row["date"]),
        "author": _speaker(row),
        "appearance": _appearance(row),
    }


def _speaker(row: Mapping[Any, Any]) -> Thing:
    """Who said it: what stands in brackets behind a name says how it came to us, and is no part of it."""
    name, role = _ASIDE.sub("", str(row["speaker"])), str(row["speaker_role"] or "")
    if role in OF_ORGANISATIONS and not name.startswith(UNNAMED):
        return {"@type": "Organization", "name": name}
    return {"@type": "Person", "name": name, **({"jobTitle": role} if role not in OF_ORGANISATIONS else {})}


@kept()
def _articles() -> dict[str, Mapping[Any, Any]]:
    return {str(row["article_id"]): row for row in claim_tests.rows("articles")}


def _appearance(row: Mapping[Any, Any]) -> Thing:
    """The article that the claim stands in; its source where the atlas has no such article."""
    (source, *_) = sources.describe(str(row["source_id"]))
    article = _articles().get(str(row["article_id"]))
    made = {"@type": "NewsArticle" if source.kind == PRESS else "WebPage"}
    if article is None:
        return made | {"headline": source.title, **_published(source), **_link(source.url)}
    said = {"headline": str(article["title"]).strip("[]"), "datePublished": str(article["published"])}
    publisher = {"@type": "Organization", "name": str(article["publisher"])}
    return made | said | {"inLanguage": article["language"], "publisher": publisher, **_link(str(article["url"]))}


def _behind(fact: Fact) -> list[Source]:
    """The sources of the tests that decide."""
    ids = [str(one["source_id"]) for one in fact.tests if one["word"] and one["source_id"]]
    return list(sources.describe(";".join(dict.fromkeys(part for one in ids for part in one.split(";")))))


def _evidence(source: Source) -> Thing:
    publisher = {"@type": "Organization", "name": source.publisher}
    return {"@type": "CreativeWork", "name": source.title, "publisher": publisher} | _link(source.url)


def _published(source: Source) -> Thing:
    return {"datePublished": source.published} if source.published else {}


def _link(url: str) -> Thing:
    return {} if addresses.fault(url) else {"url": url}


def _why(fact: Fact) -> str:
    """Why there is no rating; of a forecast, from when on there can be one."""
    reason = f"{terms.verdict(fact.verdict)}: {terms.verdict_reason(str(fact.found['reason']))}"
    due = fact.found["due_date"]
    return f"{reason} ({due})" if due else reason


def _explained(fact: Fact) -> str:
    """Said and recorded, the rule with its limits, and why it came out so."""
    found, limits = fact.found, {"close": CLOSE_PCT, "rough": ROUGH_PCT, "factor": FACTOR}
    said = []
    if found["claimed_value"] is not None and found["difference_pct"] is not None:
        unit = names.unit(str(found["unit"]))
        said.append(f"{judged.text(found['claimed_value'])} / {judged.text(found['value'])} {unit} ({found['year']})")
    rule = terms.verdict_rule(fact.verdict, **{name: f"{limit:g}" for name, limit in limits.items()})
    why = terms.verdict_reason(str(found["reason"]))
    return f"{'. '.join([*said, rule.rstrip('.'), why[:1].upper() + why[1:]])}."
