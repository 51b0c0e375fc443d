"""What all sessions share is made once."""

import gc

from components import cache
from data.output import frames
from data.package import snapshot
from data.package.snapshot import Snapshot


def test_table_and_both_downloads_are_one_frame_and_made_once():
    first = cache.table("us_imports_usd", 2024)
    assert cache.table("us_imports_usd", 2024).csv is first.csv
    assert list(first.rows["iso3"][:6]) == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA"]
    assert first.csv == frames.to_csv(frames.download(first.rows, "us_imports_usd"))
    assert first.excel.decode("utf-8-sig").splitlines() == first.csv.decode().splitlines()


def test_what_is_loaded_is_kept_from_the_collector():
    gc.unfreeze()
    with snapshot.held(Snapshot(snapshot.current().files)):
        cache.warm_up()
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 100_000
