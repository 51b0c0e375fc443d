"""Many readers and programs at once, each part on servers of its own: memory, answers, arrivals, replicas, requests."""

import json
import logging
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack

from tests.bench import arrival, readers, requests, samples, servers, sessions
from tests.bench.peers import shapes
from tests.bench.samples import Result
from tests.deploy import proxy

_LOG = logging.getLogger(__name__)
REPLICAS, READERS = 3, 200
# Half a minute on a page: the readers of a report are not in a hurry.
PAUSE_S = 30.0


def _tell(what: str, errors: list[str]) -> None:
    """Note what was seen, and the first things that went wrong."""
    _LOG.info("\n  ".join([f"{what}, {len(errors)} errors", *errors[:5]]))


def spread(layer: str, peer: str, name: str, answers_ms: list[float]) -> list[Result]:
    """Median and 95th percentile of answer times."""
    found = {"median": samples.median(answers_ms), "p95": samples.percentile(answers_ms, 0.95)}
    return [Result(layer, peer, f"{name}_{kind}", "ms", value, len(answers_ms)) for kind, value in found.items()]


def measure_sessions(is_quick: bool) -> list[Result]:
    """Memory with 1, 10 and 50 sessions, each on a server that one reader has warmed, and the answers with 50."""
    seconds, results = 30.0 if is_quick else 120.0, []
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
        _tell(f"{count} sessions: {len(load.answers_ms)} answers", load.errors)
    results += spread("sessions", "atlas", "answer_50", load.answers_ms)
    return [*results, Result("sessions", "atlas", "errors_50", "count", len(load.errors), len(load.answers_ms))]


def _arrived(peer: servers.Peer, count: int) -> list[Result]:
    """Readers of a peer who open the first page at once, on a server that nobody has visited."""
    with servers.running(peer, "world") as (address, process):
        seen = arrival.drive(address, peer.kind, count)
        memory = servers.resident_mb(process)
    _tell(f"{peer.name}: {count} at once", seen.lost)
    told = [
        ("first", "ms", 1000 * min(seen.served_s)),
        ("median", "ms", 1000 * samples.median(seen.served_s)),
        ("last", "ms", 1000 * max(seen.served_s)),
        ("lost", "count", len(seen.lost)),
        ("memory", "MB", memory),
    ]
    if peer == servers.ATLAS:
        told += [
            ("picture_median", "ms", 1000 * samples.median(seen.picture_s)),
            ("picture_last", "ms", 1000 * max(seen.picture_s)),
            ("without_picture", "count", count - len(seen.picture_s)),
            ("health_longest", "ms", 1000 * max(seen.health_s)),
        ]
    return [Result("arrival", peer.name, f"{name}_{count}", unit, value, count) for name, unit, value in told]


def measure_arrival(_is_quick: bool) -> list[Result]:
    """Fifty and a hundred readers at once, of the atlas and of a page of its peers."""
    return [
        result
        for count in (50, 100)
        for peer in (servers.ATLAS, servers.DASH, servers.FLOOR)
        for result in _arrived(peer, count)
    ]


def measure_replicas(is_quick: bool) -> list[Result]:
    """Readers who wander over all pages of several processes behind the proxy."""
    asked = readers.Asked(READERS, 60.0 if is_quick else 240.0, PAUSE_S, 60.0)
    memory: list[list[float]] = []
    with ExitStack() as stack:
        started = [stack.enter_context(servers.running(servers.ATLAS, "world")) for _ in range(REPLICAS)]
        door = stack.enter_context(proxy.before([address for address, _ in started]))
        load = readers.drive(
            door.address, asked, lambda: memory.append([servers.resident_mb(process) for _, process in started])
        )
    _tell(f"{READERS} readers: {len(load.answers_ms)} answers", load.errors)
    most = max(max(each) for each in memory)
    return [
        *spread("replicas", "atlas", f"page_{READERS}", load.answers_ms),
        Result("replicas", "atlas", f"errors_{READERS}", "count", len(load.errors), len(load.answers_ms)),
        Result("replicas", "atlas", "memory_of_a_process", "MB", most, len(memory)),
    ]


def _listed(address: str) -> dict[str, list[str]]:
    """Paths of answers to programs as the index of the interface lists them: the first of each kind, and the rows of
    the indicators that the peers have."""
    with urllib.request.urlopen(f"{address}/api/v1/index.json", timeout=60) as answer:
        files = json.load(answer)["files"]
    first = {one["kind"]: one["address"] for one in reversed(files)}
    rows = [one["address"] for one in files if one["kind"] == "indicator_csv" and one.get("id") in shapes.TITLES]
    return {"api": list(first.values()), "csv": rows}


def _asked(peer: servers.Peer, address: str) -> dict[str, list[str]]:
    if peer == servers.ATLAS:
        return {"health": ["/healthz"], **_listed(address)}
    return {"csv": [f"/api/{one}.csv" for one in shapes.FAMILY]}


def measure_api(is_quick: bool) -> list[Result]:
    """Requests per second of answers to programs: all kinds of the atlas, rows as CSV of the atlas and its peers."""
    seconds, results = 5.0 if is_quick else 20.0, []
    for peer in servers.SITES:
        with servers.running(peer, "world") as (address, _):
            for name, paths in _asked(peer, address).items():
                requests.drive(address, paths, 2.0)
                served = requests.drive(address, paths, seconds)
                _tell(f"{peer.name}, {name}: {len(served.answers_ms)} answers", served.errors)
                count = len(served.answers_ms)
                results += spread("api", peer.name, name, served.answers_ms)
                results.append(Result("api", peer.name, f"{name}_per_second", "1/s", count / seconds, count))
    return results


PARTS: dict[str, Callable[[bool], list[Result]]] = {
    "sessions": measure_sessions,
    "arrival": measure_arrival,
    "replicas": measure_replicas,
    "api": measure_api,
}
