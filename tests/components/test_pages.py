"""The registry of pages: what is entered there has its file, its words, and parameters that are read and refused."""

from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import link, session
from components.reader.choice import Choice, default
from components.reader.parameter import Parameter
from components.reader.parameters import LANG, PAGES, VERSION
from components.words import TEXTS, word

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
NOTICE = ":material/link_off:"
EACH = [pytest.param(page, one, id=f"{page}:{one.name}") for page, entry in PAGES.items() for one in entry.parameters]
CHOSEN = [one for one in EACH if one.values[1] not in (LANG, VERSION)]
# A value for each parameter that is read by a function of its own, besides those that have a list of options; with its
# page before it where pages read one name in their own ways.
SAMPLES = {
    "indicator": "gdp_usd",
    "year": "2020",
    "view": "eurasia",
    "country": "UZB",
    "flows": "off",
    "with": "CHN,RUS",
    "all_years": "on",
    "points": "on",
    "classes": "10;100.5",
    "topic": "energy",
    "q": "gas & oil",
    "set": "partners",
    "pair": "USA-KAZ",
    "cif": "12",
    "compare": "population",
    "compare_year": "2019",
    "table": "us_trade",
    "publisher": "asia-plus",
    "written_in": "ru",
    "from": "2025-11",
    "to": "2026-01",
    "about": "on",
    "claim": "CL003",
    "verdict": "supported,not_checkable",
    "article": "pantau-2025-11-06-seed",
    "speaker": "emomali-rahmon",
    "subject": "uranium",
    "evidence": "statement",
    "tested": "on",
    "due": "off",
    "rows": "AS0 & gold",
    "where": "iso3:KAZ,status:claim",
    "sort": "-year",
    "deals_from": "2025-11",
    "deals_to": "2025-11-06",
    "sector": "critical_minerals",
    "firm": "Boeing",
    "rung": "signed",
    "story": "us_uranium",
    "step": "3",
    "mineral": "antimony",
    "stage": "mine",
    "form": "oxide",
    "swap": "35",
    "minerals:from": "BEL",
    "on": "2015-11-01",
    "since": "2001-06-15",
    "kind": "military",
    "forum": "sco",
    "forums:with": "USA",
}
HOSTILE = (
    "<script>alert(1)</script>",
    "\x00",
    "9" * 5000,
    "нет",
    "1e309",
    "off on",
    "%00",
    "[x](javascript:y)",
    "${{x}}",
)


def test_every_page_has_a_file_a_title_and_an_icon():
    files = {path.stem for path in (ROOT / "components" / "pages").glob("*.py")}
    assert {page.name for page in PAGES.values()} == files
    assert len({word(f"{page.name}.title") for page in PAGES.values()}) == len(PAGES)
    assert all(page.icon for page in PAGES.values())


def test_address_of_a_page_is_the_name_of_its_file():
    assert next(iter(PAGES)) == ""
    assert {address: page.name for address, page in PAGES.items() if address} == {one: one for one in PAGES if one}


@pytest.mark.parametrize("page", PAGES)
def test_parameters_of_a_page_have_names_and_fields_of_their_own(page):
    parameters = PAGES[page].parameters
    assert len({parameter.name for parameter in parameters}) == len(parameters)
    assert {parameter.field for parameter in parameters} - {""} <= {field.name for field in fields(Choice)}


@pytest.mark.parametrize(("page", "parameter"), EACH)
def test_refused_value_has_words_with_known_gaps(page, parameter):
    text = TEXTS.find(f"notices.{parameter.notice or parameter.name}")
    assert text
    assert {gap for _, gap, _, _ in Formatter().parse(text) if gap} <= {"value", "shown", "part"}
    assert ("{part}" in text) <= bool(parameter.label)


@pytest.mark.parametrize(("page", "parameter"), [one for one in EACH if one.values[1].options])
def test_options_have_words_and_the_default_is_one_of_them(page, parameter):
    section = parameter.label.partition(".")[0]
    assert word(parameter.label)
    assert all(word(f"{section}.{option}") for option in parameter.options if not isinstance(option, int))
    assert getattr(default(), parameter.field) in parameter.options


def values(page: str, parameter: Parameter) -> list[str]:
    """What the parameter can be in a link: every option, else the sample, else the default where that is written."""
    sample = SAMPLES.get(f"{page}:{parameter.name}", SAMPLES.get(parameter.name))
    known = sample or link.write(default(), page).get(parameter.name)
    return [str(option) for option in parameter.options] or ([known] if known else [])


@pytest.mark.parametrize(("page", "parameter"), CHOSEN)
def test_what_can_be_chosen_is_read_without_a_word_and_written_as_it_was(page, parameter):
    for value in values(page, parameter):
        choice, told = link.read(link.write(default(), page) | {parameter.name: value}, page)
        assert told == []
        assert link.write(choice, page)[parameter.name] == value
        assert link.read(link.write(choice, page), page) == (choice, [])


@pytest.mark.parametrize("page", PAGES)
def test_page_is_drawn_with_a_notice_for_each_part_that_means_nothing(page):
    names = [parameter.name for parameter in PAGES[page].parameters if parameter.notice != "q"]
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE_S).run()
    if page:
        app.switch_page(f"components/pages/{PAGES[page].name}.py")
    for place, name in enumerate(names):
        app.query_params[name] = HOSTILE[place % len(HOSTILE)]
    app.run()
    assert app.exception.len == 0
    assert app.error.len == 0
    assert len([one for one in app.warning if one.icon == NOTICE]) == len(names)
    assert app.session_state[session.CHOICE] == default()
