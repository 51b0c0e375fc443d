"""The atlas in one file: what stands in it is what may leave, every figure of it, and the same bytes every time."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from components import search_index
from components.map import publish
from components.offline import contents, page, tables, values
from data import indicator_lists, indicators, offline_command
from data.__main__ import main
from data.faults import UnknownId
from data.output import extract
from data.package import licensing, snapshot
from data.package.statuses import LEFT_OUT
from tests.data.test_gate import disturbed_copy

ROOT = Path(__file__).parents[2]
# Of each way of computing one, with figures that may not be passed on among them.
FEW = {
    "us_trade": ["us_imports_usd", "us_balance_usd"],
    "mirror_trade": ["mirror_exports_usd"],
    "partner_trade": ["exports_by_partner_usd.kaz"],
    "partner_trade_mirror": ["imports_by_partner_mirror_usd.tjk"],
    "production": ["production.copper", "production.antimony"],
    "world_rank": ["world_rank.antimony"],
    "critical_minerals": ["critical_minerals_count"],
    "us_import_reliance": ["us_import_reliance.antimony"],
    "standing": ["member.sco"],
}
IDS = [one for members in FEW.values() for one in members]
# A file with few indicators and no search: what is packed, and how, is the same.
BUILD = """
import hashlib
from components.offline import contents, page
from data import indicator_lists
indicator_lists.families = lambda: {few}
contents.searched = dict
print(hashlib.sha256(page.build("en")).hexdigest())
"""


@pytest.fixture
def few(monkeypatch) -> Iterator[None]:
    """A copy of the tables as they are, of which the lists name few indicators."""
    monkeypatch.setattr(indicator_lists, "families", lambda: FEW)
    with snapshot.held(snapshot.Snapshot(snapshot.current().files)):
        yield


def parts_without_search() -> dict[str, object]:
    families = values.families()
    full = values.full(IDS)
    return {
        "families": families,
        "full": full,
        "maps": {one: values.payload(one) for one in IDS},
        "sources": values.cited(full["origins"]),
        "flows": tables.flow_sets(),
        "lines": contents.lines(),
        "without script": page._without_script(),
        "things": [repr(one) for one in search_index.things()],
    }


def cell(cells: dict, place: int) -> tuple[list[int], str]:
    run = next((run for run in reversed(cells["runs"]) if run[0] <= place), [place])
    return run[1:], cells["texts"].split("|")[place]


def test_every_figure_is_the_one_that_a_download_has(few):
    full = values.full(IDS)
    for one in IDS:
        told = []
        for place, year in enumerate(indicators.years(one)):
            for iso3, cells in sorted(full["cells"][one].items()):
                origin, text = cell(cells, place)
                if origin:
                    told.append((iso3, str(year), text, *(full["origins"][origin[0]][at] for at in (0, 2, 3))))
        wanted = extract.all_years(one)[["iso3", "year", "value", "status", "reporter", "basis"]]
        held = wanted["status"] == LEFT_OUT
        assert told == list(wanted.itertuples(index=False, name=None)), one
        assert not held.any() or (wanted.loc[held, "value"] == "").all()


def test_map_has_no_figure_that_may_not_be_passed_on_and_says_why(few):
    shown = 0
    for one in IDS:
        payload = values.payload(one)
        frame = indicators.values(one)
        held = frame[licensing.is_withheld(frame)]
        shown += len(held)
        for row in held.itertuples(index=False):
            cells = payload["cells"][row.iso3]
            place = payload["years"].index(row.year)
            code, *_ = next(run for run in reversed(cells["runs"]) if run[0] <= place)[1:]
            assert payload["missing"][-code - 1]["status"] == LEFT_OUT
            assert "texts" not in cells or cells["texts"].split("|")[place] == ""
    assert shown > 0


def test_what_may_not_be_passed_on_changes_nothing_in_the_file(few, tmp_path):
    plain = json.loads(contents.packed(parts_without_search()))
    before = {one: indicators.values(one) for one in IDS}
    with snapshot.held(snapshot.read(disturbed_copy(tmp_path / "other"))):
        assert sum(not indicators.values(one).equals(before[one]) for one in IDS) > len(IDS) / 3
        other = json.loads(contents.packed(parts_without_search()))
    assert [name for name in plain if plain[name] != other[name]] == []


def test_same_data_give_the_same_bytes_whatever_the_order_of_hashes():
    running = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD.format(few=FEW)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    first, second = (one.communicate(timeout=600)[0] for one in running)
    assert first == second
    assert len(first.strip()) == hashlib.sha256().digest_size * 2


def test_tables_have_the_rows_that_may_leave_and_words_for_their_ids():
    table = tables.table("trade_mirror")
    rows = pd.DataFrame({one["name"]: one["cells"] for one in table["columns"]})
    assert rows.equals(licensing.open_rows("trade_mirror"))
    assert table["left_out"] == int(licensing.withheld_rows("trade_mirror").sum()) > 0
    said = {one["name"]: one.get("said", {}) for one in table["columns"]}
    assert said["reporter"]["KAZ"] == "Kazakhstan (KAZ)"


def test_end_of_a_script_in_the_data_ends_no_script():
    hostile = {"text": "</script><script>alert(1)</script>"}
    assert "<" not in page._packed(hostile)


def test_built_script_with_an_end_of_a_script_is_refused(tmp_path, monkeypatch):
    (tmp_path / "bad.js").write_text('"</SCRIPT>"')
    monkeypatch.setattr(publish, "OFFLINE", tmp_path)
    with pytest.raises(ValueError, match="end of a script"):
        page._built("bad.js")


def test_unknown_language_is_told_before_anything_is_made(tmp_path, capsys):
    with pytest.raises(UnknownId):
        page.build("xx")
    assert main(["offline", "--out", str(tmp_path / "atlas.html"), "--lang", "xx"]) == 1
    assert "xx" in capsys.readouterr().err
    assert not (tmp_path / "atlas.html").exists()


def test_command_says_what_is_missing_where_the_tables_stand_alone(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(offline_command, "MADE_BY", ("nowhere.page", "build"))
    assert main(["offline", "--out", str(tmp_path / "atlas.html")]) == 1
    assert "nowhere" in capsys.readouterr().err
