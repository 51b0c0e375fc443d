"""A copy of the curated folder without the figures whose source forbids passing them on (`python -m data strip`).

The rows stay, with what tells them apart, their source and the status withheld_by_licence, so that the app says of each
cell why it is empty. Figures, places in the source, notes and texts go; so do they in the record of changes. The other
way, to leave the rows out as the downloads do, would turn them into gaps without a word."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from data.output import destination, frames
from data.package import changes, descriptor, diff, licensing, tables, withheld
from data.package.resource import Constraints, Field, Resource, Schema
from data.package.statuses import LEFT_OUT

TEXT = "Left out of this copy: the licence of the source does not allow passing it on."
# Texts of a row that tell no figure.
NAMES = ("unit", "product", "kind")
FIELD: Field = {
    "name": withheld.COLUMN,
    "type": "string",
    "title": "Left out",
    "description": "Columns of the row whose figure was taken out of this copy, because the licence of its source"
    " does not allow passing it on; joined by semicolons.",
    "constraints": {"pattern": "[a-z0-9_]+(;[a-z0-9_]+)*"},
}


def write(out: Path) -> dict[str, int]:
    """Write the folder; how many rows of each table were emptied. Raises FolderInUse where it is not a new one."""
    destination.make_empty(out)
    whole = json.loads(descriptor.body(descriptor.DESCRIPTOR))
    emptied = {}
    for resource in whole["resources"]:
        held = licensing.withheld_rows(resource["name"])
        emptied[resource["name"]] = int(held.sum())
        if held.any():
            frame = _emptied(tables.text(resource["name"]), held, resource)
            (out / resource["path"]).write_bytes(frames.to_csv(frame))
        else:
            (out / resource["path"]).write_bytes(descriptor.body(resource["path"]))
    descriptor.write_descriptor(out, whole)
    text = json.dumps(_record(), indent=2, ensure_ascii=False) + "\n"
    (out / changes.FILE).write_text(text, "utf-8")
    descriptor.seal(out)
    return emptied


def _emptied(text: pd.DataFrame, held: pd.Series, resource: Resource) -> pd.DataFrame:
    """The table with the held rows emptied; its part of the descriptor is changed to allow for them."""
    schema = resource["schema"]
    kept = _kept(schema)
    figures = [one["name"] for one in schema["fields"] if _is_figure(one) and one["name"] not in kept]
    frame = text.copy()
    if figures:
        gone = [";".join(name for name in figures if row[name]) for row in text[figures].to_dict("records")]
        frame[withheld.COLUMN] = pd.Series(gone, index=text.index).where(held, "")
    for field in schema["fields"]:
        name, limits = field["name"], field.get("constraints", {})
        if name == "status":
            frame.loc[held, name] = LEFT_OUT
            limits["enum"].append(LEFT_OUT)
        elif name not in kept:
            is_text = field["type"] == "string" and limits.get("required")
            frame.loc[held, name] = _texts(int(held.sum()), limits) if is_text else ""
            if not is_text:
                limits.pop("required", None)
    if figures:
        schema["fields"].append(FIELD)
    return frame


def _texts(count: int, limits: Constraints) -> list[str]:
    """What stands in place of the texts of a column; each its own where no two may be alike."""
    return [f"{TEXT} ({place})" if limits.get("unique") else TEXT for place in range(1, count + 1)]


def _kept(schema: Schema) -> set[str]:
    """Columns that tell a row apart, say whose it is, or hold words of a fixed list: none of them is a figure."""
    keys = {*schema["primaryKey"], *(name for key in schema["foreignKeys"] for name in key["fields"])}
    fixed = {
        field["name"]
        for field in schema["fields"]
        if field["type"] == "boolean"
        or {"enum", "pattern"} & set(field.get("constraints", {}))
        or field["name"].endswith(licensing.SUFFIX)
        or "year" in field["name"].split("_")
        or field["name"] in NAMES
    }
    return keys | fixed


def _is_figure(field: Field) -> bool:
    return field["type"] in ("number", "integer")


def _record() -> dict[str, Any]:
    """The record of changes without old and new of the rows that were emptied."""
    record = json.loads(descriptor.body(changes.FILE))
    for name, told in record["tables"].items():
        held = _held_keys(name)
        for cell in told["cells"]:
            if cell["key"] in held and not cell["column"].endswith(licensing.SUFFIX):
                cell["old"] = cell["new"] = changes.WITHHELD
    return dict(record)


def _held_keys(name: str) -> set[str]:
    key = descriptor.resource(name)["schema"]["primaryKey"]
    rows = tables.text(name)[licensing.withheld_rows(name)]
    return set(rows[key].agg(diff.BAR.join, axis=1)) if len(rows) else set()
