"""What the map is told of flows: lines and other add up to the whole, gaps are named, the payload is small."""

import json
from functools import cache

import pytest

from components.figures import flow_map
from data import flows
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection

# Several tests look at the same payloads, and none changes them.
build = cache(flow_map.build)
SELECTIONS = [
    FlowSelection(),
    FlowSelection(direction="net"),
    FlowSelection("partners"),
    FlowSelection("partners", "KAZ"),
    FlowSelection("partners_mirror", "KAZ"),
    FlowSelection("mirror"),
]


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
@pytest.mark.parametrize("top", [5, 20])
def test_lines_and_other_are_the_whole_frame(selection, top):
    payload = build(selection, top)
    for place, year in enumerate(payload["years"]):
        rows = flow_selection.frame(selection, year)
        lines = [pair["values"][place] for pair in payload["pairs"] if isinstance(pair["values"][place], float)]
        assert len(lines) == min(top, len(rows))
        rest, press = flow_map.apart(rows[rows["rank"] > top])
        assert ("Not drawn, and neither ranked nor added" in payload["notes"][place]) == bool(len(press))
        undrawn = rest["value"].sum() + press["value"].sum()
        assert sum(lines) * 1e6 + undrawn == pytest.approx(rows["value"].sum(), abs=1e5 * top)
        said = f"{len(rest)} smaller flow{'s' if len(rest) > 1 else ''}" if len(rest) != 1 else "smaller flow"
        assert (said in payload["notes"][place]) == bool(len(rest))
        adds = ("together" in payload["notes"][place]) or ("smaller flow of" in payload["notes"][place])
        assert adds == (bool(len(rest)) and flow_selection.adds_up(selection, year))


def test_missing_flows_are_named():
    payload = build(FlowSelection(), 20)
    note = payload["notes"][payload["years"].index(2025)]
    assert "United States → Kazakhstan" in note
    assert payload["notes"][payload["years"].index(2024)] == ""


def test_lines_start_at_capitals_and_label_points():
    payload = build(FlowSelection("partners", "KAZ"), 20)
    assert payload["anchors"]["USA"][0] == pytest.approx(-77, abs=0.1)
    assert {pair["origin"] for pair in payload["pairs"]} <= payload["anchors"].keys()


def test_every_set_has_a_payload_within_its_budget():
    sizes = {
        one: len(json.dumps(build(FlowSelection(one), 20), separators=(",", ":")))
        for one in (
            "us_trade",
            "mirror",
            "partners",
            "partners_mirror",
            *[set_id for set_id in flows.registry() if "." in set_id][:5],
        )
    }
    assert max(sizes.values()) < 15_000


@pytest.mark.parametrize(
    ("most", "least"), [(6400.0, 100.0), (6401.0, 200.0), (4072.9, 100.0), (64.0, 1.0), (0.9, 0.02)]
)
def test_least_value_with_a_width_is_round_and_its_line_no_thinner_than_the_floor(most, least):
    assert flow_map.least_wide(most) == least
    assert 12 * (least / most) ** 0.5 >= 1.5


@pytest.mark.parametrize("one", [FlowSelection(set_id) for set_id in flows.registry()] + SELECTIONS[1:], ids=str)
def test_legend_of_widths_tells_no_width_that_is_not_drawn(one):
    payload = build(one, 20)
    assert payload["marks"]
    assert min(mark["value"] for mark in payload["marks"]) >= payload["least"]
    drawn = [value for pair in payload["pairs"] for value in pair["values"] if isinstance(value, float)]
    assert bool(payload["under"]) == any(0 < value < payload["least"] for value in drawn)
    assert bool(payload["under"]) == ("hollow head" in payload["note"])


def test_small_flows_are_told_by_the_threshold_that_is_drawn():
    payload = build(FlowSelection(), 20)
    assert payload["under"] == "under 100: all drawn alike"
    assert "Flows under 100 million US dollars" in payload["note"]


def test_a_small_value_never_reads_as_zero():
    assert flow_map.number(1234.0, FlowSelection()) == "0.0012"
    assert flow_map.number(0.0, FlowSelection()) == "0.0"
    assert flow_map.number(2348802814.0, FlowSelection()) == "2,348.8"


@pytest.mark.parametrize(
    ("selection", "there"),
    [
        (FlowSelection(), ["out", "in"]),
        (FlowSelection("us_trade.2844"), ["in"]),
        (FlowSelection(direction="exports"), ["out"]),
        (FlowSelection("partners", "KAZ", "imports", "share"), ["in"]),
    ],
)
def test_legend_of_lines_has_the_directions_that_are_there(selection, there):
    assert list(build(selection, 10)["measures"]) == there
