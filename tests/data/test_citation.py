"""Citations of package, tables and sources, parsed back by a reader of their own."""

import json
import re
from pathlib import Path

import pytest

from data.faults import UnknownId
from data.output import citation
from data.output.citation import Cited
from data.package import descriptor, tables

ROOT = Path(__file__).parents[2]
ODD = Cited("odd", "webpage", "A & B, Ltd.", r"50% of {all} \ #1_x $5 ~ ^", "2015-11", "https://x.org/a?b={c}%20d")
CSL_NAMES = {"id", "type", "title", "author", "issued", "container-title", "version", "URL", "note"}
TEX = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of one entry; fails where braces do not balance."""
    kind, key, body = re.fullmatch(r"@(\w+)\{([^,]+),\n(.*)\}\n", text, re.DOTALL).groups()
    fields, place = {}, 0
    while found := re.compile(r"\s*(\w+) = \{").match(body, place):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(body[end], 0) if body[end - 1] != "\\" else 0
            end += 1
        fields[found[1]] = body[found.end() : end - 1]
        assert body[end] == ","
        place = end + 1
    assert not body[place:].strip()
    return kind, key, fields


def plain(tex: str) -> str:
    for written, sign in TEX.items():
        tex = tex.replace(written, f"\0{ord(sign)}\0")
    tex = re.sub(r"\\([{}$&#%_])", r"\1", tex)
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), tex)


def every_citation() -> list[Cited]:
    ids = tables.text("sources")["source_id"]
    return [citation.of_package(), *map(citation.of_table, descriptor.names()), *map(citation.of_source, ids), ODD]


def test_bibtex_reads_back_for_every_source_table_and_package():
    for one in every_citation():
        kind, key, fields = read_bibtex(citation.bibtex(one))
        assert (kind, key) == ("misc", one.key)
        for name, wanted in (("title", one.title), ("author", one.author)):
            assert fields[name][0] + fields[name][-1] == "{}"
            assert plain(fields[name][1:-1]) == " ".join(wanted.split())
        assert fields.get("year", "") == one.published[:4]
        assert ("url" in fields) == bool(one.url)
        assert not set("{}\\ ") & set(fields.get("url", ""))


def test_keys_of_bibtex_are_unique_and_plain():
    keys = [one.key for one in every_citation()]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+_-]*", key) for key in keys)


def test_csl_json_has_the_names_of_the_schema():
    items = json.loads(citation.csl_json(every_citation()))
    for item, one in zip(items, every_citation(), strict=True):
        assert set(item) <= CSL_NAMES
        assert item["type"] in ("dataset", "webpage")
        assert item["author"] == [{"literal": one.author}]
        parts = item.get("issued", {}).get("date-parts", [[]])[0]
        assert "-".join(f"{part:02d}" for part in parts) == one.published


def test_ris_has_its_line_form():
    for one in every_citation():
        lines = citation.ris(one).split("\r\n")
        assert lines[-1] == ""
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
        assert lines[0][:2] == "TY"
        assert lines[-2] == "ER  - "


def test_missing_date_is_nd_and_never_a_year():
    undated = Cited("x", "webpage", "Somebody", "Something", "")
    assert citation.text(undated) == "Somebody (n.d.). Something."
    assert "year" not in read_bibtex(citation.bibtex(undated))[2]
    assert "issued" not in citation.csl(undated)
    assert "PY  - " not in citation.ris(undated)


def test_table_is_cited_within_the_package_with_its_version():
    said = citation.text(citation.of_table("us_trade"))
    assert descriptor.version() in said
    assert descriptor.package()["title"] in said


def test_source_that_is_not_there_is_named():
    with pytest.raises(UnknownId, match="no source"):
        citation.of_source("nobody")


def test_citation_file_agrees_with_the_descriptor():
    said = (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.search(r"^version: (.+)$", said, re.MULTILINE)[1] == descriptor.version()
    assert re.search(r"^date-released: (.+)$", said, re.MULTILINE)[1] == descriptor.released()
