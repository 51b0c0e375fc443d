"""A click on a country that the set does not have gets an answer, until the next choice."""

from pathlib import Path
from types import SimpleNamespace

from streamlit.testing.v1 import AppTest

from components.markdown import literal
from components.reader import session
from components.reader.choice import default
from components.widgets.trade import map
from components.words import word

APP = Path(__file__).parents[2] / "app.py"


def test_click_on_a_country_outside_the_set_is_answered_until_the_next_choice():
    app = AppTest.from_file(APP, default_timeout=90).run()
    app.switch_page("components/pages/trade.py").run()
    told = literal(word("trade.outside", name="China"))
    assert told not in [one.value for one in app.caption]
    app.session_state[f"{session.KEPT}{map.OUTSIDE}"] = ("CHN", app.session_state[session.CHOICE])
    app.run()
    assert told in [one.value for one in app.caption]
    app.selectbox(key="country").select("KAZ").run()
    assert told not in [one.value for one in app.caption]


def test_click_outside_the_set_is_held_and_one_inside_chooses(monkeypatch):
    held, chosen = {}, {}
    clicked = {"country": "CHN"}
    monkeypatch.setattr(map, "st", SimpleNamespace(session_state={map.KEY: {"choice": clicked}}))
    monkeypatch.setattr(map.session, "current", default)
    monkeypatch.setattr(map.session, "keep", held.__setitem__)
    monkeypatch.setattr(map.session, "choose", lambda **changes: chosen.update(changes))
    monkeypatch.setattr(map.session, "choose_flows", lambda **changes: chosen.update(changes))
    monkeypatch.setattr(map.flow_selection, "years", lambda _cut: ())
    monkeypatch.setattr(map.controls, "selection", lambda: None)
    map._chosen_on_map()
    assert (held, chosen) == ({map.OUTSIDE: ("CHN", default())}, {})
    clicked["country"] = "UZB"
    map._chosen_on_map()
    assert chosen == {"country": "UZB", "pair": None}
