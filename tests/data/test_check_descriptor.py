"""What may be wrong with the descriptor: named with the place in it, never a traceback."""

import pytest

from data.checks import check
from data.faults import Fault
from data.package import descriptor


def test_descriptor_that_is_no_json_is_named_with_its_line(small_copy):
    path = small_copy / descriptor.DESCRIPTOR
    path.write_text(path.read_text("utf-8").replace('"name": "c5plus1-atlas",', '"name" "c5plus1-atlas",', 1), "utf-8")
    rule = "the descriptor is not JSON: Expecting ':' delimiter, column 10"
    assert check.run(small_copy) == [Fault(descriptor.DESCRIPTOR, 3, "", "", "descriptor", rule)]


def test_missing_descriptor(tmp_path):
    told = check.run(tmp_path)
    assert [(fault.file, fault.value) for fault in told] == [(descriptor.DESCRIPTOR, "FileNotFoundError")]


def edit(whole: dict, *keys: str | int) -> dict:
    for key in keys:
        whole = whole[key]
    return whole


# place in the descriptor, what is written there (None: taken out); column, value of the fault
DESCRIPTORS = {
    "no tables": (("resources",), None, "resources", ""),
    "table without a path": (("resources", 0, "path"), None, "countries.path", ""),
    "path out of the folder": (("resources", 0, "path"), "../countries.csv", "countries.path", "../countries.csv"),
    "table without fields": (("resources", 0, "schema", "fields"), None, "countries.schema", ""),
    "no hash": (("resources", 0, "hash"), None, "countries.hash", ""),
    "no licence": (("resources", 0, "licenses"), None, "countries.licenses", ""),
    "no version": (("version",), None, "version", ""),
    "column without words": (
        ("resources", 0, "schema", "fields", 0, "description"),
        None,
        "countries.iso3.description",
        "",
    ),
    "unknown type": (("resources", 0, "schema", "fields", 0, "type"), "code", "countries.iso3", "code"),
    "two columns of one name": (
        ("resources", 0, "schema", "fields", 1, "name"),
        "iso3",
        "countries.iso3",
        "iso3",
    ),
    "key without a column": (("resources", 0, "schema", "primaryKey"), ["iso4"], "countries.primaryKey", "iso4"),
    "foreign key to nowhere": (
        ("resources", 2, "schema", "foreignKeys", 0, "reference", "resource"),
        "lands",
        "us_trade.foreignKeys",
        "reporter",
    ),
}


@pytest.mark.parametrize("name", DESCRIPTORS)
def test_damaged_descriptor_is_named_with_the_place_in_it(small_copy, name):
    keys, value, column, shown = DESCRIPTORS[name]
    whole = descriptor.read_descriptor(small_copy)
    if value is None:
        del edit(whole, *keys[:-1])[keys[-1]]
    else:
        edit(whole, *keys[:-1])[keys[-1]] = value
    descriptor.write_descriptor(small_copy, whole)
    told = [(fault.file, fault.column, fault.value) for fault in check.run(small_copy)]
    assert (descriptor.DESCRIPTOR, column, shown) in told
    assert {file for file, _, _ in told} == {descriptor.DESCRIPTOR}


def test_constraint_that_no_reader_can_use_is_named(small_copy):
    whole = descriptor.read_descriptor(small_copy)
    whole["resources"][0]["schema"]["fields"][0]["constraints"] = {"minimum": "a"}
    descriptor.write_descriptor(small_copy, whole)
    assert {(fault.file, fault.column) for fault in check.run(small_copy)} == {
        (descriptor.DESCRIPTOR, "countries.iso3.constraints.minimum")
    }
