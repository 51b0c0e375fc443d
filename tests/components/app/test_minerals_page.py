"""The Minerals page without a browser: every panel, minerals with and without data, the answer, what is chosen."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import lens_text, mineral_lens, minerals_answer, producers_bars, uranium_years
from components.figures import us_sources as source_bars
from components.reader import session
from components.reader.choice import PANELS
from components.words import word
from data.analysis import lens_table, mineral_parts, producers, uranium_origins, us_sources
from data.analysis import mineral_lens as frames
from data.vocabulary.language import speaking

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
REFUSED = ":material/link_off:"


def opened(**parts: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/minerals.py")
    for name, value in parts.items():
        app.query_params[name] = value
    return app.run()


def answer(app: AppTest) -> str:
    (found,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    return found


def said(app: AppTest) -> str:
    return "\n".join(one.value for one in [*app.markdown, *app.caption, *app.info])


def refused(app: AppTest) -> list[str]:
    return [one.value for one in app.warning if one.icon == REFUSED]


# One with all data in every panel; one without output, one without shares of US imports, one without anything.
DRAWN = [
    *(("antimony", panel) for panel in PANELS),
    ("gallium", "output"),
    ("uranium", "sources"),
    ("cerium", "reserves"),
]


@pytest.mark.parametrize(("mineral", "panel"), DRAWN)
def test_page_is_drawn_for_minerals_with_and_without_data(mineral, panel):
    app = opened(panel=panel, mineral=mineral)
    assert app.exception.len == 0
    assert app.error.len == 0
    assert refused(app) == []
    assert answer(app)
    chosen = app.session_state[session.CHOICE]
    assert (chosen.panel, chosen.mineral) == (panel, mineral)


@pytest.mark.parametrize("mineral", mineral_parts.minerals())
def test_every_figure_can_be_drawn_of_every_mineral(mineral):
    with speaking("en"):
        for form in mineral_parts.forms(mineral) or (None,):
            assert minerals_answer.of("sources", mineral, None, form, 2024)
        for basis in producers.BASES:
            for country in (None, "KAZ", "TKM", "USA"):
                assert minerals_answer.of(basis, mineral, country, None, 2024)
            rows = producers.ranking(mineral, basis)
            if len(rows):
                assert producers_bars.build(rows, "KAZ").data
                assert producers_bars.alt(rows, basis)
        for stage in mineral_parts.stages(mineral):
            editions = producers.by_edition(mineral, "KAZ", stage)
            if len(editions):
                assert producers_bars.steps(editions).data
        rows = us_sources.of(mineral)
        if len(rows):
            assert source_bars.build(rows, None).data
            assert source_bars.alt(rows)


def test_answer_is_computed_from_the_tables():
    # 27,270 of 60,213 tU; 23,500 of 110,000 t; 7,000 of 51,000 kt; net import reliance 91 %.
    told = answer(opened())
    for part in ("45 % of the world&#x27;s uranium", "21 % of its antimony", "14 % of its chromium", "91 %"):
        assert part in told
    assert "no named supplier" in told


def test_answer_of_a_country_counts_its_listed_minerals_and_those_the_us_imports_mostly():
    told = answer(opened(country="KAZ"))
    assert "39 % of the world&#x27;s uranium" in told
    # Listed with a share: Ba, Bi, Cr, Cu, Mg, P, Re, Sb, Si, Ag, Ti, U, W, Zn; not mostly: uranium (no figure), P (16).
    assert "produces: 14" in told
    assert "US use: 12" in told


def test_second_in_antimony_is_told_with_its_editions():
    text = said(opened(mineral="antimony", country="TJK"))
    assert "Second by the editions of 2018, 2019 (shared), 2024, 2025." in text
    assert "Third by the editions of 2017, 2020, 2021, 2022, 2023, 2026." in text


def test_uranium_of_2024_is_told_and_empty_years_are_said():
    told = answer(opened(panel="uranium", year="2024"))
    assert "24 % from Kazakhstan" in told
    assert "9 % from Uzbekistan" in told
    assert "8 years, 2002 to 2009" in told


def test_mineral_without_data_says_so():
    text = said(opened(mineral="cerium"))
    assert word("ranking.none_output", mineral="Cerium") in text
    assert word("us_sources.none", mineral="Cerium") in text


def test_choosing_a_mineral_lets_go_of_form_and_supplier_of_the_last():
    app = opened(mineral="antimony", form="oxide", **{"from": "BEL"})
    assert app.session_state[session.CHOICE].form == "oxide"
    next(one for one in app.selectbox if one.label == word("minerals.mineral")).select("tungsten").run()
    chosen = app.session_state[session.CHOICE]
    assert (chosen.mineral, chosen.form, chosen.swap_from) == ("tungsten", None, None)
    assert app.exception.len == 0


def test_another_mineral_leaves_the_panel_of_uranium():
    app = opened(panel="uranium")
    box = next(one for one in app.selectbox if one.label == word("minerals.mineral"))
    assert box.value == "uranium"
    box.select("gold").run()
    assert app.session_state[session.CHOICE].panel == "output"


def test_slider_of_the_swap_stands_in_the_link_and_moves_the_index():
    app = opened(swap="0")
    before = said(app)
    app.slider[0].set_value(50).run()
    assert app.session_state[session.CHOICE].swap == 50
    assert "3,189–3,460" in before
    assert "1,677–1,948" in said(app)


def test_hostile_parts_are_refused_in_words_and_nothing_breaks():
    parts = {"mineral": "<b>x</b>", "panel": "9" * 500, "form": "\x00", "stage": "](javascript:x)", "swap": "101"}
    app = opened(**parts, **{"from": "WLD", "as": "six", "sort": "{{x}}"})
    assert len(refused(app)) == 8
    assert app.exception.len == 0


@pytest.mark.parametrize("basis", producers.BASES)
@pytest.mark.parametrize("sort", frames.SORTS)
def test_rows_of_the_lens_are_the_same_in_every_order(basis, sort):
    with speaking("en"):
        rows = lens_table.rows(basis, sort)
        assert sorted(rows["mineral"]) == sorted(frames.rows(basis)["mineral"])
        figure = mineral_lens.build(rows, frames.cells(basis), basis, None, "antimony")
        drawn = sum(len(trace.x) for trace in figure.data if trace.name)
        assert drawn == frames.cells(basis)["share_pct"].notna().sum()
        assert lens_text.alt(rows, basis)


def test_narrowest_supply_stands_first_in_order_of_concentration():
    with speaking("en"):
        rows = lens_table.rows("output", "concentration")
    known = rows["equal_low"].dropna()
    assert known.is_monotonic_increasing
    assert rows["equal_low"].isna().to_numpy()[len(known) :].all()


def test_columns_of_uranium_hold_what_the_frame_has():
    rows = uranium_origins.origins()
    with speaking("en"):
        figure = uranium_years.build(rows, 2024)
    assert sum(len(trace.x) for trace in figure.data) == len(rows)
