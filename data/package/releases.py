"""The versions of the data that were released: a zip of each beside the tables, `data/releases/<version>.zip`.

A version is added by `python -m data release` and never changed: a link that names it shows it for ever. `archived` is
a version as it was released, `of` the same as today's pages read it (`laid.py`), which is what is shown."""

import io
import json
import threading
import zipfile
from collections import OrderedDict
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from data.faults import UnknownId
from data.package import descriptor, laid, snapshot, withheld
from data.package.laid import Taken
from data.package.snapshot import Snapshot, kept

FOLDER = Path(__file__).parents[1] / "releases"
# Of what was worked out from older versions, that of the ones used last: one has some 60 MB once all pages were seen.
MOST = 2
# The first moment a zip can name; a clock would change the bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16

_at_hand: OrderedDict[tuple[str, str], Snapshot] = OrderedDict()
_lock = threading.Lock()


def order(version: str) -> tuple[int, ...]:
    """What versions are sorted by."""
    return tuple(int(part) for part in version.split("."))


@kept()
def versions() -> tuple[str, ...]:
    """The released versions up to the one at hand, newest last.

    None of them where the tables are a copy without restricted figures: the archives have those."""
    if withheld.is_copy():
        return ()
    return _before(descriptor.version(), is_included=True)


def _before(version: str, *, is_included: bool = False) -> tuple[str, ...]:
    there = sorted((path.stem for path in FOLDER.glob("*.zip")), key=order)
    return tuple(one for one in there if order(one) < order(version) or (is_included and one == version))


def is_past(version: str) -> bool:
    """Whether a version is a released one before that of the folder."""
    newest = snapshot.newest()
    with snapshot.held(newest):
        return version in versions() and version != descriptor.version()


def newest() -> str:
    """The version that is shown where none is asked for."""
    with snapshot.held(snapshot.newest()):
        return descriptor.version()


def archived(version: str) -> Snapshot:
    """A version as it was released, to its fields; not kept. Raises UnknownId."""
    return Snapshot(files(version))


def files(version: str) -> Mapping[str, bytes]:
    """The files of a released version by name. Raises UnknownId."""
    if version not in versions():
        _unknown(version)
    with zipfile.ZipFile(FOLDER / f"{version}.zip") as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def file(version: str, name: str) -> bytes:
    """One file of a released version. Raises UnknownId for a version, KeyError for a file that is not there."""
    if version not in versions():
        _unknown(version)
    with zipfile.ZipFile(FOLDER / f"{version}.zip") as packed:
        return packed.read(name)


def released(version: str) -> str:
    """The day of a version, ISO 8601. Raises UnknownId."""
    return _days()[version] if version in versions() else _unknown(version)


@kept()
def _days() -> dict[str, str]:
    days = {}
    for version in versions():
        with zipfile.ZipFile(FOLDER / f"{version}.zip") as packed:
            days[version] = str(json.loads(packed.read(descriptor.DESCRIPTOR))["created"])[:10]
    return days


def _unknown(version: str) -> str:
    raise UnknownId("version", version, list(versions()))


def of(version: str) -> Snapshot:
    """A released version as today's pages read it, over the tables that are shown now. Raises UnknownId.

    The `MOST` used last are kept with what was made from them; another one is read anew, with the same fingerprint."""
    newest = snapshot.newest()
    key = (version, newest.fingerprint)
    with _lock:
        if key in _at_hand:
            _at_hand.move_to_end(key)
            return _at_hand[key]
        with snapshot.held(newest):
            found = Snapshot(_laid(version)[0], partial(of, version))
        _at_hand[key] = found
        while len(_at_hand) > MOST:
            _at_hand.popitem(last=False)
        return found


def _laid(version: str) -> tuple[dict[str, bytes], tuple[Taken, ...]]:
    """The files of a version laid over the later ones up to that at hand, and what was taken from those."""
    later = [files(one) for one in versions() if order(one) > order(version) and one != descriptor.version()]
    return laid.over(files(version), [*later, snapshot.current().files])


@kept()
def taken(version: str) -> tuple[Taken, ...]:
    """What of a version is taken from later ones, since it did not have it; to be asked under the newest data."""
    return _laid(version)[1]


def at_hand() -> tuple[Snapshot, ...]:
    """The older versions that somebody looks at, or did not long ago."""
    with _lock:
        return tuple(_at_hand.values())


def write(directory: Path) -> tuple[Path, bool]:
    """Archive the tables of a folder as the version that they say they are; whether that was not done before.

    Raises FileExistsError where that version was released with other contents."""
    found = snapshot.read(directory)
    path = FOLDER / f"{descriptor.read_descriptor(directory)['version']}.zip"
    if path.exists():
        with zipfile.ZipFile(path) as packed:
            if {name: packed.read(name) for name in packed.namelist()} == dict(found.files):
                return path, False
        raise FileExistsError(f"{path} has other tables of this version: raise the version in datapackage.json first")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pack(found.files))
    return path, True


def pack(bodies: Mapping[str, bytes]) -> bytes:
    """A zip of files, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, body in sorted(bodies.items()):
            entry = zipfile.ZipInfo(name, date_time=MOMENT)
            entry.external_attr = READABLE
            entry.create_system = 3
            archive.writestr(entry, body, compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()
