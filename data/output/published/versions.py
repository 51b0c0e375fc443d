"""The versions of the data that have addresses: what is shown now, and what was released before."""

from data.output.published import links
from data.output.published.kind import Row
from data.package import descriptor, releases, snapshot
from data.package.snapshot import Snapshot


def every() -> tuple[str, ...]:
    """The versions up to the one at hand, the newest last; it may not be released yet."""
    return tuple(dict.fromkeys((*releases.versions(), descriptor.version())))


def told(version: str) -> Row:
    """A version with its day, and what of it is taken from later ones because it did not have it."""
    if version == descriptor.version():
        return {"version": version, "released": descriptor.released(), "taken": []}
    taken = [{"table": one.table, "columns": list(one.columns), "from": one.version} for one in releases.taken(version)]
    return {"version": version, "released": releases.released(version), "taken": taken}


def snapshot_of(version: str) -> Snapshot | None:
    """The data of a version, or of the newest one; None where there is no such version."""
    if version in (links.LATEST, descriptor.version()):
        return snapshot.current()
    return releases.of(version) if version in releases.versions() else None
