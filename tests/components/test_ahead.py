"""What browsers fetch, written before the server starts."""

import json

import pytest

from components import live, search_index
from components.map import publish
from components.served import ahead
from data import indicator_lists
from data.checks.watch import State
from data.faults import DataFault, Fault
from data.package import snapshot


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where it is written to; of the indicators one, and nothing that can be found."""
    monkeypatch.setattr(publish, "WRITTEN", tmp_path)
    monkeypatch.setattr(live, "look", lambda: State(snapshot.read(snapshot.folder())))
    monkeypatch.setattr(indicator_lists, "families", lambda: {"us_trade": ("us_trade_usd",)})
    monkeypatch.setattr(search_index, "content", lambda _pause: {"things": []})
    return tmp_path


def test_files_stand_where_browsers_are_told_to_fetch_them(folder):
    written = ahead.write()
    with snapshot.held(live.look().snapshot):
        assert f"app/static/published/{written[1].name}" == search_index.address()
    assert sorted(written) == sorted(folder.iterdir())
    assert list(json.loads(written[0].read_text("utf-8"))["values"]) == ["us_trade_usd"]


def test_what_is_there_is_not_written_again(folder, monkeypatch):
    ahead.write()
    monkeypatch.setattr(publish, "put_if_possible", lambda *_: pytest.fail("written again"))
    ahead.write()


def test_nothing_is_written_of_tables_with_faults(folder, monkeypatch):
    fault = Fault("us_aid.csv", 2, "value", "x", "type", "is no number")
    monkeypatch.setattr(live, "look", lambda: State(faults=(fault,)))
    with pytest.raises(DataFault, match="is no number"):
        ahead.write()
    assert list(folder.iterdir()) == []


def test_folder_that_cannot_be_written_is_said(folder, monkeypatch):
    monkeypatch.setattr(publish, "put_if_possible", lambda *_: False)
    with pytest.raises(OSError, match="could not be written"):
        ahead.write()
