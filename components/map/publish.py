"""Puts what the browser loads beside the app: plotly.js (see `plotly/README.md`), our scripts and styles.

Streamlit serves only files below `static/`. So the files are copied once per version into `static/published/<digest>/`;
the digest in the address lets browsers keep them for ever. Copying was preferred to a link because the server refuses
links that lead out of `static/`."""

import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path

from components.map.bundle import bundle

SOURCES = Path(__file__).parent
STATIC = SOURCES.parents[1] / "static"
PLOTLY = "plotly-geo.min.js"
SCRIPT = "atlas.js"


def _wanted() -> dict[str, bytes]:
    modules = {path.stem: path.read_text("utf-8") for path in SOURCES.glob("*.js") if path.name != "loader.js"}
    own = {name: (SOURCES / name).read_bytes() for name in ("style.css", f"plotly/{PLOTLY}")}
    scripts = {SCRIPT: bundle(modules, "atlas").encode()}
    return scripts | {Path(name).name: body for name, body in own.items()}


@cache
def publish() -> str:
    """Address, relative to the app's root, of the folder with the map's scripts.

    Raises OSError when `static/` can't be written to; the map says so in its place."""
    wanted = _wanted()
    digest = hashlib.sha256(b"".join(name.encode() + body for name, body in wanted.items())).hexdigest()[:12]
    target = STATIC / "published" / digest
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=target.parent))
        for name, body in wanted.items():
            (draft / name).write_bytes(body)
        draft.chmod(0o755)
        try:
            draft.rename(target)
        except OSError:
            if not target.is_dir():
                raise
            shutil.rmtree(draft)
    return f"app/static/published/{digest}"


def shelf_path(fingerprint: str) -> Path:
    """Where the file with the payloads of all indicators stands, whether it is there yet or not.

    Its name follows from the data, by their `fingerprint`, and from every line of code and wording it is made with."""
    made = hashlib.sha256(fingerprint.encode())
    for name in ("data", "geo", "components"):
        for path in sorted((STATIC.parent / name).rglob("*")):
            if path.suffix in (".py", ".toml"):
                made.update(path.read_bytes())
    return STATIC / "published" / f"shelf-{made.hexdigest()[:12]}.json"


def put(path: Path, body: bytes) -> None:
    """Write a file below `static/published` so that no reader ever meets half of it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(body)
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)


@cache
def layers() -> dict[str, str]:
    """Address of each layer of shapes, with a digest of its bytes so that a new build is fetched anew."""
    addresses = {}
    for path in sorted((STATIC / "geo").glob("*.json")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        addresses[path.stem] = f"app/static/geo/{path.name}?v={digest}"
    return addresses
