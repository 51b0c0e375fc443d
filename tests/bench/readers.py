"""Readers who wander over all pages, without browsers, over several processes behind the proxy of `deploy/`.

Each holds a websocket of its own and opens one page after the other, as the navigation does: a run of the whole page.
An answer counts when it is of the page that was asked for, came to its end, and was drawn without a fault."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.sessions import PATIENCE_S, Answer, Load, answered, together


@dataclass
class Turn(Answer):
    """What a run of a whole page sent: which page it is of, and by address the pages that there are."""

    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)

    def take(self, message: ForwardMsg) -> None:
        """Note what a message adds."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
            self.pages = {one.url_pathname: one.page_script_hash for one in message.navigation.app_pages}
        super().take(message)


async def turn(socket: ClientConnection, known: dict[str, ForwardMsg], page: str = "") -> Turn:
    """Open a page by its hash, the first one by none, and read what the server sends to its end."""
    asked = BackMsg()
    asked.rerun_script.page_script_hash = page
    return await answered(socket, asked, Turn(known=known))


async def _wander(address: str, place: int, asked: "Asked", load: Load) -> None:
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    # They come one after the other, not at once: that is measured by `arrival`.
    await asyncio.sleep(asked.within_s * place / asked.count)
    known: dict[str, ForwardMsg] = {}
    async with connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE_S) as socket:
        seen = await turn(socket, known)
        pages = list(seen.pages.values())
        until, step = time.monotonic() + asked.seconds, place
        while time.monotonic() < until:
            step += 1
            page, began = pages[step % len(pages)], time.monotonic()
            seen = await turn(socket, known, page)
            took = time.monotonic() - began
            load.answers_ms.append(took * 1000)
            if seen.fault or seen.page != page:
                load.errors.append(f"session {place}: {seen.fault or 'another page'}")
            await asyncio.sleep(max(0.0, asked.pause_s - took))


@dataclass(frozen=True)
class Asked:
    """How many readers, how long after they have come (s), seconds from page to page, within which they come."""

    count: int
    seconds: float
    pause_s: float
    within_s: float


def drive(address: str, asked: Asked, every: Callable[[], None]) -> Load:
    """Let readers wander over all pages; `every` is called once a second meanwhile."""

    async def one(place: int, load: Load) -> None:
        await _wander(address, place, asked, load)

    return asyncio.run(together(asked.count, one, every))
