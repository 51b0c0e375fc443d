"""The trade in full below the flows, without a browser: each part at a link, for countries with and without books."""

import pytest
from streamlit.testing.v1 import AppTest

from components.reader.choice import TRADE_PARTS
from components.words import word
from tests.components.app.test_links import opened, written

# A chart of each part, by the end of its key; of partners of Tajikistan there are values only.
CHARTS = {
    "years": ["us_trade_years"],
    "products": ["products_bars"],
    "partners": ["context_stack", "context_shares", "context_places"],
    "sides": ["sides_True", "sides_False"],
    "duties": ["duties"],
}


def charts(app: AppTest) -> list[str]:
    """The charts of the part that is open, by their keys."""
    keys = [one.proto.id for one in app.get("plotly_chart")]
    known = [name for names in CHARTS.values() for name in names] + ["products_areas"]
    return [name for key in keys for name in known if key.endswith(f"-{name}")]


def said(app: AppTest) -> str:
    return " ".join(one.value.replace("\\", "") for one in (*app.markdown, *app.caption))


@pytest.mark.parametrize("part", TRADE_PARTS)
def test_each_part_draws_its_charts_alone(part):
    app = opened("trade", f"part={part}&country=KAZ&year=2024")
    assert app.exception.len == 0
    assert app.error.len == 0
    assert charts(app) == CHARTS[part]
    assert written(app)["part"] == part


def test_page_answers_first_who_sold_most_and_what():
    app = opened("trade", "year=2024")
    assert "In 2024 Kazakhstan sold the United States most of the five, 2.35 billion US dollars" in said(app)
    assert "Crude oil" in said(app)


def test_two_sides_tell_what_no_freight_explains_whatever_is_taken_off():
    for cif in ("0", "25"):
        app = opened("trade", f"part=sides&country=KAZ&year=2024&cif={cif}")
        assert written(app)["cif"] == cif
        assert "beyond any freight factor: it would take 109 %" in said(app)
        assert word("trade_parts.cif_off") in said(app)
        assert "1.97 billion US dollars, United States 2.35 billion US dollars" in said(app)


def test_books_of_partners_are_said_to_be_theirs_and_have_no_shares():
    app = opened("trade", "part=partners&country=TJK&context=exports")
    assert charts(app) == ["context_shares"]
    assert "each partner’s own books, values only" in said(app)


def test_part_without_a_chosen_country_says_which_one_it_shows():
    app = opened("trade", "part=duties&year=2024")
    assert "Shown is Kazakhstan, from which the United States buys most in 2024" in said(app)


def test_products_of_another_year_than_asked_for_say_so():
    app = opened("trade", "part=products&country=KGZ&year=2010&drawn=areas&level=headings")
    assert charts(app) == ["products_areas"]
    assert "Products of Kyrgyzstan are on record for 2024, 2025; shown is 2024." in said(app)


def test_two_years_of_duties_stand_side_by_side_for_all_five():
    app = opened("trade", "part=duties&country=UZB")
    text = said(app)
    for year, rate in (("2024", "0.59 %"), ("2025", "0.41 %")):
        assert f"{rate} on average in {year}, observed" in text
    assert "25 %: Executive Order of 31 July 2025" in text
    assert text.count("no additional duty on record for 2024") == 5
