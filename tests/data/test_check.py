"""The check of a folder of tables: what spans lines or files, and the command.

Slips in single cells are in test_check_cells, damaged files in test_check_files. A damaged file no longer has the hash
it was sealed with; that fault is the same everywhere and is asserted here."""

import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from data.__main__ import main
from data.checks import check
from data.faults import Fault
from data.package import descriptor, snapshot

ROOT = Path(__file__).parents[2]
IMPORT = {"partner": "TJK", "flow": "import", "year": "2024", "preferred": "true"}
WTO = {"forum_id": "wto"}
PLAIN = "a number is written plainly, such as 1234.5 or -7"


def test_doubled_key_names_both_lines(small_copy, found):
    path = small_copy / "us_trade.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, lines[-1]]))
    key = "reporter, partner, flow, year, period, basis, source_id"
    value = "USA, TJK, import, 2025, 2025, customs, census-api-hts10-2024-2025"
    rule = f"the key must differ in every line; line {len(lines)} has this one already"
    told = [one for one in found() if one.rule_id == "primary-key"]
    assert told == [Fault("us_trade.csv", len(lines) + 1, key, value, "primary-key", rule)]


def test_doubled_summary_names_both_lines(small_copy, set_cell, found):
    same = "Kazakhstan has joined."
    first = set_cell("article_snippets", {"iso3": "KAZ", "topic": "diplomacy"}, "summary", same)
    second = set_cell("article_snippets", {"iso3": "KAZ", "topic": "trade"}, "summary", same)
    rule = f"must differ in every line; line {first} has it already"
    assert found() == [Fault("article_snippets.csv", second, "summary", same, "unique-error", rule)]


def test_snippet_of_a_country_that_its_article_does_not_name(small_copy, set_cell, found):
    line = set_cell("article_snippets", {"iso3": "KAZ"}, "iso3", "USA")
    set_cell("articles", {"article_id": "pantau-2025-11-06-seed"}, "countries", "KAZ;KGZ;TJK;TKM;UZB")
    told = [(fault.line, fault.value, fault.rule_id) for fault in found()]
    assert (line, "USA", "snippet-country") in told
    assert {rule_id for _, _, rule_id in told} == {"snippet-country"}


@pytest.mark.parametrize(("flag", "basis", "count"), [("false", "customs", 0), ("true", "cif", 2)])
def test_cell_without_exactly_one_preferred_row(small_copy, set_cell, found, flag, basis, count):
    where = {"flow": "import", "year": "2025", "basis": basis}
    set_cell("us_trade", where, "preferred", flag)
    told = [fault for fault in found() if fault.rule_id != "part-year"]
    assert [(fault.file, fault.column, fault.value, fault.rule) for fault in told] == [
        (
            "us_trade.csv",
            "preferred",
            f"{count} drawn rows for USA, TJK, import, 2025",
            "exactly one row per partner, flow and year is preferred",
        )
    ]


def test_unsorted_rows_name_the_first_that_stands_too_late(small_copy):
    path = small_copy / "forums.csv"
    head, first, *rest = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([head, *rest, first]))
    told = [fault for fault in check.run(small_copy) if fault.rule_id != "seal"]
    assert told == [Fault("forums.csv", 4, "forum_id", "c5plus1", "order", "lines must be sorted by forum_id")]


def test_lines_are_right_below_a_cell_with_line_breaks(small_copy, set_cell, found):
    set_cell("us_trade", {"year": "2022"}, "locator", "one\ntwo\nthree")
    line = set_cell("us_trade", IMPORT, "status", "revised")
    assert [fault.line for fault in found() if fault.column == "status"] == [line + 2]


def test_missing_file_is_named_and_keys_to_it_are_not(small_copy):
    (small_copy / "sources.csv").unlink()
    rule = "the descriptor names this file, but it is not there"
    assert check.run(small_copy) == [Fault("sources.csv", 0, "", "", "file", rule)]


def test_file_that_the_descriptor_does_not_name(small_copy):
    (small_copy / "more.csv").write_text("iso3\n")
    rule = "the descriptor doesn't name this file"
    assert check.run(small_copy) == [Fault("more.csv", 0, "", "more.csv", "file", rule)]


def test_changed_file_is_told_by_its_hash(small_copy):
    path = small_copy / "us_trade.csv"
    path.write_bytes(path.read_bytes().replace(b"56797395", b"56797396"))
    assert [(fault.file, fault.rule) for fault in check.run(small_copy)] == [("us_trade.csv", descriptor.SEAL_RULE)]


