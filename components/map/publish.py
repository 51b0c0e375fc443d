"""What the browser loads of the map: plotly.js (see `static/map/plotly/README.md`), our script and styles, shapes.

Streamlit serves only files below `static/`, and a host may not let us write there. So script and styles are built
(`build.py`) and committed; a test compares them with their sources. The one digest behind every address lets browsers
keep a file until any of them changes. What is written while the app runs only saves time."""

import hashlib
import logging
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

from data.package.read_only import frozen

_LOG = logging.getLogger(__name__)
SOURCES = Path(__file__).parent
STATIC = SOURCES.parents[1] / "static"
BUILT = STATIC / "map"
WRITTEN = STATIC / "published"
PLOTLY = "plotly/plotly-geo.min.js"
SCRIPT = "atlas.js"
SEARCH = STATIC / "search"
SEARCH_SCRIPT = "search.js"
OFFLINE = STATIC / "offline"
OFFLINE_SCRIPT = "offline.js"
STYLE = "style.css"
DRAFT = "draft-"
DRAFT_S = 600
# Of files with the data in their name, a language each or of none: those of the versions used last.
MOST = 4


@cache
def digest() -> str:
    """Of all that the map loads but the shapes."""
    whole = hashlib.sha256()
    for name in (SCRIPT, STYLE, PLOTLY):
        whole.update((BUILT / name).read_bytes())
    return whole.hexdigest()[:12]


def address(name: str) -> str:
    """Address of a built file, relative to the app's root."""
    return f"app/static/map/{name}?v={digest()}"


@cache
def search_addresses() -> tuple[str, str]:
    """Addresses of the script and the styles of the search, with a digest of both."""
    names = (SEARCH_SCRIPT, STYLE)
    whole = hashlib.sha256(b"".join((SEARCH / name).read_bytes() for name in names)).hexdigest()[:12]
    script, style = (f"app/static/search/{name}?v={whole}" for name in names)
    return script, style


def made_by(fingerprint: str, *folders: str) -> str:
    """Digest of what is made from the data of a fingerprint by every line of code and wording in some folders."""
    whole = hashlib.sha256(fingerprint.encode())
    for name in folders:
        for path in sorted((STATIC.parent / name).rglob("*")):
            if path.suffix in (".py", ".toml"):
                whole.update(path.read_bytes())
    return whole.hexdigest()


def preload_path(fingerprint: str, language: str) -> Path:
    """Where the file with the payloads of all indicators in a language stands, whether it is there yet or not.

    Its name follows from the data, by their `fingerprint`, and from every line of code and wording it is made with."""
    return WRITTEN / f"preload-{made_by(fingerprint, 'data', 'geo', 'components')[:12]}.{language}.json"


def search_path(fingerprint: str, language: str) -> Path:
    """Where the file with all that can be found stands, in a language; named as `preload_path` names its file."""
    return WRITTEN / f"search-{made_by(fingerprint, 'data', 'components')[:12]}.{language}.json"


def passed_path(fingerprint: str) -> Path:
    """Where it is noted that tables passed their checks: by their contents, and by the code that checked them."""
    return WRITTEN / f"passed-{made_by(fingerprint, 'data')[:16]}"


def put(path: Path, body: bytes) -> None:
    """Write a file below `static` so that no reader ever meets half of it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    draft = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(body)
        draft.chmod(0o644)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _sweep(folder: Path, like: Path) -> None:
    """Take away what nobody comes back to: drafts of servers that were stopped, files of older data."""
    drafts = [path for path in folder.glob(f"{DRAFT}*") if path.stat().st_mtime < time.time() - DRAFT_S]
    kind, ending = like.name.partition("-")[0], "".join(like.suffixes)
    older = sorted(folder.glob(f"{kind}-*{ending}"), key=lambda path: path.stat().st_mtime)[:-MOST]
    for path in drafts + older:
        path.unlink(missing_ok=True)


def put_if_possible(path: Path, body: bytes) -> bool:
    """Write a file that only saves time; whether it could be written."""
    try:
        put(path, body)
    except OSError as error:
        _LOG.warning("not written, which costs time and nothing else: %s", error)
        return False
    with suppress(OSError):  # Another server of the same folder may sweep at the same moment.
        _sweep(path.parent, path)
    return True


@cache
def layers() -> dict[str, str]:
    """Address of each layer of shapes, with a digest of its bytes so that a new build is fetched anew."""
    addresses = {}
    for path in sorted((STATIC / "geo").glob("*.json")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        addresses[path.stem] = f"app/static/geo/{path.name}?v={digest}"
    return frozen(addresses)


@cache
def addresses() -> frozenset[str]:
    """All addresses with a digest. One with another digest is told by a page of another version of the app."""
    return frozenset([*map(address, (SCRIPT, STYLE, PLOTLY)), *search_addresses(), *layers().values()])
