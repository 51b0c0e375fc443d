"""Stories step by step: what each step says, the figure beside it, and the values that its sentence is made of.

A story is rows of two tables: `story_steps` has the steps, `story_values` where each figure of a step's sentence is to
be looked up. No figure stands in either; a value is read anew from an indicator, a test of a claim, or rows of a table,
with its year, status and source. Words are in the vocabulary (`stories.toml`), sentences in the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import pandas as pd

from data import indicators
from data.analysis import claim_facts
from data.faults import UnknownId
from data.package import licensing, sources, tables
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids, weakest

STEPS, VALUES = "story_steps", "story_values"
# The story that the page opens on.
FIRST = "november_2025"
MAP, CHART, FLOWS, ROWS = "map", "chart", "flows", "rows"
COUNT, LEAST, MOST, SUM = "count", "min", "max", "sum"
COLUMNS = [
    "story",
    "step",
    "name",
    "take",
    "indicator",
    "iso3",
    "table",
    "year",
    "value",
    "unit",
    "status",
    "source_id",
]
NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Step:
    """One step of a story. `params` are the parameters of the figure's link, `mark` is what is singled out in it,
    `columns` are those of rows of a table, `opens` is the page that the step leads to where that is another one."""

    story: str
    number: int
    quote: str
    quote_language: str
    claim_ids: tuple[str, ...]
    figure: str
    params: Mapping[str, str]
    mark: str
    columns: tuple[str, ...]
    opens: str
    source_id: str
    locator: str

    @property
    def key(self) -> str:
        """The key of its words in the vocabulary."""
        return f"{self.story}_{self.number}"


@kept()
def _rows(table: str) -> tuple[Mapping[Any, Any], ...]:
    return tuple(tables.text(table).to_dict("records"))


@kept()
def every() -> Mapping[str, tuple[Step, ...]]:
    """The steps of each story in their order, by story."""
    found: dict[str, list[Step]] = {}
    for row in _rows(STEPS):
        found.setdefault(row["story"], []).append(_step(row))
    return {story: tuple(sorted(steps, key=lambda one: one.number)) for story, steps in found.items()}


def _step(row: Mapping[str, str]) -> Step:
    return Step(
        row["story"],
        int(row["step"]),
        row["quote"],
        row["quote_language"],
        _parts(row["claim_ids"]),
        row["figure"],
        frozen(dict(parse_qsl(row["params"]))),
        row["mark"],
        _parts(row["columns"]),
        row["opens"],
        row["source_id"],
        row["locator"],
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def steps(story: str) -> tuple[Step, ...]:
    """The steps of a story. Raises UnknownId."""
    try:
        return every()[story]
    except KeyError:
        raise UnknownId("story", story, list(every())) from None


@kept(64)
def values(story: str, number: int) -> pd.DataFrame:
    """What the sentence of a step is made of, one row per figure, columns as COLUMNS; a missing value is None.

    `value` is a number, a standing or a text of a cell, `unit` that of a test; `status` says what it is worth or why
    there is none. A sum with a part that is missing, or that may not be passed on, is missing."""
    found = [_value(row) for row in _rows(VALUES) if (row["story"], int(row["step"])) == (story, number)]
    return pd.DataFrame(found, columns=COLUMNS, dtype="object")


def _value(row: Mapping[str, str]) -> dict[str, Any]:
    made = {column: row.get(column, "") for column in COLUMNS} | {"step": int(row["step"])}
    if row["table"]:
        return made | _of_table(row)
    return made | (_of_claim(row) if row["claim_id"] else _of_indicator(row))


def _of_indicator(row: Mapping[str, str]) -> dict[str, Any]:
    year, codes = int(row["year"]), row["iso3"].split(";")
    found = indicators.values(row["indicator"], year)
    parts = found[found["iso3"].isin(codes)]
    gaps = parts[parts["value"].isna()]
    if len(parts) < len(codes) or len(gaps):
        return _missing(year, str(gaps["status"].iloc[0]) if len(gaps) else NOT_COVERED)
    source_id = joined_ids(parts["source_id"])
    if row["take"] != SUM:
        return _there(year, parts["value"].iloc[0], str(parts["status"].iloc[0]), source_id)
    if not sources.is_downloadable(source_id):
        return _missing(year, LEFT_OUT)
    return _there(year, float(parts["value"].sum()), weakest(parts["status"]), source_id)


def _of_claim(row: Mapping[str, str]) -> dict[str, Any]:
    """What a test of a claim found; one whose source forbids passing it on is left out by the test itself."""
    tests = claim_facts.get(row["claim_id"]).tests
    test = next(one for one in tests if int(one["test"]) == int(row["test"]))
    year = None if test["year"] is None else int(test["year"])
    of = {"indicator": str(test["indicator"]), "iso3": str(test["countries"]), "unit": str(test["unit"] or "")}
    if test["value"] is None:
        return of | _missing(year, LEFT_OUT)
    return of | _there(year, test["value"], "", str(test["source_id"]))


def _of_table(row: Mapping[str, str]) -> dict[str, Any]:
    found = matching(licensing.open_rows(row["table"]), row["rows"])
    ids = joined_ids(cell for column in licensing.source_columns(found) for cell in found[column])
    if row["take"] == COUNT:
        return _there(None, len(found), "", ids)
    cells = found.loc[found[row["column"]] != "", row["column"]]
    if cells.empty:
        return _missing(None, "not_reported")
    picked = {LEAST: cells.min, MOST: cells.max}.get(row["take"], lambda: cells.iloc[0])()
    return _there(None, picked, "", joined_ids(found.loc[cells.index[cells == picked], "source_id"]))


def _there(year: int | None, value: Any, status: str, source_id: str) -> dict[str, Any]:
    return {"year": year, "value": value, "status": status, "source_id": source_id}


def _missing(year: int | None, status: str) -> dict[str, Any]:
    return {"year": year, "value": None, "status": status, "source_id": ""}


def matching(rows: pd.DataFrame, conditions: str) -> pd.DataFrame:
    """The rows of text that meet conditions ("column=value" with & between), columns as those of the rows.

    Of several on one column one must be met. A cell may hold several values, joined by semicolons."""
    asked: dict[str, set[str]] = {}
    for part in conditions.split("&"):
        column, _, wanted = part.partition("=")
        asked.setdefault(column, set()).add(wanted)
    for column, wanted_ones in asked.items():
        rows = rows[[not wanted_ones.isdisjoint(cell.split(";")) for cell in rows[column]]]
    return rows
