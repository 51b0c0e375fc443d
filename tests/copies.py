"""Copies of the work, in which a test may change what it likes."""

import shutil
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PUBLISHED = Path("static") / "published"
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "node_modules")


def ignored(folder: str, names: list[str]) -> set[str]:
    """What of a folder is not the work: what was installed, cached, or made while the app ran."""
    made = {PUBLISHED.name} & set(names) if Path(folder).name == PUBLISHED.parent.name else set()
    return {*_LEFT_OUT(folder, names), *made}


def of_work(to: Path, root: Path = ROOT) -> Path:
    """A copy without the tests. What the checks of the tables have passed is passed there, too."""

    def left_out(folder: str, names: Iterable[str]) -> set[str]:
        return ignored(folder, list(names)) | ({"tests"} if Path(folder) == root else set())

    shutil.copytree(root, to, ignore=left_out, symlinks=True)
    shutil.copytree(root / ".streamlit", to / ".streamlit")
    (to / PUBLISHED).mkdir()
    for path in (root / PUBLISHED).glob("passed-*"):
        shutil.copy(path, to / PUBLISHED)
    return to
