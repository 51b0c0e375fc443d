"""The app in another language, without a browser: the run speaks it, every cache keeps it apart, links carry it."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import beside, cache, preload, words
from components.figures import coverage as coverage_figure
from components.figures import pair_series, sankey
from components.map import publish
from components.markdown import literal
from components.reader import link, session
from components.reader.choice import default
from components.reader.parameters import PAGES
from components.widgets.overview import controls, number
from data import flows, indicator_lists, indicators
from data.analysis import coverage, table_names
from data.analysis.comparison import Side
from data.analysis.flow_selection import FlowSelection
from data.package import descriptor, snapshot
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.language import ENGLISH, speaking
from tests import pseudo
from tests.browser.reading import plain_english, sourced
from tests.pseudo import CLOSES, LANGUAGE, OPENS

APP = Path(__file__).parents[2] / "app.py"
PATIENCE_S = 60
FILES = ("trade", "compare", "data")
# What an article stands under: its publisher and day, in no language of ours.
OF_AN_ARTICLE = re.compile(r".+ · \d{4}-\d{2}-\d{2}")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Folders of texts by language, of the interface and of the vocabulary, with one language more, made by machine."""
    made = []
    for texts, names in ((words.TEXTS, None), (terms.TERMS, table_names.every())):
        made.append(tmp_path_factory.mktemp(texts.root.name))
        shutil.copytree(texts.root / ENGLISH, made[-1] / ENGLISH)
        pseudo.add(made[-1], names)
    return made


@pytest.fixture(autouse=True)
def another_language(folders, monkeypatch):
    """The atlas speaks one language more."""
    for texts, folder in zip((words.TEXTS, terms.TERMS), folders, strict=True):
        monkeypatch.setitem(vars(texts), "root", folder)


