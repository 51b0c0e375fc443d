"""Standing in forums at the end of a year: intervals at their edges, former members, what counts as membership."""

import pandas as pd
import pytest

from components.figures import classes
from data import indicators
from data.analysis import catalogue
from data.package import descriptor, snapshot
from data.package.snapshot import Snapshot
from data.subjects import forums

COLUMNS = ["forum_id", "iso3", "status", "from_date", "to_date", "as_of", "flag", "source_id", "locator", "note"]


@pytest.fixture
def standing(monkeypatch):
    """Standing of the one country in a table of given (status, from_date, to_date, as_of) rows, by year."""

    def build(*rows: tuple[str | None, ...], released: str = "2026-11-24") -> dict[int, str]:
        full = [("f", "KAZ", *row, "actual", "s", "l", None) for row in rows]
        frame = pd.DataFrame(full, columns=COLUMNS).astype("object")
        monkeypatch.setattr(forums.tables, "load", lambda _name: frame)
        monkeypatch.setattr(descriptor, "released", lambda: released)
        with snapshot.held(Snapshot({})):
            found = forums._standing()
        return dict(zip(found["year"], found["standing"], strict=True))

    return build


@pytest.mark.parametrize(
    ("first", "year"),
    [("2015-12-31", 2015), ("2016-01-01", 2016), ("2015-12", 2015), ("2015", 2015)],
)
def test_standing_begins_in_the_year_of_its_first_day(standing, first, year):
    assert min(standing(("member", first, None, None))) == year


@pytest.mark.parametrize(
    ("last", "year"),
    [("2015-12-31", 2014), ("2016-01-01", 2015), ("2015-12", 2014), ("2015", 2014)],
)
def test_standing_is_over_on_the_day_it_ends(standing, last, year):
    assert max(standing(("member", "2010", last, None))) == year


def test_last_year_ends_with_the_release(standing):
    assert 2026 not in standing(("member", "2026-11-25", None, None), released="2026-11-24")
    assert 2026 in standing(("member", "2026-11-24", None, None), released="2026-11-24")


def test_former_member_was_a_member_until_it_left(standing):
    found = standing(("former", "2006-08-16", "2012-12-19", None))
    assert (found.get(2005), found[2006], found[2011], found[2012], found[2026]) == (
        None,
        "member",
        "member",
        "former",
        "former",
    )


def test_former_member_without_first_day_counts_from_its_end(standing):
    found = standing(("former", None, "2009-08", None))
    assert (found.get(2008), found[2009]) == (None, "former")


def test_standing_without_first_day_counts_from_the_date_of_its_source(standing):
    assert min(standing(("member", None, None, "2022-10"))) == 2022


def test_standing_without_any_date_is_not_drawn(standing):
    rows = (("observer", None, None, None), ("member", "2024", None, None))
    assert standing(*rows) == {2024: "member", 2025: "member", 2026: "member"}


def test_nearest_to_membership_counts_where_two_overlap(standing):
    found = standing(("observer", "2010", None, None), ("applicant", "2012", None, None))
    assert (found[2011], found[2012]) == ("observer", "applicant")


def told(forum_id: str, iso3: str, year: int) -> str | None:
    frame = indicators.values(f"member.{forum_id}", year)
    value = frame.loc[frame["iso3"] == iso3, "value"].iloc[0]
    return None if pd.isna(value) else value


@pytest.mark.parametrize(
    ("forum_id", "year", "expected"),
    [
        ("wto", 2019, None),
        ("wto", 2020, "observer"),
        ("wto", 2021, "observer"),
        ("wto", 2022, "applicant"),
        ("wto", 2026, "applicant"),
        ("eaeu", 2026, None),
        ("ots", 2020, None),
        ("ots", 2021, "observer"),
        # A founding state, called a full member until August 2005 though it never ratified the charter: provisional.
        ("cis", 2004, "member"),
        ("cis", 2005, "associate"),
        ("csto", 2026, None),
        ("cica", 2022, "observer"),
    ],
)
def test_turkmenistan_is_never_more_than_it_is(forum_id, year, expected):
    assert told(forum_id, "TKM", year) == expected


