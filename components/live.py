"""The data that the app shows: the one watch of this process, and the reader's page in step with it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import streamlit as st

from components import cache as caches
from components.map import publish
from components.reader import session
from data.checks import watch
from data.checks.watch import State
from data.faults import Fault
from data.package import files, snapshot

SHOWN = "data_shown"
# Runs of a whole page at a time. More at once are all slower, and the server answers nobody else meanwhile (measured).
RUNS = 1
_turns = threading.BoundedSemaphore(RUNS)


def _judge(directory: Path) -> list[Fault]:
    """Faults of the tables; none of those that passed once."""
    before = snapshot.read(directory).fingerprint
    passed = publish.passed_path(before)
    if passed.exists():
        return []
    found = [fault for fault in watch.check_apart(directory) if not _is_of_no_table(fault)]
    if not found and snapshot.read(directory).fingerprint == before:
        publish.put_if_possible(passed, b"")
    return found


def _is_of_no_table(fault: Fault) -> bool:
    """Whether it tells of a file that the app never reads, such as the lock of an editor: no reason to show nothing."""
    return fault.rule_id == files.FILE and Path(fault.file).suffix not in snapshot.SUFFIXES


@cache
def _watch() -> watch.Watch:
    return watch.Watch(snapshot.folder(), _judge)


@contextmanager
def turn() -> Iterator[None]:
    """Wait until it is this run's turn. Runs of a fragment take none: they are short, and somebody watches them."""
    with _turns:
        yield


def look() -> State:
    """What is shown now, for a run of the whole page to hold."""
    return _watch().look()


def mark(shown: snapshot.Snapshot) -> None:
    """Note which data the reader's page shows, and have at hand what every page of them needs."""
    st.session_state[SHOWN] = shown.fingerprint
    caches.warm_up()


def of_reader() -> snapshot.Snapshot:
    """The data for the run of a fragment by itself."""
    look()
    return session.data()


def is_of_page(shown: snapshot.Snapshot) -> bool:
    """Whether the rest of the reader's page shows these data."""
    return bool(st.session_state.get(SHOWN) == shown.fingerprint)
