"""Every kind of damage to the tables, the descriptor and the folder is named where it stands, and once.

The damage is made by `damage.py` and its neighbours; what may follow from it elsewhere (a key that leads nowhere, a
figure that no longer adds up) is told by rules that look at several cells, and by no other."""

import csv
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter, defaultdict
from itertools import count
from pathlib import Path

import pytest

from data.checks import changes_record, check, csv_layout, descriptor_rules
from data.checks.rules import registry
from data.checks.rules.articles import TOPICS
from data.package import descriptor, snapshot
from tests.data import damage, damage_files, damage_rules

ROOT = Path(__file__).parents[2]
SEED = int(os.environ.get("ATLAS_DAMAGE_SEED", "10"))
# Of the kinds for each column so many are tried in a run; another seed tries others.
TURNS = 4
DESCRIPTORS = 150
# Faults that follow from others: rules that look at several cells, and the seal.
FOLLOWING = {rule.id for rule in registry.RULES} | {"foreign-key", "primary-key", "order", "changes", "seal", "rows"}
# Of the processor: how long the clock runs depends on what else the machine does.
SECONDS, MEGABYTES = 10, 1_000


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch):
    def refused(*_arguments, **_named):
        raise AssertionError("the check went to the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.fixture
def fresh(tmp_path):
    """A new copy of the whole folder, as often as it is asked for."""
    numbers = count()
    return lambda: Path(shutil.copytree(snapshot.folder(), tmp_path / str(next(numbers))))


def unnamed(found, expected):
    """Kinds that are not told once where they stand, and faults that nobody made."""
    there = defaultdict(list)
    for fault in found:
        there[fault.file, fault.line, fault.column].append(fault)
    wrong = []
    for one in expected:
        if one.line == damage_rules.ANY:
            told = [fault for fault in found if (fault.file, fault.column) == (one.file, one.column)]
            told = [fault for fault in told if fault.rule_id == one.rule_id]
        else:
            told = there.pop((one.file, one.line, one.column), [])
            told = told if len(told) == 1 and one.rule_id in ("", told[0].rule_id) else []
        if not told or (one.value and told[0].value != one.value) or not told[0].rule:
            wrong.append((one.kind, one.file, one.line, one.column, [fault.rule_id for fault in told]))
    others = [fault for faults in there.values() for fault in faults if fault.rule_id not in FOLLOWING]
    return wrong + [
        ("nobody made", *map(str, (other.file, other.line, other.column, other.rule_id))) for other in others
    ]


def test_kinds_are_many():
    whole = descriptor.read_descriptor(snapshot.folder())
    cells = [*damage.cell_kinds(whole)]
    assert {(table, column) for table, column, _, _ in cells} == {
        (one["name"], field["name"]) for one in whole["resources"] for field in one["schema"]["fields"]
    }
    tried = TURNS * len({cell[:2] for cell in cells}) + DESCRIPTORS + len(damage_rules.BROKEN)
    assert tried + len(damage_files.BYTES) + len(damage_files.FOLDERS) >= 400


def test_damaged_cell_of_every_column_is_named(fresh):
    whole = descriptor.read_descriptor(snapshot.folder())
    turns = [*damage.batches(whole, SEED)]
    chance = damage.random.Random(SEED)
    for kinds in [*chance.sample(turns[:-1], TURNS), turns[-1]]:
        folder, copy = fresh(), damage.read(snapshot.folder())
        expected = damage.damage_cells(copy, kinds, chance)
        copy.write(folder)
        assert unnamed(check.run(folder), expected) == []


def rounds():
    """The broken rules in rounds: a few of each table, and no two of a kind where any line may be told."""
    left = list(damage_rules.BROKEN)
    while left:
        now, later = [], []
        for one in left:
            is_free = sum(other.table == one.table for other in now) < damage_rules.MOST_OF_A_TABLE
            is_other = not any(
                one.rule_id == other.rule_id and damage_rules.ANY in (one.line, other.line) for other in now
            )
            (now if is_free and is_other else later).append(one)
        yield now
        left = later


def test_every_named_rule_finds_its_breach(fresh):
    assert {one.rule_id for one in damage_rules.BROKEN} == {rule.id for rule in registry.RULES}
    for broken in rounds():
        folder, copy, taken = fresh(), damage.read(snapshot.folder()), set()
        expected = [damage_rules.damage(copy, one, taken) for one in broken]
        copy.write(folder)
        found = check.run(folder)
        for one in expected:
            told = [
                fault
                for fault in found
                if (fault.file, fault.column, fault.rule_id) == (one.file, one.column, one.rule_id)
                and one.line in (damage_rules.ANY, fault.line)
            ]
            assert told, one
            assert len(told) == 1 or one.line == damage_rules.ANY, one
        assert {fault.rule_id for fault in found} <= FOLLOWING | {"unique-error"}


def test_damage_to_the_descriptor_is_named_by_its_place(tmp_path):
    text = (snapshot.folder() / descriptor.DESCRIPTOR).read_text("utf-8")
    kinds = [*damage.descriptor_kinds(json.loads(text))]
    for kind, change, place in damage.random.Random(SEED).sample(kinds, DESCRIPTORS):
        whole = json.loads(text)
        change(whole)
        (tmp_path / descriptor.DESCRIPTOR).write_text(damage.as_text(whole), "utf-8")
        told = check.run(tmp_path)
        assert [(one.file, one.rule_id) for one in told] == [(descriptor.DESCRIPTOR, descriptor_rules.RULE_ID)], (
            kind,
            told,
        )
        said = told[0].column
        is_there = place.startswith(said) or said.startswith(place) or said.startswith(place.rpartition(".")[0])
        assert is_there, (kind, told)


# What is done to the text of the descriptor; line, value.
TEXTS = {
    "key twice": (lambda text: text.replace('"version":', '"version": "9.9.9",\n  "version":', 1), 7, "version"),
    "no number": (lambda text: text.replace('"bytes": 13713', '"bytes": NaN', 1), None, "NaN"),
    "infinite": (lambda text: text.replace('"bytes": 13713', '"bytes": -Infinity', 1), None, "-Infinity"),
    "no JSON": (lambda text: text[:-20], None, ""),
    "empty": (lambda text: "", 1, ""),
    "a list": (lambda text: "[]", 0, "[]"),
    "null": (lambda text: "null", 0, ""),
    "deep": (lambda text: "[" * 100_000, 0, "RecursionError"),
    "a long number": (lambda text: text.replace('"bytes": 13713', '"bytes": ' + "9" * 5_000, 1), 0, "ValueError"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_descriptor_that_is_no_plain_json_is_named(tmp_path, name):
    change, line, value = TEXTS[name]
    before = (snapshot.folder() / descriptor.DESCRIPTOR).read_text("utf-8")
    (tmp_path / descriptor.DESCRIPTOR).write_text(change(before), "utf-8")
    told = check.run(tmp_path)
    assert [(one.file, one.value, one.rule_id) for one in told] == [
        (descriptor.DESCRIPTOR, value, descriptor_rules.RULE_ID)
    ]
    assert line is None or told[0].line == line


PATTERNS = (
    "(a+)+$",
    "(a|a)*b",
    "(x+x+)+y",
    ".*.*.*=",
    "(;(a|a))*",
    "(ab)?" * 30,
    "((a|a){12}){12}",
    "[",
    "(?=a)a",
    "a" * 300,
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_that_may_take_for_ever_is_refused(tmp_path, pattern):
    whole = descriptor.read_descriptor(snapshot.folder())
    whole["resources"][0]["schema"]["fields"][3]["constraints"] = {"pattern": pattern}
    descriptor.write_descriptor(tmp_path, whole)
    assert [one.column for one in check.run(tmp_path)] == ["countries.name.constraints.pattern"]


def changed(**parts):
    return lambda record: {**record, **parts}


CITED = "iso-codes-26.2.16;mledoze-countries-5.1.0;cia-factbook-2026"
CELL = {"key": "KAZ", "column": "source_id", "old": f"{CITED}-01", "new": CITED, "source_id": CITED}


def one_cell(**parts):
    return changed(tables={"countries": {"rows_added": 0, "rows_removed": 0, "cells": [CELL | parts]}})


RECORDS = {
    "another version": (changed(version="1.0.9"), "version"),
    "a later version before": (changed(previous="2.0.0"), "previous"),
    "no version before": (changed(previous=7), "previous"),
    "no tables": (changed(tables=[]), "tables"),
    "a key more": (changed(more=1), ""),
    "a table that is none": (changed(tables={"planets": {}}), "tables.planets"),
    "rows below none": (
        changed(tables={"deals": {"rows_added": -1, "rows_removed": 0, "cells": []}}),
        "tables.deals.rows_added",
    ),
    "another figure": (one_cell(new="something else"), "tables.countries.cells.new"),
    "a key that is none": (one_cell(key="QQQ"), "tables.countries.cells.key"),
    "a cell that is no text": (one_cell(old=7), "tables.countries.cells"),
    "a sign without a shape": (one_cell(old="a\u200bb"), "tables.countries.cells.old"),
}


def test_record_of_changes_is_checked(tmp_path):
    whole = descriptor.read_descriptor(snapshot.folder())
    countries = next(one for one in whole["resources"] if one["name"] == "countries")
    sheets = {"countries": csv_layout.read(snapshot.folder() / "countries.csv", countries)[0]}
    text = (snapshot.folder() / changes_record.FILE).read_text("utf-8")
    path = tmp_path / changes_record.FILE

    def told():
        return [(fault.file, fault.column) for fault in changes_record.faults(tmp_path, whole, sheets)]

    for kind, (change, column) in RECORDS.items():
        path.write_text(json.dumps(change(json.loads(text))), "utf-8")
        assert told() == [("changes.json", column)], kind
    path.write_text(text.replace('"previous"', '"version": "1.1.0", "previous"', 1), "utf-8")
    assert told() == [("changes.json", "")]
    for record in (json.loads(text), one_cell()(json.loads(text))):
        path.write_text(json.dumps(record), "utf-8")
        assert told() == []
    path.unlink()
    assert told() == [("changes.json", "")]


def test_damaged_files_are_named_for_their_first_cause_alone(fresh):
    folder = fresh()
    expected = damage_files.bytes_changed(folder)
    csv.field_size_limit(10_000_000)  # As libraries leave it that were used before in the same process.
    found = [one for one in check.run(folder) if one.rule_id != "seal"]
    assert unnamed(found, expected) == []
    by_file = Counter(one.file for one in found if one.rule_id not in FOLLOWING - {"rows"})
    assert by_file == Counter(one.file for one in expected)


def test_what_is_no_plain_file_is_named_and_not_opened(fresh):
    folder = fresh()
    expected = [change(folder) for change in damage_files.FOLDERS.values()]
    began = time.thread_time()
    assert unnamed(check.run(folder), expected) == []
    assert time.thread_time() - began < SECONDS


def test_table_that_the_descriptor_no_longer_names(fresh):
    folder = fresh()
    whole = descriptor.read_descriptor(folder)
    whole["resources"] = [one for one in whole["resources"] if one["name"] != "deals"]
    descriptor.write_descriptor(folder, whole)
    (folder / "deals.csv").unlink()
    told = [(one.file, one.column, one.value) for one in check.run(folder) if one.rule_id != "changes"]
    assert told == [(descriptor.DESCRIPTOR, "resources", "deals")]


# A process of its own: what another one begins counts at first with all the memory of the one that began it.
MEASURED = """
import resource, subprocess, sys
with open(sys.argv[2], "wb") as out:
    command = [sys.executable, "-m", "data", "check", sys.argv[1]]
    done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def checked(folder: Path, said: Path) -> tuple[int, float, int]:
    """What the command of the check ends with, the seconds and the kilobytes that it alone used; what it says is
    written to a file."""
    command = [sys.executable, "-c", MEASURED, str(folder), str(said)]
    code, seconds, kilobytes = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    return int(code), float(seconds), int(kilobytes)


def test_heavy_damage_is_named_in_time_and_memory(fresh, tmp_path):
    """A million rows, a table of repeated rows, huge cells and numbers: by the command, as a curator would."""
    folder = fresh()
    head, *lines = (folder / "us_trade.csv").read_bytes().splitlines(keepends=True)
    (folder / "us_trade.csv").write_bytes(head + b"".join(lines) + lines[-1] * 1_000_000)
    head, *lines = (folder / "forums.csv").read_bytes().splitlines(keepends=True)
    (folder / "forums.csv").write_bytes(head + b"".join(line * 80 for line in lines))
    body = (folder / "macro.csv").read_bytes().splitlines(keepends=True)
    body[40] = (
        body[40]
        .replace(b",population,", b"," + b"x" * 100_000 + b",", 1)
        .replace(b",gdp_usd,", b"," + b"9" * 100_000 + b",", 1)
    )
    (folder / "macro.csv").write_bytes(b"".join(body))
    code, seconds, kilobytes = checked(folder, tmp_path / "said")
    said = (tmp_path / "said").read_text("utf-8")
    assert seconds < SECONDS
    assert kilobytes < MEGABYTES * 1024
    assert (code, "Traceback" in said) == (1, False)
    files = {line.split(":")[0].split(" ")[0] for line in said.splitlines()}
    assert {"us_trade.csv", "forums.csv", "macro.csv"} <= files
    assert len(said.splitlines()) < 100


def test_topics_are_those_of_the_descriptor():
    fields = descriptor.resource("article_snippets")["schema"]["fields"]
    assert next(field for field in fields if field["name"] == "topic")["constraints"]["enum"] == list(TOPICS)
