"""The News page without a browser, and what all pages have: one first heading, headings in order, a title."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import session
from components.reader.parameters import PAGES
from components.widgets.common import claim_texts as badges
from components.words import counted, word
from data.analysis import article_links, claims, news
from data.package import articles
from data.package.articles import Asked

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
SEED = "pantau-2025-11-06-seed"
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
VERDICTS = claims.verdicts().set_index("claim_id")["verdict"]
# A link to each page on which most of its headings are shown.
FULL = {"": {"country": "TJK"}, "news": {"q": "antimony"}, "data": {"table": "us_trade"}}


def opened(page: str = "news", **parts: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    if page:
        app.run()
        app.switch_page(f"components/pages/{PAGES[page].name}.py")
    for name, value in parts.items():
        app.query_params[name] = value
    return app.run()


def headings(app: AppTest) -> list[tuple[int, str]]:
    return [(len(signs), text) for one in app.markdown for signs, text in HEADING.findall(one.value)]


def labels(app: AppTest) -> list[str]:
    """What stands on the badges."""
    return [one.label for one in app.button if (one.key or "").startswith("claim_")]


@pytest.mark.parametrize("page", PAGES)
def test_page_has_one_first_heading_and_no_level_is_skipped(page):
    app = opened(page, **FULL.get(page, {}))
    levels = [level for level, _ in headings(app)]
    assert headings(app)[0] == (1, word(f"{PAGES[page].name}.title"))
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) <= 3


def test_titles_of_the_tabs_differ_and_name_the_atlas():
    titles = {word("app.tab", page=word(f"{page.name}.title")) for page in PAGES.values()}
    assert len(titles) == len(PAGES)
    assert all(title.endswith(word("app.name")) for title in titles)


def test_each_filter_of_the_link_narrows_and_all_are_taken_back_at_once():
    app = opened(country="TJK", topic="critical minerals", q="antimony", **{"from": "2025-01", "to": "2025-12"})
    asked = Asked("TJK", "critical minerals", "antimony", since="2025-01", until="2025-12")
    count = articles.snippets(asked)["article_id"].nunique()
    assert 0 < count < 20
    assert (2, counted("news.count", count, shown=min(8, count))) in headings(app)
    next(one for one in app.button if one.label == word("news.clear")).click().run()
    every = articles.snippets()["article_id"].nunique()
    assert (2, counted("news.count", every, shown=8)) in headings(app)
    assert not {"country", "topic", "q", "from", "to"} & set(app.query_params)


def test_more_articles_are_shown_and_still_there_after_a_look_at_another_page():
    app = opened(publisher="trend-news-agency")
    count = articles.snippets(Asked(publisher="trend-news-agency"))["article_id"].nunique()
    app.button(key="news_more").click().run()
    assert (2, counted("news.count", count, shown=16)) in headings(app)
    app.switch_page("components/pages/data.py").run()
    app.switch_page("components/pages/news.py").run()
    assert (2, counted("news.count", count, shown=16)) in headings(app)


def test_badges_of_an_article_are_the_verdicts_of_the_command_line():
    app = opened(q="metal", publisher="pantau")
    app.button(key=f"opens_claims_news_{SEED}").click().run()
    wanted = [badges.told(VERDICTS[claim_id]) for claim_id in article_links.claims_of(SEED)]
    assert [label[: len(told)] for label, told in zip(labels(app), wanted, strict=True)] == wanted


def test_country_on_the_overview_has_its_claims_and_the_way_to_all_articles():
    app = opened("", country="TJK", topic="trade")
    assert any(label.startswith(badges.told("supported")) for label in labels(app))
    link = next(one.proto for one in app.get("page_link") if "News" in one.proto.label)
    assert "country=TJK" in link.query_string
    assert "topic=trade" in link.query_string


def test_articles_on_an_indicator_are_all_that_is_shown_with_the_switch_on():
    app = opened(indicator="production.antimony", about="on")
    count = articles.snippets(Asked(among=article_links.articles_on("production.antimony")))["article_id"].nunique()
    assert (2, counted("news.count", count, shown=min(8, count))) in headings(app)
    app.toggle(key="about").set_value(False).run()
    assert app.session_state[session.CHOICE].about is False
    assert (2, counted("news.count", len(articles.texts()), shown=8)) in headings(app)


def test_period_that_ends_before_it_begins_says_so():
    app = opened(**{"from": "2026-01", "to": "2025-01"})
    assert [one.value for one in app.info] == [word("news.backward")]


def test_answer_counts_what_is_shown():
    app = opened(country="KAZ")
    rows = articles.snippets(Asked("KAZ")).drop_duplicates("article_id")
    (answer,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    assert str(len(rows)) in answer
    assert rows["published"].max() in answer
    assert str(news.fullest(news.by_month(Asked("KAZ")))[1]) in answer
