"""Lines to a country on a badge: from the other end to its edge, side by side in the order of their countries."""

import itertools

import pytest

# The badge at the upper left, and around it the ends of lines; pixels stand for places, as if nothing were projected.
RECT = {"left": 10, "top": 10, "right": 110, "bottom": 56}
ENDS = {"KAZ": [470, 100], "KGZ": [530, 290], "TJK": [440, 400], "UZB": [445, 330], "TKM": [250, 400]}
CASE = """(() => {
    const anchors = { ...d.ends, USA: [0, 0] };
    const pairs = Object.keys(d.ends).flatMap((iso3) => [
        { origin: 'USA', dest: iso3 }, { origin: iso3, dest: 'USA' }]);
    const paper = { at: (place) => place, torn: () => false };
    const way = waysOn({ anchors, pairs }, paper, d.badge);
    return Object.fromEntries(pairs.map((pair) => [`${pair.origin}-${pair.dest}`, way(pair)]));
})()"""


@pytest.fixture(scope="module")
def ways(node):
    """The pieces of every line, by its id."""
    run = node(("layers/ways",), "waysOn")
    return lambda ends, badge: run(CASE, {"ends": ends, "badge": badge})


def from_badge(line: str, points: list[list[float]]) -> list[list[float]]:
    return points if line.startswith("USA") else points[::-1]


def is_on_edge(x: float, y: float) -> bool:
    within = RECT["left"] - 1 <= x <= RECT["right"] + 1 and RECT["top"] - 1 <= y <= RECT["bottom"] + 1
    sides = (x - RECT["left"], x - RECT["right"], y - RECT["top"], y - RECT["bottom"])
    return within and min(map(abs, sides)) < 1


def test_lines_run_from_their_country_to_the_edge_of_the_badge(ways):
    found = ways(ENDS, {"iso3": "USA", "rect": RECT})
    assert len(found) == 10
    for line, pieces in found.items():
        (points,) = pieces
        near, *_, far = from_badge(line, points)
        assert is_on_edge(*near), line
        assert far == pytest.approx(ENDS[line.replace("USA", "").strip("-")]), line


def test_lines_reach_the_badge_side_by_side_in_the_order_in_which_their_countries_lie(ways):
    found = ways(ENDS, {"iso3": "USA", "rect": RECT})
    ports = {line: from_badge(line, pieces[0])[0] for line, pieces in found.items()}
    # Along the lower edge to the right, then up the right one.
    along = sorted(ports, key=lambda line: ports[line][0] - ports[line][1])
    assert [line.replace("USA", "").strip("-") for line in along[::2]] == ["TKM", "TJK", "UZB", "KGZ", "KAZ"]
    # What comes from the badge lies to the left below of what goes there: each is bent to the right of its way.
    assert all(line.startswith("USA") for line in along[::2])
    gaps = [
        sum(abs(a - b) for a, b in zip(ports[one], ports[other], strict=True))
        for one, other in itertools.pairwise(along)
    ]
    assert min(gaps) > 4


def test_country_below_the_badge_has_no_line(ways):
    found = ways({**ENDS, "KAZ": [60, 30]}, {"iso3": "USA", "rect": RECT})
    assert (found["USA-KAZ"], found["KAZ-USA"]) == ([], [])
    assert len(found["USA-UZB"]) == 1


def test_without_a_badge_lines_run_along_their_great_circles(ways):
    found = ways({"KAZ": [71.4, 51.1]}, None)
    (points,) = found["KAZ-USA"]
    assert points[0] == pytest.approx([71.4, 51.1])
    assert points[-1] == pytest.approx([0, 0], abs=1e-9)
