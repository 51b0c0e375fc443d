"""Standing in forums on a day: at the edges of every date, against a plain reference, by values known by hand."""

import csv
import random
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.analysis import membership, membership_answer, membership_change, membership_sets
from data.analysis.membership import NO, SURE, UNKNOWN, WITHIN
from data.package import snapshot
from data.package.countries import C5, SIX
from data.subjects import forums as year_ends

FOLDER = Path(snapshot.__file__).parents[1] / "curated"
ROWS = list(csv.DictReader((FOLDER / "forum_members.csv").open(encoding="utf-8")))
FOUNDED = {row["forum_id"]: row["founded"] for row in csv.DictReader((FOLDER / "forums.csv").open(encoding="utf-8"))}
BY_PAIR: dict[tuple[str, str], list[dict[str, str]]] = {}
for one in ROWS:
    BY_PAIR.setdefault((one["forum_id"], one["iso3"]), []).append(one)
ORDER = ["member", "associate", "signatory", "announced", "applicant", "partner", "observer", "former"]
DAY = timedelta(days=1)


def days_of(text: str) -> tuple[date, date]:
    """The first and the last day that a date of the table may mean."""
    parts = [int(one) for one in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    first, last = (parts[0], parts[1] if len(parts) == 2 else 1), (parts[0], parts[1] if len(parts) == 2 else 12)
    return date(*first, 1), date(*last, monthrange(*last)[1])


def every_day(text: str) -> list[date]:
    first, last = days_of(text)
    return [first + DAY * place for place in range((last - first).days + 1)]


def state(begins: list[date], ends: list[date], day: date, *, is_open: bool) -> str:
    """Whether a standing holds on a day in all, some or none of the worlds that its dates allow."""
    worlds = {begin <= day < end for begin in begins for end in ends}
    return NO if worlds == {False} else SURE if worlds == {True} else UNKNOWN if is_open else WITHIN


def plain(forum_id: str, iso3: str, day: date) -> tuple[str, str]:
    """Standing and certainty, world by world: slow, and nothing of it is shared with what is tested."""
    found: list[tuple[int, int, str, str]] = []
    for row in BY_PAIR[forum_id, iso3]:
        founded = FOUNDED[forum_id]
        birth = days_of(founded)[0] if founded and row["before_founding"] != "true" else date.min
        seen = days_of(row["as_of"])[1] if row["as_of"] else date.max
        some_day = [one for one in (birth, day, day + DAY) if birth <= one]
        worlds = []
        if row["status"] == "former":
            ends = (
                every_day(row["to_date"]) if row["to_date"] else [one for one in (date.min, day, seen) if one <= seen]
            )
            begins = every_day(row["from_date"]) if row["from_date"] else [*some_day, date.max]
            left = (
                every_day(row["to_date"])
                if row["to_date"]
                else [one for one in (birth, day + DAY, seen) if one <= seen]
            )
            begin_known = all(one <= day for one in begins)
            is_open = not row["from_date"] if not begin_known else not row["to_date"]
            worlds = [("member", state(begins, ends, day, is_open=is_open))]
            worlds += [("former", state(left, [date.max], day, is_open=not row["to_date"]))]
        else:
            begins = (
                every_day(row["from_date"]) if row["from_date"] else [*(one for one in some_day if one <= seen), seen]
            )
            ends = every_day(row["to_date"]) if row["to_date"] else [date.max]
            is_open = not row["from_date"] and not all(one <= day for one in begins)
            worlds = [(row["status"], state(begins, ends, day, is_open=is_open))]
        found += [
            (ORDER.index(standing), [SURE, WITHIN, UNKNOWN].index(sureness), standing, sureness)
            for standing, sureness in worlds
            if sureness != NO
        ]
    return min(found)[2:] if found else ("", NO)


def told(forum_id: str, iso3: str, day: str) -> tuple[str, str]:
    rows = membership.on(day)
    row = rows[(rows["forum_id"] == forum_id) & (rows["iso3"] == iso3)].iloc[0]
    return ("" if row["certainty"] == NO else row["standing"]), row["certainty"]


def test_three_hundred_triples_are_those_of_the_plain_reference():
    chance = random.Random(14)
    pairs = sorted(BY_PAIR)
    edges = [
        days_of(row[name])[side]
        for row in ROWS
        for name in ("from_date", "to_date", "as_of")
        if row[name]
        for side in (0, 1)
    ]
    days = [chance.choice(edges) + DAY * chance.randint(-1, 1) for _ in range(30)]
    days += [date(1988, 1, 1) + DAY * chance.randint(0, 13900) for _ in range(15)]
    with_end = [(row["forum_id"], row["iso3"]) for row in ROWS if row["to_date"] or row["status"] == "former"]
    triples = [(*chance.choice(pairs if chance.random() < 0.8 else with_end), chance.choice(days)) for _ in range(300)]
    wrong = [one for one in triples if told(one[0], one[1], one[2].isoformat()) != plain(*one)]
    assert wrong == []
    assert len({plain(*one)[1] for one in triples}) == 4


def test_dated_row_of_the_six_is_told_on_the_day_before_on_and_after():
    dated = [row for row in ROWS if len(row["from_date"]) == 10 and row["iso3"] in SIX]
    days = sorted({row["from_date"] for row in dated} | {row["to_date"] for row in dated if row["to_date"]})
    ends = {row["to_date"] for row in dated}
    for text in [day for place, day in enumerate(days) if place % 3 == 0 or day in ends]:
        own = [row for row in dated if text in (row["from_date"], row["to_date"])]
        for day in (date.fromisoformat(text) + DAY * step for step in (-1, 0, 1)):
            for row in own:
                pair = (row["forum_id"], row["iso3"])
                assert told(*pair, day.isoformat()) == plain(*pair, day), (pair, day)


@pytest.mark.parametrize(
    ("forum_id", "iso3", "day", "expected"),
    [
        # Samarkand, 1 November 2015.
        ("c5plus1", "TKM", "2015-10-31", ("", NO)),
        ("c5plus1", "TKM", "2015-11-01", ("member", SURE)),
        # Protocol of 16 August 2006, suspension granted on 19 December 2012.
        ("csto", "UZB", "2006-08-15", ("", NO)),
        ("csto", "UZB", "2006-08-16", ("member", SURE)),
        ("csto", "UZB", "2012-12-18", ("member", SURE)),
        ("csto", "UZB", "2012-12-19", ("former", SURE)),
        # April 1999 and May 2005 are known to the month.
        ("guam", "UZB", "1999-03-31", ("", NO)),
        ("guam", "UZB", "1999-04-15", ("member", WITHIN)),
        ("guam", "UZB", "1999-04-30", ("member", SURE)),
        ("guam", "UZB", "2005-04-30", ("member", SURE)),
        ("guam", "UZB", "2005-05-15", ("member", WITHIN)),
        ("guam", "UZB", "2005-05-31", ("former", SURE)),
        ("abraham", "KAZ", "2025-11-05", ("", NO)),
        ("abraham", "KAZ", "2025-11-06", ("announced", SURE)),
        # The Asian Development Bank in 1994: the year alone is known.
        ("adb", "KAZ", "1993-12-31", ("", NO)),
        ("adb", "KAZ", "1994-07-01", ("member", WITHIN)),
        ("adb", "KAZ", "1994-12-31", ("member", SURE)),
        # Observer from July 2020, applicant from 23 February 2022.
        ("wto", "TKM", "2020-07-10", ("observer", WITHIN)),
        ("wto", "TKM", "2022-02-22", ("observer", SURE)),
        ("wto", "TKM", "2022-02-23", ("applicant", SURE)),
        # The summit of Kazan made Turkmenistan an associate member.
        ("cis", "TKM", "2005-08-25", ("member", SURE)),
        ("cis", "TKM", "2005-08-26", ("associate", SURE)),
        # Georgia left a year after its notice; Belarus was an observer until it became a member.
        ("cis", "GEO", "2009-08-17", ("member", SURE)),
        ("cis", "GEO", "2009-08-18", ("former", SURE)),
        ("sco", "BLR", "2024-07-03", ("observer", SURE)),
        ("sco", "BLR", "2024-07-04", ("member", SURE)),
        # CICA: no first day, a list of October 2022, founded on 5 October 1992.
        ("cica", "UZB", "1992-10-04", ("", NO)),
        ("cica", "UZB", "1992-10-05", ("member", UNKNOWN)),
        ("cica", "UZB", "2022-10-31", ("member", SURE)),
        # Signed in June 2015, a member at some time in 2016.
        ("aiib", "KAZ", "2016-07-01", ("member", WITHIN)),
        ("aiib", "KAZ", "2015-12-31", ("signatory", SURE)),
    ],
)
def test_standing_that_is_known_by_hand(forum_id, iso3, day, expected):
    assert told(forum_id, iso3, day) == expected


def test_signature_is_a_sure_tie_while_membership_is_open():
    seats = membership_sets.seats("2016-07-01", "any").set_index(["forum_id", "iso3"])["certainty"]
    assert seats["aiib", "KAZ"] == SURE
    assert membership_sets.seats("2016-07-01").set_index(["forum_id", "iso3"])["certainty"]["aiib", "KAZ"] == WITHIN


@pytest.mark.parametrize("year", [1996, 2005, 2012, 2015, 2022, 2025])
def test_year_ends_are_those_of_the_indicators(year):
    frame = year_ends._standing()
    drawn = frame[frame["year"] == year].set_index(["forum_id", "iso3"])["standing"].sort_index()
    rows = membership.on(f"{year}-12-31")
    sure = rows[rows["certainty"] == SURE].set_index(["forum_id", "iso3"])["standing"].sort_index()
    assert sure.to_dict() == drawn.to_dict()


def test_what_is_no_day_is_refused():
    for text in ("2015", "2015-02-30", "yesterday"):
        with pytest.raises(ValueError, match=r"isoformat|day"):
            membership.on(text)


def test_a_country_has_its_forums_with_their_dates():
    rows = membership.of_country("TKM", "2026-03-01").set_index("forum_id")
    assert (rows.loc["un", "from_date"], rows.loc["cis", "standing"]) == ("1992-03-02", "associate")
    assert {"eaeu", "sco", "csto"}.isdisjoint(rows.index)
    assert membership.of_country("UZB", "2026-03-01").set_index("forum_id").loc["csto", "standing"] == "former"


def test_change_of_a_day_and_back():
    forth = membership_change.difference("2025-11-05", "2025-11-06")
    assert forth[["change", "certainty", "forum_id", "iso3", "standing_on"]].to_numpy().tolist() == [
        ["joined", "sure", "abraham", "KAZ", "announced"]
    ]
    assert membership_change.difference("2012-12-18", "2012-12-19")[
        ["change", "forum_id", "iso3"]
    ].to_numpy().tolist() == [["left", "csto", "UZB"]]


@pytest.mark.parametrize(
    ("since", "on"), [("1991-12-26", "2026-02-19"), ("2004-07-01", "2013-03-15"), ("2015-07-01", "2016-07-01")]
)
def test_swapping_the_days_swaps_joined_and_left(since, on):
    turned = {"joined": "left", "left": "joined", "changed": "changed"}
    forth, back = membership_change.difference(since, on), membership_change.difference(on, since)
    keys = ["forum_id", "iso3", "certainty"]
    there = {tuple(row[name] for name in keys): row["change"] for row in forth.to_dict("records")}
    home = {tuple(row[name] for name in keys): turned[row["change"]] for row in back.to_dict("records")}
    assert there == home
    assert len(there) > 2


def test_sets_and_pairs_of_a_day_are_one_partition():
    for ties in ("full", "any"):
        sets = membership_sets.combinations("2006-07-01", ties)
        pairs = membership_sets.overlap("2006-07-01", ties).set_index(["a", "b"])
        ids = [one for text in [*sets["forum_ids"], *sets["uncertain_ids"]] for one in text.split(";") if one]
        assert len(ids) == len(set(ids)) == sets["forums"].sum() + sets["uncertain"].sum()
        for a in SIX:
            # Seats of a country: all sets with it, those that are open in another's seat too.
            held = sets[sets["members"].str.contains(a)]
            assert pairs.loc[(a, a), "shared"] == held["forums"].sum() + held["uncertain"].sum()


def test_seats_of_march_2026_by_hand():
    """Full members and signatories: counted in the tables by a reader."""
    sets = membership_sets.combinations("2026-03-01").set_index("members")
    assert set(sets.loc[";".join(SIX), "forum_ids"].split(";")) == {
        *("adb", "b5plus1", "c51-cmd", "c5plus1", "ebrd", "iaea", "ibrd", "imf", "npt", "osce", "un", "canwfz", "tifa")
    }
    assert sets.loc["KAZ;KGZ", "forum_ids"] == "eaeu"
    assert sets.loc[";".join(C5), "forums"] == 17
    every = membership_sets.forum_ids("2026-03-01")
    answer = membership_answer.of_six("2026-03-01", "full", every)
    assert answer == membership_answer.OfSix(55, 13, 17, ("KAZ",), 16, 0)
    # Three of the 30 seats have no first day: consultative meetings, Korea, SPECA. The oldest are of 1992.
    own = membership_answer.of_country("TKM", "2026-03-01", "full", every)
    assert (own.own, own.shared, own.undated, own.since) == (30, 13, 3, "1992")
    pairs = membership_sets.overlap("2026-03-01").set_index(["a", "b"])
    assert pairs.loc[("TKM", "USA"), "jaccard"] == pytest.approx(13 / (30 + 22 - 13))


def test_doubtful_seats_stand_beside_the_sum():
    # Article of the treaty on proliferation: Uzbekistan is on a list of 2006, its first day is not known.
    sets = membership_sets.combinations("2001-06-15").set_index("members")
    without = ";".join(one for one in SIX if one != "UZB")
    assert "npt" in sets.loc[without, "uncertain_ids"].split(";")
    assert "npt" not in sets.loc[without, "forum_ids"].split(";")
    pairs = membership_sets.overlap("2001-06-15").set_index(["a", "b"])
    assert pairs.loc[("UZB", "USA"), "uncertain"] >= 1
