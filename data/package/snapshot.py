"""One version of the data at a time: the files of the curated folder as they were read, and all that follows from them.

Whatever is worked out from the tables is kept with the snapshot it was worked out from (`kept`) and goes with it. A run
holds the snapshot it began with (`held`) to its end, whatever becomes of the folder meanwhile.

The folder is `data/curated`; the environment variable ATLAS_DATA_DIR points elsewhere, to check or show a copy."""

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from data.package import files
from data.package.read_only import frozen, handed_out
from data.vocabulary.language import speaking, spoken

SUFFIXES = (".csv", ".json")
MOST = 1024

Given = ParamSpec("Given")
Made = TypeVar("Made")


class _Results:
    """What one function made in one snapshot, by its arguments, the longest unused first."""

    def __init__(self) -> None:
        self.by_arguments: OrderedDict[Any, Any] = OrderedDict()
        # Whoever asks for what is being made waits for it; a function may ask for its own results.
        self.lock = threading.RLock()


class Snapshot:
    """The files of a folder by name, as bytes; `fingerprint` is that of their contents, `read_at` when they were read.

    `memory` holds the results of the functions that are `kept`. `again` finds the snapshot of an older version once
    more (`releases.py`); one of the folder has none."""

    def __init__(self, bodies: Mapping[str, bytes], again: "Callable[[], Snapshot] | None" = None) -> None:
        self.files = bodies
        self.again = again
        self.read_at = datetime.now(UTC)
        self.fingerprint = _digest(bodies)
        self.memory: dict[Any, _Results] = {}

    def results(self, function: Any) -> _Results:
        """What a function made from these files so far."""
        found = self.memory.get(function)
        return self.memory.setdefault(function, _Results()) if found is None else found


def _digest(bodies: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, body in sorted(bodies.items()):
        whole.update(f"{name}:{len(body)}:".encode())
        whole.update(body)
    return whole.hexdigest()[:16]


def folder() -> Path:
    """Where the curated tables are."""
    return Path(os.environ.get("ATLAS_DATA_DIR") or Path(__file__).parents[1] / "curated")


def read(directory: Path) -> Snapshot:
    """A snapshot of the tables and the descriptor in a folder; without files where there is no such folder.

    What is no plain file of a bearable size, or can't be read, has no bytes: the check tells it."""
    paths = [path for path in sorted(directory.glob("*")) if path.suffix in SUFFIXES]
    return Snapshot({path.name: files.read(path)[0] for path in paths})


_held: ContextVar[Snapshot | None] = ContextVar("snapshot", default=None)
_first = threading.Lock()
_newest: Snapshot | None = None
_before: Snapshot | None = None


def newest() -> Snapshot:
    """The snapshot that new runs take; the folder as it is where none was taken over yet."""
    with _first:
        if _newest is None:
            take_over(read(folder()))
        assert _newest is not None
        return _newest


def take_over(snapshot: Snapshot) -> None:
    """Make a snapshot the one that new runs take. Of the one before stay the files, not what was made from them."""
    global _newest, _before
    _before, _newest = _newest and Snapshot(_newest.files), snapshot


def current() -> Snapshot:
    """The snapshot of this run, the newest where it holds none."""
    return _held.get() or _newest or newest()


def is_held() -> bool:
    """Whether this thread sees a snapshot of its own."""
    return _held.get() is not None


def is_past() -> bool:
    """Whether the snapshot of this run is that of an older version, which may lack what the newest one has."""
    return current().again is not None


@contextmanager
def held(snapshot: Snapshot) -> Iterator[Snapshot]:
    """Let this thread see a snapshot for a while."""
    token = _held.set(snapshot)
    try:
        yield snapshot
    finally:
        _held.reset(token)


def later(made: Callable[[], Made]) -> Callable[[], Made]:
    """What a page promises, made when it is asked for, from the data that the page shows and in its language.

    The function returned raises LookupError where they were replaced more than once since, or at all where they are of
    an older version that lacks something."""
    wanted, again, language = current().fingerprint, current().again, spoken()

    def make() -> Made:
        there = (again(),) if again else (_newest, _before)
        found = next((one for one in there if one and one.fingerprint == wanted), None)
        if found is None:
            raise LookupError("the data of this page were replaced: load the page again")
        with held(found), speaking(language):
            return made()

    return make


def kept(most: int = MOST, *, worded: bool = False) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """Keep what a function makes from the data with the snapshot at hand: the `most` results used last.

    Results are shared by all who ask, so nobody can change them (`read_only.py`). What has words in it is `worded` and
    kept for each language, within the same bound; all else is made in silence, so that a word in it is an error and not
    another reader's."""

    def decorate(function: Callable[Given, Made]) -> Callable[Given, Made]:
        @wraps(function)
        def recalled(*args: Given.args, **kwargs: Given.kwargs) -> Made:
            results = current().results(function)
            language = spoken() if worded else None
            key = (language, args, tuple(sorted(kwargs.items())) if kwargs else ())
            known = results.by_arguments
            try:
                made: Made = known[key]
                known.move_to_end(key)
                return handed_out(made)
            except KeyError:
                pass
            with results.lock:
                if key not in known:
                    with speaking(language):
                        known[key] = frozen(function(*args, **kwargs))
                    if len(known) > most:
                        known.popitem(last=False)
                return handed_out(known[key])

        return recalled

    return decorate
