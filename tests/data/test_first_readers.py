"""What readers of the first generation of data packages need, in the curated folder and in what is exported.

Tried by hand with the libraries datapackage (Python 1.15.4, npm 1.1.10) and tableschema (1.21.0, 1.12.6): they pass
every table with its foreign keys where missing values are bare texts, and take an empty cell for a value where they
are objects."""

import pytest

from data.output import frames
from data.package import descriptor, snapshot

# What the first version of the specification knows of a field; `unit` is ours and passed over by all.
FIELD = {"name", "type", "title", "description", "constraints", "unit", "trueValues", "falseValues"}
CONSTRAINTS = {"required", "unique", "minimum", "maximum", "pattern", "enum", "minLength", "maxLength"}
TYPES = {"string", "number", "integer", "boolean", "date"}


@pytest.fixture(scope="module", params=["curated", "exported"])
def whole(request, tmp_path_factory):
    if request.param == "curated":
        return descriptor.read_descriptor(snapshot.folder())
    out = tmp_path_factory.mktemp("exported")
    frames.write([], out)
    return descriptor.read_descriptor(out)


def test_missing_values_are_bare_texts(whole):
    assert {tuple(resource["schema"]["missingValues"]) for resource in whole["resources"]} == {("",)}


def test_fields_have_no_type_or_constraint_of_the_second_version_alone(whole):
    for resource in whole["resources"]:
        for field in resource["schema"]["fields"]:
            assert set(field) <= FIELD
            assert field["type"] in TYPES
            assert set(field.get("constraints", {})) <= CONSTRAINTS


def test_tables_are_named_by_one_path_and_read_with_a_plain_dialect(whole):
    for resource in whole["resources"]:
        assert resource["path"] == f"{resource['name']}.csv"
        assert (resource["encoding"], resource["format"], resource["mediatype"]) == ("utf-8", "csv", "text/csv")
        assert resource["dialect"] == {"delimiter": ",", "lineTerminator": "\n"}
