"""What crosses the wire is said alike to Python and to the map's scripts, and is what is sent."""

import base64
import json
import re
import types
import zlib
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from components import cache
from components.map import component, payload
from components.map.build import MODULES
from components.map.component import MapRequest
from components.widgets.overview import map as map_widget
from data.analysis.flow_selection import FlowSelection

SAID = (MODULES / "payload.d.ts").read_text("utf-8")
SHAPES = {name: one for name, one in vars(payload).items() if is_typeddict(one)}
PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", types.NoneType: "null"}


def in_script(hint: Any) -> str:
    """A type of Python's as the scripts say it."""
    if hint in PLAIN or is_typeddict(hint):
        return PLAIN.get(hint) or hint.__name__
    parts = [in_script(get_arg) for get_arg in get_args(hint)]
    if get_origin(hint) in (Union, types.UnionType):
        return " | ".join(parts)
    if get_origin(hint) is dict:
        return f"Record<{', '.join(parts)}>"
    assert get_origin(hint) is list, hint
    return f"({parts[0]})[]" if "|" in parts[0] else f"{parts[0]}[]"


def keys(shape: type) -> dict[str, str]:
    """The keys of a shape as the scripts say them, those that need not be there with a mark."""
    hints = get_type_hints(shape, include_extras=True)
    perhaps = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
    return {
        f"{name}?" if name in perhaps else name: in_script(get_args(hint)[0] if name in perhaps else hint)
        for name, hint in hints.items()
    }


def test_scripts_and_python_say_the_same_of_every_key():
    told = {
        name: dict(re.findall(r"^  (\w+\??): (.+);$", body, re.MULTILINE))
        for name, body in re.findall(r"^interface (\w+) \{\n(.*?)^\}", SAID, re.MULTILINE | re.DOTALL)
    }
    assert told == {name: keys(shape) for name, shape in SHAPES.items()}


def fits(value: Any, hint: Any) -> bool:
    """Whether a value has the type, keys and all."""
    if is_typeddict(hint):
        hints = get_type_hints(hint)
        return hint.__required_keys__ <= value.keys() <= hints.keys() and all(
            fits(one, hints[name]) for name, one in value.items()
        )
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(fits(value, part) for part in parts)
    if origin is list:
        return isinstance(value, list) and all(fits(one, parts[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(
            fits(name, parts[0]) and fits(one, parts[1]) for name, one in value.items()
        )
    return type(value) is hint or (hint is float and type(value) is int)


@pytest.mark.parametrize(
    ("made", "shape"),
    [
        (lambda: cache.map_payload("us_imports_usd", "auto"), payload.Payload),
        (lambda: cache.map_payload("us_imports_usd", "continuous"), payload.Payload),
        (lambda: cache.map_payload("member.sco", "auto"), payload.Payload),
        (lambda: cache.change_payload("us_imports_usd", 2020, 2024, "absolute"), payload.Payload),
        (lambda: cache.partner_payload(FlowSelection("partners", "KAZ")), payload.Payload),
        (lambda: cache.flow_payload(FlowSelection("partners", "KAZ"), 20), payload.Flows),
        (map_widget.lines, payload.Flows),
        (cache.point_payload, payload.Points),
    ],
)
def test_builders_give_what_is_said_of_them(made, shape):
    assert fits(made(), shape)


def unpacked(content: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(content)))


def test_setup_travels_as_it_is_said(monkeypatch):
    sent = {}
    monkeypatch.setattr(component, "_open", lambda data, **_: sent.update(data))
    digest = map_widget.prepare()
    assert fits(sent, payload.SetupMessage)
    assert sent["setup"] == digest
    assert fits(unpacked(sent["content"]), payload.Setup)


SIDE = {"setup": "s", "year": 2024, "view": "world", "key": "k", "parts": {"year": "year"}, "on_choice": print}


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ({}, set()),
        ({"selected": "KAZ", "flows": True, "points": True}, {"selected", "flows", "points"}),
        (
            {"pair": "KAZ-USA", "group": "g", "preload": "p", "preloaded": "i"},
            {"pair", "group", "preload", "preloaded"},
        ),
    ],
)
def test_change_travels_as_it_is_said_and_leaves_out_what_is_not_so(monkeypatch, asked, sent):
    told = {}
    monkeypatch.setattr(component, "_mount", lambda data, **_: told.update(data))
    made = cache.map_payload("us_imports_usd", "auto")
    component.draw(MapRequest(**{"payload": made, "selected": None, **SIDE, **asked}))
    assert fits(told, payload.Message)
    assert told.keys() == {"setup", "year", "view", "parts", "content", *sent}
    assert unpacked(told["content"]) == made


def test_flows_of_its_own_travel_with_the_payload_and_an_empty_rest_does_not(monkeypatch):
    told = {}
    monkeypatch.setattr(component, "_mount", lambda data, **_: told.update(data))
    component.draw(MapRequest(payload={}, selected=None, preloaded="us_imports_usd", **SIDE))
    assert "content" not in told
    own = cache.flow_payload(FlowSelection("partners", "KAZ"), 20)
    component.draw(
        MapRequest(payload=cache.partner_payload(FlowSelection("partners", "KAZ")), selected=None, flows=own, **SIDE)
    )
    assert unpacked(told["content"])["flows"] == own
    assert "flows" not in told
