"""The Countries page: each of the six with its measures, sentences, claims and articles; a lens shows one subject."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import facts_table
from components.reader import session
from components.reader.choice import LENSES
from components.words import word
from data.analysis import country_facts, country_mentions
from data.package import countries
from data.vocabulary.language import speaking

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60


def opened(**parts: str) -> AppTest:
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/country.py")
    for name, value in parts.items():
        app.query_params[name] = value
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def said(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.markdown, *app.caption])


@pytest.mark.parametrize("iso3", countries.SIX)
def test_page_of_each_has_a_row_for_each_measure(iso3):
    app = opened(country=iso3)
    assert (app.exception.len, app.error.len) == (0, 0)
    assert html(app).count('<th scope="row">') == len(country_facts.MEASURES)
    assert word("country.sentences") in said(app)
    assert app.query_params["country"] == iso3


@pytest.mark.parametrize("lens", LENSES)
def test_lens_shows_its_subject_alone(lens):
    app = opened(country="UZB", lens=lens)
    assert (app.exception.len, app.error.len) == (0, 0)
    assert ('<table class="atlas-facts' in html(app)) == (lens == "all")


def test_gaps_of_turkmenistan_are_told_in_words():
    text = html(opened(country="TKM"))
    assert text.count('class="atlas-gap"') == 3
    assert "Its exports to the US, own books: No figure found for the year." in text


def test_without_a_country_of_the_six_the_first_is_shown_and_said():
    app = opened(country="RUS")
    names = {"country": countries.name("RUS"), "shown": countries.name("KAZ")}
    assert word("country.outside", **names).split(";")[0] in said(app)
    assert app.session_state[session.CHOICE].country == "RUS"


def test_farthest_claims_stand_first():
    found = country_mentions.farthest("KAZ")
    assert found[:3] == ("CL015", "CL086", "CL004")
    labels = [
        one.label for one in opened(country="KAZ").button if one.key and one.key.startswith("claim_country_KAZ_3")
    ]
    assert len(labels) == 3
    assert "doubled in recent years" in labels[0]


def test_lines_of_the_table_have_their_words_and_no_markup_of_the_data():
    with speaking("en"):
        rows = country_facts.facts("KAZ").assign(mineral="uranium", locator='"><script>x</script>')
        made = facts_table.build(rows, country_facts.series("KAZ"), lambda cell: f"./?indicator={cell['indicator']}")
    assert "<script" not in made
    assert len(re.findall(r"<img [^>]*alt=\"[^\"]+\"", made)) == len(country_facts.MEASURES)