def test_kazakhstan_announced_the_abraham_accords_and_did_not_sign_yet():
    assert (told("abraham", "KAZ", 2025), told("abraham", "USA", 2025)) == ("announced", "signatory")


def test_every_standing_of_the_table_has_an_order_and_a_class():
    known = next(field for field in catalogue.fields("forum_members") if field["name"] == "status")["constraints"][
        "enum"
    ]
    assert set(forums.NEAREST_FIRST) == set(classes.MEMBERSHIPS) == set(known)


@pytest.mark.parametrize("iso3", ["KAZ", "KGZ", "TJK", "UZB"])
def test_signature_of_the_articles_is_not_membership_of_the_bank(iso3):
    # Signed on 29 June 2015; none of the four was among the 17 that had ratified by the end of the year.
    assert [told("aiib", iso3, year) for year in (2015, 2016)] == ["signatory", "member"]
    records = indicators.alternatives("member.aiib", iso3, 2016).set_index("value")["status"]
    assert records.to_dict() == {"member": "provisional", "signatory": "actual"}


def test_uzbekistan_left_the_security_treaty():
    years = (2005, 2006, 2011, 2012, 2026)
    assert [told("csto", "UZB", year) for year in years] == [None, "member", "member", "former", "former"]


def test_count_holds_full_memberships_of_organisations_and_banks_only():
    records = indicators.alternatives(forums.COUNT, "TKM", 2025)
    counted = set(records.loc[records["preferred"], "value"])
    assert {"un", "osce", "imf", "oic"} <= counted
    assert not counted & {"cis", "wto", "ots", "cica", "c5plus1", "tifa", "npt", "canwfz", "pfp", "bri"}
    frame = indicators.values(forums.COUNT, 2025)
    assert frame.loc[frame["iso3"] == "TKM", "value"].iloc[0] == len(counted)


def test_every_forum_says_how_whole_its_list_is_and_what_its_table_remarks():
    by_id = indicators.registry()
    assert "forums_region" in by_id["member.un"].caveats
    assert "forums_partial" in by_id["member.aiib"].caveats
    assert not {"forums_region", "forums_partial"} & set(by_id["member.csto"].caveats)
    assert "forums_undated" in by_id["member.cica"].caveats
    assert "2008 page of the US Trade Representative says 2005" in by_id["member.tifa"].remark


def test_one_drawn_record_stands_behind_a_standing():
    for indicator in indicators.registry().values():
        if indicator.kind == "membership":
            year = indicators.years(indicator.id)[-1]
            frame = indicators.values(indicator.id, year).dropna(subset=["value"])
            for iso3 in set(frame["iso3"]) & {"TKM", "UZB"}:
                assert indicators.alternatives(indicator.id, iso3, year)["preferred"].sum() == 1, (indicator.id, iso3)


@pytest.mark.parametrize(
    ("iso3", "year", "status"),
    [
        # Nothing can change a count of the last year: 22 of Kazakhstan, whatever day of 1995 it joined a bank.
        ("KAZ", 2026, "actual"),
        ("UZB", 2026, "actual"),
        ("USA", 2026, "actual"),
        # CICA: no first day, a list of October 2022 names Uzbekistan.
        ("UZB", 2021, "estimated"),
        ("UZB", 2022, "actual"),
        # Islamic Development Bank: the year 1997 is of data that may lag the accession.
        ("TKM", 1995, "actual"),
        ("TKM", 1996, "estimated"),
        ("TKM", 1997, "estimated"),
        ("TKM", 1998, "actual"),
        # International Atomic Energy Agency: spring of 2016, so a member by the end of the year.
        ("TKM", 2016, "actual"),
    ],
)
def test_date_weakens_a_count_only_in_years_that_it_can_change(iso3, year, status):
    frame = indicators.values(forums.COUNT, year).set_index("iso3")
    assert frame.loc[iso3, "status"] == status


def test_every_count_of_the_newest_date_is_sure():
    for indicator in indicators.registry().values():
        if indicator.kind == "count" and indicator.theme in ("forums", "diplomacy"):
            frame = indicators.values(indicator.id, indicators.years(indicator.id)[-1]).dropna(subset=["value"])
            assert set(frame["status"]) == {"actual"}, indicator.id
