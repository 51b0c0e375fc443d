"""Tables changed while the app runs: taken over whole when they pass, refused with their faults when they do not."""

import threading
from pathlib import Path

import pytest

from data.checks import check, watch
from data.checks.watch import Watch
from data.faults import Fault
from data.package import descriptor, snapshot

FAULT = Fault("a.csv", 2, "value", "x", "number", "must be a number")
UNSEALED = Fault("a.csv", 0, "", "x", "seal", descriptor.SEAL_RULE)


@pytest.fixture(autouse=True)
def _as_was(monkeypatch):
    monkeypatch.setattr(snapshot, "_newest", None)
    monkeypatch.setattr(snapshot, "_before", None)


@pytest.fixture
def folder(tmp_path) -> Path:
    path = tmp_path / "curated"
    path.mkdir()
    (path / "a.csv").write_text("value\n1\n")
    return path


def change(folder: Path, text: str) -> None:
    (folder / "a.csv").write_text(text)


def judge(folder: Path) -> list[Fault]:
    text = (folder / "a.csv").read_text()
    return [FAULT] if "bad" in text else [UNSEALED] if "unsealed" in text else []


def test_change_that_passes_replaces_the_whole(folder):
    one = Watch(folder, judge)
    first = one.look()
    assert first.snapshot is snapshot.newest()
    change(folder, "value\n22\n")
    # Nobody waits for the check: what is shown meanwhile is what was.
    assert one.look().snapshot is first.snapshot
    after = one.settled()
    assert after.snapshot is snapshot.newest()
    assert after.snapshot.files == {"a.csv": b"value\n22\n"}
    assert first.snapshot.files == {"a.csv": b"value\n1\n"}


@pytest.mark.parametrize(("text", "fault"), [("value\nbad\n", FAULT), ("value\nunsealed\n", UNSEALED)])
def test_change_that_does_not_pass_is_refused_until_it_is_mended(folder, text, fault):
    one = Watch(folder, judge)
    first = one.look().snapshot
    change(folder, text)
    one.look()
    refused = one.settled()
    assert refused.snapshot is first is snapshot.newest()
    assert refused.refused.faults == (fault,)
    assert refused.refused.met_at >= first.read_at
    change(folder, "value\n22\n")
    one.look()
    assert one.settled().refused is None
    assert snapshot.newest().files == {"a.csv": b"value\n22\n"}
    change(folder, text)
    one.look()
    assert one.settled().refused is not None
    # Put back as it was: nothing changed, and nothing is refused.
    change(folder, "value\n22\n")
    shown = snapshot.newest()
    one.look()
    assert one.settled().refused is None
    assert snapshot.newest() is shown


def test_folder_is_checked_once_for_a_change_however_many_look(folder):
    asked = []
    gate = threading.Event()

    def slow(directory: Path) -> list[Fault]:
        asked.append(1)
        gate.wait(5)
        return judge(directory)

    one = Watch(folder, slow)
    gate.set()
    one.look()
    gate.clear()
    change(folder, "value\n22\n")
    for _ in range(50):
        one.look()
    gate.set()
    one.settled()
    for _ in range(50):
        one.look()
    assert len(asked) == 2


def test_folder_that_changes_under_the_hand_is_read_again(folder):
    def meddled(directory: Path) -> list[Fault]:
        found = judge(directory)
        if b"22" not in (directory / "a.csv").read_bytes():
            change(directory, "value\n22\n")
        return found

    assert Watch(folder, meddled).look().snapshot.files == {"a.csv": b"value\n22\n"}


def test_broken_at_the_start_shows_faults_and_then_what_was_mended(folder):
    change(folder, "value\nbad\n")
    one = Watch(folder, judge)
    assert one.look() == watch.State(faults=(FAULT,))
    change(folder, "value\n3\n")
    assert one.look().snapshot.files == {"a.csv": b"value\n3\n"}


def test_old_seal_at_the_start_shows_the_tables_with_that_word(folder):
    change(folder, "value\nunsealed\n")
    state = Watch(folder, judge).look()
    assert state.faults == (UNSEALED,)
    assert state.snapshot.files == {"a.csv": b"value\nunsealed\n"}


@pytest.mark.parametrize("broken", ["gone", "is a file"])
def test_folder_that_goes_away_leaves_what_is_shown(folder, broken):
    one = Watch(folder, lambda directory: check.run(directory) if not directory.is_dir() else [])
    first = one.look().snapshot
    (folder / "a.csv").unlink()
    folder.rmdir()
    if broken == "is a file":
        folder.write_text("")
    one.look()
    assert one.settled().snapshot is first
    assert one.settled().refused


def test_check_apart_finds_what_the_check_finds(small_copy):
    path = small_copy / "us_trade.csv"
    path.write_text(path.read_text("utf-8").replace(",actual,", ",actuel,", 1), "utf-8")
    found = watch.check_apart(small_copy)
    assert found == check.run(small_copy)
    assert {one.file for one in found} == {"us_trade.csv"}


def test_check_apart_that_ends_early_says_so(small_copy, monkeypatch):
    monkeypatch.setattr(watch, "LONGEST_S", 0.01)
    (fault,) = watch.check_apart(small_copy)
    assert "did not come to its end: TimeoutExpired" in fault.rule


@pytest.mark.parametrize("is_shown", [False, True])
def test_check_that_does_not_end_is_no_verdict_and_made_again(folder, monkeypatch, is_shown):
    failing = []

    def judge_at_times(directory: Path) -> list[Fault]:
        if failing:
            raise failing[0]
        return judge(directory)

    one = Watch(folder, judge_at_times)
    if is_shown:
        one.look()
        change(folder, "value\n22\n")
    failing.append(MemoryError())
    one.look()
    state = one.settled()
    told = state.refused.faults if is_shown else state.faults
    assert [fault.rule for fault in told] == ["the check of the tables did not come to its end: MemoryError"]
    failing.clear()
    # Not over and over: after a while.
    one.look()
    assert one.settled() == state
    monkeypatch.setattr(one, "_not_before", 0.0)
    one.look()
    assert one.settled().snapshot is snapshot.newest()
    assert one.settled().refused is None
    assert one.settled().faults == ()


def test_folder_that_never_rests_is_said_to(folder):
    def meddled(directory: Path) -> list[Fault]:
        change(directory, (directory / "a.csv").read_text() + "1\n")
        return []

    state = Watch(folder, meddled).look()
    assert state.snapshot is None
    assert "the folder changes all the time" in state.faults[0].rule
