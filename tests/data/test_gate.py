"""Nothing that rests on a restricted source leaves, on any way out, and nothing computed from it does either."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from data import indicator_lists, indicators
from data.analysis import catalogue, comparison, flow_selection
from data.checks import check
from data.output import archive, extract, frames
from data.output import rows as rows_of
from data.output.forms import FORMS
from data.output.rows import Query
from data.package import descriptor, licensing, snapshot, sources, tables
from data.package.snapshot import Snapshot
from geo import export

# Of every family, which is computed in one way, so many are compared over the years: all of them would take minutes.
EACH = 5


def restricted_ids() -> set[str]:
    frame = tables.text("sources")
    return set(frame.loc[frame["redistribution"] == "restricted", "source_id"])


def disturbed_copy(target: Path) -> Path:
    """The curated folder, but every free number of a restricted row is another: what was large is small."""
    target.mkdir()
    for path in snapshot.folder().glob("*"):
        (target / path.name).write_bytes(path.read_bytes())
    for resource in descriptor.package()["resources"]:
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


def families(ids: list[str]) -> list[list[str]]:
    """Ids of indicators by table and family."""
    found = {}
    for one in ids:
        found.setdefault((indicators.get(one).table, indicators.get(one).family), []).append(one)
    return list(found.values())


def pairs(one: str) -> Iterator[tuple[str, bytes]]:
    """The files of a comparison of the first year of an indicator with its last."""
    years = indicators.years(one)
    sides = comparison.Side(one, years[0]), comparison.Side(one, years[-1])
    for measure in comparison.change_kinds(one) or (comparison.ABSOLUTE,):
        rows = comparison.pair(*sides, measure)
        yield f"pair {one} {measure}", frames.to_csv(frames.pair_download(rows, *sides, measure))


def every_way_out(out: Path, drawn: list[str], compared: list[str]) -> dict[str, bytes]:
    """Table files, papers, zip, rows as they are read, frames of indicators and flows, lists: as one text per name."""
    frames.write([], out)
    said = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    said["zip"] = archive.build()
    for name in descriptor.names():
        said["rows of " + name] = frames.to_csv(extract.of_table(name, Query(), "").frame)
        said["rows shown of " + name] = rows_of.shown(name).to_csv().encode()
        said["filters of " + name] = repr(rows_of.filterable(name)).encode()
    for one in drawn:
        frame = indicators.values(one)
        said["frame " + one] = frames.to_csv(frames.download(frame.assign(name=frame["iso3"]), one))
    said |= dict(chain.from_iterable(map(pairs, compared)))
    for one in ("mirror", "partners", "partners_mirror"):
        selection = flow_selection.FlowSelection(one)
        for year in flow_selection.years(selection):
            rows = flow_selection.placed(selection, year)
            said[f"flows {one} {year}"] = frames.to_csv(frames.flows_download(rows, one))
    said |= {f"list {one}": repr(indicator_lists.labels(one)).encode() for one in indicator_lists.families()}
    said |= shaped(out / "shaped.gpkg")
    return said


def shaped(path: Path) -> dict[str, bytes]:
    """An indicator with figures that are held back, in every form; of a GeoPackage the rows: it has the time in it."""
    values = indicators.values("mirror_imports_usd", 2005)
    frame = frames.download(values.assign(name=values["iso3"]), "mirror_imports_usd")
    one = extract.of_indicator(frame, "mirror_imports_usd", 2005, "")
    said = {f"mirror as {form}": made.build(one) for form, made in FORMS.items()}
    path.write_bytes(export.geopackage(one))
    return said | {"mirror as geojson": export.geojson(one), "mirror as gpkg": gpd.read_file(path).to_csv().encode()}


def test_no_way_out_tells_one_value_of_a_restricted_row_from_another(tmp_path):
    disturbed = snapshot.read(disturbed_copy(tmp_path / "other"))
    assert disturbed.files["us_trade.csv"] != snapshot.current().files["us_trade.csv"]
    ids = list(indicators.registry())
    plain_values = {one: indicators.values(one) for one in ids}
    with snapshot.held(disturbed):
        resting = [one for one in ids if not indicators.values(one).equals(plain_values[one])]
    assert resting == [one for one in ids if licensing.is_withheld(plain_values[one]).any()]
    # All that rest on a disturbed row; of the others one of each family.
    others = [members[0] for members in families([one for one in ids if one not in resting])]
    compared = [one for members in families(resting) for one in members[:: max(1, len(members) // EACH)]]
    plain = every_way_out(tmp_path / "out_plain", resting + others, compared + others)
    with snapshot.held(disturbed):
        other = every_way_out(tmp_path / "out_other", resting + others, compared + others)
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
