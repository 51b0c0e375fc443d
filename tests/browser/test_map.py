"""The map itself: years, views, legend, in a real browser."""

import re

import pytest

from components.words import word
from tests.browser.hands import more, tick, view

PAINTED = """() => Object.fromEntries(
    [...document.querySelectorAll('.choroplethlayer > .choropleth')[1].children]
        .map((path) => [path.__data__.loc, getComputedStyle(path).fill]))"""
STEP = """async (count) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    }));
    const map = document.querySelector('[data-testid="atlas-map"]');
    const slider = document.querySelector('[data-testid="atlas-year"]');
    const times = [];
    for (let i = 0; i < count; i += 1) {
        const from = performance.now();
        slider.dispatchEvent(new KeyboardEvent('keydown', { key: i % 2 ? 'ArrowRight' : 'ArrowLeft', bubbles: true }));
        while (map.dataset.ready !== 'true') await new Promise((done) => setTimeout(done, 1));
        await painted();
        times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[Math.floor(count / 2)];
}"""


def slider_of(one):
    slider = one.page.get_by_test_id("atlas-year")
    slider.focus()
    return slider


@pytest.mark.parametrize(("view", "flows"), [("world", "off"), ("five", "on")])
def test_year_step_asks_the_server_for_nothing_and_is_painted_at_once(reader, view, flows):
    one = reader.look(f"?view={view}&year=2020&flows={flows}")
    sent = 0
    while len(one.sent) > sent:
        sent = len(one.sent)
        one.page.wait_for_timeout(700)
    assert sent
    one.sent.clear()
    median = one.page.evaluate(STEP, 15)
    assert one.sent == []
    one.page.wait_for_url(re.compile("year=2019"))
    assert median < 250
    assert one.errors == []


def test_year_painted_in_place_is_the_year_drawn_anew(reader, visit):
    stepped = reader.look("?view=central_asia&indicator=us_exports_usd&year=2009&flows=off")
    slider_of(stepped).press("ArrowLeft")
    stepped.ready(year="2008")
    texts = ".atlas-label text"
    seen = (
        stepped.page.evaluate(PAINTED),
        stepped.page.locator(texts).all_text_contents(),
        stepped.page.get_attribute(".atlas-picture", "aria-label"),
        stepped.hover(59, 39),
    )
    fresh = visit().open("?view=central_asia&indicator=us_exports_usd&year=2008&flows=off")
    assert seen == (
        fresh.page.evaluate(PAINTED),
        fresh.page.locator(texts).all_text_contents(),
        fresh.page.get_attribute(".atlas-picture", "aria-label"),
        fresh.hover(59, 39),
    )
    assert "2008" in seen[2]


def test_slider_is_driven_by_keys_and_tells_the_link_at_rest(reader):
    one = reader.look("?year=2010&flows=off")
    slider = slider_of(one)
    for key, year in (("ArrowLeft", "2009"), ("Home", "1992"), ("PageUp", "1997"), ("ArrowRight", "1998")):
        slider.press(key)
        one.ready(year=year)
    one.page.wait_for_url(re.compile("year=1998"))
    one.page.get_by_label("Speed of play").select_option("2")
    slider.press("Space")
    one.page.wait_for_function("() => document.querySelector('[data-testid=atlas-map]').dataset.year >= '2000'")
    slider.press("Space")
    one.page.get_by_role("button", name="Play the years").wait_for()
    one.page.get_by_label("Speed of play").select_option("1")
    one.page.wait_for_url(re.compile(f"year={one.map('year')}"))
    assert one.errors == []


def test_slider_shows_years_in_which_none_of_the_five_has_a_figure(reader):
    one = reader.look("?indicator=production.gold")
    years = one.page.evaluate(
        "() => document.querySelector('.atlas-plot') && [...document.querySelectorAll('.atlas-marks i')].length"
    )
    span = one.page.evaluate(
        "(() => { const s = document.querySelector('[data-testid=atlas-year]'); return s.max - s.min + 1; })()"
    )
    assert years == span
    hollow = one.page.locator(".atlas-marks .atlas-hollow").count()
    assert 0 < hollow < years


