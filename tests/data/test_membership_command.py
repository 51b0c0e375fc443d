"""What leaves of the figures on forums: the command line prints the frame of the download and of the figure."""

import io

import pandas as pd
import pytest

from data import __main__ as command
from data.analysis import diplomacy_events, membership, membership_change, membership_matrix, membership_sets
from data.output import forum_frames

DAY = "2006-07-01"
ASKED = {
    ("--on", DAY): lambda: (forum_frames.matrix(DAY), membership_matrix.rows(DAY, membership_matrix.order(DAY))),
    ("--country", "tkm"): lambda: (
        forum_frames.of_country(membership.newest_day(), "TKM"),
        membership.of_country("TKM", membership.newest_day()),
    ),
    ("--on", "2025-11-06", "--kind", "political", "--with-us", "--ties", "any"): lambda: (
        forum_frames.matrix("2025-11-06", "any", "political", with_us=True),
        membership_matrix.rows("2025-11-06", membership_matrix.order("2025-11-06", "any", "political", with_us=True)),
    ),
    ("--forum", "csto", "--on", DAY): lambda: (
        forum_frames.standing(DAY, "csto"),
        membership.on(DAY).query("forum_id == 'csto' and certainty != 'no'"),
    ),
    ("--on", "2025-11-06", "--since", "2025-11-05"): lambda: (
        forum_frames.difference("2025-11-05", "2025-11-06"),
        membership_change.difference("2025-11-05", "2025-11-06"),
    ),
    ("overlap", "--on", DAY, "--ties", "any"): lambda: (
        forum_frames.overlap(DAY, "any"),
        membership_sets.overlap(DAY, "any"),
    ),
    ("combinations", "--on", DAY, "--kind", "trade"): lambda: (
        forum_frames.combinations(DAY, "full", "trade"),
        membership_sets.combinations(DAY, "full", ("nsg", "tifa", "wto")),
    ),
    ("events", "--country", "TJK"): lambda: (forum_frames.events("TJK"), diplomacy_events.events("TJK")),
    ("articles",): lambda: (forum_frames.articles(), diplomacy_events.articles_by_time()),
}


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_command_prints_the_frame_of_the_download_and_of_the_figure(capsys, asked):
    assert command.main(["membership", *asked]) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    leaving, drawn = ASKED[asked]()
    pd.testing.assert_frame_equal(printed, leaving.frame.astype("str"), check_dtype=False)
    assert len(printed) == len(drawn) > 0
    for name in ("standing", "from_date", "members", "shared", "event_id", "articles"):
        if name in drawn:
            assert list(printed[name]) == ["" if pd.isna(one) else str(one) for one in drawn[name]]


def test_what_has_no_standing_is_empty_and_says_so():
    frame = forum_frames.matrix("2026-02-19").frame
    gaps = frame[frame["certainty"] == "no"]
    assert len(frame) == 55 * 6
    assert (gaps[["standing", "from_date", "source_url"]] == "").all().all()
    rest = frame[frame["certainty"] != "no"]
    assert (rest["source_url"] != "").all()


@pytest.mark.parametrize("asked", [("--forum", "atlantis"), ("--country", "XXX"), ("overlap", "--kind", "odd")])
def test_unknown_id_is_one_line(capsys, asked):
    assert command.main(["membership", *asked]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_events_are_as_wide_as_their_dates():
    rows = diplomacy_events.events().set_index("event_id")
    spans = rows[["lane", "start", "end", "precision"]]
    assert spans.loc["2025-11-06-summit-washington"].tolist() == ["summit", "2025-11-06", "2025-11-06", "day"]
    assert spans.loc["2016-12-ministerial-hamburg"].tolist() == ["ministerial", "2016-12-01", "2016-12-31", "month"]
    assert spans.loc["2018-enhanced-partnership-kaz"].tolist() == ["agreement", "2018-01-01", "2018-12-31", "year"]
    assert spans.loc["1992-05-18-nazarbayev-kaz"].tolist() == ["visit", "1992-05-18", "1992-05-20", "day"]
    assert rows["lane"].value_counts().reindex(["summit", "ministerial", "working", "business", "envoy"]).tolist() == [
        *(2, 19, 7, 3, 3)
    ]
    # Turkmenistan was not at the meeting of Hamburg.
    assert "2016-12-ministerial-hamburg" not in set(diplomacy_events.events("TKM")["event_id"])


def test_articles_known_to_the_year_have_a_row_of_their_own():
    rows = diplomacy_events.articles_by_time()
    assert rows["articles"].sum() == 331
    assert set(rows["precision"]) == {"month", "year"}
    assert rows.loc[rows["precision"] == "year", "end"].str.endswith("-12-31").all()
