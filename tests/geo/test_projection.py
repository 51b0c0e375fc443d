"""The projections of the views are those of plotly.js, and the drawn shapes those that they make of the browser's."""

import numpy as np
import pytest

from geo import drawn, projection

# What plotly.js says of its projection on the page: view, width of the picture, scale, place of 67 E, 44 N in pixels.
SAID = [
    ("five", 884, 1427.3409913888506, (442.0, 293.857858876371)),
    ("central_asia", 884, 1390.764463514353, (442.0, 303.63932062)),
    ("eurasia", 884, 458.41562012392643, (436.2448403877456, 216.46816227304856)),
    ("us_central_asia", 360, 166.51424444246192, (307.33715151822565, 60.06372991780513)),
    ("world", 884, 163.30270595596465, (560.6912904588987, 170.07838490578052)),
    ("globe", 884, 265.0250679914082, (513.4161545674453, 246.46195822859468)),
]


@pytest.mark.parametrize(("view", "width", "scale", "place"), SAID)
def test_view_is_projected_as_plotly_does(view, width, scale, place):
    one = projection.of(view, width)
    assert one.scale == pytest.approx(scale, rel=2e-4)
    assert one.pixels(np.array([[67, 44]]))[0] == pytest.approx(place, abs=0.05)


def test_place_behind_the_globe_has_no_pixel():
    behind, before = projection.of("globe", 884).pixels(np.array([[-135, -42], [45, 42]]))
    assert np.isnan(behind).all()
    assert before == pytest.approx((442, 265))


def test_way_back_along_a_great_circle_has_the_same_places():
    there = projection.arc(np.array([-123.0, 49.0]), np.array([-95.0, 49.0]))
    back = projection.arc(np.array([-95.0, 49.0]), np.array([-123.0, 49.0]))
    assert there[1:].tolist() == back[1:][::-1].tolist()
    assert there[len(there) // 2][1] > 49.5


def test_unknown_view_is_named():
    with pytest.raises(projection.UnknownView, match="no view “mars”; there are near_KAZ"):
        projection.of("mars", 884)
    with pytest.raises(projection.UnknownView, match="mars"):
        drawn.load("mars")


@pytest.mark.parametrize("view", ["near_KGZ", "globe"])
def test_drawn_files_are_of_the_shapes_as_they_are(view):
    assert drawn.draw(view) == drawn.load(view), "run `python -m geo draw` and commit what it writes"


def test_every_view_has_its_countries_and_is_small():
    for view, told in projection.VIEWS.items():
        found = drawn.load(view)
        assert found["height"] == round(found["width"] * told.get("aspect", projection.USUAL_ASPECT))
        assert (drawn.FOLDER / f"{view}.json").stat().st_size < 40_000
        # Of one country alone its neighbours need not be there.
        wanted = {"KAZ", "KGZ", "TJK", "TKM", "UZB"} if "near" not in view else {view.removeprefix("near_")}
        assert wanted <= found["paths"].keys() & found["places"].keys()
        for x, y in found["places"].values():
            assert 0 <= x <= found["width"]
            assert 0 <= y <= found["height"]
