"""The news: what is asked for is found, by month it is counted, and it is tied to claims, deals and indicators."""

import pandas as pd
import pytest

from data import indicators
from data.analysis import article_links, claim_facts, claims, news
from data.checks.rules.articles import TOPICS
from data.package import articles, tables
from data.package.articles import EVERYTHING, Asked
from data.vocabulary.folding import folded, named, pattern

SEED = "pantau-2025-11-06-seed"
ALL = articles.snippets()


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (Asked(topic="uranium"), ALL["topic"] == "uranium"),
        (Asked(language="ru"), ALL["language"] == "ru"),
        (Asked(publisher="asia-plus"), ALL["publisher"] == "Asia-Plus"),
        (Asked(since="2026-01"), ALL["published"].str[:4] == "2026"),
        (Asked(since="2025-11", until="2025-11"), ALL["published"].str.startswith("2025-11")),
        (Asked(until="2015-12"), ALL["published"].str[:4] == "2015"),
        (Asked(since="2026-01", until="2025-01"), ALL["topic"].isna()),
        (Asked(among=frozenset([SEED])), ALL["article_id"] == SEED),
    ],
)
def test_each_filter_keeps_its_rows_and_their_order(asked, kept):
    pd.testing.assert_frame_equal(articles.snippets(asked), ALL[kept].reset_index(drop=True))


def test_article_dated_by_the_year_is_in_a_period_that_holds_the_whole_year():
    only_year = set(ALL.loc[ALL["published"] == "2025", "article_id"])
    assert only_year
    found = {
        until: set(articles.snippets(Asked(since="2025-01", until=until))["article_id"])
        for until in ("2025-11", "2025-12")
    }
    assert only_year <= found["2025-12"]
    assert not only_year & found["2025-11"]


@pytest.mark.parametrize(
    ("text", "wanted", "is_found"),
    [
        ("Ёлка и Zelenskyj’s O‘zbekiston", "елка ZELENSKYJS ozbekiston", True),
        ("Mining in Kazakhstan", "kazakhstan min", True),
        ("The railway and the aid", "AI", False),
        ("An AI centre", "ai", True),
        ("a trainer", "rain", False),
        ("Türkmenistan İstanbul", "turkmenistan istanbul", True),
        ("“97 percent”, he said", "97 percent, he", True),
        ("of it (uranium)", "(uranium)", True),
        ("anything", ".*", False),
        ("anything", "   ", True),
    ],
)
def test_words_are_found_whatever_case_accents_and_order(text, wanted, is_found):
    assert bool(pattern(wanted).match(folded(text))) is is_found


def test_name_is_found_as_a_word_of_its_own_and_no_name_nowhere():
    assert named(["Gold", "Rare earths"]).search(folded("of GOLD, and rare  earths"))
    assert not named(["Gold"]).search(folded("the Golden Road"))
    assert not named([]).search(folded("anything"))


def test_months_and_articles_without_one_make_up_all_articles():
    counts = news.by_month(EVERYTHING)
    assert counts["month"].tolist() == [
        str(one) for one in pd.period_range("2015-01", counts["month"].iloc[-1], freq="M")
    ]
    assert counts["articles"].sum() + news.undated(EVERYTHING) == len(tables.load("articles"))
    for month, count in counts[counts["articles"] > 0].tail(6).itertuples(index=False):
        assert articles.snippets(Asked(since=month, until=month))["article_id"].nunique() == count
    assert news.fullest(counts) == ("2025-11", counts["articles"].max())


def test_bars_do_not_depend_on_the_period_that_is_chosen():
    asked = Asked(country="KAZ", since="2025-11", until="2025-11")
    pd.testing.assert_frame_equal(news.by_month(asked), news.by_month(Asked(country="KAZ")))


def test_publisher_stands_for_itself_in_a_link():
    named = articles.publishers()
    assert sorted(named.values()) == sorted(tables.load("articles")["publisher"].unique())
    assert all(one and one == folded(one) and " " not in one for one in named)


def test_every_claim_has_the_verdict_of_the_command_line():
    told = claims.verdicts().set_index("claim_id")["verdict"]
    assert {one: claim_facts.get(one).verdict for one in told.index} == told.to_dict()
    assert set(tables.load("claims")["claim_id"]) == set(told.index)


def test_claims_of_articles_are_those_of_the_table():
    frame = tables.load("claims").dropna(subset=["article_id"])
    found = {one: article_links.claims_of(one) for one in frame["article_id"].unique()}
    assert found == frame.groupby("article_id", sort=False)["claim_id"].apply(tuple).to_dict()
    assert "CL003" in found[SEED]


def test_decided_claims_on_a_country_come_first_and_the_newest_on_top():
    found = [claim_facts.get(one) for one in claim_facts.of_country("TJK")]
    assert {one.row["iso3"] for one in found} == {"TJK"}
    order = [(one.is_decided, one.found["date"]) for one in found]
    assert order == sorted(order, reverse=True)


def test_deal_is_told_of_by_the_articles_that_are_its_source():
    sources = tables.load("articles").set_index("article_id")["source_id"]
    deals = tables.load("deals").set_index("deal_id")["source_id"]
    told = [(one, deal) for one in sources.index for deal in article_links.deals_of(one)]
    assert len(told) > 60
    assert all(sources[one] in deals[deal].split(";") for one, deal in told)
    assert {deal for _, deal in told} == set(deals.index[deals.isin(sources)])


def test_what_an_article_speaks_of_leads_back_to_it():
    for article_id in sources_of_links():
        for one in article_links.indicators_of(article_id):
            assert one.indicator_id in indicators.registry()
            assert article_id in article_links.articles_on(one.indicator_id)


def sources_of_links() -> list[str]:
    return [one for one in articles.texts() if article_links.indicators_of(one)]


def test_rules_name_families_topics_and_names_that_there_are():
    rules = article_links.rules()
    assert set(rules["families"]) <= {one.family for one in indicators.registry().values()}
    assert {topic for rule in rules["families"].values() for topic in rule.get("topics", [])} <= set(TOPICS)
    assert {rule["names"] for rule in rules["families"].values() if "names" in rule} == set(rules["names"])
    for place in rules["names"].values():
        assert {place["id"], *place["columns"]} <= set(tables.load(place["table"]).columns)


@pytest.mark.parametrize(
    ("indicator_id", "word", "without"),
    [("production.antimony", "antimony", "lithium"), ("member.abraham", "abraham", "antimony")],
)
def test_article_on_a_mineral_or_forum_names_it(indicator_id, word, without):
    found = article_links.articles_on(indicator_id)
    tied = {one for one in found if any(said.indicator_id == indicator_id for said in article_links.indicators_of(one))}
    texts = articles.texts()
    assert found
    assert all(word in texts[one] for one in found - tied)
    assert not any(without in texts[one] and word not in texts[one] for one in found - tied)


def test_product_and_partner_are_tied_by_claims_alone():
    assert article_links.articles_on("us_imports_share_pct.hs8110") == {SEED}
    assert article_links.articles_on("gdp_usd") == frozenset()
    assert not article_links.articles_on("reserves.lead")
