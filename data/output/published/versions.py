"""The versions of the data that have addresses, and the data of each."""

from data.output.published import links
from data.package import descriptor, releases, snapshot
from data.package.snapshot import Snapshot


def every() -> dict[str, str]:
    """Days of release by version, the newest last."""
    return {descriptor.version(): descriptor.released()}


def snapshot_of(version: str) -> Snapshot | None:
    """The data of a version, or of the newest one; None where there is no such version."""
    if version in (links.LATEST, descriptor.version()):
        return snapshot.current()
    return releases.of(version) if releases.is_past(version) else None
