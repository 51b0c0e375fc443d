"""Labels stand on their country, or outside of it with a line that leads to it: in every view, at every width."""

import pytest

from components.words import word
from data import indicators
from data.package import countries
from data.subjects import number_format
from tests.browser import hands

WIDTHS = [(390, 844), (768, 1024), (1440, 1000), (2560, 1440)]
VIEWS = ("five", "central_asia", "eurasia", "us_central_asia", "world", "globe")
# Views in which the five are named whether lines are drawn or not.
NAMED = ("five", "central_asia", "eurasia", "us_central_asia")
# What each label covers, found by asking the drawn shapes point by point, not by what the map thinks of itself.
LABELS = """(six) => {
    const land = new Set(document.querySelector('.atlas-plot').data[0].locations);
    const plot = document.querySelector('.atlas-plot');
    const frame = document.querySelector('.atlas-picture').getBoundingClientRect();
    const shapes = Object.fromEntries([...plot.querySelectorAll('.choroplethlayer .choroplethlocation')]
        .map((path) => [path.__data__.loc, path]));
    const screen = (path, [x, y]) => new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse());
    const boxes = Object.fromEntries(Object.keys(shapes).map((iso3) => [iso3, shapes[iso3].getBoundingClientRect()]));
    // A place outside a shape's box is not asked for: there are as many shapes as countries.
    const isNear = ({ left, right, top, bottom }, [x, y]) =>
        x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
    const holds = (iso3, spot) => Boolean(shapes[iso3]) && isNear(boxes[iso3], spot)
        && shapes[iso3].isPointInFill(screen(shapes[iso3], spot));
    const near = ([x, y]) => [[0, 0], [1.5, 0], [-1.5, 0], [0, 1.5], [0, -1.5]].map(([a, b]) => [x + a, y + b]);
    const isSeen = (iso3) => {
        const box = boxes[iso3];
        // A few pixels at the frame's edge are not there to be seen.
        return Boolean(box && box.width && box.right > frame.left + 3 && box.left < frame.right - 3
            && box.bottom > frame.top + 3 && box.top < frame.bottom - 3);
    };
    return [...plot.querySelectorAll('.atlas-label')].map((label) => {
        const iso3 = label.dataset.country;
        const lines = [...label.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
        const left = Math.min(...lines.map((box) => box.left)), right = Math.max(...lines.map((box) => box.right));
        const top = Math.min(...lines.map((box) => box.top)), bottom = Math.max(...lines.map((box) => box.bottom));
        const spots = Array.from({ length: 96 }, (_, i) =>
            [left + ((i % 16) + 0.5) * (right - left) / 16, top + (Math.floor(i / 16) + 0.5) * (bottom - top) / 6]);
        const share = (code) => spots.filter((spot) => holds(code, spot)).length / spots.length;
        const line = label.querySelector('.atlas-leader');
        const [end] = line ? [line.getPointAtLength(line.getTotalLength())]
            .map(({ x, y }) => new DOMPoint(x, y).matrixTransform(line.getScreenCTM())) : [null];
        return {
            iso3, box: [left, top, right, bottom],
            texts: [...label.querySelectorAll('text')].map((text) => text.textContent),
            own: share(iso3), centre: holds(iso3, [(left + right) / 2, (top + bottom) / 2]),
            others: six.filter((code) => code !== iso3).map((code) => [code, share(code)])
                .filter(([, part]) => part > 0.03),
            coloured: Object.keys(shapes).filter((code) => code !== iso3 && !land.has(code))
                .map((code) => [code, share(code)]).filter(([, part]) => part > 0.1),
            plate: Boolean(label.querySelector('rect[stroke]:not([fill-opacity])')),
            leads: end && near([end.x, end.y]).some((spot) => holds(iso3, spot)),
            seen: isSeen(iso3), ground: Boolean(label.querySelector('rect')),
            frame: [frame.left, frame.top, frame.right, frame.bottom],
        };
    });
}"""


def overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def faults(found: list[dict]) -> list[str]:
    """What is wrong with the labels of one picture."""
    wrong = []
    for label in found:
        who = f"{label['iso3']} {label['texts']}"
        left, top, right, bottom = label["box"]
        frame = label["frame"]
        if left < frame[0] or top < frame[1] or right > frame[2] or bottom > frame[3]:
            wrong.append(f"{who} is clipped")
        is_on_own = label["centre"] and label["own"] > 0.6
        if not is_on_own and label["seen"] and not label["leads"]:
            wrong.append(f"{who} is neither on its country nor leads to it")
        if not is_on_own and label["seen"] and label["others"]:
            wrong.append(f"{who} lies on {label['others']}")
        # Even on its own ground it may not reach into a neighbour's colour.
        if label["seen"] and label["coloured"] and not (label["leads"] and label["plate"]):
            wrong.append(f"{who} reads as the value of {label['coloured']}")
        if not label["seen"] and not (label["ground"] and label["texts"][0][0] in "↑↓←→"):
            wrong.append(f"{who} names what is not in the picture")
        wrong += [
            f"{who} covers {other['texts']}"
            for other in found
            if other is not label and overlap(label["box"], other["box"])
        ]
    return wrong


