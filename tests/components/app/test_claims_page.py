"""The Claims page without a browser: every claim opens with its verdict, filters leave what they name."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import claims_answer
from components.markdown import literal
from components.reader import link, session
from components.widgets.common.claim_texts import told
from components.words import word
from data.analysis import article_links, claim_selection, claims
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
FOUND = claims.verdicts().set_index("claim_id")
SEED = "pantau-2025-11-06-seed"
ALL = ",".join(WORDS)


def opened(**parts: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/claims.py")
    for name, value in parts.items():
        app.query_params[name] = value
    return app.run()


def answered(app: AppTest) -> str:
    (found,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    return found


def card(app: AppTest) -> str:
    """The text of the card, from the words of the claim to the method."""
    texts = [one.value for one in app.markdown]
    start = next(place for place, text in enumerate(texts) if text.startswith("## “"))
    return "\n".join(texts[start:])


def listed(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["claim"])


@pytest.fixture(scope="module")
def app() -> AppTest:
    return opened(verdict="none")


@pytest.mark.parametrize("first", range(0, len(FOUND), 20))
def test_every_claim_opens_with_the_verdict_of_the_command_line(app, first):
    for claim_id, row in FOUND.iloc[first : first + 20].iterrows():
        app.query_params["claim"] = claim_id
        app.run()
        assert app.exception.len == 0, claim_id
        assert app.error.len == 0, claim_id
        text = card(app)
        assert text.startswith(f"## “{literal(row['claim'])}”"), claim_id
        assert f"**{word('claims.verdict')}:** {told(row['verdict'])}" in text, claim_id


def test_answer_and_table_are_counted_from_the_verdicts():
    app = opened()
    counts = FOUND["verdict"].value_counts()
    for verdict in ("supported", "not_supported", "not_checkable"):
        assert str(counts[verdict]) in answered(app)
    assert len(listed(app)) == (FOUND["verdict"] != "not_checkable").sum()
    hidden = next(one.value for one in app.caption if "not shown" in one.value)
    assert str(counts["not_checkable"]) in hidden


def test_chips_have_the_numbers_and_choose():
    app = opened()
    chips = app.button_group(key="verdicts")
    assert chips.value == list(claim_selection.TESTED)
    chips.set_value(["supported"]).run()
    assert app.query_params["verdict"] == "supported"
    assert len(listed(app)) == (FOUND["verdict"] == "supported").sum()
    app.button_group(key="verdicts").set_value(list(WORDS)).run()
    assert app.query_params["verdict"] == "all"
    assert len(listed(app)) == len(FOUND)
    app.button_group(key="verdicts").set_value([]).run()
    assert app.query_params["verdict"] == "none"
    assert word("claims.none_chosen") in [one.value for one in app.info]


def test_article_leaves_its_claims_and_everything_comes_back_at_once():
    app = opened(article=SEED, verdict=ALL)
    assert sorted(listed(app)) == sorted(FOUND.loc[list(article_links.claims_of(SEED)), "claim"])
    app.button(key="claims_clear").click().run()
    assert len(listed(app)) == (FOUND["verdict"] != "not_checkable").sum()
    assert "article" not in app.query_params


@pytest.mark.parametrize(
    ("parts", "asked"),
    [
        ({"speaker": "official"}, Asked(kind="official")),
        ({"speaker": "emomali-rahmon"}, Asked(speaker="emomali-rahmon")),
        ({"country": "UZB", "sort": "date"}, Asked(country="UZB", sort="date")),
        ({"subject": "uranium"}, Asked(subject="uranium")),
        ({"evidence": "edition_of_day"}, Asked(evidence="edition_of_day")),
        ({"from": "2024-01", "to": "2024-12"}, Asked(since="2024-01", until="2024-12")),
        ({"indicator": "us_uranium_share_pct", "tested": "on"}, Asked(indicator="us_uranium_share_pct")),
    ],
)
def test_each_part_of_the_link_narrows(parts, asked):
    app = opened(**parts)
    wanted = claim_selection.frame(asked)
    assert 0 < len(wanted) < 43
    assert listed(app) == list(wanted["claim"])
    assert claims_answer.of(asked, is_narrow=True)[:20] in answered(app).replace("&#x27;", "'")


def test_claim_outside_the_filters_is_told_in_full_and_said_to_be():
    app = opened(claim="CL005")
    assert FOUND["verdict"]["CL005"] == "not_checkable"
    assert word("claims.outside") in [one.value for one in app.caption]
    assert literal(FOUND["claim"]["CL005"]) in card(app)


def test_list_beside_chooses_the_claim_and_forecasts_stand_by_their_day():
    app = opened()
    app.button(key="claim_beside_CL001").click().run()
    assert app.query_params["claim"] == "CL001"
    assert literal(FOUND["claim"]["CL001"]) in card(app)
    lane = [one.key.removeprefix("claim_lane_") for one in app.button if (one.key or "").startswith("claim_lane_")]
    assert lane == list(FOUND[FOUND["verdict"].isin(("forecast", "due"))].sort_values("due_date").index)


def test_table_has_numbers_as_they_were_said_and_a_year_is_no_amount():
    rows = opened(article=SEED).dataframe[0].value.set_index("claim")
    assert tuple(rows.loc["C5+1 was launched in 2015", ["said", "recorded"]]) == ("2015", "2015")
    antimony = rows.loc["Antimony was 97 percent of Tajik exports to the US in the previous year"]
    assert (antimony["said"], antimony["recorded"], antimony["unit"]) == ("97", "75.138", "percent")


def test_nothing_that_fits_is_said_in_words():
    app = opened(country="TKM", subject="uranium")
    assert app.exception.len == 0
    assert word("claims.none") in answered(app)
    assert word("claims.none") in [one.value for one in app.info]


def test_page_of_an_article_country_and_indicator_leads_to_their_claims():
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    for name, value in {"country": "TJK", "indicator": "us_imports_share_pct.hs8110"}.items():
        app.query_params[name] = value
    app.run()
    links = [one.proto.query_string for one in app.get("page_link") if one.proto.page == "claims"]
    choices = [link.read(dict(part.split("=", 1) for part in one.split("&")), "claims")[0] for one in links]
    assert any(one.country == "TJK" and one.verdicts == WORDS for one in choices)
    assert any(one.tested for one in choices)


def test_claim_is_chosen_by_a_small_letter_and_a_wrong_one_is_told():
    assert opened(claim="cl003").session_state[session.CHOICE].claim == "CL003"
    app = opened(claim="CL999", verdict="lies")
    assert len(app.warning) == 2
    assert app.session_state[session.CHOICE].claim is None
