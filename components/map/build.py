"""Builds the files that the browser loads of the map, of the search and of the atlas in one file: one script each of
all modules by esbuild, the styles as they are.

They are committed, so that only who changes a module needs Node (`npm ci`, or `make check`). A script begins with a
digest of its modules: a change that was not built is noticed without Node, too."""

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

from components.map import publish

MODULES = publish.SOURCES / "js"
# It travels with a page and not with the script (`component.py`).
LOADER = MODULES / "loader.js"
ESBUILD = publish.STATIC.parent / "node_modules" / ".bin" / "esbuild"
FLAGS = ("--bundle", "--minify", "--charset=utf8", "--target=es2022")


@dataclass(frozen=True)
class Bundle:
    """The `modules` of a folder, of which one is the `entry` and one may stand `apart`, the styles beside it, the files
    of `data` that they take in, and where the files of them are built. It may take modules of other folders, and styles
    of `under` before its own."""

    modules: Path
    entry: str
    built: Path
    script: str
    apart: Path | None = None
    data: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()
    under: tuple[Path, ...] = ()
    form: str = "esm"

    @property
    def style(self) -> bytes:
        """The styles as they are."""
        return b"".join(path.read_bytes() for path in (*self.under, self.modules.parent / publish.STYLE))

    def head(self) -> str:
        """The first line of a script that is built from the modules as they are."""
        whole = hashlib.sha256()
        for folder in (self.modules, *self.others):
            for path in sorted(folder.rglob("*.js")):
                if path != self.apart:
                    whole.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
        for path in self.data:
            whole.update(path.name.encode() + path.read_bytes())
        return f"// modules {whole.hexdigest()[:12]}"

    def body(self) -> bytes:
        """All modules as one, which exports what the entry does. Raises CalledProcessError where esbuild refuses it."""
        command = [
            str(ESBUILD),
            str(self.modules / self.entry),
            *FLAGS,
            f"--format={self.form}",
            f"--banner:js={self.head()}",
            "--log-level=warning",
        ]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


# What the map's modules share with Python.
SHARED = (publish.STATIC.parent / "geo" / "views.json", publish.SOURCES / "tones.json")
MAP = Bundle(MODULES, "map.js", publish.BUILT, publish.SCRIPT, LOADER, SHARED)
SEARCH = Bundle(publish.SOURCES.parent / "search" / "js", "palette.js", publish.SEARCH, publish.SEARCH_SCRIPT)
OFFLINE = Bundle(
    publish.SOURCES.parent / "offline" / "js",
    "offline.js",
    publish.OFFLINE,
    publish.OFFLINE_SCRIPT,
    data=SHARED,
    others=(MODULES, SEARCH.modules),
    under=(publish.SOURCES / publish.STYLE, SEARCH.modules.parent / publish.STYLE),
    form="iife",
)
BUNDLES = (MAP, SEARCH, OFFLINE)


def build() -> None:
    """Write the built files that are not as the modules and styles say. Raises OSError."""
    for one in BUNDLES:
        for name, body in ((one.script, one.body()), (publish.STYLE, one.style)):
            path = one.built / name
            if not path.is_file() or path.read_bytes() != body:
                publish.put(path, body)
