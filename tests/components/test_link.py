"""The link: every choice written and read back, every nonsense answered in words."""

from dataclasses import replace

import pytest

from components.reader import link
from components.reader.choice import MINERAL_SORTS, Choice, default, earlier
from components.reader.parameters import LONGEST_TEXT, PAGES
from data import indicators
from data.output import rows
from data.package import descriptor
from data.subjects import renamed

NONSENSE = "<script>alert(1)</script>"
# Nothing in it is the default, and every page can show its years.
ELSEWHERE = Choice(
    indicator="us_exports_usd",
    year=2022,
    view="eurasia",
    show="table",
    others=("CHN", "RUS"),
    all_years=True,
    country="UZB",
    flows=False,
    flow_set="partners",
    direction="exports",
    measure="share",
    top=5,
    chart="sankey",
    pair="UZB-CHN",
    mode="difference",
    compare="gdp_usd",
    compare_year=2019,
    change="percent",
    points=True,
    classes="10;100.5",
    topic="energy",
    table="us_trade",
    q="gas & oil",
    data_q="100 %, ü",
    table_rows="gold & 100 %, ü",
    table_where=(("flow", "export"), ("year", "2020")),
    table_sort="-value_usd",
    mineral="copper",
    panel="sources",
    stage="refinery",
    form="blister and anodes",
    swap=20,
    swap_from="GBR",
    swap_as="five",
    mineral_sort="alphabet",
    forums_on="2015-11-01",
    forums_since="2001-06-15",
    forum_kind="military",
    forum="sco",
    ties="any",
    with_us=True,
)


def test_written_link_reads_back_as_the_same_choice():
    choice = Choice(
        indicator="member.wto",
        year=2021,
        view="eurasia",
        country="TKM",
        flows=True,
        points=True,
        classes="10;100.5",
        topic="energy",
        table="us_trade",
        q="gas & oil",
    )
    assert link.read(link.write(choice)) == (choice, [])


def test_defaults_are_written_out():
    assert link.write(default()) == {
        "indicator": "us_imports_usd",
        "year": str(indicators.default_year("us_imports_usd")),
        "view": "five",
        "show": "map",
        "all_years": "off",
        "flows": "on",
        "points": "off",
        "classes": "auto",
        "v": descriptor.version(),
    }


HOSTILE = [NONSENSE, "\x00", "9" * 5000, "нет", "-1", "1e309", "KAZ-KAZ", "KAZ-WLD", "off on", "+", "%00"]
PARTS = [
    (address, parameter.name)
    for address, page in PAGES.items()
    for parameter in page.parameters
    if parameter.notice != "q"
]


@pytest.mark.parametrize(("page", "name"), PARTS)
@pytest.mark.parametrize("value", HOSTILE)
def test_nonsense_falls_back_with_a_notice(page, name, value):
    choice, notices = link.read({name: value}, page)
    assert choice == default()
    assert len(notices) == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_part_of_a_page_is_in_its_link_and_read_back(page):
    written = link.write(ELSEWHERE, page)
    names = {
        parameter.name for parameter in PAGES[page].parameters if getattr(ELSEWHERE, parameter.field, "") is not None
    } - {"lang"}
    assert written.keys() - {"also"} == names
    assert link.read(written, page) == (ELSEWHERE, [])


@pytest.mark.parametrize("page", PAGES)
def test_link_of_a_page_speaks_of_others_only_where_they_are_not_at_their_default(page):
    assert "also" not in link.write(default(), page)


@pytest.mark.parametrize(("old", "now"), renamed.RENAMED.items())
def test_renamed_indicator_of_an_old_link_is_shown_under_its_new_id_and_told(old, now):
    choice, notices = link.read({"indicator": old, "compare": old})
    assert (choice.indicator, choice.compare) == (now, None)
    assert len(notices) == 2
    assert all(old in notice and indicators.get(now).title in notice for notice in notices)


