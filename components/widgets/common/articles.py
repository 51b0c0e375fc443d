"""One article as a card: title, publisher, date, what it says of a country, its claims with their verdicts, and what it
speaks of that is in the atlas."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import linked, literal
from components.widgets.common import claims, folds, links
from components.words import counted, word, words
from data.analysis import article_links
from data.package import countries, names, tables
from data.package.snapshot import kept
from data.vocabulary.language import spoken

BETWEEN = " · "
Snippet = Mapping[Any, Any]


def grouped(snippets: pd.DataFrame) -> Iterator[list[Snippet]]:
    """The snippets of each article, in the order of the frame, whose columns are those of `articles.COLUMNS`."""
    found: dict[str, list[Snippet]] = {}
    for row in snippets.to_dict("records"):
        found.setdefault(row["article_id"], []).append(row)
    yield from found.values()


def card(snippets: Sequence[Snippet], place: str) -> None:
    """An article by its snippets; `place` is the page's part that it stands in."""
    first = snippets[0]
    article_id = str(first["article_id"])
    facts = [first["publisher"], first["published"]]
    facts += [word(f"news.date_{first['date_basis']}")] if first["date_basis"] != "page" else []
    facts += [words("languages").get(first["language"], first["language"])] if first["language"] != spoken() else []
    facts += [] if first["on_ties"] else [word("news.other")]
    with st.container(border=True):
        st.markdown(f"### {linked(title(first), first['url'])}")
        st.caption("  \n".join([BETWEEN.join(map(literal, facts)), *other_title(first)]))
        st.markdown("\n\n".join(_snippet(row) for row in snippets))
        claim_ids = article_links.claims_of(article_id)
        if claim_ids:
            claims.badges(claim_ids, f"{place}_{article_id}")
        _speaks_of(article_id, place)
        if len(claim_ids) > 1:
            links.claims(counted("claims.in_article", len(claim_ids)), claim_article=article_id)


def title(article: Snippet) -> str:
    """The title in the reader's language: as it is on the page where that is in it, else our English one."""
    is_own = article["language"] == spoken() or pd.isna(article["title_en"])
    return str(article["title"] if is_own else article["title_en"])


def other_title(article: Snippet) -> list[str]:
    """The title as it is on the page, where what stands above it is not that, and whose words those are."""
    name = words("languages").get(article["language"], article["language"])
    if article["is_own_title"]:
        return [literal(word("news.own_title", language=name))]
    if title(article) == article["title"]:
        return []
    return [literal(word("news.original", language=name, title=article["title"]))]


def _snippet(row: Snippet) -> str:
    about = word("news.region") if row["scope"] == "region" else countries.name(row["iso3"])
    text = f":small[**{literal(about)}** · {literal(names.of('topic', row['topic']))}]  \n{literal(row['summary'])}"
    return text if pd.isna(row["quote"]) else f"{text}\n\n{_quotation(row)}"


def _quotation(row: Snippet) -> str:
    lines = [f"> “{literal(row['quote'])}”"]
    if "[" in row["quote"]:
        lines.append(f"> :small[{literal(word('news.inserted'))}]")
    if not pd.isna(row["quote_translation"]) and row["quote_translation"] != row["quote"]:
        lines.append(f"> {literal(word('news.translation'))}: “{literal(row['quote_translation'])}”")
    if not pd.isna(row["quote_speaker"]):
        lines.append(f"> — {literal(row['quote_speaker'])}")
    return "\n>\n".join(lines)


def _speaks_of(article_id: str, place: str) -> None:
    """Indicators and deals that an article speaks of, folded: their links are long, and most readers read on."""
    spoken_of, deals = article_links.indicators_of(article_id), article_links.deals_of(article_id)
    if not spoken_of and not deals:
        return
    label = counted("news.speaks_of", len(spoken_of) + len(deals))
    with folds.fold(f"speaks_{place}_{article_id}", label, icon=":material/monitoring:") as fold:
        if fold.open:
            for one in spoken_of:
                links.indicator(one)
            for deal_id in deals:
                links.row("deals", deal_id, word("news.deal", title=_deals()[deal_id]))


@kept()
def _deals() -> dict[str, str]:
    frame = tables.load("deals")
    return dict(zip(frame["deal_id"], frame["title"], strict=True))
