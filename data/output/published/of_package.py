"""The descriptor of the tables as they are published, and what changed since the version before."""

import hashlib
from copy import deepcopy

from data.output.published import of_tables
from data.output.published.kind import Asked, as_json, single
from data.package import changes, descriptor, licensing
from data.package.resource import Resource

DESCRIPTOR, CHANGES = "datapackage", "changes"


def _descriptor(_name: str, _asked: Asked) -> bytes:
    """A Data Package whose paths lead to the tables beside it; each resource says how many rows its licences keep."""
    whole = deepcopy(dict(descriptor.package()))
    whole["resources"] = [published(one) for one in descriptor.package()["resources"]]
    return as_json({**whole, "extract": True})


def published(resource: Resource) -> Resource:
    """A table's part of the descriptor with path, bytes, hash and rows of the published file."""
    name = resource["name"]
    body, left_out = of_tables.csv(name), int(licensing.withheld_rows(name).sum())
    made = deepcopy(dict(resource)) | {
        "path": f"{of_tables.FOLDER}/{resource['path']}",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "rows": len(licensing.withheld_rows(name)) - left_out,
    }
    return made | ({"rows_left_out": left_out} if left_out else {})  # type: ignore[return-value]


def _changes(_name: str, _asked: Asked) -> bytes:
    return as_json(changes.load())


KINDS = (single(DESCRIPTOR, _descriptor), single(CHANGES, _changes))
