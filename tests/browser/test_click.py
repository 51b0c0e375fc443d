"""A click on a place inside a country gives that country: all of them, in the projection that draws them."""

import pytest

from geo import shapes

# Brings a place to the middle of the picture, so near that the smallest country takes a pointer; says where it lies.
AIM = """async ([lon, lat, scale]) => {
    const plot = document.querySelector('.atlas-plot');
    await Plotly.relayout(plot, {
        'geo.projection.rotation.lon': lon, 'geo.center.lon': lon, 'geo.center.lat': lat, 'geo.projection.scale': scale,
        'geo.projection.maxscale': 5000,
    });
    const [x, y] = plot._fullLayout.geo._subplot.projection([lon, lat]);
    const box = plot.getBoundingClientRect();
    return [box.left + x, box.top + y];
}"""
NEAR = 1000
PLACES = {
    "world": {"Baikonur": (63.3, 45.9, "KAZ"), "Crimea": (34.1, 45.2, "UKR"), "Alaska": (-150, 65, "USA")},
    "central_asia": {
        "Baikonur": (63.3, 45.9, "KAZ"),
        "Sokh": (71.1, 40.01, "UZB"),
        "Vorukh": (70.61, 39.83, "TJK"),
        "Sarvan": (70.59, 40.99, "TJK"),
        "Shohimardon": (71.73, 39.95, "UZB"),
    },
}


def deaf(one) -> None:
    """Let nothing of what the page says from now on reach the server: the map must know by itself."""
    one.mute = False

    def between(page_side) -> None:
        server = page_side.connect_to_server()
        page_side.on_message(lambda said: None if one.mute else server.send(said))

    one.page.route_web_socket("**/_stcore/stream", between)


# The same for many places, one after the other, and what a click would take at each.
TAKEN = f"""async (places) => {{
    const aim = {AIM};
    const taken = [];
    for (const place of places) {{
        const [clientX, clientY] = await aim(place);
        taken.push(document.querySelector('.atlas-map').takenAt({{ clientX, clientY }}).country);
    }}
    return taken;
}}"""
EVERY = 6


def clicked(one, lon: float, lat: float, scale: float) -> str | None:
    x, y = one.page.evaluate(AIM, [lon, lat, scale])
    one.page.mouse.click(x, y)
    one.page.wait_for_selector('[data-testid="atlas-map"][data-ready="true"]')
    return one.map("selected")


def test_click_inside_each_country_of_the_world_gives_that_country(visit):
    one = visit()
    deaf(one)
    one.open("?view=world&flows=off")
    one.mute = True
    frame = shapes.load("world")
    inside = frame.geometry.representative_point()
    places = {
        iso3: [(point.x + 180) % 360 - 180, point.y, NEAR] for iso3, point in zip(frame["iso3"], inside, strict=True)
    }
    # What a click would take is asked of the map for each, and a real click made on some.
    found = dict(zip(places, one.page.evaluate(TAKEN, list(places.values())), strict=True))
    assert found == {iso3: iso3 for iso3 in places}
    real = list(places)[::EVERY]
    assert {iso3: clicked(one, *places[iso3]) for iso3 in real} == {iso3: iso3 for iso3 in real}
    assert one.errors == []


@pytest.mark.parametrize("view", PLACES)
def test_click_on_exclaves_and_disputed_places(visit, view):
    one = visit()
    deaf(one)
    one.open(f"?view={view}&flows=off")
    one.mute = True
    found = {name: clicked(one, lon, lat, 20) for name, (lon, lat, _) in PLACES[view].items()}
    assert found == {name: owner for name, (_, _, owner) in PLACES[view].items()}
