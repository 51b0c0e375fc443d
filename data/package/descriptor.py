"""The descriptor of the curated tables (Frictionless Data Package v2), the only schema there is."""

import hashlib
import json
from pathlib import Path
from typing import TypedDict, cast

from data.faults import Fault, UnknownId
from data.package import files, snapshot
from data.package.resource import Package, Resource
from data.package.snapshot import kept

DESCRIPTOR = "datapackage.json"
SEAL_RULE = "differs from the hash in datapackage.json; after a checked edit run `python -m data seal`"
SEALED_RULE = "is not that of the table; after a checked edit run `python -m data seal`"


class Seal(TypedDict):
    """What a resource says of the file that it was sealed with."""

    bytes: int
    hash: str
    rows: int


@kept()
def package() -> Package:
    """The whole descriptor. Raises FileNotFoundError where the folder has none."""
    return cast(Package, json.loads(body(DESCRIPTOR)))


def body(file: str) -> bytes:
    """A file of the snapshot at hand. Raises FileNotFoundError."""
    found = snapshot.current().files
    if file not in found:
        raise FileNotFoundError(f"no {file} among the curated tables ({snapshot.folder()})")
    return found[file]


def read_descriptor(directory: Path) -> Package:
    """The descriptor of any folder of tables."""
    return cast(Package, json.loads((directory / DESCRIPTOR).read_text("utf-8")))


def version() -> str:
    """Version of the data (SemVer: corrected value = patch, new data = minor, changed column = major)."""
    return str(package()["version"])


def released() -> str:
    """Day of the release, ISO 8601."""
    return str(package()["created"])[:10]


def names() -> list[str]:
    """Names of all tables, in the order of the descriptor."""
    return [resource["name"] for resource in package()["resources"]]


def resource(name: str) -> Resource:
    """One table's part of the descriptor. Raises UnknownId."""
    for one in package()["resources"]:
        if one["name"] == name:
            return one.copy()
    raise UnknownId("table", name, names())


def digest(path: Path) -> str:
    """Hash of a file as the descriptor writes it."""
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def stale(directory: Path) -> list[Fault]:
    """Tables whose bytes are not those the descriptor was sealed with, or that are not there."""
    found = []
    for one in read_descriptor(directory)["resources"]:
        body, unread = files.read(directory / one["path"])
        sealed = _sealed(body)
        if unread:
            found.append(unread)
        elif "hash" in one and one["hash"] != sealed["hash"]:
            found.append(Fault(one["path"], 0, "", str(sealed["hash"])[7:19], "seal", SEAL_RULE))
        else:
            # An equal number of another type (255.0, true) is written otherwise, and so is another text.
            found += [
                Fault(DESCRIPTOR, 0, f"{one['name']}.{key}", str(one.get(key, ""))[:60], "seal", SEALED_RULE)
                for key, value in sealed.items()
                if type(one.get(key)) is not type(value) or one.get(key) != value
            ]
    return found


def _sealed(body: bytes) -> Seal:
    hashed = f"sha256:{hashlib.sha256(body).hexdigest()}"
    return {"bytes": len(body), "hash": hashed, "rows": max(0, len(body.splitlines()) - 1)}


def seal(directory: Path) -> list[str]:
    """Write hash, bytes and number of rows of every table into the descriptor; names of the tables that changed.

    What is sealed is not looked at here: `python -m data seal` checks before."""
    whole = read_descriptor(directory)
    changed = []
    for one in whole["resources"]:
        sealed = _sealed((directory / one["path"]).read_bytes())
        if any(one.get(key) != value for key, value in sealed.items()):
            changed.append(one["name"])
        one["bytes"], one["hash"], one["rows"] = sealed["bytes"], sealed["hash"], sealed["rows"]
    write_descriptor(directory, whole)
    return changed


def write_descriptor(directory: Path, whole: Package) -> None:
    """Write a descriptor in its one canonical form."""
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    (directory / DESCRIPTOR).write_text(text, "utf-8")
