"""Tables as a stranger reads them, by the calls that README and Data page show, and as typed files."""

import re
from datetime import date

import pandas as pd
import pytest
from pyarrow import parquet as arrow

from data.output import frames, parquet, reading, readme
from data.package import descriptor, licensing

CELLS = {"integer": int, "number": float, "boolean": lambda cell: cell == "true", "date": date.fromisoformat}


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    frames.write([], folder)
    return folder


def fields(name: str) -> list[dict]:
    return descriptor.resource(name)["schema"]["fields"]


def test_readme_shows_a_call_that_keeps_namibia_and_the_zeros(out, monkeypatch):
    monkeypatch.chdir(out)
    (shown,) = re.findall("```python\n(.*?)```", (out / readme.README).read_text("utf-8"), re.DOTALL)
    known: dict = {}
    exec(shown, known)
    countries = known["countries"].set_index("iso3")
    assert (countries.loc["NAM", "iso2"], countries.loc["AFG", "iso_numeric"]) == ("NA", "004")
    for name in descriptor.names():
        typed, text = known["read"](name), licensing.open_rows(name)
        assert [str(kind) for kind in typed.dtypes] == [reading.PANDAS[field["type"]] for field in fields(name)]
        assert typed.isna().to_numpy().tolist() == (text == "").to_numpy().tolist()


def test_plain_defaults_do_lose_them_so_that_this_file_tests_something(out):
    plain = pd.read_csv(out / "countries.csv").set_index("iso3")
    assert plain["iso2"].isna()["NAM"]
    assert plain["iso_numeric"]["AFG"] == 4


def test_call_of_each_table_reads_it_as_described(out, monkeypatch):
    monkeypatch.chdir(out)
    for name in descriptor.names():
        known: dict = {}
        exec(reading.pandas_call(name, f"{name}.csv"), known)
        assert [str(kind) for kind in known[name].dtypes] == [reading.PANDAS[field["type"]] for field in fields(name)]


def test_call_in_r_names_a_type_for_every_column():
    for name in descriptor.names():
        shown = reading.r_call(name, "x.csv")
        (columns,) = re.findall('col_types = "([cidlD]+)", na = ""', shown)
        assert columns == "".join(reading.READR[field["type"]] for field in fields(name))
        texts = re.findall(r"character = c\((.*)\)\)\)", shown)[0].replace('"', "").split(", ")
        assert texts == [field["name"] for field in fields(name) if field["type"] == "string"]


def test_typed_files_hold_every_cell_with_its_type(out):
    for name in descriptor.names():
        kept = arrow.read_table(out / parquet.path(name))
        text = licensing.open_rows(name)
        assert kept.column_names == [field["name"] for field in fields(name)]
        for field in fields(name):
            read = CELLS.get(field["type"], str)
            assert kept[field["name"]].to_pylist() == [read(cell) if cell else None for cell in text[field["name"]]]


def test_typed_files_say_what_their_columns_are(out):
    kept = arrow.read_schema(out / parquet.path("us_trade"))
    told = {key.decode(): value.decode() for key, value in kept.field("value_usd").metadata.items()}
    (field,) = (one for one in fields("us_trade") if one["name"] == "value_usd")
    assert {key: told[key] for key in ("title", "description", "unit")} == {
        key: field[key] for key in ("title", "description", "unit")
    }


def test_typed_files_come_back_into_pandas_without_a_word(out):
    countries = pd.read_parquet(out / "parquet" / "countries.parquet").set_index("iso3")
    assert (countries.loc["NAM", "iso2"], countries.loc["AFG", "iso_numeric"]) == ("NA", "004")
    ranks = pd.read_parquet(out / "parquet" / "minerals_production.parquet")["world_rank"]
    assert str(ranks.dtype) == "Int64"
    assert ranks.isna().any()
