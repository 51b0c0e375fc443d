"""Ways from one page to what is on another: an indicator on the map, a row of a table, the news on something."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.markdown import literal
from components.reader import choice as choices
from components.reader import link, session, wanted
from components.reader.choice import CLAIMS, DATA, NEWS, STORY, Choice
from components.reader.parameters import PAGES
from components.words import counted, word
from data import indicators
from data.analysis import article_links, claim_selection
from data.analysis.article_links import Spoken
from data.package import articles, countries
from data.package.articles import Asked


def _open(page: str, label: str, icon: str, more: dict[str, str] | None = None, **changes: Any) -> None:
    """A link to a page with some of the choice changed; what of it the page's link has beside, in `more`."""
    params = link.write(replace(session.current(), **changes), page) | (more or {})
    file = f"components/pages/{PAGES[page].name}.py"
    st.page_link(file, label=label, query_params=params, icon=f":material/{icon}:")


def view(page: str, choice: Choice, label: str) -> None:
    """A link to a page as a choice has it, whatever the reader has chosen."""
    file = f"components/pages/{PAGES[page].name}.py"
    st.page_link(file, label=label, query_params=link.write(choice, page), icon=f":material/{PAGES[page].icon}:")


def story(name: str, step: int, label: str) -> None:
    """A link to a step of a story."""
    view(STORY, replace(choices.default(), story=name, step=step, lang=session.current().lang), label)


def indicator(spoken: Spoken) -> None:
    """A link to the map of an indicator, in the country and the year spoken of, as far as there are figures."""
    one = indicators.get(spoken.indicator_id)
    years = indicators.years(one.id)
    year = indicators.default_year(one.id) if spoken.year is None else choices.nearest(years, spoken.year)
    place = f"{countries.name(spoken.country)}, {year}" if spoken.country else str(year)
    country = spoken.country or session.current().country
    _open("", literal(f"{one.title}: {place}"), "map", indicator=one.id, year=year, country=country)


def row(table: str, row_id: str, label: str) -> None:
    """A link to a row of a table on the Data page."""
    _open(DATA, literal(label), "table_rows", more={"rows": row_id}, table=table)


def news(asked: Asked, label: str, indicator_id: str | None = None) -> None:
    """A link to the articles that are asked for, whatever was asked of the news before; with an indicator, those that
    speak of it."""
    _open(
        NEWS,
        literal(label),
        "newspaper",
        country=asked.country,
        topic=asked.topic,
        q=asked.search,
        publisher=None,
        written_in=None,
        news_from=None,
        news_to=None,
        about=indicator_id is not None,
        indicator=indicator_id or session.current().indicator,
    )


def articles_on(indicator_id: str) -> None:
    """A link to the articles that speak of an indicator, on the chosen country where one is chosen; none for many."""
    asked = Asked(country=session.current().country, among=article_links.articles_on(indicator_id))
    count = articles.snippets(asked)["article_id"].nunique() if asked.among else 0
    if count:
        of = word("news.of_country", country=countries.name(asked.country)) if asked.country else ""
        news(asked, counted("news.on_indicator", count, of=of), indicator_id)


def claim(claim_id: str, label: str) -> None:
    """A link to a claim beside all others."""
    _open(CLAIMS, literal(label), "gavel", **{**wanted.EVERY_CLAIM, "country": None, "claim": claim_id})


def claims(label: str, **asked: Any) -> None:
    """A link to the claims of a country, of an article, or that an indicator tests, whatever was asked for before."""
    _open(CLAIMS, literal(label), "gavel", **{**wanted.EVERY_CLAIM, "country": None, **asked})


def claims_on(indicator_id: str) -> None:
    """A link to the claims that an indicator tests; none where it tests none."""
    count = len(claim_selection.on_indicator(indicator_id))
    if count:
        claims(counted("claims.on_indicator", count), indicator=indicator_id, tested=True)
