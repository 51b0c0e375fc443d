"""Tables changed while the app runs: shown whole once they pass, refused in words when they do not."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import live
from components.map import publish
from components.reader import link, session
from components.reader.choice import default
from data.checks import watch
from data.checks.watch import Watch
from data.faults import Fault
from data.package import descriptor, snapshot

APP = Path(__file__).parents[2] / "app.py"
FIGURE = "66701220"
VALUES = (
    f"KAZ,2020,All US agencies,All categories (economic and military),{FIGURE},",
    "KAZ,2020,All US agencies,All categories (economic and military),88800000,",
)
BAD = Fault("us_aid.csv", 2, "value_usd", "a lot", "number", "must be a number")


def judge(directory: Path) -> list[Fault]:
    """What the check finds of the damages done here; the whole check takes longer and has tests of its own."""
    is_bad = "a lot" in (directory / "us_aid.csv").read_text("utf-8")
    return [*descriptor.stale(directory), *([BAD] if is_bad else [])]


class Copy:
    """A copy of the tables, the watch that looks at it, and a reader's page of US aid to Kazakhstan in 2020."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.watch = folder, Watch(folder, judge)
        self.path = folder / "us_aid.csv"
        self.app = AppTest.from_file(APP, default_timeout=240)
        choice = {**link.write(default()), "indicator": "us_aid_usd", "year": "2020", "country": "KAZ"}
        for name, value in choice.items():
            self.app.query_params[name] = value

    def correct(self, old: str, new: str, *, seal: bool = True) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new), "utf-8")
        if seal:
            descriptor.seal(self.folder)

    def seen(self) -> str:
        """All words of the page, once the check of what changed is over."""
        self.app.run()
        self.watch.settled()
        self.app.run()
        assert self.app.exception.len == 0
        parts = (self.app.markdown, self.app.caption, self.app.warning, self.app.error, self.app.metric)
        return " ".join(str(one.value) for some in parts for one in some).replace("\\", "")


@pytest.fixture
def copy(tmp_path, monkeypatch) -> Copy:
    folder = Path(shutil.copytree(snapshot.folder(), tmp_path / "curated"))
    one = Copy(folder)
    snapshot.newest()
    monkeypatch.setattr(snapshot, "_newest", snapshot._newest)
    monkeypatch.setattr(snapshot, "_before", snapshot._before)
    monkeypatch.setattr(live, "_watch", lambda: one.watch)
    return one


def test_sealed_correction_is_shown(copy):
    assert "**66.7** million" in copy.seen()
    copy.correct(*VALUES)
    seen = copy.seen()
    assert "**88.8** million" in seen
    assert "**66.7** million" not in seen
    assert not copy.app.warning


@pytest.mark.parametrize(("new", "seal", "first"), [("a lot", True, str(BAD)), ("88800000", False, "us_aid.csv")])
def test_change_that_does_not_pass_is_not_shown_and_said(copy, new, seal, first):
    before = copy.seen()
    copy.correct(VALUES[0], VALUES[0].replace(FIGURE, new), seal=seal)
    seen = copy.seen()
    assert "**66.7** million" in seen
    assert "**88.8** million" not in seen
    (told,) = [one.value for one in copy.app.warning]
    told = told.replace("\\", "")
    assert re.match(rf"Shown is data version {descriptor.version()} as read on \d{{4}}-\d\d-\d\d \d\d:\d\d UTC\.", told)
    assert "did not pass their checks" in told
    assert " ".join(first.split()) in told
    copy.correct(VALUES[0].replace(FIGURE, new), VALUES[0])
    assert copy.seen() == before


def test_page_of_older_data_is_drawn_anew_as_a_whole(copy, monkeypatch):
    copy.seen()
    assert copy.app.session_state[live.SHOWN] == snapshot.newest().fingerprint
    copy.correct(*VALUES)
    copy.watch.look()
    copy.watch.settled()
    monkeypatch.setattr(live.st, "session_state", copy.app.session_state)
    assert not live.is_of_page(snapshot.newest())
    copy.app.run()
    assert live.is_of_page(snapshot.newest())
    assert copy.app.session_state[session.CHOICE].indicator == "us_aid_usd"


def test_reader_of_an_older_version_stays_in_it_when_newer_data_come(copy):
    copy.app.query_params["v"] = "1.1.0"
    before = copy.seen()
    assert "You see data version 1.1.0" in before
    copy.correct(*VALUES)
    after = copy.seen()
    assert "**66.7** million" in after
    assert "You see data version 1.1.0" in after
    assert not copy.app.error
    told = "Since then {} of the tables behind this page changed"
    assert told.format("0 cells") in before
    assert told.format("1 cell") in after


# Cadmium: no claim is tested by it, as the checks ask of what goes.
def test_choice_that_newer_data_do_not_have_gives_way_with_a_word(copy):
    copy.app.query_params["indicator"] = "production.cadmium"
    copy.seen()
    assert copy.app.session_state[session.CHOICE].indicator == "production.cadmium"
    path = copy.folder / "minerals_production.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if ",cadmium," not in line), "utf-8")
    descriptor.seal(copy.folder)
    seen = copy.seen()
    assert copy.app.session_state[session.CHOICE].indicator == default().indicator
    assert copy.app.session_state[session.CHOICE].country == "KAZ"
    assert not copy.app.error
    assert "production.cadmium" in seen
    copy.app.run()
    assert copy.app.exception.len == 0


def test_tables_that_passed_are_known_again_and_others_are_not(copy, monkeypatch, tmp_path):
    monkeypatch.setattr(publish, "WRITTEN", tmp_path / "published")
    checked = []

    def check(directory: Path) -> list[Fault]:
        checked.append(directory)
        return judge(directory)

    monkeypatch.setattr(watch, "check_apart", check)
    for _ in range(3):
        assert live._judge(copy.folder) == []
    assert len(checked) == 1
    copy.correct(VALUES[0], VALUES[0].replace(FIGURE, "a lot"))
    for _ in range(2):
        assert live._judge(copy.folder) == [BAD]
    assert len(checked) == 3

    def mended_meanwhile(directory: Path) -> list[Fault]:
        copy.correct(VALUES[0].replace(FIGURE, "a lot"), VALUES[0])
        return judge(directory)

    # What was read before the check began is not what passed.
    monkeypatch.setattr(watch, "check_apart", mended_meanwhile)
    assert live._judge(copy.folder) == []
    copy.correct(VALUES[0], VALUES[0].replace(FIGURE, "a lot"))
    monkeypatch.setattr(watch, "check_apart", check)
    assert live._judge(copy.folder) == [BAD]


def test_lock_of_an_editor_is_no_reason_to_show_nothing(copy, monkeypatch, tmp_path):
    monkeypatch.setattr(publish, "WRITTEN", tmp_path / "published")
    strays = [Fault(name, 0, "", name, "file", "") for name in (".~lock.claims.csv#", ".DS_Store", "more.csv")]
    monkeypatch.setattr(watch, "check_apart", lambda _directory: strays)
    assert live._judge(copy.folder) == strays[2:]
