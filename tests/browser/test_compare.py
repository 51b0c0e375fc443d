"""Two maps that follow each other, and the difference of two years, in a real browser."""

import re

import pytest

SIDES = "compare?view=central_asia&indicator=us_imports_usd&year=2024&compare_year=2023"
DIFFERENCE = f"{SIDES}&mode=difference"
LEFT, RIGHT = 0, 1
KAZAKHSTAN, TAJIKISTAN = (67, 48), (71, 38.7)
# Streamlit asks for its own files below the page's address first and says so when they are not there.
DEEP_LINK = "the server responded with a status of 404"
CAMERAS = """() => [...document.querySelectorAll('.atlas-plot')].map((plot) => {
    const { projection, center } = plot._fullLayout.geo;
    return [projection.scale, projection.rotation.lon, center.lon, center.lat];
})"""
WITHIN = """(place) => [...document.querySelectorAll('.atlas-plot')]
    .map((plot) => plot._fullLayout.geo._subplot.projection(place))"""
SPOT = """([at, lon, lat]) => {
    const plot = document.querySelectorAll('.atlas-plot')[at];
    const [x, y] = plot._fullLayout.geo._subplot.projection([lon, lat]);
    const box = plot.getBoundingClientRect();
    return [box.left + x, box.top + y];
}"""


def both_painted(one, **attributes: str) -> None:
    wanted = "".join(f'[data-{name}="{value}"]' for name, value in attributes.items())
    one.page.wait_for_function(
        f"""() => document.querySelectorAll('[data-testid="atlas-map"][data-ready="true"]{wanted}').length === 2"""
    )
    one.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def spot(one, at: int, place: tuple[float, float]) -> list[float]:
    return one.page.evaluate(SPOT, [at, *place])


def own_errors(one) -> list[str]:
    return [said for said in one.errors if DEEP_LINK not in said]


def numbers_of(one, country: str) -> list[float]:
    """The printed values of a country's row: first, second, change."""
    cells = one.page.locator("table tr", has_text=country).first.locator("td").all_inner_texts()
    return [float(cell.replace(",", "").replace("−", "-")) for cell in cells[1:4]]


def test_both_maps_are_painted_each_with_its_year_and_legend(reader):
    one = reader.look(SIDES)
    both_painted(one)
    years = one.page.locator('[data-testid="atlas-map"]').evaluate_all("maps => maps.map((map) => map.dataset.year)")
    assert years == ["2024", "2023"]
    legends = one.page.locator(".atlas-legends").all_inner_texts()
    assert legends[LEFT] == legends[RIGHT]
    assert own_errors(one) == []


def test_zoom_and_drag_on_one_map_move_the_other(mover):
    one = mover.look(SIDES)
    both_painted(one)
    for at in (LEFT, RIGHT):
        before = one.page.evaluate(CAMERAS)
        x, y = spot(one, at, TAJIKISTAN)
        one.page.mouse.move(x, y)
        one.page.locator(".atlas-picture").nth(at).focus()
        for _ in range(4):
            one.page.mouse.wheel(0, -240)
            one.page.wait_for_timeout(60)
        one.page.wait_for_timeout(300)
        one.page.mouse.down()
        one.page.mouse.move(x + 30, y - 20, steps=4)
        one.page.mouse.up()
        one.page.wait_for_function(
            f"""(before) => {{
                const [left, right] = ({CAMERAS})();
                const apart = left.some((value, i) => Math.abs(value - right[i]) > 1e-3);
                return !apart && left[0] > 1.5 * before[0][0];
            }}""",
            arg=before,
        )
    assert own_errors(one) == []


@pytest.mark.parametrize("view", ["central_asia", "globe"])
def test_other_map_moves_along_while_one_is_dragged(mover, view):
    one = mover.look(SIDES.replace("central_asia", view))
    both_painted(one)
    x, y = spot(one, LEFT, KAZAKHSTAN)
    before = one.page.evaluate(WITHIN, KAZAKHSTAN)
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 60, y - 40, steps=8)
    one.page.wait_for_function(
        f"""([before, place]) => {{
            const [left, right] = ({WITHIN})(place);
            const apart = Math.hypot(left[0] - right[0], left[1] - right[1]);
            return apart < 10 && Math.hypot(right[0] - before[1][0], right[1] - before[1][1]) > 40;
        }}""",
        arg=[before, KAZAKHSTAN],
    )
    one.page.mouse.up()
    assert own_errors(one) == []


def test_back_to_this_view_takes_both_maps_back(reader):
    one = reader.look(SIDES)
    both_painted(one)
    one.page.get_by_role("button", name="Zoom in").nth(LEFT).click()
    one.page.wait_for_function(f"() => ({CAMERAS})().every(([scale]) => scale > 1.5)")
    one.page.get_by_role("button", name="Back to this view").nth(LEFT).click()
    one.page.wait_for_function(f"() => ({CAMERAS})().every(([scale]) => Math.abs(scale - 1) < 1e-6)")
    assert own_errors(one) == []


