"""Many readers and programs at once, each part on servers of its own: memory, answers, arrivals, replicas, requests."""

import json
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack

from tests.bench import arrival, readers, requests, samples, servers, sessions
from tests.bench.samples import Result
from tests.deploy import proxy

REPLICAS, READERS = 3, 200
# Half a minute on a page: the readers of a report are not in a hurry.
PAUSE_S = 30.0


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
        print(
            f"{count} sessions: {len(load.answers_ms)} answers, {len(load.errors)} errors", *load.errors[:5], sep="\n  "
        )
    results += spread("sessions", "atlas", "answer_50", load.answers_ms)
    return [*results, Result("sessions", "atlas", "errors_50", "count", len(load.errors), len(load.answers_ms))]


def measure_arrival(_is_quick: bool) -> list[Result]:
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
    print(f"{READERS} readers: {len(load.answers_ms)} answers, {len(load.errors)} errors", *load.errors[:5], sep="\n  ")
    most = max(max(each) for each in memory)
    return [
        *spread("replicas", "atlas", f"page_{READERS}", load.answers_ms),
        Result("replicas", "atlas", f"errors_{READERS}", "count", len(load.errors), len(load.answers_ms)),
        Result("replicas", "atlas", "memory_of_a_process", "MB", most, len(memory)),
    ]


def _listed(address: str) -> list[str]:
    """Paths of answers to programs, one of each kind, as the index of the interface lists them."""
    with urllib.request.urlopen(f"{address}/api/v1/index.json", timeout=30) as answer:
        return PATHS_OF(json.load(answer))


def measure_api(is_quick: bool) -> list[Result]:
    """Requests per second of answers to programs, whole ones and such that the asker has already."""
    seconds, results = 5.0 if is_quick else 20.0, []
    with servers.running(servers.ATLAS, "world") as (address, _):
        for name, paths in (("health", ["/healthz"]), ("api", _listed(address))):
            requests.drive(address, paths, 2.0)
            served = requests.drive(address, paths, seconds)
            print(f"{name}: {len(served.errors)} errors", *served.errors[:5], sep="\n  ")
            count = len(served.answers_ms)
            results += spread("api", "atlas", name, served.answers_ms)
            results.append(Result("api", "atlas", f"{name}_per_second", "1/s", count / seconds, count))
    return results


PARTS: dict[str, Callable[[bool], list[Result]]] = {
    "sessions": measure_sessions,
    "arrival": measure_arrival,
    "replicas": measure_replicas,
    "api": measure_api,
}
