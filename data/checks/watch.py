"""Keeps what is shown in step with the folder on disk: tables that pass their checks are taken over, others refused.

A look costs a listing of the folder. Only where that differs is the folder read and checked: at the start while the
first reader waits, later beside the work. `python -m data.checks.watch DIR` is the check as a process of its own, which
leaves nothing of itself in the memory of the app; it prints faults as JSON."""

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from data.checks import check
from data.faults import Fault
from data.package import snapshot
from data.package.descriptor import DESCRIPTOR
from data.package.snapshot import Snapshot

LONGEST_S = 300
ATTEMPTS = 5
AGAIN_S = 60.0
UNCHECKED = "check"

Judge = Callable[[Path], list[Fault]]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Refused:
    """Tables on disk that are not shown: when they were met, and their faults."""

    met_at: datetime
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class State:
    """What is shown: the snapshot, None where the tables never passed; the faults that they were met with (only those
    of the seal where there is a snapshot); what was refused since."""

    snapshot: Snapshot | None = None
    faults: tuple[Fault, ...] = ()
    refused: Refused | None = None


class Watch:
    """Looks at one folder; `judge` finds the faults of its tables."""

    def __init__(self, directory: Path, judge: Judge) -> None:
        self._directory, self._judge = directory, judge
        self._state = State()
        self._judged: object = None
        self._not_before = 0.0
        self._lock = threading.Lock()
        self._beside: threading.Thread | None = None

    def look(self) -> State:
        """The state, brought up to date where nothing is shown yet; else the check of a change begins."""
        shown = self._state
        if shown.snapshot is None:
            with self._lock:
                if self._state.snapshot is None and self._is_due():
                    self._weigh()
            return self._state
        if self._is_due() and self._lock.acquire(blocking=False):
            self._beside = threading.Thread(target=self._weigh_beside, daemon=True)
            try:
                self._beside.start()
            except RuntimeError:
                self._beside = None
                self._lock.release()
        return shown

    def _is_due(self) -> bool:
        return time.monotonic() >= self._not_before and self._marks() != self._judged

    def settled(self) -> State:
        """The state once the check that is under way is over."""
        if self._beside:
            self._beside.join()
        return self._state

    def _marks(self) -> object:
        """What changes when a file of the folder does."""
        try:
            found = [(path.name, path.lstat()) for path in sorted(self._directory.iterdir())]
        except OSError:
            return ()
        return tuple((name, one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino) for name, one in found)

    def _weigh_beside(self) -> None:
        try:
            self._weigh()
        finally:
            self._lock.release()

    def _weigh(self) -> None:
        """Check the folder and take it over, or not. While it changes under the hand, once more.

        A check that did not come to its end is no verdict: after a while it is made again."""
        for _ in range(ATTEMPTS):
            marks = self._marks()
            found, faults = self._tried()
            if marks == self._marks():
                break
        else:
            found, faults = None, (_unchecked("the folder changes all the time"),)
        if any(fault.rule_id == UNCHECKED for fault in faults):
            self._not_before = time.monotonic() + AGAIN_S
        else:
            self._judged = marks
        self._state = self._after(found, faults)

    def _tried(self) -> tuple[Snapshot | None, tuple[Fault, ...]]:
        """The folder as it would be shown, None where it may not be, and its faults."""
        try:
            faults = tuple(self._judge(self._directory))
            is_shown = not check.real(list(faults)) and not (faults and self._state.snapshot)
            return (snapshot.read(self._directory) if is_shown else None), faults
        except Exception as error:
            _LOG.exception("the tables could not be checked")
            return None, (_unchecked(type(error).__name__),)

    def _after(self, found: Snapshot | None, faults: tuple[Fault, ...]) -> State:
        if found is None and self._state.snapshot is None:
            return State(faults=faults)
        if found is None:
            return replace(self._state, refused=Refused(datetime.now(UTC), faults))
        if self._state.snapshot and self._state.snapshot.fingerprint == found.fingerprint:
            return replace(self._state, refused=None)
        snapshot.take_over(found)
        return State(found, faults)


def check_apart(directory: Path) -> list[Fault]:
    """The faults of a folder, found by a process of its own."""
    command = [sys.executable, "-m", "data.checks.watch", str(directory.absolute())]
    root = Path(__file__).parents[2]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=LONGEST_S, check=True)
        return [Fault(*load) for load in json.loads(done.stdout)]
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        _LOG.exception("the check of the tables did not come to its end")
        return [_unchecked(type(error).__name__)]


def _unchecked(why: str) -> Fault:
    return Fault(DESCRIPTOR, 0, "", "", UNCHECKED, f"the check of the tables did not come to its end: {why}")


if __name__ == "__main__":
    sys.stdout.write(json.dumps([astuple(one) for one in check.run(Path(sys.argv[1]))]))
