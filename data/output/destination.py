"""Where files may be written: an empty folder, or one that holds only what was exported before and not touched since.

Anything else is left as it is and named: a file of somebody's own, a table changed by hand, the curated folder."""

from pathlib import Path

from data.faults import FolderInUse
from data.package import descriptor, snapshot


def clear(out: Path, extra: frozenset[str] = frozenset()) -> int:
    """Make the folder, or take away the earlier export that stands in it; how many files were taken away.

    `extra` are the files, by their path in the folder, that an export writes beside the tables. Raises FolderInUse
    where there is anything else, before a file is touched."""
    if not out.exists():
        out.mkdir(parents=True)
        return 0
    if not out.is_dir():
        raise FolderInUse(out, "is a file")
    found = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*")) if not path.is_dir()}
    known = _exported(out, extra) if found else set()
    foreign = [name for name in found if name not in known]
    if foreign:
        raise FolderInUse(out, f"holds what no export wrote or what was changed since: {foreign[0]}")
    for path in found.values():
        path.unlink()
    return len(found)


def make_empty(out: Path) -> None:
    """Make the folder, or take an empty one. Raises FolderInUse."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise FolderInUse(out, "is not empty")
    out.mkdir(parents=True, exist_ok=True)


def _exported(out: Path, extra: frozenset[str]) -> set[str]:
    """Files of the folder that are those of its descriptor, by name and hash; none where it is not one of ours."""
    if out.resolve() == snapshot.folder().resolve():
        return set()
    try:
        whole = descriptor.read_descriptor(out)
        tables = {str(resource["path"]): str(resource["hash"]) for resource in whole["resources"]}
        is_ours = whole["name"] == descriptor.package()["name"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    same = {
        name for name, sealed in tables.items() if (out / name).is_file() and descriptor.digest(out / name) == sealed
    }
    return {descriptor.DESCRIPTOR, *extra, *same} if is_ours else set()
