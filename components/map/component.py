"""The one Python call of the map component.

The map is our own component because a Plotly chart of Streamlit is mounted anew, and loses the reader's zoom,
whenever its data change (measured; see README, "Why an own map")."""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import streamlit as st

from components.map import publish
from components.map.payload import Flows, Message, Payload, Points, Remainder, Setup, SetupMessage
from components.words import word, words
from data.package import descriptor
from data.vocabulary import cldr, terms
from data.vocabulary.language import spoken

TOPOLOGY = "app/static/geo/topojson/"


# What travels with every change of a map, so as short as can be: it hands the map to what came with the page.
MOUNT = """const page = window.c5plus1Atlas ??= {};
const open = page.show ? null : new Promise((done) => page.opened = done);
export default async (map) => { await open; return page.show(map); };"""


def _loader() -> str:
    """The loader with its addresses, without comments and indents: it travels with every run of a page."""
    lines = (Path(__file__).parent / "js" / "loader.js").read_text("utf-8").splitlines()
    script = "\n".join(line.strip() for line in lines if not line.strip().startswith(("//", "/*")))
    shapes = json.dumps({**publish.layers(), "empty": f"{TOPOLOGY}world_110m.json"})
    gaps = {"SCRIPT": publish.address(publish.SCRIPT), "PLOTLY": publish.address(publish.PLOTLY)}
    gaps |= {"STYLES": publish.address(publish.STYLE), "SHAPES": shapes}
    for gap, text in gaps.items():
        script = script.replace(gap, text)
    return script


_open = st.components.v2.component("c5plus1_atlas_setup", js=_loader(), isolate_styles=False)
_mount = st.components.v2.component("c5plus1_atlas_map", js=MOUNT, isolate_styles=False)


@lru_cache(maxsize=16)
def _digest(setup: str) -> str:
    return hashlib.sha256(setup.encode()).hexdigest()[:12]


def _packed(content: Mapping[str, object]) -> str:
    """What travels to the browser: JSON, deflated to a half or less, as text, for a component takes no bytes."""
    return _deflated(json.dumps(content, ensure_ascii=False, separators=(",", ":")))


@lru_cache(maxsize=64)
def _deflated(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def prepare(
    names: dict[str, str],
    labelled: tuple[str, ...],
    five: tuple[str, ...],
    flows: Flows | None,
    points: Points | None,
    *,
    key: str,
) -> str:
    """Send what the maps of a page need once: words, names, layers, flows. To be called outside any fragment.

    `names` are those of all countries, `labelled` get theirs on the map, `five` decide which years the slider marks as
    empty; `flows` and `points` come from `components.figures.flow_map.build` and `points.build`. Returns the digest to
    hand to `draw`; a change of indicator then sends nothing but values."""
    setup = setup_of(names, labelled, five, flows, points)
    digest = _digest(json.dumps(setup))
    message = SetupMessage(setup=digest, content=_packed(setup), fault=word("map.fault"), again=word("map.again"))
    _open(key=key, data=message, height=1)
    return digest


def setup_of(
    names: dict[str, str], labelled: tuple[str, ...], five: tuple[str, ...], flows: Flows | None, points: Points | None
) -> Setup:
    """What the maps of a page need once, with the words of the language that is spoken."""
    return Setup(
        layers=publish.layers(),
        topology=TOPOLOGY,
        names=names,
        labelled=list(labelled),
        five=list(five),
        flows=flows,
        points=points,
        words=words("map"),
        units=terms.units_by_form(),
        alt=words("alt"),
        note=word("boundaries.note"),
        credit=word("map.credit", version=descriptor.version()),
        language=spoken(),
        signs=list(cldr.signs()),
    )


@dataclass(frozen=True)
class MapRequest:
    """What a map is to show; `payload` comes from `components.figures.choropleth.build`, `setup` from `prepare`.

    `preload` is the address of a file with the payloads of all indicators (`preload.py`): the browser draws from
    it as soon as the reader chooses. With the indicator `preloaded` there, `payload` is only what the file has not; a
    browser that can't read the file says so, which calls `on_lacks`.

    `flows` are those of the setup, on or off, or a payload of their own; the line of `pair` ("KAZ-USA") stands out.
    Maps of one `group` on a page follow each other in what the reader sees, points at and chooses.
    What the reader chose on the map, `{"year": 2024}`, `{"country": "KAZ"}` or `{"pair": "KAZ-USA"}` (empty where the
    chosen line is given up), is in the session under `key` as `choice` when `on_choice` is called. `parts` gives the
    names in the page's link of what may be chosen on the map, `{"year": "compare_year"}`; the rest is not taken."""

    payload: Payload | Remainder
    setup: str
    year: int
    view: str
    selected: str | None
    key: str
    parts: Mapping[str, str]
    on_choice: Callable[[], None]
    on_lacks: Callable[[], None] = lambda: None
    flows: bool | Flows = False
    points: bool = False
    pair: str | None = None
    group: str | None = None
    preload: str | None = None
    preloaded: str | None = None


def draw(request: MapRequest) -> None:
    """Mount or update the map."""
    _mount(
        key=request.key,
        data=_message(request),
        on_choice_change=request.on_choice,
        on_lacks_change=request.on_lacks,
    )


def _message(request: MapRequest) -> Message:
    """What travels with every change: what is not so is left out."""
    own = {} if isinstance(request.flows, bool) else {"flows": request.flows}
    always = Message(setup=request.setup, year=request.year, view=request.view, parts=dict(request.parts))
    perhaps = {
        "preloaded": request.preloaded,
        "content": _packed({**request.payload, **own}) if request.payload else None,
        "preload": request.preload,
        "flows": request.flows is True,
        "selected": request.selected,
        "pair": request.pair,
        "points": request.points,
        "group": request.group,
    }
    told = {name: value for name, value in perhaps.items() if value is not None and value is not False}
    return cast(Message, {**always, **told})
