"""The command line as other programs read it: headers, exit codes, one clear line where something is not there."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from data.checks import check
from data.output import frames
from data.package import descriptor, tables

ROOT = Path(__file__).parents[2]
VALUES = ["iso3", "year", "value", "unit", "status", "source_id", "source_url", "reporter", "basis"]
FLOWS = ["origin", "dest", "year", "value", "unit", "status", "source_id", "reporter", "basis"]
LIST = ["id", "title", "unit", "kind", "first_year", "last_year", "countries"]
CLAIMS = [
    *("claim_id", "speaker", "date", "claim", "claimed_value", "unit"),
    *("value", "year", "difference_pct", "verdict", "source_id"),
    *("reason", "evidence", "timing", "working", "later", "untested", "due_date", "decided_by"),
]


@pytest.fixture
def table(capsys):
    """Run a command that succeeds and read what it prints."""

    def run(*arguments: str) -> pd.DataFrame:
        assert main(list(arguments)) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return pd.read_csv(io.StringIO(said.out), dtype=str, keep_default_na=False)

    return run


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [
        (["list"], LIST),
        (["get", "us_imports_usd"], VALUES),
        (["get", "member.wto"], VALUES),
        (["flows"], FLOWS),
        (["claims"], CLAIMS),
    ],
)
def test_header_is_the_fixed_one(table, arguments, columns):
    found = table(*arguments)
    assert list(found.columns) == columns
    assert len(found)


def test_list_has_every_id_once_with_its_years(table):
    found = table("list")
    assert found["id"].is_unique
    assert len(found) >= 120
    assert (found["first_year"].astype(int) <= found["last_year"].astype(int)).all()
    assert (found["countries"].astype(int) >= 1).all()


def test_get_of_a_country_and_year_is_one_row(table):
    found = table("get", "us_imports_usd", "--year", "2024", "--country", "kaz")
    assert found[["iso3", "year", "value", "unit", "status"]].to_numpy().tolist() == [
        ["KAZ", "2024", "2348802814", "USD", "actual"]
    ]
    assert found["source_url"].str.startswith("https://").all()


def test_get_of_a_year_without_figures_is_the_header_alone(table):
    assert table("get", "us_imports_usd", "--year", "1901").empty


def test_missing_value_is_an_empty_cell_with_its_reason(table):
    found = table("get", "us_imports_usd", "--year", "2024", "--country", "USA")
    assert found[["value", "status", "source_id", "source_url"]].to_numpy().tolist() == [["", "not_applicable", "", ""]]


def test_flows_go_from_the_seller_to_the_buyer(table):
    found = table("flows", "--year", "2024").set_index(["origin", "dest"])
    assert found.loc[("KAZ", "USA"), "value"] == "2348802814"
    assert set(found["year"]) == {"2024"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["get", "us_import_usd"], "no indicator “us_import_usd”; did you mean us_imports_usd"),
        (["get", "zzzz"], "no indicator “zzzz”"),
        (["get", "us_imports_usd", "--country", "KAX"], "no country “KAX”; did you mean "),
        (["flows", "--set", "us_trad"], "no set of flows “us_trad”; did you mean us_trade"),
        (["export", "us_trad", "--out", "nowhere"], "no table “us_trad”; did you mean us_trade"),
    ],
)
def test_unknown_name_is_one_line_with_the_nearest_known_and_exit_1(capsys, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.startswith(said)
    assert heard.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["get"], ["export"], ["get", "population", "--year", "x"]])
def test_wrong_use_is_exit_2(capsys, arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_export_into_an_earlier_one_leaves_nothing_of_it(capsys, tmp_path):
    assert main(["export", "--out", str(tmp_path)]) == 0
    assert main(["export", "forums", "--out", str(tmp_path)]) == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    named = [
        resource["name"] for resource in json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["resources"]
    ]
    assert {"forums", "sources", "countries"} <= set(named) < set(descriptor.names())
    kept = {f"{name}.csv" for name in named} | {f"parquet/{name}.parquet" for name in named}
    assert written == kept | {"datapackage.json", "README.md", "LICENSES.md"}
    assert check.run(tmp_path) == []


def a_file_of_ones_own(folder: Path) -> None:
    (folder / "own.txt").write_text("stays")


def a_table_changed_by_hand(folder: Path) -> None:
    with (folder / "forums.csv").open("a") as file:
        file.write("mine\n")


def a_descriptor_of_another_package(folder: Path) -> None:
    path = folder / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"c5plus1-atlas"', '"another"'), "utf-8")


def a_descriptor_that_leads_out(folder: Path) -> None:
    path = folder / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"forums.csv"', '"../forums.csv"'), "utf-8")


def a_broken_descriptor(folder: Path) -> None:
    (folder / "datapackage.json").write_text("[1]")


@pytest.mark.parametrize(
    "use",
    [
        a_file_of_ones_own,
        a_table_changed_by_hand,
        a_descriptor_of_another_package,
        a_descriptor_that_leads_out,
        a_broken_descriptor,
    ],
)
def test_export_refuses_a_folder_with_anything_else_in_it_and_touches_nothing(capsys, tmp_path, use):
    out = tmp_path / "out"
    assert main(["export", "forums", "--out", str(out)]) == 0
    (tmp_path / "forums.csv").write_bytes((out / "forums.csv").read_bytes())
    use(out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["export", "us_trade", "--out", str(out)]) == 1
    heard = capsys.readouterr()
    assert heard.out == ""
    assert re.fullmatch(r".*out holds what no export wrote.*: \S+; name a new or an empty folder\n", heard.err)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_export_never_clears_the_curated_folder(monkeypatch, capsys, tmp_path):
    assert main(["export", "--out", str(tmp_path / "curated")]) == 0
    monkeypatch.setenv("ATLAS_DATA_DIR", str(tmp_path / "curated"))
    assert main(["export", "forums", "--out", str(tmp_path / "curated")]) == 1
    assert len(list((tmp_path / "curated").glob("*.csv"))) == len(descriptor.names())


@pytest.mark.parametrize("page", ["cp1252", "ascii", "cp850"])
def test_output_is_utf8_whatever_the_machine_speaks(monkeypatch, page):
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding=page, newline="\r\n") for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, stream)
    assert main(["claims"]) == 0
    assert main(["get", "us_import_usd"]) == 1
    said = {name: stream.detach().getvalue() for name, stream in streams.items() if stream.flush() is None}
    assert len(pd.read_csv(io.BytesIO(said["stdout"]), encoding="utf-8")) == len(tables.text("claims"))
    assert b"\r" not in said["stdout"]
    assert said["stderr"].decode("utf-8").startswith("no indicator “us_import_usd”")


def test_export_into_a_file_is_one_line_and_exit_1(capsys, tmp_path):
    (tmp_path / "taken").write_text("a file")
    assert main(["export", "forums", "--out", str(tmp_path / "taken")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("whole", ["{", "[]", "{}", '{"resources": [{"name": "x"}]}', '{"resources": 7}'])
def test_diff_with_a_folder_that_cannot_be_read_is_one_line_and_exit_1(capsys, tmp_path, whole):
    (tmp_path / "datapackage.json").write_text(whole)
    assert main(["diff", str(tmp_path)]) == 1
    heard = capsys.readouterr()
    assert heard.out == ""
    assert str(tmp_path) in heard.err
    assert heard.err.count("\n") == 1


def test_reader_that_closes_early_is_no_error():
    whole = f"{sys.executable} -m data get population | head -1; echo ${{PIPESTATUS[0]}}"
    said = subprocess.run(["bash", "-c", whole], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == [",".join(VALUES), "0"]
    assert said.stderr == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e-5, "0.00001"),
        (0.1 + 0.2, "0.3"),
        (-7.0, "-7"),
        (0.0, "0"),
        (3521418059.9234, "3521418059.9234"),
        (29298013000000.5, "29298013000000.5"),
        (1e22, "10000000000000000000000"),
    ],
)
def test_numbers_are_written_plainly_with_every_digit(value, text):
    assert frames.number(value) == text
