"""What the browser fetches, put together before anybody asks: at the build of an image or before a server starts.

A server puts it together by itself, beside its work. Written ahead, it is the same in every replica, and a replica
that may write nothing has it."""

from collections.abc import Callable
from pathlib import Path

from components import live, preload, search_index
from components.words import languages
from data.faults import DataFault
from data.package import snapshot
from data.vocabulary.language import speaking

WRITERS: tuple[Callable[[], Path | None], ...] = (preload.write, search_index.write)


def write() -> list[Path]:
    """Check the tables and write the files of every language; where they are.

    Raises DataFault where the tables have faults, OSError where a file can't be written."""
    found = live.look()
    if found.snapshot is None:
        raise DataFault(list(found.faults))
    written = []
    with snapshot.held(found.snapshot):
        for language in languages():
            with speaking(language):
                for writer in WRITERS:
                    path = writer()
                    if path is None:
                        raise OSError(f"{writer.__module__}: the file for {language} could not be written")
                    written.append(path)
    return written