@pytest.mark.parametrize("view", ["five", "central_asia", "us_central_asia", "eurasia", "globe"])
def test_reset_brings_the_view_back_after_turn_and_zoom(reader, view):
    one = reader.look(f"?view={view}&flows=off")
    before = one.camera()
    box = one.page.locator(".atlas-picture").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 90, y + 40, steps=6)
    one.page.mouse.up()
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_timeout(300)
    assert one.camera() != before
    one.page.get_by_role("button", name="Back to this view").click()
    one.page.wait_for_function(
        """(scale) => document.querySelector('[data-testid="atlas-map"]').dataset.ready === 'true'
            && document.querySelector('.atlas-plot')._fullLayout.geo.projection.scale === scale""",
        arg=before["scale"],
    )
    assert one.camera() == before


PARTS_OF_TIME = (" .atlas-track", " .atlas-button >> nth=0", "")


@pytest.mark.parametrize(("width", "dark"), [(1440, True), (390, False), (2200, False)])
@pytest.mark.parametrize("view", ["five", "central_asia", "eurasia", "us_central_asia"])
def test_picture_is_filled_to_its_edges(readers, view, width, dark):
    one = readers(width=width, dark=dark).look(f"?view={view}&flows=off")
    gap = one.page.evaluate(
        """() => {
            const plot = document.querySelector('.atlas-plot');
            const { left, top } = plot.getBoundingClientRect();
            const [[x0, y0], [x1, y1]] = plot._fullLayout.geo._subplot.bounds;
            const box = document.querySelector('.atlas-picture').getBoundingClientRect();
            return Math.max(left + x0 - box.left, top + y0 - box.top, box.right - left - x1, box.bottom - top - y1);
        }"""
    )
    assert gap < 3
    track, play, row = (one.page.locator(f".atlas-time{part}").bounding_box() for part in PARTS_OF_TIME)
    if width == 390:
        # A row of its own, above the buttons.
        assert track["width"] > 0.97 * row["width"]
        assert track["y"] + track["height"] <= play["y"] + 1
    else:
        assert track["x"] >= play["x"] + play["width"]
        assert abs(track["y"] + track["height"] / 2 - play["y"] - play["height"] / 2) < 20


def test_change_of_view_keeps_the_selection(reader):
    one = reader.look("?view=central_asia&country=UZB&flows=off")
    view("Globe")(one.page)
    one.ready(view="globe", selected="UZB")
    assert one.errors == []


SLOW = """() => {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames) {
        Element.prototype.animate = animate;
        return this.animate(frames, 5000);
    };
}"""


def test_old_view_that_fades_takes_neither_pointer_nor_click(reader):
    one = reader.look("?view=world&flows=off&indicator=us_imports_usd&year=2024")
    one.page.evaluate(SLOW)
    view("Globe")(one.page)
    one.ready(view="globe")
    assert "Kazakhstan" in one.hover(67, 48)
    spot = one.pixel(67, 48)
    one.page.mouse.click(spot["x"], spot["y"])
    one.ready(selected="KAZ")
    ghost = one.page.locator(".atlas-ghost")
    assert ghost.count() == 1
    ghost.wait_for(state="detached")


def test_pointing_at_a_legend_entry_marks_its_countries(reader):
    one = reader.look("?view=world&flows=off&indicator=us_imports_usd&year=2024")
    seen = """() => Object.fromEntries([...document.querySelectorAll('.choroplethlayer > .choropleth')].slice(0, 2)
        .flatMap((group) => [...group.children]).map((path) => [path.__data__.loc, path.style.opacity]))"""
    entry = one.page.get_by_role("button", name="1,000 and more")
    entry.focus()
    one.page.wait_for_function(f"() => ({seen})().FRA === '0.15'")
    faint = one.page.evaluate(seen)
    assert faint["KAZ"] == "1"
    assert faint["UZB"] == "0.15"
    entry.blur()
    one.page.wait_for_function(f"() => ({seen})().FRA === '1'")
    assert set(one.page.evaluate(seen).values()) == {"1"}


SITES = "?view=central_asia&flows=off&points=on&indicator=us_imports_usd&year=2024"
MARKS = """() => {
    const trace = document.querySelector('.atlas-plot').data.find(({ meta }) => meta === 'points');
    const { lon, lat, hovertext } = trace;
    return lon.map((_, i) => ({ lon: lon[i], lat: lat[i], told: hovertext[i] }));
}"""


