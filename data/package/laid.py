"""The tables of an older version as the code of today reads them: a table that they lack, or a column that may not be
empty, is taken from the first later version that has it, and is named (`Taken`). Any other column is left empty.

Nothing that the older version has is touched, but for what may be passed on: where a source has turned out to be
restricted since, it is so in the older version, too. Another way would be to keep the code of every version; then every
mistake of it would be kept, too, and could not be mended."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Files = Mapping[str, bytes]
Row = dict[str, str]
DESCRIPTOR, SOURCES, SUFFIX, RESTRICTED = "datapackage.json", "sources", "source_id", "restricted"
# Which of several rows of a cell is drawn: while a cell could have one row only, that was it.
MARKS = ("preferred", "latest")
# Columns that mean something only together, by their beginnings: where one of them is lacking, all of them are taken.
# They say how a claim is judged, which the rules of today read in no other way.
TOGETHER = {"claims": ("test_", "side_iso3", "untested", "due_date", "decided_by")}


@dataclass(frozen=True)
class Taken:
    """What of a table is taken from a later `version`: the `columns`, or the whole table where none are named.

    Without a version they are empty."""

    table: str
    columns: tuple[str, ...]
    version: str


class _Tables:
    """The tables of a version: `resources` and rows by name, both read once."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.package: dict[str, Any] = json.loads(files[DESCRIPTOR])
        self.version = str(self.package["version"])
        self.resources: dict[str, Any] = {one["name"]: one for one in self.package["resources"]}
        self._rows: dict[str, list[Row]] = {}

    def columns(self, name: str) -> list[str]:
        """Names of the columns of a table; none where there is no such table."""
        return [field["name"] for field in self.resources[name]["schema"]["fields"]] if name in self.resources else []

    def is_required(self, name: str, column: str) -> bool:
        """Whether the cells of a column may not be empty."""
        fields = self.resources[name]["schema"]["fields"]
        return any(field["name"] == column and field.get("constraints", {}).get("required") for field in fields)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table, as text."""
        if name not in self._rows:
            body = self.files[self.resources[name]["path"]].decode("utf-8")
            self._rows[name] = list(csv.DictReader(io.StringIO(body, newline="")))
        return self._rows[name]


def over(old: Files, later: Sequence[Files]) -> tuple[dict[str, bytes], tuple[Taken, ...]]:
    """The files of an older version with what they lack, and what that is; `later` versions in their order, the one
    that is shown now last. Raises LookupError, ValueError where one of them is no version of the tables."""
    was, then = _Tables(old), [_Tables(one) for one in later]
    tables = {name: was.rows(name) for name in was.resources}
    resources = dict(was.resources)
    taken: list[Taken] = []
    for name in then[-1].resources:
        lacking = [column for column in then[-1].columns(name) if column not in was.columns(name)]
        if not lacking:
            continue
        giver = next(one for one in then if set(lacking) <= set(one.columns(name)))
        resources[name] = giver.resources[name]
        if name not in was.resources:
            tables[name] = giver.rows(name)
            taken.append(Taken(name, (), giver.version))
            continue
        filled = _filled(name, lacking, giver)
        tables[name] = _widened(was, giver, name, filled)
        empty = tuple(one for one in lacking if one not in filled)
        taken += [Taken(name, tuple(filled), giver.version)] if filled else []
        taken += [Taken(name, empty, "")] if empty else []
    _leave_out_what_hangs_on_nothing(tables, resources, {one.table for one in taken if not one.columns})
    tables[SOURCES] = [*tables[SOURCES], *_sources_of(taken, tables, then)]
    _forbid(tables[SOURCES], then[-1].rows(SOURCES))
    order = [*then[-1].resources, *(name for name in was.resources if name not in then[-1].resources)]
    return _packed(was, tables, [resources[name] for name in order]), tuple(taken)


def _filled(name: str, lacking: list[str], giver: _Tables) -> list[str]:
    """The columns to be taken: those lacking that may not be empty, and those that belong together."""
    together = TOGETHER.get(name, ())
    return [
        column
        for column in giver.columns(name)
        if column.startswith(together) or (column in lacking and giver.is_required(name, column))
    ]


def _widened(was: _Tables, giver: _Tables, name: str, filled: list[str]) -> list[Row]:
    """The rows of a table with all columns, those that are `filled` from the row of the same key."""
    key = was.resources[name]["schema"]["primaryKey"]
    is_marked = set(filled) & set(MARKS) and giver.resources[name]["schema"]["primaryKey"] != key
    given = {tuple(row[part] for part in key): row for row in giver.rows(name)}
    found = []
    for row in was.rows(name):
        later = given.get(tuple(row[part] for part in key), {})
        more = {one: "true" if is_marked and one in MARKS else later.get(one, "") for one in filled}
        found.append({one: more[one] if one in more else row.get(one, "") for one in giver.columns(name)})
    return found


def _leave_out_what_hangs_on_nothing(
    tables: dict[str, list[Row]], resources: Mapping[str, Any], whole: set[str]
) -> None:
    """Of the tables that are taken as a whole, the rows stay that lead to rows of the older version."""
    is_settled = False
    while not is_settled:
        is_settled = True
        for name in whole:
            kept = [row for row in tables[name] if all(_leads(row, one, tables) for one in _keys(resources[name]))]
            is_settled = is_settled and len(kept) == len(tables[name])
            tables[name] = kept


def _keys(resource: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for one in resource["schema"]["foreignKeys"] if one["reference"]["resource"] not in (SOURCES, "")]


def _leads(row: Row, key: Mapping[str, Any], tables: Mapping[str, list[Row]]) -> bool:
    cells = [row[one] for one in key["fields"]]
    reference = key["reference"]
    return not any(cells) or any(
        [other[one] for one in reference["fields"]] == cells for other in tables[reference["resource"]]
    )


def _sources_of(taken: Iterable[Taken], tables: Mapping[str, list[Row]], then: Sequence[_Tables]) -> list[Row]:
    """Rows of the sources that are cited by what was taken and that the older version does not have."""
    cited: dict[str, None] = {}
    for one in taken:
        for row in tables[one.table]:
            for column, cell in row.items():
                if column.endswith(SUFFIX) and (not one.columns or column in one.columns):
                    cited |= dict.fromkeys(part for part in cell.split(";") if part)
    known = {row[SUFFIX] for row in tables[SOURCES]}
    there = {row[SUFFIX]: row for version in reversed(then) for row in version.rows(SOURCES)}
    return [there[one] for one in cited if one not in known and one in there]


def _forbid(sources: list[Row], newest: Iterable[Row]) -> None:
    held = {row[SUFFIX] for row in newest if row["redistribution"] == RESTRICTED}
    for at, row in enumerate(sources):
        if row[SUFFIX] in held:
            sources[at] = row | {"redistribution": RESTRICTED}


def _packed(was: _Tables, tables: Mapping[str, list[Row]], resources: list[dict[str, Any]]) -> dict[str, bytes]:
    files = dict(was.files)
    whole = []
    for one in resources:
        name = one["name"]
        if name not in was.resources or tables[name] != was.rows(name):
            files[one["path"]] = _written([field["name"] for field in one["schema"]["fields"]], tables[name])
            sealed = {"rows": len(tables[name])}
            one = {key: value for key, value in one.items() if key not in ("bytes", "hash")} | sealed
        whole.append(one)
    files[DESCRIPTOR] = json.dumps(was.package | {"resources": whole}, ensure_ascii=False).encode()
    return files


def _written(columns: list[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
