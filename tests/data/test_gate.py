"""Nothing that rests on a restricted source leaves, on any way out, and nothing computed from it does either."""

import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest

from data import indicators
from data.analysis import catalogue
from data.checks import check
from data.output import archive, frames
from data.package import descriptor, licensing, snapshot, sources, tables
from data.package.snapshot import Snapshot

ROOT = Path(__file__).parents[2]
# Every way out, as one text per name: table files, papers, zip, first rows, frames of indicators. Of every family,
# which is computed in one way, evenly spaced ones: all of them would take minutes.
PROBE = """
import hashlib, json, sys
from pathlib import Path
from data import indicators
from data.analysis import comparison, flow_selection
from data.output import archive, frames
from data.package import descriptor, licensing
EACH = 5
out = Path(sys.argv[1])
frames.write([], out)
said = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
said["zip"] = archive.build()
for name in descriptor.names():
    said["first rows " + name] = licensing.open_rows(name).head(10).to_csv().encode()
families = {}
for one in indicators.registry().values():
    families.setdefault((one.table, one.family), []).append(one.id)
for ids in families.values():
    for one in ids[:: max(1, len(ids) // EACH)]:
        frame = indicators.values(one)
        said["frame " + one] = frames.to_csv(frames.download(frame.assign(name=frame["iso3"]), one))
        years = indicators.years(one)
        sides = comparison.Side(one, years[0]), comparison.Side(one, years[-1])
        for measure in comparison.change_kinds(one) or (comparison.ABSOLUTE,):
            rows = comparison.pair(*sides, measure)
            said[f"pair {one} {measure}"] = frames.to_csv(frames.pair_download(rows, *sides, measure))
for one in ("mirror", "partners", "partners_mirror"):
    for year in flow_selection.years(flow_selection.FlowSelection(one)):
        rows = flow_selection.placed(flow_selection.FlowSelection(one), year)
        said[f"flows {one} {year}"] = frames.to_csv(frames.flows_download(rows, one))
print(json.dumps({name: hashlib.sha256(body).hexdigest() for name, body in said.items()}))
"""


def restricted_ids() -> set[str]:
    frame = tables.text("sources")
    return set(frame.loc[frame["redistribution"] == "restricted", "source_id"])


def copy(target: Path, *, disturb: bool) -> Path:
    """The curated folder; where `disturb` is set, every free number of a restricted row is another: large is small."""
    target.mkdir()
    for path in snapshot.folder().glob("*"):
        (target / path.name).write_bytes(path.read_bytes())
    for resource in descriptor.package()["resources"] if disturb else ():
        keys = {field for key in resource["schema"]["foreignKeys"] for field in key["fields"]}
        fixed = {*resource["schema"]["primaryKey"], *keys}
        numbers = [
            field["name"]
            for field in resource["schema"]["fields"]
            if field["type"] in ("number", "integer") and field["name"] not in fixed
        ]
        text = tables.text(resource["name"])
        held = licensing.withheld_rows(resource["name"])
        for column in numbers:
            rows = held & (text[column] != "")
            other = (lambda one: one + 1000) if "year" in column else (lambda one: 1e12 / (one + 1) + 1)
            text.loc[rows, column] = [str(round(other(float(cell)))) for cell in text.loc[rows, column]]
        text.to_csv(target / resource["path"], index=False, lineterminator="\n")
    descriptor.seal(target)
    return target


