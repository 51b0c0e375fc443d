"""A claim in full: the words, who said them and where, said and recorded, how the verdict was worked out, what else is
on record, and the ways on."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.markdown import literal
from components.widgets.claims import chart, take
from components.widgets.common import claim_texts, claims, links, prose
from components.widgets.common.claim_texts import LIMITS
from components.words import word
from data import indicators
from data.analysis import claim_articles, claim_facts, judges, search_things
from data.analysis.claim_facts import Fact
from data.package import countries
from data.package.articles import Asked
from data.subjects import number_format
from data.vocabulary import terms


def show(claim_id: str, *, is_among: bool) -> None:
    """The card; `is_among` says whether the claim is one of those that the filters leave."""
    fact = claim_facts.get(claim_id)
    with prose.anew("claims_told", claim_id, is_among), st.container(border=True):
        if not is_among:
            st.caption(word("claims.outside"))
        st.markdown(f"## “{literal(fact.row['claim'])}”")
        parts = [_said(fact), *claim_texts.compared(fact), claim_texts.ruled(fact)]
        st.markdown("\n\n".join(parts))
        _article(fact)
        if fact.leading is not None:
            st.markdown(_working(fact, fact.leading))
        chart.show(fact)
        st.markdown("\n\n".join([*_others(fact), *claim_texts.remarks(fact)]))
        claims.indicators_of(fact)
        take.show(fact)


def _said(fact: Fact) -> str:
    row = fact.row
    who = ", ".join(str(one) for one in (row["speaker"], row["speaker_role"], row["date"]) if one)
    return f":small[{literal(who)} · {claim_texts.cited_sources(row['source_id'], row['locator'])}]"


def _article(fact: Fact) -> None:
    """The way to the article, among all that the atlas has."""
    told = claim_articles.every().get(str(fact.row["article_id"]))
    if told is None:
        st.caption(word("claims.article_unknown"))
        return
    label = word("claims.in_news", title=told.title, publisher=told.publisher, published=told.published)
    links.news(Asked(search=search_things.cut(told.own_title)), label)


def _working(fact: Fact, test: Mapping[Any, Any]) -> str:
    """Series, formula, rule and tolerance of the test that the verdict rests on, line by line."""
    indicator = indicators.get(str(test["indicator"]))
    places = ", ".join(countries.name(one) for one in str(test["countries"]).split(";"))
    is_size = test["relation"] not in judges.WITHOUT_DIFFERENCE
    lines = [
        ("series", f"{indicator.title}: {places}, {test['year']}"),
        ("relation", word(f"claims.relation_{test['relation']}")),
        ("tolerance", word("claims.tolerance_size", **LIMITS) if is_size else word("claims.tolerance_none")),
        ("evidence_class", terms.evidence(str(test["evidence"])) if test["evidence"] else ""),
    ]
    told = [f"**{literal(word('claims.working'))}:** {literal(_formula(fact))}"]
    told += [f"{literal(word(f'claims.{name}'))}: {literal(text)}" for name, text in lines if text]
    return "  \n".join(told)


def _formula(fact: Fact) -> str:
    """The number said over the one on record, and how far off that is."""
    claimed, value, off = (fact.found[name] for name in ("claimed_value", "value", "difference_pct"))
    if off is None or not value:
        return word("claims.formula_none")
    return word(
        "claims.formula",
        said=claim_texts.number(claimed, fact.found["unit"]),
        recorded=claim_texts.number(value, fact.found["unit"]),
        times=number_format.plain(claimed / value, 2),
        percent=number_format.plain(off, 1),
    )


def _others(fact: Fact) -> list[str]:
    """The tests that the verdict does not rest on."""
    others = [one for one in fact.tests if one is not fact.leading and one != fact.leading]
    if not others:
        return []
    return [f"**{literal(word('claims.other_tests'))}:**\n\n{claim_texts.tests_listed(fact, others)}"]