def test_sites_part_on_zoom_and_open_their_country(mover):
    one = mover.look(SITES)
    few = one.page.evaluate(MARKS)
    assert any("zoom in to see them apart" in mark["told"] for mark in few)
    capital = next(mark for mark in few if "Ashgabat" in mark["told"])
    spot = one.pixel(capital["lon"], capital["lat"])
    one.page.mouse.click(spot["x"], spot["y"])
    one.ready(selected="TKM")
    for _ in range(4):
        one.page.get_by_role("button", name="Zoom in").click()
        one.page.wait_for_timeout(150)
    one.page.wait_for_function(
        "(few) => document.querySelector('.atlas-plot').data.find(({ meta }) => meta === 'points').lon.length > few",
        arg=len(few),
    )
    assert one.page.get_by_role("list", name="Mineral sites and capitals").get_by_role("listitem").count() == 6
    assert one.errors == []


def test_a_mineral_shows_only_its_sites(reader):
    one = reader.look("?view=central_asia&flows=off&points=on&indicator=production.uranium&year=2022")
    told = " ".join(mark["told"] for mark in one.page.evaluate(MARKS))
    assert "gold" not in told.lower()
    assert "Astana" in told


@pytest.mark.parametrize("kind", ["SVG", "PNG"])
def test_saved_picture_carries_title_legend_source_licence_and_link(reader, kind):
    one = reader.look("?view=central_asia&flows=on&indicator=us_imports_usd&year=2024")
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name=f"{kind}, save").click()
    name, path = started.value.suggested_filename, started.value.path()
    assert name == f"c5plus1-atlas_us_imports_usd_2024.{kind.lower()}"
    if kind == "PNG":
        head = path.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert int.from_bytes(head[16:20]) > 3 * 700
        return
    drawn = path.read_text("utf-8")
    for part in (
        "2024",
        "2,348.8",
        "1,000 and more",
        "Sources, colours: ",
        "Sources, lines: ",
        "CC BY 4.0",
        "no statement on the legal",
        "indicator=us_imports_usd",
    ):
        assert part in re.sub(r"</text><text[^>]*>", " ", drawn)
    assert one.foreign == []


def test_rule_for_classes_is_the_readers_choice_and_travels_in_the_link(reader):
    one = reader.look("?view=world&flows=off&indicator=us_imports_usd&year=2024&classes=10;500")
    assert one.page.get_by_role("button", name="500 and more").count() == 1
    more(one.page)
    one.page.get_by_text("Quantiles").click()
    one.page.wait_for_url(re.compile("classes=quantile"))
    one.page.get_by_role("button", name="500 and more", exact=True).wait_for(state="detached")
    assert one.errors == []


LINES = """() => [...document.querySelectorAll('.choroplethlayer > .choropleth')[1].children]
    .map((path) => getComputedStyle(path)).filter(({ strokeWidth }) => parseFloat(strokeWidth) > 0.5)
    .map(({ fill, stroke }) => [fill, stroke].map((colour) => colour.match(/\\d+/g).slice(0, 3).map(Number)))"""


def luminance(colour: list[int]) -> float:
    shares = [part / 255 for part in colour]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("indicator", ["production.gold", "us_balance_usd", "member.wto"])
def test_outlines_stand_out_from_their_fills(readers, indicator, dark):
    one = readers(dark=dark).look(f"?view=world&flows=off&indicator={indicator}")
    drawn = one.page.evaluate(LINES)
    assert drawn
    for fill, line in drawn:
        high, low = sorted((luminance(fill), luminance(line)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3, (fill, line)


@pytest.mark.parametrize("view", ["globe", "us_central_asia", "eurasia"])
def test_turned_map_stays_where_it_is_when_it_is_drawn_again(visit, view):
    one = visit().open(f"?view={view}&flows=off&points=off")
    box = one.page.locator(".atlas-picture").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 80, y + 50, steps=6)
    one.page.mouse.up()
    before = None
    while before != one.camera():
        before = one.camera()
        one.page.wait_for_timeout(400)
    place = one.pixel(67, 48)
    tick(word("controls.points"))(one.page)
    one.page.wait_for_url(re.compile("points=on"))
    one.ready()
    after = one.pixel(67, 48)
    assert (after["x"], after["y"]) == pytest.approx((place["x"], place["y"]), abs=0.5)
    assert one.camera() == before
