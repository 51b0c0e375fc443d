"""What changed since the data version before, as the Data page shows it: `changes.json` beside the tables.

It is written by `python -m data diff OLD_DIR --record` when a version is made. Rows that came or went are counted,
every corrected cell is listed. A first version has no predecessor and no changes."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from data.package import descriptor, diff, releases, snapshot, sources
from data.package.diff import Files
from data.package.snapshot import kept

FILE = "changes.json"
WITHHELD = "withheld"
# Each compares two whole versions, which takes a second; more than these are seldom asked for.
MOST = 8


def summary(old: Path | Files, new: Path | Files) -> dict[str, Any]:
    """The record of the changes from some tables to others: those of a folder or of a snapshot."""
    before, after = (diff.read(one) if isinstance(one, Path) else one for one in (old, new))
    lines = _open(diff.between(before, after), (before, after))
    return {
        "version": json.loads(after[descriptor.DESCRIPTOR])["version"],
        "previous": json.loads(before[descriptor.DESCRIPTOR])["version"],
        "tables": {str(name): _of_table(rows) for name, rows in lines.groupby("table", sort=False)},
    }


def _open(lines: pd.DataFrame, versions: tuple[Files, Files]) -> pd.DataFrame:
    """The lines without the numbers, old and new, of sources that do not allow passing them on.

    A row whose source changed is withheld where either of the two forbids it."""
    sources = [row for files in versions for row in diff.rows(files, "sources")]
    held = {row["source_id"] for row in sources if row["redistribution"] == "restricted"}
    named = lines["source_id"] + ";" + lines["old"].where(lines["column"].str.endswith(diff.SOURCE_SUFFIX), "")
    is_named = named.map(lambda ids: not held.isdisjoint(ids.split(";"))).astype(bool)
    is_held = is_named.groupby([lines["table"], lines["key"]]).transform("any") & (lines["column"] != "")
    shown = lines.copy()
    for column in ("old", "new"):
        is_number = pd.to_numeric(lines[column], errors="coerce").notna()
        shown[column] = lines[column].mask(is_held & is_number, WITHHELD)
    return shown


def _of_table(rows: pd.DataFrame) -> dict[str, Any]:
    is_row = rows["column"] == ""
    cells = rows.loc[~is_row, ["key", "column", "old", "new", "source_id"]]
    return {
        "rows_added": int((is_row & (rows["old"] == "")).sum()),
        "rows_removed": int((is_row & (rows["new"] == "")).sum()),
        "cells": cells.to_dict("records"),
    }


def record(old: Path, new: Path) -> None:
    """Write the record beside the newer tables."""
    text = json.dumps(summary(old, new), indent=2, ensure_ascii=False) + "\n"
    (new / FILE).write_text(text, "utf-8")


@kept(MOST)
def since(version: str) -> dict[str, Any]:
    """The record of the changes from a released version to the data at hand. Raises UnknownId."""
    return summary(releases.files(version), snapshot.current().files)


@kept()
def history() -> list[dict[str, Any]]:
    """The record of every version up to that at hand, the oldest first, with the day of the version (`released`).

    A figure that may not be passed on now is left out of the older records, too."""
    held = {one for one in sources.ids() if not sources.is_downloadable(one)}
    found = []
    for version in dict.fromkeys([*releases.versions(), descriptor.version()]):
        is_at_hand = version == descriptor.version()
        record = load() if is_at_hand else json.loads(releases.file(version, FILE))
        day = descriptor.released() if is_at_hand else releases.released(version)
        tables = {
            name: {**table, "cells": [_shown(cell, held) for cell in table["cells"]]}
            for name, table in record["tables"].items()
        }
        found.append({**record, "tables": tables, "released": day})
    return found


def _shown(cell: dict[str, str], held: set[str]) -> dict[str, str]:
    if held.isdisjoint(cell["source_id"].split(";")):
        return dict(cell)
    return {**cell, **{one: WITHHELD for one in ("old", "new") if _is_number(cell[one])}}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def last_changed(table: str, columns: Collection[str]) -> dict[str, str]:
    """The day of the last version that changed a row in one of the columns, by the row's key as records write it."""
    return {
        cell["key"]: record["released"]
        for record in history()
        for cell in record["tables"].get(table, {"cells": []})["cells"]
        if cell["column"] in columns
    }


@kept()
def load() -> dict[str, Any]:
    """The record of the present version: version, previous (None for a first one), tables."""
    return dict(json.loads(descriptor.body(FILE)))
