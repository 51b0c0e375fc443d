"""The published tree as files: the newest version under its number and as `latest`, and what stands above."""

import shutil
from pathlib import Path

from data.faults import FolderInUse
from data.output.published import above, links, tree
from data.output.published.kind import Asked
from data.package import descriptor


def write(out: Path, site: str = "") -> tuple[int, int]:
    """Write the files; how many they are, and their bytes in all. Raises FolderInUse before anything is written."""
    home = out / links.HOME
    _claim(out)
    for version in (links.LATEST, descriptor.version()):
        shutil.rmtree(home / version, ignore_errors=True)
    sizes = []
    for path in tree.by_item():
        body = tree.body(path, Asked(links.home(site)))
        for version in (links.LATEST, descriptor.version()):
            sizes.append(_put(home / version / path, body))
    sizes += [_put(out / address.lstrip("/"), above.body(address, links.home(site))) for address in above.FILES]
    return len(sizes), sum(sizes)


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
