"""The import contracts of pyproject.toml hold, and each import that would turn the house round breaks one."""

import tomllib
from copy import deepcopy
from pathlib import Path

import grimp
import pytest
from importlinter import configuration
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.independence import IndependenceContract
from importlinter.contracts.layers import LayersContract

TYPES = {"layers": LayersContract, "forbidden": ForbiddenContract, "independence": IndependenceContract}
ROOT = Path(__file__).parents[2]
# What imports, what it must not import.
FORBIDDEN = [
    ("data.indicators", "geo.shapes"),
    ("geo.join", "components.words"),
    ("data.checks.cell_format", "data.analysis.claims"),
    ("data.package.tables", "data.checks.check"),
    ("data.subjects.aid", "data.indicators"),
    ("data.analysis.catalogue", "data.output.frames"),
    ("data.vocabulary.texts", "data.package.descriptor"),
    ("components.map.component", "components.widgets.common.caveats"),
    ("components.figures.flow_map", "components.reader.session"),
    ("components.reader.link", "components.widgets.common.notices"),
    ("components.widgets.trade.map", "components.widgets.compare.sides"),
    ("components.widgets.common.controls", "components.widgets.overview.news"),
    ("components.words", "components.cache"),
    ("components.figures.choropleth", "streamlit"),
    ("data.flows", "plotly"),
]


@pytest.fixture(scope="module")
def contracts():
    """The contracts as `lint-imports` reads them."""
    configuration.configure()
    session = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    return [TYPES[contract["type"]](contract["name"], session, as_text(contract)) for contract in session["contracts"]]


def as_text(options):
    """Switches as the reader of other forms of the file hands them over."""
    return {key: str(one) if isinstance(one, bool) else one for key, one in options.items()}


@pytest.fixture(scope="module")
def graph():
    """Who imports whom today."""
    packages = ("data", "geo", "components")
    return grimp.build_graph(*packages, include_external_packages=True, cache_dir=None)


def broken(contracts, graph) -> list[str]:
    # A contract takes out of the graph what it passes over.
    return [contract.name for contract in contracts if not contract.check(deepcopy(graph), verbose=False).kept]


def test_contracts_hold(contracts, graph):
    assert broken(contracts, graph) == []


@pytest.mark.parametrize(("importer", "imported"), FORBIDDEN)
def test_forbidden_import_breaks_a_contract(contracts, graph, importer, imported):
    assert {importer, imported} <= graph.modules
    assert not graph.direct_import_exists(importer=importer, imported=imported)
    graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="for a test")
    try:
        assert broken(contracts, graph)
    finally:
        graph.remove_import(importer=importer, imported=imported)


@pytest.mark.parametrize("package", ["data", "components"])
def test_every_room_stands_in_a_layer(package):
    """A room that no layer names would be free to import whatever it likes."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = " | ".join(layer for one in options if one["type"] == "layers" for layer in one["layers"]).split(" | ")
    rooms = {path for path in (ROOT / package).iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    rooms |= {path for path in (ROOT / package).iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    assert {f"{package}.{path.stem}" for path in rooms} <= set(layers)