def test_faults_of_several_tables_are_all_told_at_once(small_copy, set_cell, found):
    set_cell("us_trade", IMPORT, "value_usd", "many")
    set_cell("forums", WTO, "source_id", "wto-nowhere")
    (small_copy / "articles.csv").write_text("nothing\n")
    told = {(fault.file, fault.column) for fault in found()}
    assert told == {("articles.csv", ""), ("forums.csv", "source_id"), ("us_trade.csv", "value_usd")}


def run_command(folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "data", "check", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_command_prints_each_fault_on_a_line_and_exits_1(small_copy, set_cell):
    line = set_cell("us_trade", IMPORT, "value_usd", "4,582,392")
    said = run_command(small_copy)
    assert said.returncode == 1
    assert said.stdout.splitlines() == [
        f'us_trade.csv:{line}  value_usd  "4,582,392"  {PLAIN}; no thousands separators',
        f'us_trade.csv  -  "{descriptor.digest(small_copy / "us_trade.csv")[7:19]}"  {descriptor.SEAL_RULE}',
    ]
    assert said.stderr == f"1 fault in {small_copy}\n1 table not as sealed, run `python -m data seal`\n"


def test_command_counts_rows_where_all_is_well(small_copy):
    said = run_command(small_copy)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1].startswith("14 tables, ")
    assert "minerals: 1 rows" in said.stdout.splitlines()


def test_sound_copy_has_no_fault(small_copy):
    assert check.run(small_copy) == []


def test_curated_tables_have_no_fault_by_frictionless_itself():
    report = Package(str(snapshot.folder() / descriptor.DESCRIPTOR)).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


def test_seal_refuses_tables_with_faults_and_leaves_the_descriptor(small_copy, set_cell, capsys):
    line = set_cell("us_trade", IMPORT, "value_usd", "")
    before = (small_copy / descriptor.DESCRIPTOR).read_bytes()
    assert main(["seal", str(small_copy)]) == 1
    said = capsys.readouterr()
    assert said.out == f'us_trade.csv:{line}  value_usd  ""  must not be empty\n'
    assert said.err == f"not sealed: 1 fault in {small_copy}\n"
    assert (small_copy / descriptor.DESCRIPTOR).read_bytes() == before


def test_only_the_seal_differs_is_said_so_and_mended_by_seal(small_copy, set_cell, capsys):
    set_cell("us_trade", IMPORT, "note", "another remark")
    assert main(["check", str(small_copy)]) == 1
    assert capsys.readouterr().err == "only the seal differs: 1 table not as sealed, run `python -m data seal`\n"
    assert main(["seal", str(small_copy)]) == 0
    assert capsys.readouterr().out == "sealed: us_trade\n"
    assert main(["check", str(small_copy)]) == 0


@pytest.mark.parametrize("key", ["hash", "bytes", "rows"])
@pytest.mark.parametrize("value", [None, 0, "12", True, "sha256:0000"])
def test_seal_of_another_form_is_no_fault_of_the_table(small_copy, key, value):
    whole = descriptor.read_descriptor(small_copy)
    if value is None:
        del whole["resources"][0][key]
    else:
        whole["resources"][0][key] = value
    descriptor.write_descriptor(small_copy, whole)
    (told,) = check.run(small_copy)
    assert told.rule_id == "seal"
    assert told.file in (descriptor.DESCRIPTOR, "countries.csv")


@pytest.mark.parametrize("change", [lambda body: b"", lambda body: body + b"a" * 200_000, lambda body: None])
def test_format_leaves_what_needs_a_decision_and_says_so(small_copy, capsys, change):
    path = small_copy / "forums.csv"
    after = change(path.read_bytes())
    path.unlink() if after is None else path.write_bytes(after)
    assert main(["format", str(small_copy)]) == 1
    said = capsys.readouterr()
    assert said.out == "formatted: nothing had to change\n"
    assert said.err == "left as they are, `python -m data check` says why: forums\n"


def test_format_by_a_broken_descriptor_is_one_line(small_copy, capsys):
    (small_copy / descriptor.DESCRIPTOR).write_text("{")
    assert main(["format", str(small_copy)]) == 1
    assert capsys.readouterr().err.startswith("datapackage.json:1  -")


def test_many_faults_of_a_kind_are_told_with_their_number(small_copy):
    path = small_copy / "countries.csv"
    head, *lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([head, *(line.replace(",country,", ",land,") for line in lines), ""]), "utf-8")
    told = [one for one in check.run(small_copy) if one.column == "kind"]
    assert len(told) == check.MOST_TOLD
    wrong = sum(",country," in line for line in lines)
    assert told[-1].rule == f"must be one of country, aggregate (and {wrong - check.MOST_TOLD} more like it)"
