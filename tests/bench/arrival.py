"""Many readers who open a first page at the same moment, and the health endpoint asked meanwhile.

Each asks for the page first, and sees its picture when that has come; then, as the page does, for a session of its own
over a real websocket: served is whose run of the whole page came to its end with a map. A peer is asked for the page
and for what its page asks for before it can draw; scripts and shapes, which are files everywhere, are left out."""

import asyncio
import time
import urllib.request
from dataclasses import dataclass, field

from websockets.asyncio.client import connect

from tests.bench.sessions import PATIENCE_S, Answer, run

HEALTH_EVERY_S = 0.25
# What the page carries, see components/served/page.py.
PICTURE = b"<svg"
# What makes the page of a peer, by its kind.
PARTS = {"dash": ("/", "/_dash-layout", "/_dash-dependencies"), "static_page": ("/",)}


@dataclass
class Arrival:
    """What those who came together saw: times until the first picture and until served, waits of the health endpoint
    (all s), who was lost."""

    picture_s: list[float] = field(default_factory=list)
    served_s: list[float] = field(default_factory=list)
    health_s: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def _asked_health(address: str) -> float:
    began = time.monotonic()
    urllib.request.urlopen(f"{address}/_stcore/health", timeout=60).read()
    return time.monotonic() - began


async def _fetched(address: str, path: str) -> bytes:
    """A page, or a part of one, over a connection of its own. Raises OSError, ValueError where there is none."""
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
    whole = await asyncio.wait_for(reader.read(), PATIENCE_S)
    writer.close()
    if not whole.startswith((b"HTTP/1.1 200", b"HTTP/1.0 200")):
        raise ValueError(whole[:60].decode(errors="replace"))
    return whole


async def _visit(address: str, kind: str, place: int, seen: Arrival) -> None:
    began = time.monotonic()
    try:
        if kind in PARTS:
            for path in PARTS[kind]:
                await _fetched(address, path)
        else:
            if PICTURE in await _fetched(address, "/"):
                seen.picture_s.append(time.monotonic() - began)
            await _run_of_page(address)
        seen.served_s.append(time.monotonic() - began)
    except Exception as error:  # One lost session is a result of the measurement, not its end.
        seen.lost.append(f"session {place}: {error!r}")


async def _run_of_page(address: str) -> None:
    """A session that runs the first page to its end. Raises ValueError where it brings no map."""
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=60) as socket:
        answer = await run(socket, Answer(), None)
    if answer.fault or not answer.indicators:
        raise ValueError(answer.fault or "no map")


async def _arrive(address: str, kind: str, count: int) -> Arrival:
    seen = Arrival()

    async def watch() -> None:
        while True:
            seen.health_s.append(await asyncio.to_thread(_asked_health, address))
            await asyncio.sleep(HEALTH_EVERY_S)

    watching = asyncio.create_task(watch()) if kind not in PARTS else None
    await asyncio.gather(*(_visit(address, kind, place, seen) for place in range(count)))
    if watching:
        await asyncio.sleep(HEALTH_EVERY_S)
        watching.cancel()
    return seen


def drive(address: str, kind: str, count: int) -> Arrival:
    """Let `count` readers open the first page of the atlas, or of a kind of peer, at once."""
    return asyncio.run(_arrive(address, kind, count))
