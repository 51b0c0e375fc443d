"""The whole app without a browser: what is chosen is drawn, and what cannot be drawn leads back."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import link, session
from components.reader.choice import Choice, default
from components.reader.parameters import PAGES
from components.widgets.overview import controls, number
from components.widgets.trade import charts
from components.words import word
from data.vocabulary import terms

APP = Path(__file__).parents[2] / "app.py"
PATIENCE_S = 60


def opened(**choice) -> AppTest:
    """The start page with a choice."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    for name, value in link.write(replace(default(), **choice)).items():
        app.query_params[name] = value
    return app.run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_choice_is_held_by_no_widget():
    app = opened(year=2020, country="KAZ", view="world")
    assert app.exception.len == 0
    held = app.session_state[session.CHOICE]
    assert held == replace(default(), year=2020, country="KAZ", view="world")
    assert session.CHOICE not in {widget.key for widget in (*app.selectbox, *app.toggle, *app.text_input, *app.radio)}


def test_widgets_report_to_the_choice():
    app = opened()
    app.selectbox(key="subject").select("US aid").run()
    app.selectbox(key="country").select("TJK").run()
    app.session_state[f"{session.KEPT}{controls.MORE}"] = True
    app.run()
    app.toggle(key="flows").set_value(False).run()
    app.text_input(key="q").input("gold").run()
    shown = {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}
    assert (shown["indicator"], shown["country"], shown["flows"], shown["q"]) == ("us_aid_usd", "TJK", "off", "gold")
    assert app.session_state[session.CHOICE].q == "gold"


def test_every_field_of_the_choice_is_of_some_page():
    known = {parameter.field for page in PAGES.values() for parameter in page.parameters}
    assert known - {""} == {field.name for field in fields(Choice)}


@pytest.fixture
def broken(monkeypatch):
    """The number beside the map cannot be drawn for one indicator."""
    drawn = number.show

    def show(choice: Choice) -> None:
        if choice.indicator == "gdp_usd":
            raise RuntimeError("for a test")
        drawn(choice)

    monkeypatch.setattr(number, "show", show)


def test_what_cannot_be_drawn_says_so_and_keeps_the_choice(broken):
    app = opened(indicator="gdp_usd", country="KAZ")
    assert app.exception.len == 0
    assert [error.value for error in app.error] == [word("failed.text")]
    assert app.session_state[session.CHOICE].indicator == "gdp_usd"
    assert "RuntimeError" not in str(app)
    assert {word("failed.again"), word("failed.default")} <= set(labels(app))
    # The other part of the page stands, and is about the same country.
    assert any("Kazakhstan" in title.value for title in app.markdown)


def test_way_back_to_the_last_view_that_was_drawn(broken):
    app = opened(year=2019, country="KAZ")
    assert word("failed.back") not in labels(app)
    app.selectbox(key="subject").select(terms.family("economy")).run()
    assert app.session_state[session.CHOICE].indicator != "us_imports_usd"
    app.selectbox(key="indicator").select("gdp_usd").run()
    assert app.error.len == 1
    last = app.session_state[session.DRAWN]
    next(button for button in app.button if button.label == word("failed.back")).click().run()
    assert app.error.len == 0
    assert app.session_state[session.CHOICE] == last


def test_way_back_to_the_default(broken):
    app = opened(indicator="gdp_usd", country="KAZ")
    next(button for button in app.button if button.label == word("failed.default")).click().run()
    assert app.error.len == 0
    assert app.session_state[session.CHOICE] == default()


def test_trade_page_that_cannot_be_drawn_leads_back(monkeypatch):
    def show(*_given) -> None:
        raise RuntimeError("for a test")

    monkeypatch.setattr(charts, "show", show)
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/trade.py").run()
    assert app.exception.len == 0
    assert [error.value for error in app.error] == [word("failed.text")]


def test_report_that_is_lost_is_said(monkeypatch):
    app = opened()

    def choose(**_changes) -> None:
        raise RuntimeError("for a test")

    monkeypatch.setattr(session, "choose", choose)
    app.selectbox(key="country").select("KAZ").run()
    assert app.exception.len == 0
    assert [toast.value for toast in app.toast] == [word("app.lost")]
