"""Citations as other programs read them: BibTeX and RIS by parsers in wide use, CSL-JSON by its schema."""

import json
from collections import Counter

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares
from jsonschema import Draft7Validator

from data import indicators
from data.output import citation, figure
from data.output.citation import Cited
from data.package import descriptor, licensing, tables
from data.subjects import number_format

ODD = Cited("odd", "webpage", "A & B, Ltd.", r"50% of {all} \ #1_x $5 ~", "2015-11", "https://x.org/a?b={c}%20d")
# A value, a standing, a gap, one that rests on several sources.
FIGURES = [
    ("us_imports_usd", "KAZ", 2024),
    ("member.wto", "UZB", 2020),
    ("us_imports_usd.hs28", "TJK", 2024),
    ("us_trade_gdp_pct", "KAZ", 2020),
]
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
    figures = [figure.get(*cell).cited(f"https://atlas.example/?indicator={cell[0]}&v=1") for cell in FIGURES]
    tables_of = map(citation.of_table, descriptor.names())
    return [citation.of_package(), *tables_of, *map(citation.of_source, ids), *figures, ODD]


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


def test_figure_is_cited_with_what_it_is_based_on_in_every_form():
    one = figure.get("us_trade_gdp_pct", "KAZ", 2020).cited("https://atlas.example/?v=1")
    (record,) = rispy.loads(citation.ris(one))
    (item,) = json.loads(citation.csl_json([one]))
    (entry,) = bibtexparser.parse_string(citation.bibtex(one)).entries
    said = [citation.text(one), " ".join(record["notes"]), item["note"], entry.fields_dict["note"].value]
    for text in said:
        assert "US Census Bureau" in text
        assert "World Bank" in text
    assert "https://atlas.example/?v=1 Based on:" in citation.text(one)


def test_figure_that_may_not_be_passed_on_is_cited_without_its_value():
    rows = indicators.values("world_share.antimony")
    row = rows[rows["value"].notna() & licensing.is_withheld(rows)].iloc[-1]
    one = figure.of_row(indicators.get("world_share.antimony"), row)
    made = [write(one.cited("https://atlas.example")) for write, *_ in citation.FORMS.values()]
    exact = number_format.exact(row["value"])
    assert all(exact not in text for text in made)
    assert one.name in made[0]
