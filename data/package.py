"""The descriptor of the curated tables (Frictionless Data Package v2), the only schema there is.

The folder is `data/curated`; the environment variable ATLAS_DATA_DIR points elsewhere, to check a copy."""

import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from data.faults import Fault, UnknownId

DESCRIPTOR = "datapackage.json"
# What an export says of a table that leaves rows out for their licence: how many.
ROWS_LEFT_OUT = "rows_left_out"
SEAL_RULE = "differs from the hash in datapackage.json; after a checked edit run `python -m data seal`"


def folder() -> Path:
    """Where the curated tables are."""
    return Path(os.environ.get("ATLAS_DATA_DIR") or Path(__file__).parent / "curated")


@cache
def descriptor() -> dict[str, Any]:
    """The whole descriptor, read once."""
    return read_descriptor(folder())


def read_descriptor(directory: Path) -> dict[str, Any]:
    """The descriptor of any folder of tables."""
    return dict(json.loads((directory / DESCRIPTOR).read_text("utf-8")))


def version() -> str:
    """Version of the data (SemVer: corrected value = patch, new data = minor, changed column = major)."""
    return str(descriptor()["version"])


def released() -> str:
    """Day of the release, ISO 8601."""
    return str(descriptor()["created"])[:10]


def names() -> list[str]:
    """Names of all tables, in the order of the descriptor."""
    return [resource["name"] for resource in descriptor()["resources"]]


def resource(name: str) -> dict[str, Any]:
    """One table's part of the descriptor. Raises UnknownId."""
    for one in descriptor()["resources"]:
        if one["name"] == name:
            return dict(one)
    raise UnknownId("table", name, names())


def digest(path: Path) -> str:
    """Hash of a file as the descriptor writes it."""
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def fingerprint() -> str:
    """A text that changes when a file of the folder does: names, sizes and times of change."""
    paths = sorted(folder().glob("*"))
    return ";".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in paths)


def stale(directory: Path) -> list[Fault]:
    """Tables whose bytes are not those the descriptor was sealed with, or that are not there."""
    found = []
    for one in read_descriptor(directory)["resources"]:
        path = directory / one["path"]
        if not path.exists():
            found.append(Fault(one["path"], 0, "", "", "file", "the descriptor names this file, but it is not there"))
        elif digest(path) != one["hash"]:
            found.append(Fault(one["path"], 0, "", digest(path)[7:19], "seal", SEAL_RULE))
    return found


def seal(directory: Path) -> list[str]:
    """Write hash, bytes and number of rows of every table into the descriptor; names of the tables that changed."""
    whole = read_descriptor(directory)
    changed = []
    for one in whole["resources"]:
        path = directory / one["path"]
        body = path.read_bytes()
        sealed = {"bytes": len(body), "hash": digest(path), "rows": max(0, len(body.splitlines()) - 1)}
        if any(one.get(key) != value for key, value in sealed.items()):
            changed.append(one["name"])
        one.update(sealed)
    write_descriptor(directory, whole)
    return changed


def write_descriptor(directory: Path, whole: dict[str, Any]) -> None:
    """Write a descriptor in its one canonical form."""
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    (directory / DESCRIPTOR).write_text(text, "utf-8")
