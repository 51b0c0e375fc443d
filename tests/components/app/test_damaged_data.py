"""The app without a browser on tables that are not as they should be: what can be shown is shown, with a word on it."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import live
from data.checks import check
from data.checks.watch import Watch
from data.package import descriptor, snapshot

APP = Path(__file__).parents[3] / "app.py"


@pytest.fixture
def copy(tmp_path, monkeypatch) -> Path:
    """A copy of the tables that the app shows, once they have passed the whole check."""
    folder = Path(shutil.copytree(snapshot.folder(), tmp_path / "curated"))
    watch = Watch(folder, check.run)
    snapshot.newest()
    monkeypatch.setattr(snapshot, "_newest", snapshot._newest)
    monkeypatch.setattr(snapshot, "_before", snapshot._before)
    monkeypatch.setattr(live, "_watch", lambda: watch)
    return folder


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence; the line it stands on."""
    body = path.read_text("utf-8")
    assert old in body
    path.write_text(body.replace(old, new, 1), "utf-8")
    return body[: body.index(old)].count("\n") + 1


def opened() -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert app.exception.len == 0
    return app


def test_descriptor_that_is_no_json_is_shown_with_its_line_and_nothing_else(copy):
    line = replace(copy / descriptor.DESCRIPTOR, '"name": "c5plus1-atlas",', '"name" "c5plus1-atlas",')
    app = opened()
    (title,) = [error.proto.title for error in app.error]
    assert title == "The data did not pass their checks"
    told = app.markdown[-1].value.replace("\\", "")
    assert f"datapackage.json:{line}" in told
    assert "the descriptor is not JSON" in told
    assert len(app.selectbox) == 0


def test_sound_tables_that_are_not_sealed_show_the_atlas_with_a_note(copy):
    replace(copy / "us_trade.csv", "sum of the twelve months", "the twelve months added up")
    app = opened()
    assert app.error.len == 0
    (told,) = [warning.value.replace("\\", "") for warning in app.warning]
    assert "have changed since they were sealed" in told
    assert "us_trade.csv" in told
    assert len(app.selectbox) > 0
    assert any("2.43 billion" in one.proto.body for one in app.get("html"))
