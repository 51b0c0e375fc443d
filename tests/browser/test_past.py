"""An old link shows the number that a report had from it; the way to the present version keeps the choice."""

from urllib.parse import parse_qsl, urlsplit

from data import indicators
from data.package import changes, descriptor, releases, snapshot
from data.subjects import number_format

OLD = "1.0.0"
ASKED = {"indicator": "mirror_exports_usd", "year": "2017", "country": "KAZ"}
LINK = "?" + "&".join(f"{name}={value}" for name, value in ASKED.items())


def shown() -> str:
    """The figure of the link in the data at hand, as it is printed."""
    rows = indicators.values(ASKED["indicator"], int(ASKED["year"])).set_index("iso3")["value"]
    return number_format.show(rows[ASKED["country"]], indicators.get(ASKED["indicator"]))


def patient(one):
    """A visitor who waits while all of an older version is worked out for the first time."""
    one.page.set_default_timeout(240_000)
    return one


def chosen(page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def test_old_link_shows_the_old_value_everywhere_and_leads_to_the_present_one(visit):
    with snapshot.held(releases.of(OLD)):
        before = shown()
    now = shown()
    assert before != now
    one = patient(visit()).open(f"{LINK}&v={OLD}")
    main, past = one.page.locator('[data-testid="stMain"]'), one.page.locator(".st-key-past")
    answer = one.page.get_by_text(f"Kazakhstan, {ASKED['year']}: {before}").first
    answer.wait_for()
    assert now not in main.inner_text()
    assert f"You see data version {OLD} of {releases.released(OLD)}" in past.inner_text()
    past.locator("summary").click()
    (cell, *_) = changes.since(OLD)["tables"][indicators.get(ASKED["indicator"]).table]["cells"]
    past.get_by_role("cell", name=cell["key"]).first.wait_for()
    one.page.get_by_role("link", name="Claims").first.click()
    one.page.locator("h1", has_text="Claims").wait_for()
    one.page.wait_for_url(f"**/claims?*v={OLD}")
    assert f"You see data version {OLD}" in past.inner_text()
    one.page.get_by_role("link", name="Overview").first.click()
    one.page.wait_for_url(f"**/?*v={OLD}")
    answer.wait_for()
    one.page.get_by_role("button", name=f"To the present version {descriptor.version()}").click()
    one.page.get_by_text(f"Kazakhstan, {ASKED['year']}: {now}").first.wait_for()
    one.page.wait_for_url(f"**v={descriptor.version()}")
    assert ASKED.items() <= chosen(one.page).items()
    past.get_by_text("You see data version").wait_for(state="detached")
    assert one.errors == []


def test_reader_who_comes_back_is_told_what_changed_and_can_dismiss_it(visit):
    one = patient(visit())
    one.context.add_cookies([{"name": "atlas_version", "value": "1.1.0", "url": one.address}])
    one.open(LINK)
    line = one.page.locator(".st-key-last_visit")
    assert f"from version 1.1.0 to {descriptor.version()}" in line.inner_text()
    line.get_by_role("button", name="Dismiss").click()
    line.get_by_text("Since your last visit").wait_for(state="detached")
    (kept,) = [cookie["value"] for cookie in one.context.cookies() if cookie["name"] == "atlas_version"]
    assert kept == descriptor.version()
