"""What all sessions share is made once."""

import gc

from pandas.testing import assert_frame_equal

from components import cache
from data.output import frames
from data.package import snapshot
from data.package.snapshot import Snapshot


def test_table_as_drawn_and_as_it_leaves_are_one_frame_and_made_once(monkeypatch):
    made, real = [], frames.download
    monkeypatch.setattr(frames, "download", lambda *given: made.append(given) or real(*given))
    with snapshot.held(Snapshot(snapshot.current().files)):
        first = cache.table("us_imports_usd", 2024)
        assert cache.table("us_imports_usd", 2024).rows.equals(first.rows)
    assert len(made) == 1
    assert list(first.rows["iso3"][:6]) == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA"]
    assert_frame_equal(first.open, frames.download(first.rows, "us_imports_usd"))


def test_what_is_loaded_is_kept_from_the_collector():
    gc.unfreeze()
    with snapshot.held(Snapshot(snapshot.current().files)):
        cache.warm_up()
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 100_000
