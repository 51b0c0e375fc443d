"""The overview without a browser: sentence, forms, and the panel behind every number."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import headline
from components.reader import session
from components.reader.choice import SHOWS
from components.widgets.overview import chart, table
from components.words import word

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60


def opened(query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    for name, values in parse_qs(query).items():
        app.query_params[name] = values
    app.run()
    assert app.exception.len == 0
    assert app.error.len == 0
    return app


def answer(app: AppTest) -> str:
    (found,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    return found


def texts(app: AppTest) -> str:
    return " ".join(str(one.value) for one in (*app.markdown, *app.caption, *app.code))


@pytest.mark.parametrize("show", SHOWS)
def test_every_form_stands_under_the_same_sentence(show):
    app = opened(f"indicator=production.antimony&year=2023&show={show}")
    assert headline.sentence("production.antimony", 2023, None) in answer(app)
    assert app.button_group(key="show").value == show
    assert len(app.get("plotly_chart")) == (show == "chart")
    assert app.dataframe.len == (show == "table")


def test_text_of_the_data_is_no_markup_in_the_sentence():
    app = opened("indicator=us_imports_usd.hs8112&year=2025")
    assert "<p class=" in answer(app)
    assert answer(app).count("<") == 2


def test_panel_opens_from_the_sentence_with_each_figure_it_is_made_of():
    app = opened("indicator=us_imports_usd&year=2024")
    assert word("provenance.cite") not in texts(app)
    next(one for one in app.button if one.key.startswith("opens_answer")).click().run()
    said = texts(app)
    assert word("provenance.cite") in said
    assert "2,348,802,814 USD" in said
    assert "Kazakhstan, 2024: 2,348,802,814 USD" in said
    assert "indicator=us_imports_usd&year=2024" in said
    assert "country=KAZ" in said
    assert app.button_group(key="provenance_of").options[0] == "Kazakhstan"
    assert len(app.button_group(key="provenance_of").options) == 5


def test_table_has_the_year_or_all_of_them():
    app = opened("indicator=us_imports_usd&year=2024&show=table")
    assert set(app.dataframe[0].value["year"]) == {2024}
    app.toggle(key="all_years").set_value(True).run()
    assert set(app.dataframe[0].value["year"]) > {1992, 2024, 2025}
    assert app.query_params["all_years"] in ("on", ["on"])


def test_row_and_mark_that_are_clicked_choose_their_country_and_ask_for_the_panel(monkeypatch):
    asked = []
    held = {
        table.KEY: {"selection": {"rows": [0], "cells": []}},
        chart.KEY: {"selection": {"points": [{"customdata": ["UZB", 2020, "text"]}]}},
    }
    chosen = {}
    monkeypatch.setattr(table.st, "session_state", held)
    monkeypatch.setattr(session, "choose", lambda **changes: chosen.update(changes))
    monkeypatch.setattr(table.provenance, "ask", lambda *given: asked.append(given))
    table._clicked("us_imports_usd", 2024)
    assert chosen == {"country": "KAZ", "year": 2024}
    chart._clicked("us_imports_usd")
    assert chosen == {"country": "UZB", "year": 2020}
    assert asked == [("us_imports_usd", ["KAZ"], 2024), ("us_imports_usd", ["UZB"], 2020)]


def test_countries_of_the_chart_are_in_the_link_and_nonsense_is_told():
    app = opened("indicator=gdp_usd&show=chart&with=CHN,RUS")
    assert app.session_state[session.CHOICE].others == ("CHN", "RUS")
    app = opened("indicator=gdp_usd&show=chart&with=CHN,KAZ,XYZ")
    assert app.session_state[session.CHOICE].others == ("CHN",)
    assert any("CHN,KAZ,XYZ" in one.value for one in app.warning)
