"""The life of the server: it gets ready for the first visitor before it answers anybody."""

import asyncio
import os
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from components import cache, live, search_index
from components.beside import Pause
from components.pictures import at, pages
from components.reader.choice import default
from data.analysis import claims
from data.package import snapshot
from data.package.snapshot import Snapshot
from data.vocabulary.language import ENGLISH, speaking

# The files and sockets that this process has open; there is none on Windows.
OPEN = Path("/dev/fd")
# Three quarters of the time are left to readers who are there already.
REST_PER_PAGE = 3


def send_at_once() -> None:
    """Have the parts of an answer sent as they are written.

    The socket that Streamlit listens on names no protocol, and asyncio asks only those that do: the second part of an
    answer waited until the first was acknowledged, 40 ms with most systems. What is accepted has the options of the
    socket that listens."""
    for name in os.listdir(OPEN) if OPEN.exists() else ():
        with suppress(OSError):
            found = socket.socket(fileno=int(name))
            try:
                is_internet = found.family in (socket.AF_INET, socket.AF_INET6)
                if is_internet and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            finally:
                found.detach()


def _get_ready() -> None:
    """Check the data and load what every page needs, so that no visitor waits for it."""
    found = live.look()
    if found.snapshot:
        with snapshot.held(found.snapshot):
            cache.warm_up()
            # The verdicts of all claims stand beside the news of the first page, and take longest of what it needs.
            claims.judged()
            with speaking(ENGLISH):
                at.of("", at.parts(default(), ""))
            search_index.begin()
        threading.Thread(target=read_ahead, args=(found.snapshot,), daemon=True).start()


def read_ahead(shown: Snapshot) -> None:
    """Draw the first picture of every page, so that what it is drawn from is there for the first who opens the page.

    Cold, that of a country takes as long as a page waits for its picture. What can't be drawn is told where a reader
    asks for it."""
    pause = Pause(REST_PER_PAGE)
    for draw in pages.PICTURES.values():
        with snapshot.held(shown), speaking(ENGLISH), suppress(Exception):
            draw(default())
        pause.take()


@asynccontextmanager
async def ready(_app: Any) -> AsyncIterator[None]:
    """The life of the server: nobody is answered before it is ready."""
    send_at_once()
    await asyncio.to_thread(_get_ready)
    yield
