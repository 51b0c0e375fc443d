"""What is taken away, in every form: read back by other programs it is the frame, with types, sources and terms."""

import io
import json
import sqlite3
from functools import cache

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely
from pandas.testing import assert_frame_equal
from pyarrow import parquet

from components.cache import table as table_of
from data import indicators
from data.analysis import comparison, flow_selection
from data.analysis.comparison import Side
from data.output import extract, frames, rows, spreadsheet
from data.output.extract import Extract
from data.output.forms import FORMS
from data.output.rows import Query
from data.package import descriptor, licensing, sources
from geo import export, shapes

LINK = "https://atlas.example.org/?indicator=us_imports_usd&year=2024"


def of(indicator_id: str, year: int) -> Extract:
    return extract.of_indicator(table_of(indicator_id, year).open, indicator_id, year, LINK)


KINDS = ("indicator", "withheld", "words", "all years", "flows", "pair", "table", "dates", "claims")


@cache
def examples() -> dict[str, Extract]:
    """One extract of each kind; the second has figures that are held back."""
    first, second = Side("us_imports_usd", 2015), Side("us_imports_usd", 2024)
    pair, flows = comparison.pair(first, second), flow_selection.placed(flow_selection.FlowSelection(), 2024)
    return {
        "indicator": of("us_imports_usd", 2024),
        "withheld": of("mirror_imports_usd", 2005),
        "words": of("member.wto", 2024),
        "all years": extract.of_indicator(extract.all_years("us_imports_usd"), "us_imports_usd", None, LINK),
        "flows": extract.of_flows(frames.flows_download(flows, "us_trade"), flows["source_id"], "us_trade", 2024, LINK),
        "pair": extract.of_pair(
            frames.pair_download(pair, first, second, comparison.ABSOLUTE), pair["first_source_id"], first, second, LINK
        ),
        "table": extract.of_table("us_tariffs", Query(where=(("partner", "KAZ"),)), LINK),
        "dates": extract.of_table("official_visits", Query(), LINK),
        "claims": extract.of_table("claims", Query(sort="-date"), LINK),
    }


@pytest.mark.parametrize("name", KINDS)
def test_csv_has_the_frame_as_it_is_with_the_link(name):
    one = examples()[name]
    read = pd.read_csv(io.BytesIO(FORMS["csv"].build(one)), dtype="str", keep_default_na=False)
    assert_frame_equal(read, one.frame.reset_index(drop=True), check_dtype=False)
    assert set(read["link"]) == {LINK}


@pytest.mark.parametrize("name", KINDS)
def test_spreadsheet_has_the_frame_with_types(name):
    one = examples()[name]
    book = openpyxl.load_workbook(io.BytesIO(FORMS["xlsx"].build(one)))
    assert book.sheetnames == [spreadsheet.DATA, spreadsheet.SOURCES, spreadsheet.ABOUT_SHEET]
    sheet = book[spreadsheet.DATA]
    head, *lines = sheet.iter_rows(values_only=True)
    assert list(head) == list(one.frame.columns)
    assert len(lines) == len(one.frame)
    for place, column in enumerate(head):
        kind, written = one.kinds.get(column, "string"), list(one.frame[column])
        for cell, text in zip((line[place] for line in lines), written, strict=True):
            assert same(cell, text, kind), (column, cell, text)
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert all(one.width for one in sheet.column_dimensions.values())


def same(cell: object, text: str, kind: str) -> bool:
    if text == "":
        return cell is None
    if kind == "boolean":
        return cell is (text == "true")
    if kind == "date":
        return cell.date().isoformat() == text
    return isinstance(cell, int | float) and float(cell) == float(text) if kind != "string" else cell == text


@pytest.mark.parametrize("name", KINDS)
def test_spreadsheet_names_each_source_once_with_its_terms_and_what_holds_for_all(name):
    one = examples()[name]
    book = openpyxl.load_workbook(io.BytesIO(FORMS["xlsx"].build(one)))
    head, *lines = book[spreadsheet.SOURCES].iter_rows(values_only=True)
    assert list(head) == extract.SOURCE_COLUMNS
    cited = sources.describe(";".join(sorted(one.cited)))
    assert lines == [(each.id, each.publisher, each.title, each.url, each.licence) for each in cited]
    assert len(lines) == len(set(lines)) > 0
    assert book[spreadsheet.SOURCES]["D2"].hyperlink.target == lines[0][3]
    about = dict(book[spreadsheet.ABOUT_SHEET].iter_rows(values_only=True))
    assert about["Title"] == one.about["title"]
    assert about["Link to this view"] == LINK
    assert about["Data version"] == descriptor.version()
    assert "Creative Commons" in about["Licence"]


