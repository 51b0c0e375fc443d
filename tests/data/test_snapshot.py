"""One version of the data at a time: what a run began with it keeps, what follows from the tables goes with them."""

import gc
import os
import shutil
import threading
import weakref

import pytest

from data.checks import formatter
from data.package import descriptor, licensing, snapshot, sources, tables
from data.package.snapshot import Snapshot, kept


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(snapshot.folder(), tmp_path / "curated")


@pytest.fixture
def as_was(monkeypatch):
    """What this process shows is put back after a test that takes another version over."""
    snapshot.newest()
    monkeypatch.setattr(snapshot, "_newest", snapshot._newest)
    monkeypatch.setattr(snapshot, "_before", snapshot._before)


def restricted_in(rows) -> int:
    return sum(not sources.is_downloadable(one) for one in rows["source_id"])


def test_changed_rows_and_the_mask_of_the_licences_are_of_one_reading(copy):
    path = copy / "minerals_production.csv"
    with snapshot.held(snapshot.read(copy)):
        before = licensing.open_rows("minerals_production")
        # A country code that moves a row to the head of the file, and a row more.
        text = path.read_text("utf-8").replace("\nZWE,", "\nAFG,", 1)
        path.write_text(text + text.splitlines()[-1].replace(",2015,", ",2016,") + "\n", "utf-8")
        formatter.write(copy)
        descriptor.seal(copy)
        assert licensing.open_rows("minerals_production").equals(before)
        assert restricted_in(before) == 0
    with snapshot.held(snapshot.read(copy)):
        after = licensing.open_rows("minerals_production")
        assert not after.equals(before)
        assert restricted_in(after) == 0
        assert len(after) + licensing.withheld_rows("minerals_production").sum() == len(
            tables.text("minerals_production")
        )


def test_every_reader_of_the_tables_sees_the_files_of_its_snapshot(copy):
    old = snapshot.read(copy)
    for path in copy.glob("*.csv"):
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    new = snapshot.read(copy)
    with snapshot.held(old):
        rows = {name: len(tables.text(name)) for name in descriptor.names()}
    with snapshot.held(new):
        assert {len(tables.text(name)) for name in descriptor.names()} == {0}
        assert {len(tables.load(name)) for name in descriptor.names()} == {0}
    with snapshot.held(old):
        assert {name: len(tables.load(name)) for name in descriptor.names()} == rows
        assert min(rows.values()) > 0
    assert old.fingerprint != new.fingerprint


def test_thread_that_holds_a_snapshot_keeps_it_while_others_take_the_next(as_was):
    one, two = Snapshot({"a.csv": b"1"}), Snapshot({"a.csv": b"2"})
    snapshot.take_over(one)
    seen = []
    with snapshot.held(snapshot.newest()):
        snapshot.take_over(two)
        other = threading.Thread(target=lambda: seen.append(descriptor.body("a.csv")))
        other.start()
        other.join()
        seen.append(descriptor.body("a.csv"))
    assert seen == [b"2", b"1"]
    assert descriptor.body("a.csv") == b"2"


def test_old_snapshot_is_let_go_with_all_that_was_made_of_it(as_was):
    class Made:
        pass

    @kept()
    def make() -> Made:
        return Made()

    snapshot.take_over(Snapshot({"a.csv": b"1"}))
    old, made = weakref.ref(snapshot.newest()), weakref.ref(make())
    snapshot.take_over(Snapshot({"a.csv": b"2"}))
    gc.collect()
    assert old() is None
    assert made() is None


def test_results_are_made_once_for_all_who_ask_at_the_same_moment():
    made = []
    gate_of_all = threading.Barrier(8)

    @kept()
    def slow(argument: int) -> int:
        made.append(argument)
        threading.Event().wait(0.05)
        return argument * 2

    def ask() -> None:
        with snapshot.held(shared):
            gate_of_all.wait()
            found.append(slow(21))

    shared, found = Snapshot({}), []
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [42] * 8
    assert made == [21]


def test_only_the_results_used_last_are_kept():
    made = []

    @kept(2)
    def double(number: int, *, more: int = 0) -> int:
        made.append(number)
        return number * 2 + more

    with snapshot.held(Snapshot({})) as shown:
        assert [double(1), double(2), double(1), double(3), double(1), double(2)] == [2, 4, 2, 6, 2, 4]
        assert double(2, more=1) == 5
        assert len(shown.memory[double.__wrapped__].by_arguments) == 2
    assert made == [1, 2, 3, 2, 2]


def test_failure_is_not_kept():
    tries = []

    @kept()
    def fails_first() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise KeyError("not yet")
        return "made"

    with snapshot.held(Snapshot({})):
        with pytest.raises(KeyError):
            fails_first()
        assert fails_first() == "made"


def test_what_a_page_promised_is_made_of_what_it_showed(as_was):
    snapshot.take_over(Snapshot({"a.csv": b"1"}))
    promised = snapshot.later(lambda: descriptor.body("a.csv"))
    snapshot.take_over(Snapshot({"a.csv": b"2"}))
    assert promised() == b"1"
    assert descriptor.body("a.csv") == b"2"
    snapshot.take_over(Snapshot({"a.csv": b"3"}))
    with pytest.raises(LookupError, match="load the page again"):
        promised()


def test_fingerprint_tells_contents_and_names_and_nothing_else():
    assert Snapshot({"a": b"1", "b": b"2"}).fingerprint == Snapshot({"b": b"2", "a": b"1"}).fingerprint
    others = [{"a": b"12"}, {"a": b"1", "b": b""}, {"b": b"1", "a": b"2"}, {"a:1": b"", "b": b"2"}]
    assert len({Snapshot(other).fingerprint for other in others}) == len(others)


def test_nothing_but_plain_files_of_a_bearable_size_is_read(tmp_path):
    (tmp_path / "a.csv").write_text("a\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(3_000_000_000)
    (tmp_path / ".~lock.a.csv#").write_text("editor")
    read = snapshot.read(tmp_path)
    assert read.files == {"a.csv": b"a\n", "huge.json": b"", "link.csv": b"", "pipe.csv": b""}
