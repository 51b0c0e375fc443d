"""Files that only save time: written whole or not at all, cleared away, and missed by nobody."""

import json
import os
import re
import threading
import time

import pytest

from components import beside, preload
from components.map import component, publish
from components.reader import choice
from data.package import countries, snapshot
from data.vocabulary.language import ENGLISH


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A folder for what is written while the app runs."""
    monkeypatch.setattr(publish, "WRITTEN", tmp_path / "published")
    monkeypatch.setattr(beside, "_begun", set())
    return tmp_path / "published"


def test_everything_the_map_loads_is_there_without_anything_written():
    loader = component._loader()
    assert "published" not in loader
    for name in (publish.SCRIPT, publish.STYLE, publish.PLOTLY):
        assert (publish.BUILT / name).is_file()
    assert publish.address(publish.SCRIPT) in loader
    assert publish.address(publish.PLOTLY) in loader


def test_loader_asks_for_the_layer_of_every_view(node):
    layers = node(("base/views",))(
        "Object.fromEntries(Object.entries(views.VIEWS).map(([id, { layer }]) => [id, layer]))"
    )
    # Those of one country are of its page, and in no link.
    of_pages = {f"near_{iso3}" for iso3 in countries.C5}
    assert set(layers) == {*choice.VIEWS, *of_pages}
    assert {layers[view] for view in of_pages} == {"region"}
    near = json.loads(re.search(r"NEAR = (\[.*?\]);", component._loader())[1])
    assert set(near) == {view for view, layer in layers.items() if layer == "region"} - of_pages
    assert layers[choice.VIEWS[0]] == "region"


def test_host_that_lets_nothing_be_written_costs_no_page(written, caplog):
    written.write_text("a file where the folder would be")
    assert publish.put_if_possible(written / "preload-1.json", b"{}") is False
    assert "costs time and nothing else" in caplog.text


def test_what_is_written_is_readable_by_other_users_and_leaves_no_draft(written):
    assert publish.put_if_possible(written / "preload-1.json", b"{}")
    (path,) = written.iterdir()
    assert (path.name, path.read_bytes(), path.stat().st_mode & 0o777) == ("preload-1.json", b"{}", 0o644)


def test_old_drafts_and_files_of_older_data_are_cleared_away(written):
    written.mkdir()
    for place in range(6):
        (written / f"preload-{place}.json").write_text("{}")
        os.utime(written / f"preload-{place}.json", (place, place))
    for name, age in (("draft-old", 2 * publish.DRAFT_S), ("draft-new", 0)):
        (written / name).write_text("")
        os.utime(written / name, (time.time() - age, time.time() - age))
    (written / "passed-1").write_text("")
    assert publish.put_if_possible(written / "preload-new.json", b"{}")
    kept = {f"preload-{place}.json" for place in range(7 - publish.MOST, 6)}
    assert {path.name for path in written.iterdir()} == kept | {"preload-new.json", "draft-new", "passed-1"}


def filled(monkeypatch, made: bool) -> list[str]:
    """Addresses of the file with all indicators asked for three times, when it can be written or not."""
    done = threading.Event()
    fills: list[str] = []

    def fill(path) -> bool:
        fills.append(path.name)
        if made:
            publish.put(path, b"{}")
        done.set()
        return made

    monkeypatch.setattr(preload, "_fill", fill)
    for _ in range(3):
        done.clear()
        with snapshot.held(snapshot.Snapshot(snapshot.newest().files)):
            if preload.address() is None:
                done.wait(1)
                time.sleep(0.05)
            elif len(fills) == 1:
                publish.preload_path(snapshot.newest().fingerprint, ENGLISH).unlink()
    return fills


def test_file_with_all_indicators_taken_away_is_made_again(written, monkeypatch):
    assert len(filled(monkeypatch, True)) == 2


def test_file_that_cannot_be_written_is_not_tried_over_and_over(written, monkeypatch):
    assert len(filled(monkeypatch, False)) == 1