def test_spreadsheet_runs_no_cell_as_a_formula_and_is_the_same_again():
    one = examples()["table"]
    risky = Extract(pd.DataFrame({"a": ["=1+1", "+2", "@x", "https://x.org"]}), {}, one.about, one.cited)
    built = FORMS["xlsx"].build(risky)
    sheet = openpyxl.load_workbook(io.BytesIO(built))[spreadsheet.DATA]
    assert [cell.value for cell in sheet["A"]][1:] == ["=1+1", "+2", "@x", "https://x.org"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert built == FORMS["xlsx"].build(risky)


@pytest.mark.parametrize("name", KINDS)
def test_parquet_has_the_frame_with_types_and_what_holds_for_all(name):
    one = examples()[name]
    read = parquet.read_table(io.BytesIO(FORMS["parquet"].build(one)))
    assert read.column_names == list(one.frame.columns)
    for column in read.column_names:
        for cell, text in zip(read[column].to_pylist(), one.frame[column], strict=True):
            assert (cell is None) == (text == "")
            assert cell is None or plain(cell) == (float(text) if isinstance(cell, float) else text)
    told = read.schema.metadata
    assert told[b"link"].decode() == LINK
    assert told[b"licence"].decode() == one.about["licence"]
    assert [each["source_id"] for each in json.loads(told[b"sources"])] == sorted(one.cited)


def plain(cell: object) -> object:
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell if isinstance(cell, float | str) else str(cell)


@pytest.mark.parametrize("name", ["indicator", "withheld", "words"])
def test_geojson_has_a_feature_for_each_row_as_the_standard_asks(name):
    one = examples()[name].with_note("boundaries", "Boundaries are no statement.")
    read = json.loads(export.geojson(one))
    assert read["type"] == "FeatureCollection"
    assert "crs" not in read
    assert read["metadata"]["boundaries"] == "Boundaries are no statement."
    assert read["metadata"]["link"] == LINK
    assert [feature["properties"] for feature in read["features"]] == records(one)
    for feature in read["features"]:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180
        assert all(part.exterior.is_ccw for part in shapely.get_parts(shape))


def records(one: Extract) -> list[dict]:
    """The rows as a program reads them: numbers as numbers, gaps as nothing."""
    said = one.frame.to_dict("records")
    return [
        {name: (float(cell) if name in one.kinds else cell) if cell else None for name, cell in row.items()}
        for row in said
    ]


@pytest.mark.parametrize("name", ["indicator", "withheld", "words"])
def test_geopackage_has_the_rows_with_the_shapes_of_the_atlas(name, tmp_path):
    one = examples()[name]
    path = tmp_path / "x.gpkg"
    path.write_bytes(export.geopackage(one))
    read = gpd.read_file(path)
    assert read.crs.to_epsg() == 4326
    found = [
        {name: None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in read.drop(columns="geometry").to_dict("records")
    ]
    assert found == records(one)
    world = shapes.load("world").set_index("iso3").geometry
    assert all(world[iso3].equals(shape) for iso3, shape in zip(read["iso3"], read.geometry, strict=True))
    with sqlite3.connect(path) as opened:
        told = " ".join(row[0] for row in opened.execute("select metadata from gpkg_metadata"))
    for text in (LINK.replace("&", "&amp;"), one.about["title"], descriptor.version()):
        assert text in told


def test_all_years_have_what_each_year_has():
    every = extract.all_years("mirror_imports_usd")
    for year in (2005, indicators.years("mirror_imports_usd")[-1]):
        one = table_of("mirror_imports_usd", year).open
        both = [frame.sort_values("iso3").reset_index(drop=True) for frame in (one, every[every["year"] == str(year)])]
        assert_frame_equal(*both)


@pytest.mark.parametrize(
    "query", [Query(where=(("iso3", "KAZ"), ("status", "member"))), Query("wto", (), "-from_date")]
)
def test_file_of_the_rows_found_is_the_table_filtered_by_pandas(query):
    one = extract.of_table("forum_members", query, LINK)
    table = licensing.open_rows("forum_members")
    if query.where:
        wanted = table[(table["iso3"] == "KAZ") & (table["status"] == "member")]
    else:
        wanted = table.loc[rows.find("forum_members", query)]
        assert list(wanted["from_date"][wanted["from_date"] != ""]) == sorted(
            wanted["from_date"][wanted["from_date"] != ""], reverse=True
        )
    assert_frame_equal(one.frame[list(table)], wanted.reset_index(drop=True))
    assert (one.frame["source_url"] != "").all()
    assert (one.frame["licence"] != "").all()


def test_held_back_figures_are_in_no_form():
    one = examples()["withheld"]
    held = one.frame[one.frame["status"] == frames.WITHHELD]
    assert "KAZ" in set(held["iso3"])
    figure = b"1204475713"
    for build in (*(form.build for form in FORMS.values()), export.geojson, export.geopackage):
        assert figure not in build(one)
    assert one.typed().loc[held.index, "value"].isna().all()