def turn(one, view: str) -> list[dict]:
    """The labels in another view of the open page."""
    hands.view(word(f"views.{view}"))(one.page)
    one.ready(view=view)
    one.page.wait_for_timeout(400)
    return one.page.evaluate(LABELS, list(countries.SIX))


def printed(indicator_id: str, year: int) -> dict[str, str]:
    rows = indicators.values(indicator_id, year).set_index("iso3")["value"]
    return {iso3: number_format.show(rows[iso3], indicators.get(indicator_id)) for iso3 in countries.C5}


# Every width, and each page wide and narrow: lines and pages change what is in the way, not how it is avoided.
@pytest.mark.parametrize(
    ("page", "width", "height"),
    [
        *(("?flows=off&", *size) for size in WIDTHS),
        ("?flows=on&", *WIDTHS[0]),
        ("trade?set=us_trade&", *WIDTHS[0]),
    ],
)
def test_every_label_stands_on_its_country_or_leads_to_it(readers, page, width, height):
    one = readers(width=width, height=height, dark=width == 768)
    one.look(f"{page}year=2024&view=central_asia" + ("&indicator=us_imports_usd" if page[0] == "?" else ""))
    wrong = {}
    for view in VIEWS:
        found = turn(one, view)
        bad = faults(found)
        named = {label["iso3"] for label in found}
        if view in NAMED and not named >= set(countries.C5):
            bad.append(f"only {sorted(named)} are named")
        if view in ("five", "central_asia") and page[0] == "?":
            values = {label["iso3"]: label["texts"][1] for label in found if len(label["texts"]) > 1}
            bad += [] if values == printed("us_imports_usd", 2024) else [f"values printed: {values}"]
        # On these maps there is ground without a colour next to each of the five.
        bad += [
            f"{label['iso3']} lies on {label['coloured']}" for label in found if label["coloured"] and label["seen"]
        ]
        if bad:
            wrong[view] = bad
    assert wrong == {}


def test_names_of_the_five_keep_off_the_colours_of_partners_where_they_can(readers):
    one = readers().look("trade?set=partners&country=KGZ&view=central_asia")
    found = one.page.evaluate(LABELS, list(countries.SIX))
    assert {label["iso3"] for label in found} >= set(countries.C5)
    assert faults(found) == []


@pytest.mark.parametrize(("width", "height"), [WIDTHS[0], WIDTHS[2]])
def test_names_of_partners_are_clear_of_one_another_and_of_the_five(readers, width, height):
    one = readers(width=width, height=height).look("trade?set=partners&country=KAZ&year=2022&top=20&view=globe")
    for view in VIEWS:
        found = turn(one, view)
        assert len(found) > 8, view
        assert faults(found) == [], view


def test_labels_go_with_the_map_and_stay_where_they_are_from_year_to_year(visit):
    one = visit().open("?flows=on&view=central_asia&year=2023&indicator=us_imports_usd")
    spots = """Object.fromEntries([...document.querySelectorAll('.atlas-label')].map((one) =>
        [one.dataset.country, one.querySelector('text').getAttribute('x')]))"""
    before = one.page.evaluate(spots)
    one.page.get_by_role("button", name="Next year").click()
    one.ready(year="2024")
    assert one.page.evaluate(spots) == before
    box = one.page.locator(".atlas-picture").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 120, y + 60, steps=5)
    held = one.page.evaluate(LABELS, list(countries.SIX))
    one.page.mouse.up()
    one.page.wait_for_timeout(600)
    assert [label["iso3"] for label in held if label["own"] < 0.6 and not label["leads"] and label["seen"]] == []
    assert faults(one.page.evaluate(LABELS, list(countries.SIX))) == []


def test_saved_drawing_has_the_labels(readers):
    one = readers().look("?flows=on&view=eurasia&year=2024&indicator=us_imports_usd")
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name="SVG, save").dispatch_event("click")
    drawn = started.value.path().read_text("utf-8")
    assert 'class="atlas-leader"' in drawn
    for name in ("Kyrgyzstan", "Tajikistan", "under 100: all drawn alike"):
        assert name in drawn