def test_country_pointed_at_is_marked_on_the_other_map_with_its_value(reader):
    one = reader.look(SIDES)
    both_painted(one)
    x, y = spot(one, LEFT, KAZAKHSTAN)
    one.page.mouse.move(x - 3, y)
    one.page.mouse.move(x, y)
    right = one.page.locator('[data-testid="atlas-map"]').nth(RIGHT)
    right.locator("path.atlas-twin").wait_for(state="attached")
    said = right.locator(".atlas-twin-tip").inner_text()
    assert said.split("\n")[0] == "Kazakhstan · 2023"
    assert "2,232.4 million US dollars" in said
    one.page.mouse.move(5, 5)
    right.locator("path.atlas-twin").wait_for(state="detached")


@pytest.mark.parametrize("at", [LEFT, RIGHT])
def test_click_on_one_map_selects_on_both_and_in_the_link(reader, at):
    one = reader.look(SIDES)
    both_painted(one)
    one.page.mouse.click(*spot(one, at, KAZAKHSTAN))
    both_painted(one, selected="KAZ")
    one.page.wait_for_url(re.compile("country=KAZ"))
    assert own_errors(one) == []


def test_year_of_the_right_map_is_its_own(reader):
    one = reader.look(SIDES)
    both_painted(one)
    slider = one.page.get_by_test_id("atlas-year").nth(RIGHT)
    slider.focus()
    slider.press("ArrowLeft")
    one.page.wait_for_url(re.compile("compare_year=2022"))
    assert "&year=2024" in one.page.url


def test_two_indicators_have_each_their_map_and_no_difference(reader):
    one = reader.look(f"{SIDES}&compare=gdp_usd")
    both_painted(one)
    shown = one.page.locator('[data-testid="atlas-map"]').evaluate_all(
        "maps => maps.map((one) => one.dataset.indicator)"
    )
    assert shown == ["us_imports_usd", "gdp_usd"]
    assert "Change" not in one.page.locator("table").last.inner_text()
    assert own_errors(one) == []


def test_difference_is_that_of_the_two_printed_values(reader):
    one = reader.look(DIFFERENCE).ready(indicator="us_imports_usd")
    first, second, change = numbers_of(one, "Kazakhstan")
    assert round(second - first, 1) == change > 0
    drawn = one.page.locator(".atlas-label text", has_text=f"{change}")
    assert drawn.count() == 1
    assert own_errors(one) == []


def test_membership_has_no_difference_and_says_so(reader):
    one = reader.look("compare?mode=difference&indicator=member.wto&year=2024&compare_year=2010")
    one.page.get_by_text("Memberships have no difference").wait_for()
    assert one.page.locator("table tr", has_text="Kazakhstan").first.inner_text().count("Member") == 1
    one.page.get_by_text(
        re.compile(r"differs between 2010 and 2024: Kazakhstan \(No standing on record, then Member\)")
    ).wait_for()
    assert own_errors(one) == []


def test_back_and_forth_between_the_modes_keeps_what_is_compared(reader):
    one = reader.look(f"{SIDES}&compare=gdp_usd")
    both_painted(one)
    one.page.get_by_role("radio", name="Difference").click()
    one.ready(indicator="us_imports_usd")
    one.page.get_by_role("radio", name="Percent").click()
    one.page.locator(".atlas-unit", has_text=re.compile("^percent$")).wait_for()
    one.page.wait_for_url(re.compile("change=percent"))
    one.page.get_by_role("radio", name="Side by side").click()
    both_painted(one)
    one.page.get_by_role("radio", name="World").click()
    both_painted(one, view="world")
    one.page.wait_for_url(re.compile("mode=side&compare=gdp_usd&compare_year=2023&change=percent"))
    one.page.get_by_role("radio", name="Difference").click()
    one.page.locator(".atlas-unit", has_text=re.compile("^percent$")).wait_for()
    one.page.wait_for_function("""() => document.querySelectorAll('[data-testid="atlas-map"]').length === 1""")
    assert own_errors(one) == []


def test_what_is_compared_survives_a_look_at_another_page(reader):
    one = reader.look(f"{SIDES}&compare=gdp_usd")
    both_painted(one)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Overview").click()
    one.page.wait_for_url(re.compile(r"\d/\?.*compare%3Dgdp_usd"))
    one.ready(view="central_asia")
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Compare").click()
    one.page.wait_for_url(re.compile("compare=gdp_usd&compare_year=2023"))
    both_painted(one)


@pytest.mark.parametrize("query", [SIDES, DIFFERENCE])
def test_phone_has_no_sideways_scroll(readers, query):
    one = readers(width=390).look(query)
    overflow = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    tops = one.page.locator('[data-testid="atlas-map"]').evaluate_all(
        "maps => maps.map((map) => map.getBoundingClientRect().top)"
    )
    assert len(tops) < 2 or tops[1] - tops[0] > 200
