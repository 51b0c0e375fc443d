"""Where labels find room: on their country, else beside it with a line, else at the edge; never on one another."""

import json

import pytest

# Countries as boxes: one that has room for its name, two that have none, one that is not in the picture.
LANDS = {"BIG": (100, 100, 300, 260), "SMA": (300, 100, 320, 120), "LIT": (300, 120, 320, 140)}
# A neighbour that is none of the main ones and has a colour, with free ground below it.
NEAR = {"left": 320, "top": 60, "right": 420, "bottom": 170}
FRAME = {"left": 0, "top": 0, "right": 500, "bottom": 400}
GROUND = """(() => {
    const lands = LANDS;
    const over = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))
        * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
    const size = (rect) => (rect.right - rect.left) * (rect.bottom - rect.top);
    const mask = (list) => ({
        area: list.reduce((sum, one) => sum + size(one), 0),
        bounds: list[0] ?? { left: 0, top: 0, right: 0, bottom: 0 },
        share: (rect) => list.reduce((sum, one) => sum + over(rect, one), 0) / size(rect),
        holds: ([x, y]) => list.some((one) => x > one.left && x < one.right && y > one.top && y < one.bottom),
    });
    const of = (iso3) => mask(lands[iso3] ? [lands[iso3]] : []);
    const coloured = mask([...Object.values(lands), ...OTHERS]);
    return { box: FRAME, of, ink: mask([]), main: ["BIG", "SMA", "LIT"], coloured };
})()"""
LABEL = {"wide": 60, "high": 16, "edgeWide": 72, "crossings": []}


@pytest.fixture(scope="module")
def placed(node):
    """Places labels; gives them by country."""
    run = node(("layers/label_places",), "place")
    sides = ("left", "top", "right", "bottom")
    lands = {iso3: dict(zip(sides, box, strict=True)) for iso3, box in LANDS.items()}
    bare = GROUND.replace("LANDS", json.dumps(lands)).replace("FRAME", json.dumps(FRAME))

    def place(*items: dict, blocked: tuple[dict, ...] = (), others: tuple[dict, ...] = ()) -> dict[str, dict]:
        ground = bare.replace("OTHERS", json.dumps(others))
        wanted = [LABEL | {"spot": None, "anchor": None} | item for item in items]
        found = run(f"place({json.dumps(wanted)}, {ground}, {json.dumps(blocked)})")
        return {one["iso3"]: one for one in found}

    return place


def common(one: dict, other: dict) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def land(iso3: str) -> dict:
    return dict(zip(("left", "top", "right", "bottom"), LANDS[iso3], strict=True))


def test_country_with_room_carries_its_name_where_it_is_named_at(placed):
    found = placed({"iso3": "BIG", "spot": [200, 200]})["BIG"]
    assert found["kind"] == "own"
    assert (found["rect"]["left"] + found["rect"]["right"]) / 2 == pytest.approx(200, abs=4)


def test_small_countries_are_named_outside_with_lines_that_end_in_them(placed):
    found = placed({"iso3": "BIG"}, {"iso3": "SMA"}, {"iso3": "LIT"})
    assert [found[iso3]["kind"] for iso3 in ("SMA", "LIT")] == ["beside", "beside"]
    for iso3 in ("SMA", "LIT"):
        x, y = found[iso3]["line"][-1]
        left, top, right, bottom = LANDS[iso3]
        assert left < x < right
        assert top < y < bottom
        assert not any(common(found[iso3]["rect"], land(other)) for other in LANDS if other != iso3)
    assert not common(found["SMA"]["rect"], found["LIT"]["rect"])


def test_label_keeps_off_a_neighbour_that_has_a_colour_where_there_is_free_ground(placed):
    found = placed({"iso3": "BIG"}, {"iso3": "SMA"}, {"iso3": "LIT"}, others=(NEAR,))
    for iso3 in ("SMA", "LIT"):
        assert found[iso3]["kind"] == "beside"
        assert not common(found[iso3]["rect"], NEAR)
        assert not found[iso3]["isOver"]


def test_label_that_finds_only_coloured_ground_stands_on_it_and_says_so(placed):
    found = placed({"iso3": "SMA"}, others=(FRAME,))["SMA"]
    assert (found["kind"], found["isOver"]) == ("beside", True)
    assert found["line"]
    # Own ground does not make room for a box of which a fifth would stand on the neighbour.
    tight = placed({"iso3": "BIG", "wide": 236, "high": 150}, others=(FRAME,))
    assert tight.get("BIG", {}).get("kind") != "own"


def test_country_out_of_the_picture_is_named_at_the_edge_its_lines_cross(placed):
    found = placed({"iso3": "FAR", "crossings": [[240, 0], [260, 0]]})["FAR"]
    assert (found["kind"], found["sign"]) == ("edge", "↑")
    assert found["rect"]["top"] < 10
    assert (found["rect"]["left"] + found["rect"]["right"]) / 2 == pytest.approx(250, abs=6)
    assert placed({"iso3": "FAR"}) == {}


def test_nothing_stands_on_a_button(placed):
    button = {"left": 150, "top": 150, "right": 250, "bottom": 210}
    found = placed({"iso3": "BIG", "spot": [200, 180]}, blocked=(button,))["BIG"]
    assert not common(found["rect"], button)


def test_label_that_finds_no_room_is_left_out(placed):
    assert placed({"iso3": "SMA", "wide": 480, "high": 380}) == {}
