"""Tables corrected while readers look at them: every part of their page is of one version, and no choice is lost."""

import shutil
import time
from pathlib import Path

import pytest

from data.package import descriptor, snapshot

ROW = "KAZ,2020,All US agencies,All categories (economic and military),"
OLD, NEW = "66701220", "88800000"
SHOWN = {OLD: ("66.7", "66,701,220"), NEW: ("88.8", "88,800,000")}


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(snapshot.folder(), tmp_path / "curated"))


def correct(folder: Path, old: str, new: str) -> None:
    path = folder / "us_aid.csv"
    text = path.read_text("utf-8")
    assert text.count(f"{ROW}{old},") == 1
    path.write_text(text.replace(f"{ROW}{old},", f"{ROW}{new},"), "utf-8")
    descriptor.seal(folder)


def figures(page) -> tuple[bool, bool]:
    """Whether the page shows the old and the new figure, wherever it shows it."""
    text = page.locator('[data-testid="stMain"]').inner_text()
    return tuple(any(one in text for one in SHOWN[figure]) for figure in (OLD, NEW))


def step_until(one, is_there, steps: int = 60) -> None:
    """Step one year back and forth, which runs a fragment alone, until something is there; never two versions."""
    for _ in range(steps):
        for name, year in (("Previous year", "2019"), ("Next year", "2020")):
            one.page.get_by_role("button", name=name).click()
            one.page.get_by_text(f"Kazakhstan, {year}: ").first.wait_for()
            one.ready(year=year)
        assert figures(one.page) in ((True, False), (False, True))
        if is_there():
            return
        time.sleep(0.5)
    raise AssertionError("what was changed on disk did not come to the page")


def test_correction_comes_whole(visit, serve, folder):
    one = visit(serve(ATLAS_DATA_DIR=str(folder)))
    one.open("?indicator=us_aid_usd&year=2020&country=KAZ&view=central_asia")
    assert figures(one.page) == (True, False)
    correct(folder, OLD, NEW)
    step_until(one, lambda: figures(one.page) == (False, True))
    assert "view=central_asia" in one.page.url
    assert one.map("selected") == "KAZ"
