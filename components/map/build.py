"""Builds the files that the browser loads of the map: one script of all modules by esbuild, the styles as they are.

They are committed, so that only who changes a module needs Node (`npm ci`, or `make check`). The script begins with a
digest of its modules: a change that was not built is noticed without Node, too."""

import hashlib
import subprocess

from components.map import publish

MODULES = publish.SOURCES / "js"
ENTRY = MODULES / "map.js"
# It travels with a page and not with the script (`component.py`).
LOADER = MODULES / "loader.js"
ESBUILD = publish.STATIC.parent / "node_modules" / ".bin" / "esbuild"
FLAGS = ("--bundle", "--format=esm", "--minify", "--charset=utf8", "--target=es2022")


def head() -> str:
    """The first line of a script that is built from the modules as they are."""
    whole = hashlib.sha256()
    for path in sorted(MODULES.rglob("*.js")):
        if path != LOADER:
            whole.update(path.relative_to(MODULES).as_posix().encode() + path.read_bytes())
    return f"// modules {whole.hexdigest()[:12]}"


def script() -> bytes:
    """All modules as one, which exports what `map.js` does. Raises CalledProcessError where esbuild refuses one."""
    command = [str(ESBUILD), str(ENTRY), *FLAGS, f"--banner:js={head()}", "--log-level=warning"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def build() -> None:
    """Write the built files that are not as the modules and styles say. Raises OSError."""
    for name, body in ((publish.SCRIPT, script()), (publish.STYLE, (publish.SOURCES / publish.STYLE).read_bytes())):
        path = publish.BUILT / name
        if not path.is_file() or path.read_bytes() != body:
            publish.put(path, body)