def test_year_that_a_page_cannot_show_is_asked_for_again_elsewhere():
    asked = replace(default(), indicator="resources.uranium.identified_recoverable", year=2024, flow_set="partners")
    shown = link.write(asked)
    assert (shown["year"], shown["also"]) == ("2021", "year=2024&flow_set=partners")
    assert link.read(shown) == (asked, [])
    assert link.write(asked, "trade")["year"] == "2024"


@pytest.mark.parametrize("value", [*HOSTILE, "flow_set=x", "colour=red", "top=7&chart=pie", "top=5&" * 1000, "=", "&"])
def test_nonsense_about_other_pages_is_said_once(value):
    choice, notices = link.read({"also": value})
    assert choice in (default(), replace(default(), top=5))
    assert len(notices) == 1


def test_going_back_keeps_what_was_chosen_on_other_pages_meanwhile():
    first = link.write(default())
    later = replace(default(), year=2015, country="KAZ", top=5, chart="sankey", table="us_aid", data_q="gold")
    choice, notices = link.read(first, "", later)
    assert choice == replace(later, year=default().year, country=None)
    assert notices == []


def test_other_year_that_the_other_indicator_lacks_is_carried_as_it_was_asked_for():
    choice = replace(default(), compare="us_tariff_observed_pct", compare_year=2001)
    for page in PAGES:
        assert link.read(link.write(choice, "data"), page)[1] == []
    assert link.read(link.write(choice, "data"), "data") == (choice, [])


def test_search_text_of_the_data_page_is_not_that_of_the_news():
    choice, _ = link.read({"q": "gold"}, "data")
    assert (choice.q, choice.data_q) == ("", "gold")
    assert link.write(choice)["also"] == "data_q=gold"
    assert link.write(choice, "data")["q"] == "gold"


def test_long_search_text_is_cut_with_a_notice():
    choice, notices = link.read({"q": "x" * 5000})
    assert choice == replace(default(), q="x" * LONGEST_TEXT)
    assert len(notices) == 1


def test_unknown_part_gets_a_notice_and_nothing_else():
    choice, notices = link.read({"colour": "red"})
    assert choice == default()
    assert "colour" in notices[0]


def test_year_without_figures_goes_to_the_nearest_with_a_notice():
    choice, notices = link.read({"indicator": "us_imports_usd", "year": "1950"})
    assert choice.year == min(indicators.years("us_imports_usd"))
    assert "1950" in notices[0]


@pytest.mark.parametrize("code", ["WLD", "EU27", "C5", "XXX", "ZZZ"])
def test_aggregates_are_no_countries(code):
    assert link.read({"country": code})[0].country is None


TRADE = {"flow_set": "partners", "direction": "exports", "measure": "share", "top": 5, "chart": "sankey"}


def test_link_to_the_trade_page_reads_back_as_the_same_choice():
    choice = replace(default(), year=2022, country="KAZ", pair="KAZ-CHN", **TRADE)
    assert link.read(link.write(choice, "trade"), "trade") == (choice, [])


def test_year_of_the_trade_page_is_one_of_its_set():
    choice, notices = link.read({"set": "partners", "year": "1992"}, "trade")
    assert choice.year == 2015
    assert len(notices) == 1


COMPARE = {"mode": "difference", "compare": "gdp_usd", "compare_year": 2019, "change": "percent"}


def test_link_to_the_compare_page_reads_back_as_the_same_choice():
    choice = replace(default(), year=2022, country="KAZ", view="eurasia", classes="natural", **COMPARE)
    assert link.read(link.write(choice, "compare"), "compare") == (choice, [])


def test_links_of_other_pages_leave_out_what_is_compared():
    choice = replace(default(), **COMPARE)
    assert not set(COMPARE) & {*link.write(choice), *link.write(choice, "trade"), *link.write(choice, "data")}


def test_comparing_an_indicator_with_itself_needs_no_second_one():
    choice, notices = link.read({"indicator": "gdp_usd", "compare": "gdp_usd"}, "compare")
    assert (choice.compare, notices) == (None, [])


def test_other_year_is_one_of_the_other_indicator():
    choice, notices = link.read({"compare": "member.wto", "compare_year": "1950"}, "compare")
    assert choice.compare_year == min(indicators.years("member.wto"))
    assert "1950" in notices[0]


