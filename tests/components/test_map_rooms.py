"""The map's modules stand in rooms: imports run one way, and what is private to plotly.js is named in one of them."""

import posixpath
import re
from graphlib import TopologicalSorter

import pytest

from components.map.build import LOADER, MODULES

# What a room may import from, beside itself; "" are the modules on top.
BELOW = {
    "base": set(),
    "layers": {"base"},
    "controls": {"base", "layers"},
    "interaction": {"base", "layers"},
    "": {"base", "layers", "controls", "interaction"},
}
FROM = re.compile(r'^(?:import|export)\b[^;]*?\bfrom "([^"]+)";', re.MULTILINE)
SOURCES = {
    path.relative_to(MODULES).as_posix(): path.read_text("utf-8") for path in MODULES.rglob("*.js") if path != LOADER
}


def room(name: str) -> str:
    return posixpath.dirname(name)


def needs(name: str) -> set[str]:
    """The modules that a module imports."""
    return {posixpath.normpath(posixpath.join(room(name), one)) for one in FROM.findall(SOURCES[name])}


def test_every_import_is_read():
    assert len(SOURCES) > 25
    for name, text in SOURCES.items():
        assert len(FROM.findall(text)) == len(re.findall(r"^import\b(?!.*\bwith \{)|^export \{", text, re.MULTILINE)), (
            name
        )
        assert needs(name) <= set(SOURCES), name


@pytest.mark.parametrize("name", SOURCES)
def test_module_imports_only_from_its_own_room_and_those_below(name):
    assert {room(need) for need in needs(name)} <= {room(name), *BELOW[room(name)]}


def test_no_module_is_imported_by_one_that_it_imports():
    order = list(TopologicalSorter({name: needs(name) for name in SOURCES}).static_order())
    assert order[-1] == "map.js"


PRIVATE = re.compile(
    r"_full[A-Z]\w+|_subplot|__data__|PlotlyGeoAssets|clipRect"
    r"|main-svg|frontplot|choropleth(?:layer|location)|scatterlayer|hoverlayer|path\.point|\.geo\b \."
)


def test_what_is_private_to_plotly_is_named_in_one_module():
    assert len(set(PRIVATE.findall(SOURCES["base/plotly.js"]))) >= 10
    assert {name: PRIVATE.findall(text) for name, text in SOURCES.items() if PRIVATE.search(text)}.keys() == {
        "base/plotly.js"
    }
