"""Measures our map beside its peers and prints the table: `python -m tests.bench [--quick]`, or `make bench`.

All peers are measured in one run, one after the other in every round, on the same shapes and values. The figures are
written to `tests/bench/results.csv`; `--part` leaves out what is not asked for."""

import argparse
import datetime
import logging
import os
import platform
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench import crowds, heap, samples, searching, servers, turning
from tests.bench.browser import Reader
from tests.bench.chromium import launch
from tests.bench.samples import Result

LAYERS = ("world", "region")
PARTS = ("map", "pages", "heap", "sessions", "arrival", "replicas", "api")
RESULTS = Path(__file__).parent / "results.csv"


def measure_map(browser: Browser, layer: str, rounds: int) -> list[Result]:
    """First paint, changes, bytes and zoom of every peer on one layer."""
    seen: dict[tuple[str, str, str], list[float]] = {}

    def note(peer: servers.Peer, measure: str, unit: str, value: float) -> None:
        seen.setdefault((peer.name, measure, unit), []).append(value)

    with servers.all_running(servers.PEERS_MEASURED, layer) as addresses:
        for peer, address in addresses.items():
            Reader(browser, peer, address, layer).close()
        for place in range(rounds):
            for peer, address in addresses.items():
                reader = Reader(browser, peer, address, layer)
                note(peer, "first_picture", "ms", reader.first_picture_ms)
                note(peer, "first_paint", "ms", reader.first_paint_ms)
                _round(reader, note, is_last=place == rounds - 1)
                reader.close()
            print(f"{layer}: round {place + 1} of {rounds}", flush=True)
    return [Result(layer, *key, samples.median(values), len(values)) for key, values in seen.items()]


def _round(reader: Reader, note, *, is_last: bool) -> None:
    reader.change_indicator()
    reader.step_year("ArrowLeft")
    for name, change in (
        ("indicator", reader.change_indicator()),
        ("year", reader.step_year("ArrowRight")),
    ):
        note(reader.peer, f"{name}_painted", "ms", change.ms)
        note(reader.peer, f"{name}_until_painted", "bytes", change.bytes_until_painted)
        note(reader.peer, f"{name}_in_all", "bytes", change.bytes_in_all)
    if is_last:
        before = reader.zoom_in()
        reader.change_indicator()
        reader.step_year("ArrowLeft")
        note(reader.peer, "zoom_kept", "1 = yes", float(abs(reader.scale() - before) < 0.01))


def measure_heap(browser: Browser, changes: int) -> list[Result]:
    """Growth of the page's heap over many changes of indicator."""
    with servers.running(servers.ATLAS, "world") as (address, _):
        reader = Reader(browser, servers.ATLAS, address, "world")
        growth = heap.growth_pct(reader, changes)
        reader.close()
    return [Result("heap", "atlas", f"growth_{changes}_changes", "%", growth, 1)]


def measure_pages(browser: Browser, rounds: int) -> list[Result]:
    """Opening every page from the navigation, and the search from key to list, of each site."""
    results: list[Result] = []
    for peer in servers.SITES:
        with servers.running(peer, "world") as (address, _):
            seen = turning.measure(browser, peer, address, rounds)
            strokes = searching.measure(browser, peer, address, rounds)
        for measure, pages in (("opened", seen.opened), ("whole", seen.whole)):
            results += [
                Result("pages", peer.name, f"{name.lower()}_{measure}", "ms", samples.median(taken), len(taken))
                for name, taken in pages.items()
            ]
        results += crowds.spread("search", peer.name, "key_to_list", strokes)
    return results


def machine() -> str:
    """What the figures were measured on, without a name."""
    return f"{os.cpu_count()} cores {platform.machine()} {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="The map beside its peers.")
    parser.add_argument("--quick", action="store_true", help="three rounds, half a minute of sessions")
    parser.add_argument("--part", action="append", choices=PARTS, help="measure only this; may be given several times")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parts = asked.part or PARTS
    results: list[Result] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if "map" in parts:
            for layer in LAYERS:
                results += measure_map(browser, layer, 3 if asked.quick else 9)
        if "heap" in parts:
            results += measure_heap(browser, 40 if asked.quick else 200)
        if "pages" in parts:
            results += measure_pages(browser, 3 if asked.quick else 9)
        browser.close()
    for name, measure in crowds.PARTS.items():
        if name in parts:
            results += measure(asked.quick)
    table = samples.rows(results, datetime.date.today().isoformat(), machine())
    print(samples.markdown(table))
    samples.write(table, RESULTS)


if __name__ == "__main__":
    main()