def test_default_other_year_is_another_one_with_figures():
    for indicator_id in indicators.registry():
        years = indicators.years(indicator_id)
        assert earlier(indicator_id, years[-1]) in (years[:-1] or years)


@pytest.mark.parametrize(
    ("params", "year"),
    [
        ({"set": "partners", "country": "KGZ"}, 2023),
        ({"set": "partners", "country": "KAZ"}, 2025),
        ({"set": "us_trade", "direction": "imports"}, 2025),
        ({"set": "us_trade"}, 2024),
    ],
)
def test_link_to_flows_without_a_year_opens_the_newest_full_year_of_its_cut(params, year):
    assert link.read(params, "trade")[0].year == year


def test_what_is_said_of_other_pages_changes_nothing_of_the_page_itself():
    own = link.write(replace(default(), country="KAZ"))
    choice, notices = link.read(own | {"also": "country=UZB&view=globe&indicator=us_aid_usd&top=5"})
    assert choice == replace(default(), country="KAZ", top=5)
    assert len(notices) == 1


def test_link_of_one_page_opened_as_another_page_loses_nothing():
    for page in PAGES:
        for other in PAGES:
            written = link.write(replace(ELSEWHERE, q="", data_q=""), page)
            assert link.read(written, other) == (replace(ELSEWHERE, q="", data_q=""), [])


@pytest.mark.parametrize(("value", "page"), [("speaker", "claims"), ("-value_usd", "data")])
def test_part_of_a_name_that_two_pages_have_is_of_the_page_on_which_it_means_something(value, page):
    wanted = "claim_sort" if page == "claims" else "table_sort"
    for other in ("claims", "data"):
        params = {"table": "us_trade", "sort": value}
        choice, notices = link.read(params, other)
        assert (getattr(choice, wanted), notices) == (value, [])
    assert len(link.read({"sort": "no such thing"}, "claims")[1]) == 1


def test_other_year_that_follows_from_the_year_is_not_taken_for_a_choice():
    choice = replace(default(), year=2020)
    written = link.write(choice, "compare")
    assert written["compare_year"] == "2015"
    assert link.read(written, "compare") == (choice, [])
    assert link.read(written | {"compare_year": "2016"}, "compare")[0].compare_year == 2016


MONTH, SUPPLIER = "2025-11", "BEL"


def test_month_of_the_news_and_supplier_of_the_minerals_do_not_disturb_each_other_on_going_to_and_fro():
    choice = replace(default(), news_from=MONTH, swap_from=SUPPLIER)
    for page, other, own in (("news", "minerals", MONTH), ("minerals", "news", SUPPLIER)):
        written = link.write(choice, page)
        assert written["from"] == own
        assert link.read(written, other) == (choice, [])
        assert link.read(written, page) == (choice, [])
        assert link.read(written, "") == (choice, [])


def test_part_that_means_something_on_another_page_alone_is_read_as_that_pages():
    assert link.read({"from": SUPPLIER}, "news") == (replace(default(), swap_from=SUPPLIER), [])
    assert link.read({"from": MONTH}, "minerals") == (replace(default(), news_from=MONTH), [])
    in_order = {"table": "us_trade", "sort": "-year"}
    assert link.read(in_order, "minerals") == (replace(default(), table="us_trade", table_sort="-year"), [])
    assert link.read({"sort": "reliance"}, "data") == (replace(default(), mineral_sort="reliance"), [])


def test_orders_of_the_minerals_are_no_columns_of_a_table():
    assert not {*MINERAL_SORTS} & {column.name for name in descriptor.names() for column in rows.columns(name)}


def test_stage_form_and_supplier_follow_from_the_mineral_until_they_are_chosen():
    written = link.write(replace(default(), mineral="antimony"), "minerals")
    assert (written["stage"], written["form"], written["from"]) == ("mine", "total_metal_and_oxide", "CHN")
    assert link.read(written, "minerals") == (default(), [])
    told = link.read({"mineral": "uranium", "form": "oxide", "from": "CHN"}, "minerals")[1]
    assert len(told) == 2
