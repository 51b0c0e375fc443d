"""What a reader's hands do on a page: each gives an act that takes the page."""

from components.words import word

TRIES = 3


def choose(label: str, option: str):
    """Choose from a list of the page."""

    def act(page) -> None:
        box = page.get_by_role("combobox", name=label, exact=True)
        # An open list closes when the page is scrolled, so that is done first.
        box.scroll_into_view_if_needed()
        page.wait_for_timeout(200)
        box.fill(option)
        page.get_by_role("option", name=option, exact=True).click()

    return act


def press(*names: str):
    """Press buttons, one after the other."""

    def act(page) -> None:
        for name in names:
            radio = page.get_by_role("radio", name=name, exact=True)
            (radio if radio.count() else page.get_by_role("button", name=name)).first.click()
            page.wait_for_timeout(400)

    return act


def more(page) -> None:
    """Open what else may be chosen for the map, where that is not open."""
    if page.get_by_role("radiogroup", name=word("controls.classes_rule")).is_visible():
        return
    page.get_by_role("button", name=word("overview.more")).click()
    page.get_by_role("radiogroup", name=word("controls.classes_rule")).wait_for()


def less(page) -> None:
    """Close it. A list that was open in it takes the first Escape for itself."""
    rest = page.get_by_role("radiogroup", name=word("controls.classes_rule"))
    for _ in range(TRIES):
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
        if not rest.is_visible():
            return
    rest.wait_for(state="hidden")


def tick(label: str):
    """Flip a switch of the page, or one among what else may be chosen for the map."""

    def act(page) -> None:
        switch = page.get_by_test_id("stCheckbox").filter(has_text=label).locator("label")
        if switch.count():
            switch.click()
            return
        more(page)
        switch.click()
        less(page)

    return act


def view(name: str):
    """Choose the view of the map, by its buttons or, where there is one, from its list."""

    def act(page) -> None:
        radio = page.get_by_role("radio", name=name, exact=True)
        if radio.count():
            radio.first.click()
            return
        is_narrow = not page.get_by_role("combobox", name=word("controls.view"), exact=True).first.is_visible()
        if is_narrow:
            more(page)
        choose(word("controls.view"), name)(page)
        if is_narrow:
            less(page)

    return act


def write(label: str, text: str):
    """Type into a field."""

    def act(page) -> None:
        page.get_by_label(label, exact=True).fill(text)
        page.get_by_label(label, exact=True).press("Enter")

    return act


FILLED = """({ isConnected, innerText, parentElement: fold }) =>
  !isConnected || !fold.open || fold.innerText.trim() !== innerText.trim()"""


def unfold(label: str):
    """Open or close a fold; what is in one may come from the server only then."""

    def act(page) -> None:
        fold = page.get_by_test_id("stMain").locator("summary").filter(has_text=label).first
        fold.click()
        page.wait_for_function(FILLED, arg=fold.element_handle())

    return act


def year(key: str, at: int = 0):
    """Step a map's year."""

    def act(page) -> None:
        page.get_by_test_id("atlas-year").nth(at).press(key)

    return act


def click(lon: float, lat: float):
    """Click a place on the map."""

    def act(page) -> None:
        page.locator(".atlas-picture").first.scroll_into_view_if_needed()
        spot = page.evaluate(
            """([lon, lat]) => {
                const plot = document.querySelector('.atlas-plot');
                const [x, y] = plot._fullLayout.geo._subplot.projection([lon, lat]);
                const box = plot.getBoundingClientRect();
                return [box.left + x, box.top + y];
            }""",
            [lon, lat],
        )
        page.mouse.click(*spot)

    return act
