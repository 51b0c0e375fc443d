"""Files for the browser that are put together beside the work, once per version of data and code and per language.

The server answers meanwhile as if there were no such file; where one cannot be written, nothing else is lost."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from data.package import snapshot
from data.package.snapshot import Snapshot
from data.vocabulary.language import speaking, spoken

# Files that are being put together, or that could not be written.
_begun: set[Path] = set()


def ensure(path: Path, fill: Callable[[Path], bool]) -> bool:
    """Whether a file is there; where it is not, `fill` is set to write it, in the data and language at hand.

    `fill` says whether it wrote the file: what could not be written is not tried over and over."""
    if path.exists():
        return True
    if path not in _begun:
        _begun.add(path)
        given = (path, fill, snapshot.current(), spoken())
        threading.Thread(target=_fill_beside, args=given, daemon=True).start()
    return False


def _fill_beside(path: Path, fill: Callable[[Path], bool], shown: Snapshot, language: str) -> None:
    with snapshot.held(shown), speaking(language):
        is_there = fill(path)
    # Taken away while the app runs, or given up for newer data, it is put together again; where it can't be written,
    # not over and over.
    if is_there or (shown.again is None and snapshot.newest().fingerprint != shown.fingerprint):
        _begun.discard(path)


def is_overtaken() -> bool:
    """Whether newer data came since the work was begun, so that it is of no use; an older version stays what it is."""
    return not snapshot.is_past() and snapshot.newest().fingerprint != snapshot.current().fingerprint


class Pause:
    """Rests after each piece of work, so long that `rest` times as much is left to the readers."""

    def __init__(self, rest: float) -> None:
        self.rest = rest
        self.began = time.monotonic()

    def take(self) -> None:
        """Rest for the work done since the last time."""
        time.sleep(self.rest * (time.monotonic() - self.began))
        self.began = time.monotonic()
