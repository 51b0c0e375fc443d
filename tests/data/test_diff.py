"""Changes between two versions of the tables, and the record of them that the Data page shows."""

import json
from pathlib import Path

import pandas as pd
from pandas.testing import assert_frame_equal

from data.package import changes, descriptor, diff


def folder(path: Path, version: str, tables: dict[str, str]) -> Path:
    path.mkdir()
    resources = []
    for name, text in tables.items():
        (path / f"{name}.csv").write_text(text, "utf-8")
        fields = [{"name": part} for part in text.splitlines()[0].split(",")]
        resources.append(
            {"name": name, "path": f"{name}.csv", "schema": {"fields": fields, "primaryKey": ["iso3", "year"]}}
        )
    whole = json.dumps({"version": version, "resources": resources})
    (path / "datapackage.json").write_text(whole, "utf-8")
    return path


OLD = "iso3,year,value,source_id\nKAZ,2020,1,a\nKAZ,2021,2,a\nUZB,2020,3,b\n"
NEW = "iso3,year,value,source_id\nKAZ,2020,1,a\nKAZ,2021,2.5,c\nTJK,2020,,d\n"


def test_cells_and_rows_that_changed_are_listed_with_their_source(tmp_path):
    old, new = folder(tmp_path / "old", "1.0.0", {"gdp": OLD}), folder(tmp_path / "new", "1.0.1", {"gdp": NEW})
    expected = pd.DataFrame(
        [
            ("gdp", "KAZ | 2021", "value", "2", "2.5", "c"),
            ("gdp", "KAZ | 2021", "source_id", "a", "c", "c"),
            ("gdp", "TJK | 2020", "", "", "TJK,2020,,d", "d"),
            ("gdp", "UZB | 2020", "", "UZB,2020,3,b", "", "b"),
        ],
        columns=diff.COLUMNS,
        dtype="str",
    )
    assert_frame_equal(diff.between(old, new), expected)


def test_same_folder_has_no_changes(tmp_path):
    one = folder(tmp_path / "one", "1.0.0", {"gdp": OLD})
    assert diff.between(one, one).empty


def test_table_that_came_or_went_is_told_row_by_row(tmp_path):
    old, new = folder(tmp_path / "old", "1.0.0", {"gdp": OLD}), folder(tmp_path / "new", "1.1.0", {"aid": OLD})
    found = diff.between(old, new)
    assert list(found["table"]) == ["aid"] * 3 + ["gdp"] * 3
    assert list(found["old"] == "") == [True] * 3 + [False] * 3


def test_record_counts_rows_and_lists_cells(tmp_path):
    old, new = folder(tmp_path / "old", "1.0.0", {"gdp": OLD}), folder(tmp_path / "new", "1.0.1", {"gdp": NEW})
    changes.record(old, new)
    found = json.loads((new / changes.FILE).read_text("utf-8"))
    assert (found["version"], found["previous"]) == ("1.0.1", "1.0.0")
    assert (found["tables"]["gdp"]["rows_added"], found["tables"]["gdp"]["rows_removed"]) == (1, 1)
    assert [cell["column"] for cell in found["tables"]["gdp"]["cells"]] == ["value", "source_id"]


def test_record_keeps_numbers_of_a_restricted_source_back(tmp_path):
    sources = "iso3,year,source_id,redistribution\nx,1,a,restricted\nx,2,c,open\n"
    old = folder(tmp_path / "old", "1.0.0", {"gdp": OLD, "sources": sources})
    new = folder(tmp_path / "new", "1.0.1", {"gdp": NEW, "sources": sources})
    changes.record(old, new)
    cells = json.loads((new / changes.FILE).read_text("utf-8"))["tables"]["gdp"]["cells"]
    told = [(cell["column"], cell["old"], cell["new"]) for cell in cells]
    assert told == [("value", "withheld", "withheld"), ("source_id", "a", "c")]


def test_record_keeps_numbers_of_a_restricted_source_back_that_is_no_longer_listed(tmp_path):
    sources = "iso3,year,source_id,redistribution\nx,1,a,restricted\nx,2,c,open\n"
    old = folder(tmp_path / "old", "1.0.0", {"gdp": OLD, "sources": sources})
    new = folder(tmp_path / "new", "1.0.1", {"gdp": NEW, "sources": sources.replace("x,1,a,restricted\n", "")})
    cells = changes.summary(old, new)["tables"]["gdp"]["cells"]
    assert [(cell["old"], cell["new"]) for cell in cells if cell["column"] == "value"] == [("withheld", "withheld")]


def test_record_in_the_repository_is_that_of_the_present_version():
    record = changes.load()
    assert record["version"] == descriptor.version()
    assert set(record["tables"]) <= set(descriptor.names())
    assert (record["previous"] is None) == (descriptor.version() == "1.0.0")
