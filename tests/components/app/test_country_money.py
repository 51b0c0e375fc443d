"""The Countries page through the lens of money: investors, deals and aid of each of the six."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.analysis import deals
from data.analysis.deals import Asked
from data.package.countries import C5, SIX

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
SUMMIT = {"deals_from": "2025-11-06", "deals_to": "2025-11-06"}


@pytest.fixture(scope="module")
def drawn():
    """Opens the page by a link, always in the same session."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/country.py")

    def draw(iso3: str, **parts: str) -> AppTest:
        app.query_params.clear()
        for name, value in {"country": iso3, "lens": "money", **parts}.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return draw


def said(app: AppTest) -> str:
    return " ".join(one.value for one in (*app.markdown, *app.caption, *app.info)).replace("\\", "")


@pytest.mark.parametrize("iso3", SIX)
def test_parts_are_drawn_for_each_of_the_six(drawn, iso3):
    app = drawn(iso3)
    rows = deals.listed(Asked(iso3 if iso3 in C5 else None))
    table = app.dataframe[0].value
    assert len(table) == len(rows)
    assert table["announced"].tolist() == rows["announced"].tolist()
    assert "ForeignAssistance.gov" in said(app)
    assert "(shared)" not in said(app)


def test_answers_stand_in_words(drawn):
    text = said(drawn("KAZ", **SUMMIT))
    assert "by stock (2021) the Netherlands, the United States second of 12" in text
    assert "5 with known values, together 11.1 billion US dollars, one of at most 3.7 billion US dollars" in text
    assert "Left out of the sums: 6 deals" in text
    assert "26.8 million US dollars committed in the fiscal year 2024" in text


def test_repeat_names_the_deal_that_holds_its_money(drawn):
    table = drawn("KGZ", **SUMMIT).dataframe[0].value.set_index("deal")
    assert table.loc["Railway construction and engineering", "reason"] == (
        "repeats the money of another deal: Trans-Eurasian Route: Makmal-Karakol railway (PPP) of 19 February 2025"
    )
    assert table.loc["Memorandum of understanding", "is_up_to"] == "none printed"


def test_filters_that_leave_nothing_say_so_and_are_taken_back(drawn):
    app = drawn("TKM", sector="aviation", rung="talks")
    assert "No deal on the list is of these days" in said(app)
    assert any(one.key == "deals_clear" for one in app.button)
    lists = {one.label: one.value for one in app.selectbox}
    assert (lists["Sector"], lists["How far"]) == ("aviation", "talks")


def test_host_without_investors_and_the_united_states_have_sentences(drawn):
    assert "No measure of investment in Turkmenistan" in said(drawn("TKM"))
    text = said(drawn("USA"))
    assert "All five, all days on record: 61 deals with US firms count" in text
    assert "Turkmenistan, all days on record: 4 deals with US firms count; 4 without a value" in text
    assert "US aid to the five in the fiscal year 2024: Tajikistan 99.3 million US dollars" in text
