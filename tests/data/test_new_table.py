"""`python -m data new`: what the cells of a CSV file tell goes into the descriptor, what they can't is asked for."""

import json
import shutil

import pytest

from data import __main__ as command
from data.checks import check
from data.package import snapshot

VISAS = """iso3,year,kind,visas,share_pct,is_final,first_day,code,source_id,locator,note
KAZ,2022,students,2000,10.5,true,2022-01-31,01,census-api-country-2013-2024,Table 1,
KAZ,2022,visitors,-2,10,true,2022-01-31,02,census-api-country-2013-2024,Table 1,
UZB,2022,students,1500,,false,,03,census-api-country-2013-2024,Table 1,
"""


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(snapshot.folder(), tmp_path / "curated")


def added(copy, text: str, name: str = "us_visas") -> dict:
    (copy / f"{name}.csv").write_text(text, "utf-8")
    assert command.main(["new", name, str(copy)]) == 0
    return whole(copy)["resources"][-1]


def whole(copy) -> dict:
    return json.loads((copy / "datapackage.json").read_text("utf-8"))


def column(resource: dict, name: str) -> dict:
    return next(field for field in resource["schema"]["fields"] if field["name"] == name)


def test_types_are_told_from_the_cells(copy):
    fields = added(copy, VISAS)["schema"]["fields"]
    assert {field["name"]: field["type"] for field in fields} == {
        "iso3": "string",
        "year": "integer",
        "kind": "string",
        "visas": "integer",
        "share_pct": "number",
        "is_final": "boolean",
        "first_day": "date",
        "code": "string",
        "source_id": "string",
        "locator": "string",
        "note": "string",
    }


def test_keys_lead_to_countries_and_sources_and_tell_the_rows_apart(copy):
    schema = added(copy, VISAS)["schema"]
    assert schema["primaryKey"] == ["iso3", "year", "kind"]
    assert [(foreignkey["fields"], foreignkey["reference"]["resource"]) for foreignkey in schema["foreignKeys"]] == [
        (["iso3"], "countries"),
        (["source_id"], "sources"),
    ]


def test_column_with_codes_of_countries_leads_to_them_whatever_its_name(copy):
    schema = added(copy, "visitor,year,mineral,visas\nKAZ,2022,gold,1\nUZB,2022,zinc,2\n")["schema"]
    assert [(foreignkey["fields"], foreignkey["reference"]["resource"]) for foreignkey in schema["foreignKeys"]] == [
        (["visitor"], "countries"),
        (["mineral"], "minerals"),
    ]


def test_columns_that_tables_share_come_with_their_words_and_limits(copy):
    resource = added(copy, VISAS)
    known = next(one for one in whole(copy)["resources"] if one["name"] == "us_import_reliance")
    for name in ("source_id", "locator", "note"):
        assert column(resource, name)["description"] == column(known, name)["description"]
    assert column(resource, "source_id")["constraints"] == column(known, "source_id")["constraints"]
    assert column(resource, "share_pct") == {
        "name": "share_pct",
        "type": "number",
        "title": "",
        "description": "",
        "unit": "percent",
        "constraints": {"minimum": 0},
    }


def test_only_what_every_cell_keeps_is_a_limit(copy):
    resource = added(copy, VISAS)
    assert column(resource, "visas")["constraints"] == {"required": True}
    assert column(resource, "first_day")["constraints"] == {}
    assert column(resource, "kind")["constraints"] == {"required": True, "maxLength": 10}


def test_check_names_every_place_until_it_is_filled_and_nothing_else(copy, capsys):
    resource = added(copy, VISAS)
    asked = {line.strip() for line in capsys.readouterr().out.splitlines()[1:]}
    assert {one.column for one in check.run(copy)} == asked
    assert "us_visas.title" in asked
    assert "us_visas.source_id.title" not in asked
    told = whole(copy)
    for part in (told["resources"][-1], *told["resources"][-1]["schema"]["fields"]):
        part["title"], part["description"] = part["title"] or "A title", part["description"] or "What it is."
    (copy / "datapackage.json").write_text(json.dumps(told), "utf-8")
    assert command.main(["format", str(copy)]) == 0
    assert command.main(["seal", str(copy)]) == 0
    assert check.run(copy) == []
    assert list(resource) == [key for key in whole(copy)["resources"][0] if key in resource]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Visas", VISAS, "a table has a name"),
        ("us_trade", VISAS, "has this table already"),
        ("us_visas", None, "first put the rows there"),
        ("us_visas", VISAS.replace("visas,", "Visas (number),"), "a column has a name"),
        ("us_visas", VISAS.splitlines()[0] + "\n", "at least one row"),
        ("us_visas", VISAS + "KAZ,2023\n", "a line must have 11 cells"),
    ],
)
def test_what_cannot_be_added_is_said_and_changes_nothing(copy, capsys, name, text, told):
    before = (copy / "datapackage.json").read_bytes()
    if text is not None and name != "us_trade":
        (copy / f"{name}.csv").write_text(text, "utf-8")
    assert command.main(["new", name, str(copy)]) == 1
    assert told in capsys.readouterr().err
    assert (copy / "datapackage.json").read_bytes() == before
