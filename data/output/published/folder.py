"""The published tree as files: the newest version under its number and as `latest`, earlier ones under theirs, and what
stands above."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from data.faults import FolderInUse
from data.output.published import above, links, tree, versions
from data.output.published.kind import Asked
from data.package import descriptor, snapshot


def write(out: Path, site: str = "", *, is_with_past: bool = False) -> tuple[int, int]:
    """Write the files, those of earlier versions where they are asked for; how many they are, and their bytes in all.

    Raises FolderInUse before anything is written."""
    home = links.home(site)
    _claim(out)
    sizes = []
    for version in versions.every() if is_with_past else (descriptor.version(),):
        found = versions.snapshot_of(version)
        assert found is not None
        names = (version, links.LATEST) if version == descriptor.version() else (version,)
        with snapshot.held(found):
            sizes += _write(out / links.HOME, names, home)
    sizes += [_put(out / address.lstrip("/"), above.body(address, home)) for address in above.FILES]
    return len(sizes), sum(sizes)


def _write(home: Path, names: tuple[str, ...], site: str) -> list[int]:
    """The files of the version at hand under each of its names; what stood there goes."""
    for name in names:
        shutil.rmtree(home / name, ignore_errors=True)
    return [_put(home / name / path, body) for path, body in _bodies(site) for name in names]


def _bodies(site: str) -> Iterator[tuple[str, bytes]]:
    return ((path, tree.body(path, Asked(site))) for path in tree.by_item())


def _claim(out: Path) -> None:
    """Make the folder. Raises FolderInUse where it holds anything but what was published before."""
    if out.exists() and not out.is_dir():
        raise FolderInUse(out, "is a file")
    ours = {address.split("/")[1] for address in above.FILES}
    foreign = sorted(path.name for path in out.glob("*") if path.name not in ours)
    if foreign or (any(out.glob("*")) and not (out / above.VERSIONS.lstrip("/")).is_file()):
        raise FolderInUse(out, f"holds what was not published: {(foreign or ['api'])[0]}")
    out.mkdir(parents=True, exist_ok=True)


def _put(path: Path, body: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return len(body)
