"""Claims: all of them with their verdicts, and each with its tests; for machines also as schema.org has them.

Of a claim that a figure tests which may not be passed on nothing is told that its size follows from, as in the table of
claims (`data/output/judged.py`); none of its tests leaves."""

import pandas as pd

from data.analysis import claims
from data.output import claim_review, extract, judged, rows
from data.output.published import links
from data.output.published.kind import JSON, JSON_LD, About, Asked, Kind, Row, as_json, parts, records, single, types_of
from data.output.published.of_indicators import cited
from data.package import licensing
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT

FOLDER, KEY = claims.TABLE, "claim_id"
COMPUTED = {name: kind for name, kind, _ in judged.COMPUTED[claims.TABLE]}
TEST_KINDS = {"test": "integer", "year": "integer", "claimed_value": "number", "difference_pct": "number"}
# What of a test stays where its figure may not be passed on: what was asked, not what came out.
ASKED_OF_TEST = (KEY, "test", "part", "indicator", "countries", "relation", "claimed_value", "is_proxy")
FIGURES = {"value"}


@kept()
def _rows() -> dict[str, Row]:
    """The claims that may leave, by id: as in their table, then what is worked out."""
    found = records(rows.raw(claims.TABLE), types_of(claims.TABLE) | COMPUTED)
    return {str(one[KEY]): one | {"value": _figure(one["value"])} for one in found}


@kept()
def _tests() -> dict[str, list[Row]]:
    """The tests of each claim; of one that is held back only what was asked."""
    found = claims.outcomes()
    text = found.map(judged.text).assign(is_proxy=found["is_proxy"].map(lambda one: str(bool(one)).lower()))
    held = found[KEY].isin(judged.held()) | licensing.is_withheld(found)
    gone = [name for name in map(str, text) if name not in ASKED_OF_TEST]
    text.loc[held, gone] = ""
    text.loc[held, "reason"] = LEFT_OUT
    made: dict[str, list[Row]] = {claim_id: [] for claim_id in _rows()}
    for one in records(text, TEST_KINDS | {"is_proxy": "boolean"}, ("source_id",)):
        made.get(str(one[KEY]), []).append(one | {"value": _figure(one["value"])})
    return made


def _figure(cell: str | None) -> float | str | None:
    """A figure as a number; the word of a standing stays a word."""
    found = pd.to_numeric(pd.Series([cell or ""]), errors="coerce")[0]
    if pd.isna(found):
        return cell
    return float(found) if "." in str(cell) else int(found)


def _every(_name: str, asked: Asked) -> bytes:
    whole = extract.about(FOLDER, "", links.view(asked.site, FOLDER)) | {"title": about_all().title}
    ids = [part for one in _rows().values() for part in _named(one)]
    return as_json({**whole, "claims": list(_rows().values()), "sources": cited(ids)})


def about_all() -> About:
    """What the index says of the file of all claims."""
    return KINDS[0].about(FOLDER)


def _named(row: Row) -> list[str]:
    return [part for name in ("source_id", "evidence_source_id") for part in parts(row[name] or "")]


def _json(claim_id: str, asked: Asked) -> bytes:
    row, tests = _rows()[claim_id], _tests()[claim_id]
    whole = extract.about(row["claim"], "", links.view(asked.site, FOLDER, claim=claim_id))
    ids = [*_named(row), *(part for test in tests for part in test["source_id"])]
    return as_json({"id": claim_id, **whole, "claim": row, "tests": tests, "sources": cited(ids)})


def _jsonld(claim_id: str, asked: Asked) -> bytes:
    return claim_review.as_json([claim_id], links.home(asked.site))


def _about(claim_id: str) -> About:
    return About(str(_rows()[claim_id]["claim"]))


def _ids() -> list[str]:
    return list(_rows())


def _stem(claim_id: str) -> str:
    return extract.table_stem(f"{FOLDER}_{claim_id}")


KINDS = (
    single(FOLDER, _every),
    Kind("claim_json", FOLDER, "json", JSON, _ids, _json, _about, _stem),
    Kind("claim_jsonld", FOLDER, "jsonld", JSON_LD, _ids, _jsonld, _about, _stem),
)
