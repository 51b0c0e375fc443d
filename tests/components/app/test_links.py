"""Links without a browser: what a link asks for is chosen and written out again, and what means nothing is said."""

from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import session
from components.reader.choice import default

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
LINKS = {
    "overview": "indicator=member.wto&year=2021&view=eurasia&country=TKM&flows=off&topic=energy&q=gas",
    "trade": "set=partners&country=KAZ&year=2022&view=eurasia&direction=exports&measure=share&top=5&chart=sankey"
    "&pair=KAZ-CHN&part=sides&cif=10&level=headings&drawn=areas&context=imports",
    "compare": "indicator=us_imports_usd&year=2024&compare_year=2023&compare=gdp_usd&view=central_asia",
    "news": "country=TJK&topic=trade&q=antimony&publisher=asia-plus&written_in=en&from=2024-01&to=2026-02&about=on",
    "data": "table=us_tariffs&country=UZB&view=world&rows=duty&where=partner:KAZ,took_effect:true&sort=-date",
}
NONSENSE = {
    "overview": (
        "indicator=../../etc&year=99999&country=%3Cscript%3E&view=moon&flows=perhaps&topic=%00&lang=xx&v=0.0.0&x=1",
        8,
    ),
    "trade": (
        "set=x&direction=up&measure=kg&top=7&chart=pie&pair=KAZ-KAZ&year=12&country=zz&view=moon&part=x&cif=26",
        11,
    ),
    "news": ("topic=x&publisher=nobody&written_in=xx&from=2025-13&to=soon&about=maybe", 6),
    "data": ("table=%3Cscript%3E&where=nothing:1&sort=size", 3),
}


def opened(page: str, query: str) -> AppTest:
    """A page at a link. A page other than the first one is opened after it, as the test has no address to begin at."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    if page != "overview":
        app.run()
        app.switch_page(f"components/pages/{page}.py")
    for name, values in parse_qs(query).items():
        app.query_params[name] = values
    return app.run()


def written(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


@pytest.mark.parametrize("page", LINKS)
def test_link_brings_back_every_choice(page):
    app = opened(page, LINKS[page])
    assert app.exception.len == 0
    asked = {name: value for name, (value,) in parse_qs(LINKS[page]).items()}
    assert asked.items() <= written(app).items()
    assert [warning.value for warning in app.warning] == []
    again = opened(page, urlencode(written(app)))
    assert written(again) == written(app)
    assert again.session_state[session.CHOICE] == app.session_state[session.CHOICE]


@pytest.mark.parametrize("page", NONSENSE)
def test_nonsense_in_every_part_opens_the_default_with_a_notice_for_each(page):
    query, notices = NONSENSE[page]
    app = opened(page, query)
    assert app.exception.len == 0
    assert len(app.warning) >= notices
    assert app.session_state[session.CHOICE] == default()


def test_search_of_the_news_stands_in_its_field():
    assert opened("overview", LINKS["overview"]).text_input(key="q").value == "gas"


def test_news_begins_with_ties_and_shows_the_original_under_a_translation():
    app = opened("overview", "country=KAZ&q=assemble%203%2C000")
    title = "[American company John Deere will assemble 3,000 tractors in Kazakhstan](<http"
    assert len([one for one in app.markdown if title in one.value]) == 1
    assert any("Original, Russian: “Американская компания John Deere" in one.value for one in app.caption)
