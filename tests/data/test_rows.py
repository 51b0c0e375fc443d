"""The rows of a table as they are read: in words, filtered, in order; what is found is what pandas finds."""

import pandas as pd
import pytest

from data.analysis import claims
from data.output import cells, rows
from data.output.rows import Query
from data.package import descriptor, licensing, sources, tables
from data.package.statuses import LEFT_OUT

NAMES = descriptor.names()


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_shown_in_full_with_the_words_of_every_cell(name):
    written, said = rows.raw(name), rows.shown(name)
    assert_same_start(written, licensing.open_rows(name))
    assert list(said.index) == list(written.index)
    for one in rows.columns(name):
        assert list(said[one.name].isna() | (said[one.name] == "")) == list(written[one.name] == "")
        assert one.title
        assert one.description


def assert_same_start(frame: pd.DataFrame, start: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(frame[list(start)], start)


def test_ids_are_words_with_the_id_behind():
    members = rows.shown("forum_members")
    row = members[(rows.raw("forum_members")["forum_id"] == "wto") & (rows.raw("forum_members")["iso3"] == "KAZ")]
    assert row[["forum_id", "iso3", "status"]].to_numpy().tolist() == [
        ["World Trade Organization (wto)", "Kazakhstan (KAZ)", "Member"]
    ]
    tariffs = rows.shown("us_tariffs")
    assert "average rate by a model (model_average)" in set(tariffs["measure"])
    assert set(tariffs["took_effect"]) <= {"yes", "no", ""}
    listed = rows.shown("agreements").loc[rows.raw("agreements")["parties"] == "KAZ;KGZ;TJK;TKM;UZB;USA", "parties"]
    assert (listed.str.count(r"\([A-Z]{3}\)") == 6).all()


def test_source_is_its_publisher_with_the_address_beside():
    written, said = rows.raw("deals"), rows.shown("deals")
    for ids, named, url in zip(written["source_id"], said["source_id"], said["source_id.url"], strict=True):
        first = sources.describe(ids)[0]
        assert named.startswith(f"{first.publisher} ({first.id})")
        assert url == first.url


def test_no_code_with_an_underscore_is_shown_without_words():
    for name in NAMES:
        for one in rows.columns(name):
            if one.words == "code":
                codes = {cell for cell in rows.raw(name)[one.name] if "_" in cell}
                said = cells.in_words(pd.Series(sorted(codes), dtype="str"), one.words)
                assert not said.str.match(r"[a-z0-9]+(_[a-z0-9]+)+$").any()


def test_claims_stand_with_their_verdicts():
    written, judged = rows.raw("claims"), claims.verdicts().set_index("claim_id")
    assert len(written) == len(tables.text("claims"))
    is_held = written["verdict"] == LEFT_OUT
    assert list(written["verdict"][~is_held]) == list(judged.loc[written["claim_id"][~is_held], "verdict"])
    tests = claims.outcomes()
    assert set(written["claim_id"][is_held]) == set(tests["claim_id"][licensing.is_withheld(tests)])
    assert (written.loc[is_held, ["value", "year", "evidence", "working"]] == "").all(axis=None)
    assert rows.shown("claims").columns[4] == "verdict"
    assert {"Supported", "Not supported"} <= set(rows.shown("claims")["verdict"])


@pytest.mark.parametrize("name", ["minerals_production", "forum_members", "claims", "investment", "us_trade_products"])
def test_conditions_find_what_pandas_finds(name):
    written = rows.raw(name)
    for column, offered in rows.filterable(name).items():
        chosen = list(offered)[:2]
        wanted = written[column].str.split(";").map(lambda parts, chosen=chosen: bool(set(parts) & set(chosen)))
        found = rows.find(name, Query(where=tuple((column, value) for value in chosen)))
        assert list(found) == list(written.index[wanted])


def test_conditions_on_two_columns_are_both_met():
    where = (("iso3", "KAZ"), ("iso3", "UZB"), ("status", "member"))
    written = rows.raw("forum_members")
    wanted = written[written["iso3"].isin(["KAZ", "UZB"]) & (written["status"] == "member")]
    assert list(rows.find("forum_members", Query(where=where))) == list(wanted.index)
    assert len(wanted) > 20


def test_every_word_of_the_text_must_stand_in_the_row_as_word_or_id():
    written = rows.raw("forum_members")
    found = rows.find("forum_members", Query("KAZAKHSTAN  wto"))
    assert set(written.loc[found, "iso3"]) == {"KAZ"}
    assert "wto" in set(written.loc[found, "forum_id"])
    assert list(rows.find("forum_members", Query("kazakhstan nowhere"))) == []
    assert list(rows.find("deals", Query("D012"))) == list(
        rows.raw("deals").index[(rows.raw("deals") == "D012").any(axis=1)]
    )


@pytest.mark.parametrize("sort", ["value", "-value", "iso3", "-year", "note"])
def test_order_is_that_of_the_shown_column_with_gaps_last(sort):
    keys = rows.shown("minerals_production").loc[rows.find("minerals_production", Query(sort=sort)), sort.lstrip("-")]
    known = [one.casefold() if isinstance(one, str) else one for one in keys if not pd.isna(one) and one != ""]
    assert known == sorted(known, reverse=sort.startswith("-"))
    assert len(keys) == len(rows.raw("minerals_production"))
    assert all(pd.isna(one) or one == "" for one in keys.iloc[len(known) :])


def test_condition_or_order_on_a_column_that_is_not_there_changes_nothing():
    query = Query(where=(("nonsense", "x"),), sort="-nonsense")
    assert list(rows.find("deals", query)) == list(rows.raw("deals").index)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_offered_to_filter_by_stands_in_the_table_and_finds_rows(name):
    for column, offered in rows.filterable(name).items():
        assert set(offered) == rows.values(name, column)
        assert 1 < len(offered) <= rows.MOST_VALUES
        assert all(offered.values())
        where = tuple((column, value) for value in offered)
        assert tuple(rows.conditions(rows.as_text(where))) == where


def test_conditions_are_read_as_they_are_written():
    where = (("iso3", "KAZ"), ("stage", "announced (up to)"), ("title", "Goods, services: all"), ("note", "a,b"))
    assert tuple(rows.conditions(rows.as_text(where))) == where
    assert rows.conditions("nonsense") == [("", "nonsense")]
    assert rows.conditions("iso3:KAZ,<b>:x") == [("iso3", "KAZ,<b>:x")]


def test_row_is_called_by_its_key_alone():
    assert rows.raw("claims").loc[rows.row_called("claims", " cl013 "), "claim_id"] == "CL013"
    assert rows.row_called("claims", "CL01") is None
    assert rows.row_called("forum_members", "wto") is None
