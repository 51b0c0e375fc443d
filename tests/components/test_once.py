"""Charts that are drawn once: what they are kept by, and that nobody changes what the others get."""

import ast
from pathlib import Path

import plotly.graph_objects as go
import pytest

from components.figures import bars, singled_out, timeline
from components.figures.once import drawn_once
from data.analysis import investors
from data.analysis.flow_selection import FlowSelection
from data.package import snapshot
from data.vocabulary.language import speaking, spoken

COMPONENTS = Path(__file__).parents[2] / "components"
CHANGING = {name for name in dir(go.Figure) if name.startswith(("add_", "update", "for_each_", "append_", "set_"))}


@pytest.fixture
def counted():
    """A chart that tells how often it was drawn, and in which language."""
    drawn = []

    @drawn_once
    def build(rows, name, *, is_wide=False):
        drawn.append((len(rows), name, is_wide, spoken()))
        return go.Figure(layout={"title": {"text": name}})

    return build, drawn


def test_the_same_content_is_drawn_once(counted):
    build, drawn = counted
    first = build(investors.by_measure("KAZ"), "a", is_wide=True)
    assert build(investors.by_measure("KAZ"), "a", is_wide=True) is first
    assert len(drawn) == 1


def test_another_value_frame_name_or_language_is_another_chart(counted):
    build, drawn = counted
    rows = investors.by_measure("KAZ")
    build(rows, "a")
    build(rows.assign(value=rows["value"] + 1), "a")
    build(rows.iloc[1:], "a")
    build(rows, "b")
    build(rows, "a", is_wide=True)
    with speaking("ru"):
        build(rows, "a")
    assert len(drawn) == 6


def test_a_chart_goes_with_the_data_that_it_was_drawn_from(counted):
    build, _ = counted
    rows = investors.by_measure("KAZ")
    first = build(rows, "a")
    with snapshot.held(snapshot.Snapshot(snapshot.current().files)):
        assert build(rows, "a") is not first
    assert build(rows, "a") is first


def test_singling_out_a_country_leaves_the_chart_of_the_others_as_it_is():
    asked = ("us_imports_usd", 2020, ("KAZ", "UZB"), singled_out.HEIGHT_PX)
    before = timeline.build(*asked).to_json()
    singled_out.chart(*asked[:3], "KAZ")
    assert timeline.build(*asked).to_json() == before
    selection = FlowSelection("partners", "KAZ")
    before = bars.build(selection, 2020, 5).to_json()
    singled_out.flows(selection, 2020, 5, "KAZ-USA")
    assert bars.build(selection, 2020, 5).to_json() == before


@pytest.mark.parametrize("path", sorted((COMPONENTS / "widgets").rglob("*.py")), ids=lambda path: path.stem)
def test_who_shows_a_chart_leaves_it_as_it_is(path):
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in CHANGING and isinstance(node.value, ast.Name)
    }
    assert not [name for name in names if "figure" in name or "chart" in name]