def opened(**params: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def link_of(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def is_translated(text: str) -> bool:
    return OPENS in text and CLOSES in text


def words_of(app: AppTest) -> list[str]:
    """What says what the parts of the page are for, without what stands in tables: labels, captions."""
    assert app.exception.len == 0
    boxes = [*app.selectbox, *app.toggle, *app.text_input, *app.button_group, *app.button, *app.expander]
    told = [box.label for box in boxes if box.label] + [one.value for one in app.caption]
    assert len(told) > 5
    titles = {literal(resource["title"]) for resource in descriptor.package()["resources"]}
    return [one for one in told if not OF_AN_ARTICLE.fullmatch(one) and one not in titles]


def plain(app: AppTest) -> list[str]:
    return [one for one in words_of(app) if not is_translated(one)]


def translated(app: AppTest) -> list[str]:
    return [one for one in words_of(app) if is_translated(one)]


def test_whole_page_speaks_the_language_of_the_link():
    assert plain(opened(lang=LANGUAGE, country="KAZ")) == []
    assert translated(opened(country="KAZ")) == []


@pytest.mark.parametrize("show", ["chart", "table"])
def test_answer_forms_and_panel_speak_the_language(show):
    with speaking(LANGUAGE):
        app = opened(lang=LANGUAGE, country="KAZ", show=show)
        (answer,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
        assert is_translated(answer)
        assert "The US" not in answer
        next(one for one in app.button if one.key.startswith("opens_number")).click().run()
        assert plain(app) == []


# The widgets of a test ask for the words of their options in the thread of the test.
@pytest.mark.parametrize("page", FILES)
def test_language_is_kept_on_the_way_to_another_page(page):
    with speaking(LANGUAGE):
        app = opened(lang=LANGUAGE)
        app.switch_page(f"components/pages/{page}.py").run()
        assert link_of(app)["lang"] == LANGUAGE
        assert plain(app) == []


def test_fragment_by_itself_and_callbacks_speak_the_language_of_the_page():
    with speaking(LANGUAGE):
        app = opened(lang=LANGUAGE)
        app.selectbox(key="country").select("TJK").run()
        app.session_state[f"{session.KEPT}{controls.MORE}"] = True
        app.run()
        app.toggle(key="points").set_value(True).run()
        assert (link_of(app)["lang"], link_of(app)["country"]) == (LANGUAGE, "TJK")
        assert plain(app) == []


def test_language_is_chosen_at_the_foot_of_the_page_and_stands_in_the_link():
    app = opened(country="KAZ", lang="nonsense", indicator="nothing")
    assert "lang" not in link_of(app)
    assert len(app.warning) == 2
    app.selectbox(key="lang").select(LANGUAGE).run()
    assert link_of(app) == link.write(app.session_state[session.CHOICE])
    assert link_of(app)["lang"] == LANGUAGE
    assert plain(app) == []
    assert len(app.warning) == 0
    with speaking(LANGUAGE):
        app.selectbox(key="lang").select(ENGLISH).run()
    assert "lang" not in link_of(app)
    assert translated(app) == []


def test_apology_and_ways_back_are_in_the_language(monkeypatch):
    def show(*_given) -> None:
        raise RuntimeError("for a test")

    monkeypatch.setattr(number, "show", show)
    app = opened(lang=LANGUAGE)
    assert [is_translated(error.value) for error in app.error] == [True]
    assert plain(app) == []


def test_what_was_said_of_a_year_is_said_in_the_language_chosen_since():
    app = opened(indicator="us_imports_usd", year="2010")
    app.session_state[f"{session.KEPT}{session.OPENED}"] = ("us_imports_usd", 2010, ("returned_year", 2020))
    assert words.word("notices.returned_year", value=2020, shown=2010) in words_of(app.run())
    app.selectbox(key="lang").select(LANGUAGE).run()
    with speaking(LANGUAGE):
        told = words.word("notices.returned_year", value=2020, shown=2010)
    assert told in words_of(app)


def test_one_language_offers_no_choice(tmp_path, monkeypatch):
    shutil.copytree(words.TEXTS.root / ENGLISH, tmp_path / ENGLISH)
    monkeypatch.setitem(vars(words.TEXTS), "root", tmp_path)
    assert "lang" not in [one.key for one in opened().selectbox]


def test_nonsense_is_answered_in_english_on_every_page():
    for page in PAGES:
        choice, notices = link.read({"lang": "<b>x"}, page)
        assert choice.lang == ENGLISH == link.language({"lang": "<b>x"})
        assert notices == ["There is no language “<b>x”; showing English."]


@pytest.mark.parametrize(
    "given", [LANGUAGE, LANGUAGE.upper(), f" {LANGUAGE}.", f"{LANGUAGE}&year=2020", "xx", "", "e n"]
)
@pytest.mark.parametrize("name", ["lang", "LANG", "amp;lang"])
def test_language_of_a_link_is_that_of_its_choice(name, given):
    for page in PAGES:
        assert link.read({name: given}, page)[0].lang == link.language({name: given})


def test_language_is_of_every_page_and_so_never_among_the_choices_of_others():
    choice, notices = link.read({"also": f"lang={LANGUAGE}"})
    assert (choice.lang, len(notices)) == (ENGLISH, 1)


def strings(node: object) -> Iterator[str]:
    """What is said in a payload: ids and marks stand in fields of their own."""
    if isinstance(node, str):
        yield re.sub(r"\{\w+\}", "", node)
    elif isinstance(node, list):
        for one in node:
            yield from strings(one)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key not in IDS and not (key == "minerals" and isinstance(one, list)):
                yield from strings(one)


def is_number(text: str) -> bool:
    """Whether a text is the numbers of a country, year by year; they are tested by themselves."""
    return not any(map(str.isalpha, text))


# Fields of payloads that hold ids.
IDS = {"id", "indicator", "series", "kinds", "palette", "status", "iso3", "home", "origin", "dest", "values"}
WORDED = {
    "map_payload": lambda: cache.map_payload("us_imports_usd"),
    "change_payload": lambda: cache.change_payload("us_imports_usd", 2020, 2021, "absolute"),
    "point_payload": cache.point_payload,
    "partner_payload": lambda: cache.partner_payload(FlowSelection()),
    "flow_payload": lambda: cache.flow_payload(FlowSelection(), 10),
    "forum_payload": lambda: cache.forum_payload("wto", "2026-02-19"),
}
FILES_OF_ROWS = {
    "table": lambda: cache.table("us_imports_usd", 2021),
    "comparison": lambda: cache.comparison(Side("us_imports_usd", 2020), Side("us_imports_usd", 2021), "absolute"),
}
SILENT = {
    "warm_up": cache.warm_up,
    "table_index": cache.table_index,
    "table_csv": lambda: cache.table_csv("forums"),
    "bundle_of_all": cache.bundle_of_all,
}


def test_every_cache_is_one_of_these():
    known = {name for name, one in vars(cache).items() if hasattr(one, "__wrapped__")}
    assert known - {"kept"} == {*WORDED, *FILES_OF_ROWS, *SILENT}


@pytest.mark.parametrize("name", WORDED)
def test_what_has_words_is_of_one_language(name):
    english = json.dumps(WORDED[name]())
    with speaking(LANGUAGE):
        other = json.dumps(WORDED[name](), ensure_ascii=False)
    assert not is_translated(english)
    known = sourced(with_descriptor=False)
    texts = {text for text in strings(json.loads(other)) if not is_number(text)}
    assert len(texts) > 5
    assert {text: found for text in texts if (found := plain_english(text, known))} == {}
    assert json.dumps(WORDED[name]()) == english


@pytest.mark.parametrize("name", {**WORDED, **FILES_OF_ROWS})
def test_what_has_words_is_never_made_without_a_language(name):
    with speaking(None), pytest.raises(LookupError):
        {**WORDED, **FILES_OF_ROWS}[name]()


@pytest.mark.parametrize("name", SILENT)
def test_what_has_no_words_is_made_in_silence(name):
    with snapshot.held(snapshot.Snapshot(snapshot.current().files)), speaking(None):
        SILENT[name]()


def test_file_of_all_indicators_is_put_together_for_each_language(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "WRITTEN", tmp_path / "published")
    monkeypatch.setattr(beside, "_begun", set())
    monkeypatch.setattr(preload, "FIRST_S", 0)
    few = {"few": ["us_imports_usd"]}
    monkeypatch.setattr(indicator_lists, "families", lambda: few)
    monkeypatch.setattr(indicator_lists, "choices", list)
    with snapshot.held(snapshot.Snapshot(snapshot.newest().files)):
        for language in (ENGLISH, LANGUAGE):
            with speaking(language):
                before = set(threading.enumerate())
                assert preload.address() is None
                for thread in set(threading.enumerate()) - before:
                    thread.join(PATIENCE_S)
    by_language = {path.suffixes[0]: path.read_text("utf-8") for path in (tmp_path / "published").iterdir()}
    assert {ending: is_translated(text) for ending, text in by_language.items()} == {".en": False, f".{LANGUAGE}": True}


def test_numbers_have_the_signs_of_the_language():
    gdp = indicators.get("gdp_usd")
    told = [number_format.plain(-1234.5, 1), number_format.exact(1234567.25), number_format.show(2.5e12, gdp)]
    assert told == ["−1,234.5", "1,234,567.25", "2,500.0"]
    with speaking(LANGUAGE):
        told = [number_format.plain(-1234.5, 1), number_format.exact(1234567.25), number_format.show(2.5e12, gdp)]
        assert told == ["−1\u00a0234,5", "1\u00a0234\u00a0567,25", "2\u00a0500,0"]
        assert number_format.separators() == ",\u00a0"
    assert number_format.separators() == ".,"


def test_charts_print_their_own_numbers_in_the_signs_of_the_language():
    year = 2022
    counts = coverage.counts("us_trade")
    with speaking(LANGUAGE):
        side = pair_series.Side("", flows.values("us_trade"))
        charts = [
            sankey.build(FlowSelection(), year, 10),
            coverage_figure.build(counts)[0],
            pair_series.build(side, None, "out"),
        ]
        told = coverage_figure.describe(pd.DataFrame({2020: [1234567]}, index=["KAZ"]), "")
    assert [chart.layout.separators for chart in charts] == [",\u00a0"] * 3
    assert "1\u00a0234\u00a0567" in told


def test_link_says_the_language_where_it_is_not_english():
    assert "lang" not in link.write(default())
    choice, _ = link.read({"lang": LANGUAGE})
    for page in PAGES:
        assert link.write(choice, page)["lang"] == LANGUAGE
