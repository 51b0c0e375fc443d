"""A link to an older version of the data shows that version, says so, and leads to the present one."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import beside
from components.reader import link, session
from components.reader.choice import default
from components.reader.parameters import PAGES
from data.package import descriptor, releases, snapshot

APP = Path(__file__).parents[2] / "app.py"
OLDER = [version for version in releases.versions() if releases.is_past(version)]


@pytest.fixture(autouse=True)
def nothing_beside(monkeypatch) -> None:
    """No file is put together beside the pages: it would take longer than they do."""
    monkeypatch.setattr(beside, "ensure", lambda _path, _fill: True)


def opened(version: str, **choice: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=600)
    for name, value in {**link.write(default()), **choice, "v": version}.items():
        app.query_params[name] = value
    return app.run()


def text(app: AppTest) -> str:
    assert not app.exception
    parts = (app.markdown, app.caption, app.warning, app.error)
    return " ".join(str(one.value) for some in parts for one in some).replace("\\", "")


@pytest.mark.parametrize("version", OLDER)
def test_every_page_draws_with_an_older_version(version):
    app = opened(version)
    for address, page in PAGES.items():
        if address:
            app.switch_page(f"components/pages/{page.name}.py").run()
        assert not app.error, (address, app.error[0].value)
        seen = text(app)
        assert f"You see data version {version} of {releases.released(version)}" in seen
        assert f"Data version {version}, released {releases.released(version)}" in seen
        assert app.query_params["v"] in (version, [version])


def test_way_to_the_present_version_keeps_the_choice():
    app = opened("1.1.0", indicator="us_aid_usd", year="2020", country="KAZ")
    app.button(key="leave_past").click().run()
    seen = text(app)
    assert "You see data version" not in seen
    assert f"Data version {descriptor.version()}" in seen
    choice = app.session_state[session.CHOICE]
    assert (choice.indicator, choice.year, choice.country) == ("us_aid_usd", 2020, "KAZ")
    assert app.query_params["v"] in (descriptor.version(), [descriptor.version()])


def test_version_that_there_is_not_is_said_and_the_present_one_shown():
    seen = text(opened("0.9.9"))
    assert "“0.9.9”" in seen
    assert f"Data version {descriptor.version()}" in seen


def test_older_versions_are_not_kept_without_end():
    for version in OLDER:
        assert releases.of(version) is releases.of(version)
    assert len(releases.at_hand()) == releases.MOST
    assert snapshot.newest() not in releases.at_hand()
