"""Growth of the page's heap over many changes of indicator, garbage collected before each reading."""

from tests.bench.browser import TITLES, Reader

WARM_ROUNDS = 5


def used(reader: Reader) -> int:
    """Bytes of JavaScript heap in use after a collection."""
    reader.cdp.send("HeapProfiler.enable")
    for _ in range(2):
        reader.cdp.send("HeapProfiler.collectGarbage")
    metrics = reader.cdp.send("Performance.getMetrics")["metrics"]
    return int(next(metric["value"] for metric in metrics if metric["name"] == "JSHeapUsedSize"))


def growth_pct(reader: Reader, changes: int) -> float:
    """Percent by which the heap grew, after every indicator was drawn a few times.

    In the first rounds the engine compiles what is called often; that code counts as heap, and comes to an end (of the
    growth over 60 changes that were not warmed up, 1.6 of 1.9 MB were machine code)."""
    for _ in range(WARM_ROUNDS * len(TITLES)):
        reader.change_indicator()
    before = used(reader)
    for _ in range(changes):
        reader.change_indicator()
    return 100 * (used(reader) / before - 1)
