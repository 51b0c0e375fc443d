"""Lines of flows: whole over the Arctic and across 180 degrees, told apart by direction, cut cleanly at the frame."""

import itertools
import math

import pytest

from data.package import countries

WASHINGTON, TOKYO, LOS_ANGELES = (-77.04, 38.9), (139.7, 35.7), (-118.2, 34.05)
MODULES = ("layers/arcs", "layers/geometry")


@pytest.fixture(scope="module")
def run(node):
    """Evaluates an expression over the modules of lines."""
    return node(MODULES, "arc, distance, width, sheet, pieces, runs, arrow")


def apart(a, b) -> float:
    """Degrees of the great circle between two places."""
    (lon1, lat1), (lon2, lat2) = ([math.radians(part) for part in place] for place in (a, b))
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.degrees(math.acos(max(-1, min(1, cosine))))


PAIRS = [
    *[(WASHINGTON, countries.capital(iso3)) for iso3 in countries.C5],
    *[(countries.capital(iso3), WASHINGTON) for iso3 in countries.C5],
    (countries.capital("UZB"), LOS_ANGELES),
    (TOKYO, LOS_ANGELES),
    (countries.capital("KGZ"), countries.capital("KAZ")),
]


@pytest.mark.parametrize(("origin", "dest"), PAIRS)
def test_line_runs_from_origin_to_dest_without_a_jump(run, origin, dest):
    places = run(f"arc({list(origin)}, {list(dest)})")
    assert apart(places[0], origin) < 1e-4
    assert apart(places[-1], dest) < 1e-4
    steps = [apart(a, b) for a, b in itertools.pairwise(places)]
    assert max(steps) < 1.4 * apart(origin, dest) / len(steps)


def test_directions_of_a_pair_lie_side_by_side(run):
    there, back = (run(f"arc({a}, {b})") for a, b in (([-77, 39], [71, 51]), ([71, 51], [-77, 39])))
    middle = len(there) // 2
    assert 6 < apart(there[middle], back[middle]) < 7.5


@pytest.mark.parametrize(
    ("dest", "side"),
    [
        # Along the equator to the east, right is south; back to the west, north; north along a meridian, east.
        ([30, 0], (15, -3.4)),
        ([-30, 0], (-15, 3.4)),
        ([0, 30], (3.4, 15)),
    ],
)
def test_line_is_bent_to_the_right_of_its_way(run, dest, side):
    places = run(f"arc([0, 0], {dest})")
    assert places[len(places) // 2] == pytest.approx(side, abs=0.2)


def test_a_place_has_no_line_to_itself(run):
    assert run("arc([71, 51], [71, 51])") == []


def test_line_across_the_seam_is_two_pieces_without_a_bar(run):
    flat = "Object.assign(([lon, lat]) => [lon + 180, 90 - lat], { rotate: () => [0, 0, 0], clipAngle: () => null })"
    found = run(f"pieces(arc({list(TOKYO)}, {list(LOS_ANGELES)}), sheet({flat}))")
    assert len(found) == 2
    for piece in found:
        assert max(abs(a[0] - b[0]) for a, b in itertools.pairwise(piece)) < 10


def test_line_behind_the_globe_is_not_drawn(run):
    globe = "Object.assign(([lon, lat]) => [lon, lat], { rotate: () => [-70, -45, 0], clipAngle: () => 90 })"
    found = run(f"pieces([[70, 45], [75, 45], [-100, -40], [-110, -45]], sheet({globe}))")
    assert found == [[[70, 45], [75, 45]]]


def test_line_is_cut_where_it_leaves_the_frame(run):
    (found,) = run("runs([[-50, 50], [50, 50], [150, 50]], { left: 0, top: 0, right: 100, bottom: 100 })")
    assert found["points"][0] == pytest.approx([0, 50], abs=0.1)
    assert found["points"][-1] == pytest.approx([100, 50], abs=0.1)
    assert (found["starts"], found["ends"]) == (False, False)


def test_line_over_the_frame_with_both_ends_outside_is_seen(run):
    found = run("runs([[-50, 50], [150, 50]], { left: 0, top: 0, right: 100, bottom: 100 })")
    assert len(found) == 1


def test_head_ends_short_of_its_place_and_is_wider_than_the_shaft(run):
    found = run("arrow({ points: [[0, 0], [100, 0]], starts: true, ends: true }, 10, 6)")
    assert found["shaft"][0] == pytest.approx([6, 0])
    tip, left, right = found["head"]
    assert tip == pytest.approx([94, 0])
    assert abs(left[1] - right[1]) > 10
    assert found["shaft"][-1][0] == pytest.approx(left[0])


def test_widths_grow_with_the_root_and_small_flows_stay_visible(run):
    assert run("[width(100, 100), width(25, 100), width(0.0001, 100)]") == [12, 6, 1.5]
