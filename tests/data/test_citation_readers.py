"""Citations as other programs read them: BibTeX and RIS by parsers in wide use, CSL-JSON by its schema."""

import json
from collections import Counter

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares
from jsonschema import Draft7Validator

from data.output import citation
from data.output.citation import Cited
from data.package import descriptor, tables

ODD = Cited("odd", "webpage", "A & B, Ltd.", r"50% of {all} \ #1_x $5 ~", "2015-11", "https://x.org/a?b={c}%20d")
# The part of the schema of CSL data (version 1.0.2) that our items touch: names, types and nothing beside them.
TEXT = {"type": "string"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["dataset", "webpage", "report", "article-newspaper", "document"]},
            "id": {"type": ["string", "number"]},
            **dict.fromkeys(("title", "container-title", "version", "URL", "publisher", "note"), TEXT),
            "author": {
                "type": "array",
                "items": {
                    "additionalProperties": False,
                    "properties": dict.fromkeys(("family", "given", "suffix", "literal"), TEXT),
                },
            },
            "issued": {
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": ["string", "number"]},
                        },
                    }
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def cited() -> list[Cited]:
    ids = tables.text("sources")["source_id"]
    return [citation.of_package(), *map(citation.of_table, descriptor.names()), *map(citation.of_source, ids), ODD]


def test_bibtex_is_read_by_a_parser_entry_by_entry(cited):
    library = bibtexparser.parse_string("\n".join(map(citation.bibtex, cited)))
    assert library.failed_blocks == []
    assert [(entry.entry_type, entry.key) for entry in library.entries] == [("misc", one.key) for one in cited]


def test_signs_of_tex_are_read_back_as_they_were(cited):
    decoded = [middlewares.LatexDecodingMiddleware()]
    some = [one for one in cited if set(one.title + one.author) & set("\\~{}$&#%_")][-60:]
    library = bibtexparser.parse_string("\n".join(map(citation.bibtex, some)), append_middleware=decoded)
    assert ODD in some
    for entry, one in zip(library.entries, some, strict=True):
        said = {field.key: str(field.value) for field in entry.fields}
        assert said["title"].strip("{}") == " ".join(one.title.split()).strip("{}")
        assert said["author"].strip("{}") == " ".join(one.author.split())
        assert said.get("year", "") == one.published[:4]


def test_ris_is_read_by_a_parser_record_by_record(cited):
    records = rispy.loads("".join(map(citation.ris, cited)))
    for record, one in zip(records, cited, strict=True):
        assert record["id"] == one.key
        assert record["type_of_reference"] == ("DATA" if one.kind == "dataset" else "ELEC")
        assert record["title"] == " ".join(one.title.split())
        assert record["authors"] == [" ".join(one.author.replace(",", "").split())]
        assert record.get("year", "") == one.published[:4]
        assert record.get("urls", [""]) == [one.url]


def test_csl_json_keeps_to_its_schema(cited):
    items = json.loads(citation.csl_json(cited))
    assert list(Draft7Validator(CSL).iter_errors(items)) == []
    assert len(items) == len(cited)
    assert Counter(item["id"] for item in items).most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    "damage",
    [{"issued": {"date-parts": []}}, {"URL": None}, {"licence": "x"}, {"author": [{"name": "x"}]}, {"id": None}],
)
def test_the_schema_finds_what_is_wrong(damage):
    item = citation.csl(ODD) | damage
    assert list(Draft7Validator(CSL).iter_errors([item]))
