"""Measures our map beside its peers and prints the table: `python -m tests.bench [--quick]`, or `make bench`.

All peers are measured in one run, one after the other in every round, on the same shapes and values. The figures are
written to `tests/bench/results.csv`; `--part` leaves out what is not asked for."""

import argparse
import datetime
import os
import platform
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench import arrival, heap, samples, servers, sessions
from tests.bench.browser import Reader
from tests.bench.chromium import launch
from tests.bench.samples import Result

LAYERS = ("world", "region")
PARTS = ("map", "sessions", "arrival", "heap")
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


def measure_sessions(seconds: float) -> list[Result]:
    """Memory with 1, 10 and 50 sessions, each on a server that one reader has warmed, and the answers with 50."""
    results = []
    for count in (1, 10, 50):
        memory: list[float] = []
        with servers.running(servers.ATLAS, "world") as (address, process):
            sessions.drive(address, 1, 5.0, 1.0, lambda: None)
            load = sessions.drive(
                address,
                count,
                seconds,
                5.0,
                lambda: memory.append(servers.resident_mb(process)),  # noqa: B023
            )
        results.append(Result("sessions", "atlas", f"memory_{count}", "MB", max(memory), len(memory)))
        print(
            f"{count} sessions: {len(load.answers_ms)} answers, {len(load.errors)} errors", *load.errors[:5], sep="\n  "
        )
    for name, value in (
        ("answer_median_50", samples.median(load.answers_ms)),
        ("answer_p95_50", samples.percentile(load.answers_ms, 0.95)),
    ):
        results.append(Result("sessions", "atlas", name, "ms", value, len(load.answers_ms)))
    return [*results, Result("sessions", "atlas", "errors_50", "count", len(load.errors), len(load.answers_ms))]


def measure_arrival() -> list[Result]:
    """Readers who open the first page at once, each number of them on a server that nobody has visited."""
    results = []
    for count in (50, 100):
        with servers.running(servers.ATLAS, "world") as (address, process):
            seen = arrival.drive(address, count)
            memory = servers.resident_mb(process)
        for name, unit, value in (
            ("first", "s", min(seen.served_s)),
            ("median", "s", samples.median(seen.served_s)),
            ("last", "s", max(seen.served_s)),
            ("health_longest", "s", max(seen.health_s)),
            ("lost", "count", len(seen.lost)),
            ("memory", "MB", memory),
        ):
            results.append(Result("arrival", "atlas", f"{name}_{count}", unit, value, count))
        print(f"{count} at once: {len(seen.lost)} lost", *seen.lost[:5], sep="\n  ")
    return results


def measure_heap(browser: Browser, changes: int) -> list[Result]:
    """Growth of the page's heap over many changes of indicator."""
    with servers.running(servers.ATLAS, "world") as (address, _):
        reader = Reader(browser, servers.ATLAS, address, "world")
        growth = heap.growth_pct(reader, changes)
        reader.close()
    return [Result("heap", "atlas", f"growth_{changes}_changes", "%", growth, 1)]


def machine() -> str:
    """What the figures were measured on, without a name."""
    return f"{os.cpu_count()} cores {platform.machine()} {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="The map beside its peers.")
    parser.add_argument("--quick", action="store_true", help="three rounds, half a minute of sessions")
    parser.add_argument("--part", action="append", choices=PARTS, help="measure only this; may be given several times")
    asked = parser.parse_args()
    parts = asked.part or PARTS
    results: list[Result] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if "map" in parts:
            for layer in LAYERS:
                results += measure_map(browser, layer, 3 if asked.quick else 9)
        if "heap" in parts:
            results += measure_heap(browser, 40 if asked.quick else 200)
        browser.close()
    if "sessions" in parts:
        results += measure_sessions(30 if asked.quick else 120)
    if "arrival" in parts:
        results += measure_arrival()
    table = samples.rows(results, datetime.date.today().isoformat(), machine())
    print(samples.markdown(table))
    samples.write(table, RESULTS)


if __name__ == "__main__":
    main()