def probe(folder: Path, out: Path) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(out)],
        cwd=ROOT,
        env={**os.environ, "ATLAS_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_way_out_tells_one_value_of_a_restricted_row_from_another(tmp_path):
    assert any(licensing.withheld_rows(name).any() for name in descriptor.names())
    plain = probe(copy(tmp_path / "plain", disturb=False), tmp_path / "out_plain")
    other = probe(copy(tmp_path / "other", disturb=True), tmp_path / "out_other")
    assert (tmp_path / "plain" / "us_trade.csv").read_bytes() != (tmp_path / "other" / "us_trade.csv").read_bytes()
    assert [name for name in plain if plain[name] != other[name]] == []


def test_no_written_row_names_a_restricted_source(tmp_path):
    left_out = frames.write([], tmp_path)
    for name in descriptor.names():
        text = pd.read_csv(tmp_path / descriptor.resource(name)["path"], dtype=str, keep_default_na=False)
        assert len(text) == len(tables.text(name)) - left_out[name]
        cited = {part for column in licensing.source_columns(text) for cell in text[column] for part in cell.split(";")}
        assert name == "sources" or not cited & restricted_ids()


def test_package_as_it_leaves_passes_its_own_checks(tmp_path):
    frames.write([], tmp_path)
    assert check.run(tmp_path) == []


def test_readme_says_how_many_rows_are_left_out(tmp_path):
    left_out = frames.write(["us_trade"], tmp_path)
    said = (tmp_path / "README.md").read_text("utf-8")
    rows = len(tables.text("us_trade")) - left_out["us_trade"]
    assert f"| us_trade.csv | {rows} | {left_out['us_trade']} |" in said
    assert left_out["us_trade"] > 0


def test_kazakh_figures_of_comtrade_are_drawn_and_in_no_download():
    drawn = indicators.values("mirror_imports_usd", 2005).assign(name="")
    row = drawn[drawn["iso3"] == "KAZ"]
    assert row["value"].tolist() == [1_204_475_713]
    assert frames.download(row, "mirror_imports_usd")[["value", "status"]].to_numpy().tolist() == [
        ["", frames.WITHHELD]
    ]
    for table in ("trade_mirror", "trade_partners"):
        left = licensing.open_rows(table)
        assert not left["basis"].isin(["comtrade_api"]).any()
        assert not set(left["source_id"]) & {"uncomtrade-kaz-imports-1995-2025", "wits-kaz-partners-1995-2023"}


def test_frame_keeps_the_row_without_the_value():
    held = next(iter(restricted_ids()))
    open_id = next(one for one in tables.text("sources")["source_id"] if one not in restricted_ids())
    frame = pd.DataFrame(
        {
            "iso3": ["KAZ", "UZB", "TJK"],
            "name": ["Kazakhstan", "Uzbekistan", "Tajikistan"],
            "year": 2020,
            "value": [1.0, 2.0, 3.0],
            "unit": "t",
            "status": "actual",
            "source_id": [held, open_id, f"{open_id};{held}"],
            "reporter": ["KAZ", "UZB", ""],
            "basis": "national",
        }
    )
    left = frames.download(frame, "x")
    assert list(left["value"]) == ["", "2", ""]
    assert list(left["status"]) == [frames.WITHHELD, "actual", frames.WITHHELD]


@pytest.mark.parametrize("column", ["source_id", "price_source_id"])
def test_any_source_column_holds_a_row_back(column):
    held = next(iter(restricted_ids()))
    frame = pd.DataFrame({"value": ["1", "2"], column: [held, ""]})
    assert list(licensing.is_withheld(frame)) == [True, False]


def test_row_that_hangs_on_a_held_back_row_is_held_back(monkeypatch):
    article = tables.text("articles")["article_id"].iloc[0]
    source = tables.text("articles")["source_id"].iloc[0]
    real = sources.is_downloadable
    monkeypatch.setattr(sources, "is_downloadable", lambda ids: source not in ids.split(";") and real(ids))
    with snapshot.held(Snapshot(snapshot.current().files)):
        kept = licensing.open_rows("article_snippets")
    assert article in set(tables.text("article_snippets")["article_id"])
    assert article not in set(kept["article_id"])


def test_zip_has_tables_and_papers_and_the_same_bytes_again():
    packed = archive.build()
    assert packed == archive.build()
    with zipfile.ZipFile(BytesIO(packed)) as opened:
        names = {Path(name).name for name in opened.namelist()}
        assert {Path(name).parts[0] for name in opened.namelist()} == {archive.stem()}
    files = {descriptor.resource(name)["path"] for name in descriptor.names()}
    typed = {f"{name}.parquet" for name in descriptor.names()}
    assert names == files | typed | {"datapackage.json", "README.md", "LICENSES.md"}


def test_restricted_sources_of_a_table_are_named():
    named = {one.id for one in catalogue.restricted("us_trade")}
    assert named
    assert named <= restricted_ids()


def test_some_drawn_value_is_held_back_so_that_this_file_tests_something():
    held = {name for name in descriptor.names() if licensing.withheld_rows(name).any()}
    drawn = (indicator.id for indicator in indicators.registry().values() if indicator.table in held)
    assert any(licensing.is_withheld(indicators.values(one)).any() for one in drawn)
