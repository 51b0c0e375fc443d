"""From measured samples to the table: medians, percentiles, ratios, Markdown and CSV. No browser, no clock."""

import csv
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("date", "machine", "layer", "peer", "measure", "unit", "value", "samples", "to_dash", "to_floor")
TIMED = "ms"


@dataclass(frozen=True)
class Result:
    """One figure of one peer. `samples` is how many single measurements it stands for."""

    layer: str
    peer: str
    measure: str
    unit: str
    value: float
    samples: int


def median(samples: Sequence[float]) -> float:
    """The middle sample. Raises ValueError without samples."""
    if not samples:
        raise ValueError("no samples")
    return statistics.median(samples)


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that `share` (0 to 1) of all samples do not exceed. Raises ValueError without samples."""
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    needed = max(1, -(-len(ordered) * round(share * 1000) // 1000))
    return ordered[needed - 1]


def ratio(results: Iterable[Result], one: Result, other: str) -> float | None:
    """A figure over the same figure of another peer; None where that peer has none or it is zero."""
    same = [r.value for r in results if (r.layer, r.measure, r.peer) == (one.layer, one.measure, other)]
    return one.value / same[0] if same and same[0] else None


def rows(results: Sequence[Result], date: str, machine: str) -> list[dict[str, str]]:
    """One row per figure, with its ratio to the tuned Dash peer and to the floor where it is a time."""
    table = []
    for result in results:
        ratios = [ratio(results, result, other) if result.unit == TIMED else None for other in ("dash", "floor")]
        to_dash, to_floor = ("" if value is None else f"{value:.2f}" for value in ratios)
        said = (
            date,
            machine,
            result.layer,
            result.peer,
            result.measure,
            result.unit,
            f"{result.value:.0f}",
            str(result.samples),
        )
        table.append(dict(zip(COLUMNS, (*said, to_dash, to_floor), strict=True)))
    return table


def write(table: list[dict[str, str]], path: Path) -> None:
    """The rows as CSV; what is there of layers that were not measured this time stays before them."""
    measured = {row["layer"] for row in table}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            table = [row for row in csv.DictReader(file) if row["layer"] not in measured] + table
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def markdown(table: list[dict[str, str]]) -> str:
    """One table per layer: peers down, measures across, times with their ratio to Dash in brackets."""
    parts = []
    for layer in dict.fromkeys(row["layer"] for row in table):
        inside = [row for row in table if row["layer"] == layer]
        measures = list(dict.fromkeys((row["measure"], row["unit"]) for row in inside))
        lines = [
            f"| {layer} | {' | '.join(f'{name}, {unit}' for name, unit in measures)} |",
            "|---" * len(measures) + "|---|",
        ]
        for peer in dict.fromkeys(row["peer"] for row in inside):
            cells = {row["measure"]: _cell(row) for row in inside if row["peer"] == peer}
            lines.append(f"| {peer} | {' | '.join(cells.get(name, '') for name, _ in measures)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _cell(row: dict[str, str]) -> str:
    value = f"{int(row['value']):,}"
    return f"{value} ({row['to_dash']})" if row["to_dash"] else value
