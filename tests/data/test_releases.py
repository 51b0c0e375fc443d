"""Released versions: archives that never change, and the same as today's code reads them."""

import io
import json
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from data.__main__ import main
from data.checks import check
from data.faults import UnknownId
from data.package import changes, descriptor, diff, laid, licensing, releases, snapshot, sources, tables
from data.package.snapshot import Snapshot

VERSIONS = releases.versions()
# What tells that these are the tables that were released, and not those of a day between: their records are counted
# from one to the next. A version before the first that is listed here is none.
FINGERPRINTS = {
    "1.0.0": "fb47c7e95f972c72",
    "1.1.0": "c116d6cfc00bb146",
    "1.2.0": "e06954627e64aae7",
    "1.3.0": "bf551be4e73c9f80",
}


def test_archives_are_what_was_released():
    found = {version: releases.archived(version).fingerprint for version in VERSIONS}
    assert FINGERPRINTS.items() <= found.items()
    for before, after in pairwise(VERSIONS):
        record = json.loads(releases.file(after, changes.FILE))
        assert record["previous"] == before
        assert changes.summary(releases.files(before), releases.files(after)) == record


def test_version_at_hand_is_as_it_was_released_or_is_not_released_yet():
    """Where it fails, tables changed after their release: raise the version in datapackage.json."""
    if descriptor.version() in VERSIONS:
        assert releases.archived(descriptor.version()).fingerprint == snapshot.newest().fingerprint


def test_release_writes_once_and_never_over(tmp_path, monkeypatch, capsys):
    folder = Path(shutil.copytree(snapshot.folder(), tmp_path / "curated"))
    monkeypatch.setattr(releases, "FOLDER", tmp_path / "releases")
    # The whole check takes a minute, and has tests of its own.
    monkeypatch.setattr(check, "run", descriptor.stale)
    assert main(["release", str(folder)]) == 0
    (archive,) = (tmp_path / "releases").iterdir()
    written = archive.read_bytes()
    assert written == releases.pack(snapshot.newest().files)
    assert main(["release", str(folder)]) == 0
    path = folder / "us_aid.csv"
    path.write_text(path.read_text("utf-8").replace(",66701220,", ",88800000,"), "utf-8")
    assert main(["release", str(folder)]) == 1
    descriptor.seal(folder)
    assert main(["release", str(folder)]) == 1
    assert "raise the version" in capsys.readouterr().err
    assert archive.read_bytes() == written


@pytest.mark.parametrize("version", [one for one in VERSIONS if releases.is_past(one)])
def test_what_an_older_version_has_is_shown_untouched(version):
    """Every cell but those that are named as taken, and those that say what may be passed on, is as it was."""
    shown, was = releases.of(version), releases.files(version)
    taken = {(one.table, column) for one in releases.taken(version) for column in one.columns}
    whole = {one.table for one in releases.taken(version) if not one.columns}
    assert whole.isdisjoint(diff.resources(was))
    touched = [
        line
        for line in diff.between(was, shown.files).itertuples(index=False)
        if line.table not in whole and (line.table, line.column) not in taken
    ]
    more = [line for line in touched if line.table == "sources" and line.column == "" and line.old == ""]
    assert [line for line in touched if line not in more] == []
    with snapshot.held(shown):
        for name in descriptor.names():
            tables.load(name)
        for name in descriptor.names():
            assert all(map(sources.is_known, sources_of(name)))


def sources_of(name: str) -> set[str]:
    frame = tables.text(name)
    return {
        one for column in licensing.source_columns(frame) for cell in frame[column] for one in cell.split(";") if one
    }


def made(**files: str) -> dict[str, bytes]:
    """Tables of one column each beside `sources`, as files of a version."""
    parts = [
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {
                "primaryKey": [text.split("\n")[0].split(",")[0]],
                "foreignKeys": [],
                "fields": [{"name": column, "constraints": {}} for column in text.split("\n")[0].split(",")],
            },
        }
        for name, text in files.items()
    ]
    whole = {"version": "1.0.0", "created": "2026-01-01", "resources": parts}
    return {
        "datapackage.json": json.dumps(whole).encode(),
        **{f"{name}.csv": text.encode() for name, text in files.items()},
    }


def test_source_that_is_restricted_now_is_so_in_an_older_version():
    then = made(sources="source_id,redistribution\na,open\nb,open\n")
    now = made(sources="source_id,redistribution\na,restricted\nb,open\n")
    files, taken = laid.over(then, [now])
    assert files["sources.csv"] == b"source_id,redistribution\na,restricted\nb,open\n"
    assert taken == ()


def test_table_that_is_lacking_comes_with_its_sources_from_the_first_version_that_has_it():
    then = made(sources="source_id,redistribution\na,open\n")
    first = made(sources="source_id,redistribution\na,open\nb,facts\n", marks="mark,source_id\n1,b\n")
    last = made(sources="source_id,redistribution\na,open\nc,facts\n", marks="mark,source_id\n2,c\n")
    files, taken = laid.over(then, [first, last])
    assert files["marks.csv"] == b"mark,source_id\n1,b\n"
    assert files["sources.csv"] == b"source_id,redistribution\na,open\nb,facts\n"
    assert [one.table for one in taken] == ["marks"]


def test_column_that_is_lacking_and_may_be_empty_is_empty():
    then = made(sources="source_id,redistribution\na,open\n")
    now = made(sources="source_id,redistribution,note\na,open,x\n")
    files, taken = laid.over(then, [now])
    assert files["sources.csv"] == b"source_id,redistribution,note\na,open,\n"
    assert [(one.columns, one.version) for one in taken] == [(("note",), "")]


def test_unknown_version_is_named_with_those_there_are():
    with pytest.raises(UnknownId, match=r"9\.9\.9"):
        releases.files("9.9.9")
    assert not releases.is_past("9.9.9")
    assert not releases.is_past("")


def test_copy_without_restricted_figures_has_no_older_versions():
    """The archives have those figures."""
    whole = json.loads(snapshot.newest().files[descriptor.DESCRIPTOR])
    whole["resources"][0]["schema"]["fields"].append(
        {**whole["resources"][0]["schema"]["fields"][0], "name": "left_out"}
    )
    stripped = Snapshot({**snapshot.newest().files, descriptor.DESCRIPTOR: json.dumps(whole).encode()})
    with snapshot.held(stripped):
        assert releases.versions() == ()


def test_changes_since_a_version_withhold_restricted_numbers():
    record = changes.since(VERSIONS[0])
    held = {one for one in sources.ids() if not sources.is_downloadable(one)}
    cells = [cell for table in record["tables"].values() for cell in table["cells"]]
    assert len(cells) > 100
    closed = [cell for cell in cells if not held.isdisjoint(cell["source_id"].split(";"))]
    assert [cell for cell in closed if cell["old"].replace(".", "").isdigit() and cell["column"] != "year"] == []


def test_promise_of_an_older_page_is_kept_from_that_version():
    with snapshot.held(releases.of("1.1.0")):
        promised = snapshot.later(descriptor.version)
    for other in ("1.0.0", "1.2.0"):
        releases.of(other)
    assert promised() == "1.1.0"
    assert descriptor.version() != "1.1.0"


def test_pack_is_the_same_for_the_same_files():
    files = {"b.csv": b"2", "a.csv": b"1"}
    assert releases.pack(files) == releases.pack(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(releases.pack(files))) as packed:
        assert packed.namelist() == ["a.csv", "b.csv"]
