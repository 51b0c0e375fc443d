"""What a reader's hands do on a page: each gives an act that takes the page."""


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


def tick(label: str):
    """Flip a switch."""

    def act(page) -> None:
        page.get_by_test_id("stCheckbox").filter(has_text=label).locator("label").click()

    return act


def write(label: str, text: str):
    """Type into a field."""

    def act(page) -> None:
        page.get_by_label(label, exact=True).fill(text)
        page.get_by_label(label, exact=True).press("Enter")

    return act


def unfold(label: str):
    """Open or close a fold."""

    def act(page) -> None:
        page.get_by_test_id("stMain").locator("summary").filter(has_text=label).first.click()

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
