"""Year, direction and absence on the screen: what moves is said, what is on record elsewhere is never called absent."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.reader import link, session
from components.reader.choice import TRADE, default
from components.widgets.common import value_panel
from components.words import word
from data import flows, indicators
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import contradictions
from data.vocabulary import terms

APP = Path(__file__).parents[2] / "app.py"
PATIENCE_S = 90
ABRAHAM = "member.abraham"


def opened(page: str = "", **choice) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S)
    if page:
        app.run()
        app.switch_page(f"components/pages/{page}.py")
    for name, value in link.write(replace(default(), **choice), page).items():
        app.query_params[name] = value
    return app.run()


def said(app: AppTest) -> str:
    return " ".join([one.value for one in (*app.caption, *app.markdown)]).replace("\\", "")


def test_abraham_accords_open_on_the_announcement_and_say_that_the_year_moved():
    app = opened(indicator="us_imports_usd", year=2024, country="KAZ")
    app.selectbox(key="subject").select(terms.family("standing")).run()
    app.selectbox(key="indicator").select(ABRAHAM).run()
    newest = indicators.years(ABRAHAM)[-1]
    assert app.session_state[session.CHOICE].year == newest
    title = indicators.get(ABRAHAM).title
    assert f"Kazakhstan, {newest}: **Accession announced**" in said(app)
    app = opened(indicator="member.c5plus1", year=2024, country="KAZ")
    app.selectbox(key="indicator").select(ABRAHAM).run()
    assert word("notices.opened_year", title=title, value=2024, shown=newest) in said(app)
    assert app.exception.len == 0


def test_year_before_comes_back_after_a_standing():
    app = opened(indicator="us_imports_usd", year=2019)
    app.selectbox(key="subject").select(terms.family("standing")).run()
    app.selectbox(key="indicator").select(ABRAHAM).run()
    app.selectbox(key="subject").select("US trade").run()
    assert app.session_state[session.CHOICE].year == 2019
    assert "The year is 2019 again" in said(app)


def answer(app: AppTest) -> str:
    """The headline of the page."""
    (found,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    return found


def test_link_to_an_earlier_year_of_a_standing_keeps_it_and_says_what_came_later():
    app = opened(indicator=ABRAHAM, year=2024, country="KAZ")
    assert app.session_state[session.CHOICE].year == 2024
    told = said(app)
    assert "Kazakhstan, 2024: No standing on record in the year; on record for 2025: **Accession announced**" in told
    assert "no standing is on record for Kazakhstan; on record for 2025: Accession announced" in answer(app)


@pytest.mark.parametrize("indicator_id", [ABRAHAM, "us_deals_count", "us_fdi_stock_usd", "c51_events_count"])
def test_gap_names_the_nearest_year_with_a_figure(indicator_id):
    frame = indicators.values(indicator_id)
    indicator = indicators.get(indicator_id)
    gaps = frame[frame["value"].isna() & (frame["status"] == "not_reported")]
    for row in gaps.to_dict("records"):
        others = frame[(frame["iso3"] == row["iso3"]) & frame["value"].notna()]
        text = value_panel.reading(pd.Series(row), indicator)
        nearest = min(others["year"], key=lambda year, row=row: (abs(year - row["year"]), -year), default=None)
        assert ("on record for" in text) == (nearest is not None)
        if nearest is not None:
            assert f"on record for {nearest}:" in text


def test_direction_that_is_not_on_record_has_no_button_and_a_link_to_it_says_so():
    app = opened(TRADE, flow_set="us_trade.2844", direction="imports", year=2024)
    app.query_params["direction"] = "exports"
    app.run()
    assert app.session_state[session.CHOICE].direction == "exports"
    assert app.query_params["direction"] in ("imports", ["imports"])
    assert "no “Exports” on record; showing “Imports”" in said(app)
    assert app.exception.len == 0


def test_line_that_says_that_sources_differ_opens_what_it_names():
    indicator_id = next(one for one in indicators.registry() if len(contradictions.of(one)) > 1)
    app = opened(indicator=indicator_id, year=indicators.default_year(indicator_id), country="KAZ")
    (opener,) = [button for button in app.button if "Sources differ on" in button.label]
    title = contradictions.of(indicator_id)[0].title
    assert title not in said(app)
    opener.click().run()
    assert title in said(app)


def test_line_that_says_that_there_are_other_figures_opens_them():
    app = opened(indicator="us_imports_usd", year=2024, country="KAZ")
    assert "3 other figures for this" in said(app)
    assert word("provenance.others") not in said(app)
    (opener,) = [one for one in app.button if one.key.startswith("opens_number")]
    opener.click().run()
    assert word("provenance.others") in said(app)


UZB_EXPORTS = "exports_by_partner_usd.uzb"


def held(app: AppTest) -> tuple[str, str | None, int]:
    choice = app.session_state[session.CHOICE]
    return choice.flow_set, choice.country, choice.year


def test_thin_year_of_the_next_flows_gives_way_to_the_newest_full_one_and_it_is_said():
    app = opened(TRADE, year=2024)
    for family, set_id in ((flows.get(one).family, one) for one in ("partners", "partners_mirror", "mirror")):
        if family == flows.get(app.session_state[session.CHOICE].flow_set).family:
            app.selectbox(key="flow_set").select(set_id).run()
        else:
            app.selectbox(key="flow_family").select(family).run()
        chosen = app.session_state[session.CHOICE].flow_set
        full = flow_selection.default_year(FlowSelection(chosen))
        assert 2024 in flow_selection.thin_years(FlowSelection(chosen))
        assert held(app) == (chosen, None, full)
        title = flows.get(chosen).title
        assert word("notices.opened_full", title=title, value=2024, shown=full) in said(app)
    app.selectbox(key="flow_family").select(flows.get("us_trade").family).run()
    assert held(app) == ("us_trade", None, 2024)
    assert app.exception.len == 0


def test_thin_year_of_the_next_country_gives_way_and_one_that_the_reader_went_to_stays():
    app = opened(TRADE, flow_set="partners", country="KAZ", year=2024, pair="KAZ-CHN")
    next(one for one in app.selectbox if one.label == word("trade.country")).select("UZB").run()
    assert held(app) == ("partners", "UZB", 2023)
    assert app.session_state[session.CHOICE].pair is None
    assert "too little of 2024 is on record" in said(app)
    app.segmented_control(key="direction").set_value("exports").run()
    assert "too little of 2024 is on record" in said(app)
    app = opened(TRADE, flow_set="partners", country="UZB", year=2024)
    assert held(app) == ("partners", "UZB", 2024)
    app.segmented_control(key="direction").set_value("exports").run()
    assert held(app) == ("partners", "UZB", 2024)


def test_thin_year_of_the_next_indicator_gives_way_and_the_year_before_comes_back():
    app = opened(indicator="exports_by_partner_usd.kgz", year=2024)
    assert 2024 in indicators.thin_years(UZB_EXPORTS)
    app.selectbox(key="indicator").select(UZB_EXPORTS).run()
    full, title = indicators.default_year(UZB_EXPORTS), indicators.get(UZB_EXPORTS).title
    assert app.session_state[session.CHOICE].year == full
    assert word("notices.opened_full", title=title, value=2024, shown=full) in said(app)
    app.selectbox(key="indicator").select("exports_by_partner_usd.kgz").run()
    assert app.session_state[session.CHOICE].year == 2024
