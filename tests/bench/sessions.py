"""Many readers at once, without browsers: each holds a real websocket and speaks Streamlit's own messages.

An answer is timed from the request to run again until the run is finished, and counts only when it carries a new map:
a mount of the map component whose indicator is the one that was asked for. Messages that the server takes to be known
come by their hash, so a session keeps what it was sent, as a browser does."""

import asyncio
import base64
import json
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from data import indicator_lists

MAP = "c5plus1_atlas_map"
LABEL = "Indicator"
FAMILY = "us_trade"
PATIENCE_S = 60
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Load:
    """What all sessions together saw: answer times in ms, and whatever went wrong, in words."""

    answers_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Answer:
    """What one run sent that matters here."""

    widget: str = ""
    fragment: str = ""
    options: tuple[str, ...] = ()
    chosen: int = 0
    indicators: tuple[str, ...] = ()
    fault: str = ""
    script: str = ""
    is_finished: bool = False
    known: dict[str, ForwardMsg] = field(default_factory=dict)

    def take(self, message: ForwardMsg) -> None:
        """Note what a message adds."""
        if message.WhichOneof("type") == "ref_hash":
            message = self.known[message.ref_hash]
        elif message.hash:
            self.known[message.hash] = message
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.script = message.new_session.page_script_hash or self.script
        elif kind == "script_finished":
            self.is_finished = message.script_finished in FINISHED
            self.fault = self.fault or ("" if self.is_finished else str(message.script_finished))
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._element(message.delta)

    def _element(self, delta) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "selectbox" and element.selectbox.label == LABEL:
            self.widget, self.fragment = element.selectbox.id, delta.fragment_id
            self.options = tuple(element.selectbox.options)
        elif kind == "bidi_component" and element.bidi_component.component_name.endswith(MAP):
            self.indicators += mounted(element.bidi_component)
        elif kind == "exception":
            self.fault = element.exception.message


def mounted(component) -> tuple[str, ...]:
    """The indicator that a mount of the map draws, named or carried; nothing for a mount that sends the setup."""
    body = json.loads(component.json if component.WhichOneof("data") == "json" else component.mixed.json)
    if "year" not in body:
        return ()
    return (body.get("preloaded") or json.loads(zlib.decompress(base64.b64decode(body["content"])))["indicator"],)


def _ids() -> dict[str, str]:
    """Indicators of the first subject by their label in the list."""
    return {label: one for one, label in indicator_lists.labels(FAMILY).items()}


Told = TypeVar("Told", bound=Answer)


async def run(socket: ClientConnection, before: Answer, option: str | None) -> Answer:
    """Ask for a run, of the whole page or with another indicator chosen, and read what it sends to its end."""
    asked = BackMsg()
    asked.rerun_script.page_script_hash = before.script
    if option is not None:
        asked.rerun_script.fragment_id = before.fragment
        state = asked.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = before.widget, option
    got = Answer(before.widget, before.fragment, before.options, script=before.script, known=before.known)
    return await answered(socket, asked, got)


async def answered(socket: ClientConnection, asked: BackMsg, got: Told) -> Told:
    """Ask, and read what the server sends to the end of the run."""
    await socket.send(asked.SerializeToString())
    while not (got.is_finished or got.fault):
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(), PATIENCE_S))
        got.take(message)
    return got


async def _session(address: str, place: int, seconds: float, pause: float, load: Load) -> None:
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        seen = await run(socket, Answer(), None)
        await asyncio.sleep(pause * (place % 10) / 10)
        until, turn = time.monotonic() + seconds, place
        while time.monotonic() < until and not seen.fault:
            turn += 1
            option = seen.options[turn % len(seen.options)]
            asked = time.monotonic()
            seen = await run(socket, seen, option)
            took = time.monotonic() - asked
            load.answers_ms.append(took * 1000)
            if _ids()[option] not in seen.indicators:
                load.errors.append(f"asked for {option}, the answer drew {seen.indicators} {seen.fault}")
            await asyncio.sleep(max(0.0, pause - took))


async def together(count: int, one: Callable[[int, Load], Awaitable[None]], every: Callable[[], None]) -> Load:
    """Let `one` session of each place run beside the others; `every` is called once a second meanwhile."""
    load = Load()

    async def guarded(place: int) -> None:
        try:
            await one(place, load)
        except Exception as error:  # One lost session is a result of the measurement, not its end.
            load.errors.append(f"session {place}: {error!r}")

    async def watch() -> None:
        while True:
            every()
            await asyncio.sleep(1)

    watching = asyncio.create_task(watch())
    await asyncio.gather(*(guarded(place) for place in range(count)))
    watching.cancel()
    return load


def drive(address: str, count: int, seconds: float, pause: float, every: Callable[[], None]) -> Load:
    """Let `count` sessions change the indicator every `pause` seconds; `every` is called once a second meanwhile."""

    async def one(place: int, load: Load) -> None:
        await _session(address, place, seconds, pause, load)

    return asyncio.run(together(count, one, every))
