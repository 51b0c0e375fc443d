"""The Forums page without a browser: days, a country and its forums, what changed, what does not fit, refused parts."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import forums_answer
from components.reader import session
from components.words import word
from data.analysis import membership, membership_matrix

APP = Path(__file__).parents[3] / "app.py"
PATIENCE_S = 60
REFUSED = ":material/link_off:"


def opened(**parts: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE_S).run()
    app.switch_page("components/pages/forums.py")
    for name, value in parts.items():
        app.query_params[name.removesuffix("_")] = value
    return app.run()


def answer(app: AppTest) -> str:
    (found,) = [one.proto.body for one in app.get("html") if 'data-testid="atlas-answer"' in one.proto.body]
    return found


def said(app: AppTest) -> str:
    return "\n".join(one.value for one in [*app.markdown, *app.caption])


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"on": "1991-12-26", "ties": "any"},
        {"on": "2001-06-15", "kind": "trade", "with_": "USA"},
        {"on": "1946-01-01", "kind": "minerals", "forum": "guam"},
        {"country": "USA", "since": "2015-11-01"},
        {"country": "CHN", "forum": "wto", "on": "2001-12-10"},
    ],
)
def test_page_is_drawn_on_any_day_with_its_answer(parts):
    app = opened(**parts)
    assert (app.exception.len, app.error.len) == (0, 0)
    assert [one.value for one in app.warning if one.icon == REFUSED] == []
    choice = app.session_state[session.CHOICE]
    day = choice.forums_on or membership.newest_day()
    forums = membership_matrix.order(day, choice.ties, choice.forum_kind, with_us=choice.with_us)
    assert forums_answer.of(day, choice.ties, forums, choice.country) in answer(app).replace("&#x27;", "'")


def test_first_view_says_how_thinly_leaving_is_covered_and_tells_the_summits():
    app = opened()
    text = said(app)
    assert f"{len(membership.ended())} rows of the table have an end" in text
    assert "13 of 55 forums seat all five and the United States" in answer(app)
    assert "Second C5+1 presidential summit" in text.replace("\\", "")
    assert "First C5+1 presidential summit" in text.replace("\\", "")
    assert "newscentralasia.net" in text


def test_chosen_country_lists_its_forums_with_their_dates():
    app = opened(country="TKM")
    frames = [one.value for one in app.dataframe if "since" in one.value]
    assert len(frames) == 1
    rows = frames[0].set_index("forum_id")
    assert rows.loc["UN", "since"] == word("forums.since", day="1992-03-02")
    assert rows.loc["SPECA", "since"] == word("forums.since_unknown")
    assert len(rows) == len(membership.of_country("TKM", membership.newest_day()))


def test_difference_of_two_days_is_a_list():
    text = said(opened(on="2025-11-06", since="2025-11-05")).replace("\\", "")
    assert "One change between 2025-11-05 and 2025-11-06" in text
    assert "Kazakhstan: Accession announced, Abraham Accords" in text
    back = said(opened(on="2025-11-05", since="2025-11-06")).replace("\\", "")
    assert "Kazakhstan left: Abraham Accords" in back


def test_nothing_that_fits_is_a_sentence():
    app = opened(on="1946-01-01", kind="minerals", with_="USA", ties="full")
    assert word("forums_answer.none") in answer(app) or "0 of" in answer(app)
    assert app.exception.len == 0


def test_day_after_the_release_or_none_is_refused():
    for value in ("2999-01-01", "2015", "1800-01-01"):
        app = opened(on=value)
        assert len([one for one in app.warning if one.icon == REFUSED]) == 1
        assert app.session_state[session.CHOICE].forums_on is None


def test_parts_of_the_link_are_written_out():
    app = opened(country="TKM", forum="sco", ties="any", with_="USA", kind="political", since="2001-06-15")
    parts = {name: app.query_params[name] for name in ("on", "since", "kind", "forum", "ties", "with", "country")}
    assert {name: one[0] if isinstance(one, list) else one for name, one in parts.items()} == {
        "on": membership.newest_day(),
        "since": "2001-06-15",
        "kind": "political",
        "forum": "sco",
        "ties": "any",
        "with": "USA",
        "country": "TKM",
    }
