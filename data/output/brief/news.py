"""The newest articles on a country and the United States."""

from typing import Any

import pandas as pd

from data.analysis.headline import USA
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.package import articles, names
from data.package.articles import Asked
from data.vocabulary.language import spoken

MOST = 4


def blocks(iso3: str) -> tuple[Block, ...]:
    """The newest articles on ties, one row each, with their topics and our summary."""
    rows = articles.snippets(Asked(country=None if iso3 == USA else iso3))
    rows = rows[rows["on_ties"].astype(bool)]
    country = said.partner(iso3)
    if rows.empty:
        return (Words(said.word("news_none", country=country)),)
    found = [group.to_dict("records") for _, group in rows.groupby("article_id", sort=False)]
    columns = (
        Column(said.word("news_day"), width_pct=11),
        Column(said.word("news_article"), width_pct=38),
        Column(said.word("news_summary")),
    )
    title = said.word("news_title", country=country)
    note = said.counted("news_note", len(found), shown=min(MOST, len(found)))
    return (Table(title, columns, tuple(map(_row, found[:MOST])), note),)


def _row(snippets: list[dict[Any, Any]]) -> tuple[Cell, ...]:
    first = snippets[0]
    topics = ", ".join(dict.fromkeys(names.of("topic", one["topic"]) for one in snippets))
    title = f"{first['publisher']}: {_title(first)}"
    return Cell(str(first["published"])), Cell(title, first["source_id"]), Cell(f"{first['summary']} ({topics})")


def _title(article: dict[Any, Any]) -> str:
    is_own = article["language"] == spoken() or pd.isna(article["title_en"])
    return str(article["title"] if is_own else article["title_en"])
