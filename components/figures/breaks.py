"""Where classes break: round lower limits for the magnitudes of an indicator over all its years.

Every rule takes positive numbers and gives up to MOST limits (the continuous one FINE) in rising order; a value on a
limit belongs to the class above it. Natural breaks are Fisher's exact ones, worked out here: the library at hand loads
80 MB for it."""

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pandas as pd

MOST = 5
MOST_CHANGE = 4
FINE = 24
SKEWED = 30
MOST_VALUES = 400


def _rungs(low: float, high: float, multiples: tuple[int, ...]) -> list[float]:
    """Ladder values above `low` and up to `high`, one per multiple and decade."""
    decades = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 1)
    return [m * 10.0**d for d in decades for m in multiples if low < m * 10.0**d <= high]


def ladder(magnitudes: pd.Series) -> tuple[float, ...]:
    """The highest rungs of 1, 3, 10, 30 ..., or of whole decades where these would be too many."""
    low, high = float(magnitudes.quantile(0.05)), float(magnitudes.max())
    rungs = _rungs(low, high, (1, 3))
    if len(rungs) > MOST:
        rungs = _rungs(low, high, (1,))
    return tuple(rungs[-MOST:])


def decades(magnitudes: pd.Series) -> tuple[float, ...]:
    """The finest rungs that reach from the lowest values to the highest in no more than MOST_CHANGE limits.

    They are 1, 3, 10, 30 ..., else whole decades, else every second one, and so on: none is left out at the lower end,
    so that a value a hundred times another is never in its class."""
    low, high = float(magnitudes.quantile(0.05)), float(magnitudes.max())
    rungs = _rungs(low, high, (1, 3))
    every = 1
    while len(rungs) > MOST_CHANGE:
        rungs = [rung for rung in _rungs(low, high, (1,)) if round(math.log10(rung)) % every == 0]
        every += 1
    return tuple(rungs)


def thirds(magnitudes: pd.Series) -> tuple[float, ...]:
    """Two limits near the thirds of the values, on the ladder of 1, 3, 10, 30 ..."""
    exponents = [math.log10(magnitudes.quantile(share)) for share in (1 / 3, 2 / 3)]
    snapped = {10.0 ** math.floor(e) * (1 if e % 1 < math.log10(3) else 3) for e in exponents}
    return tuple(sorted(snapped))


def steps(magnitudes: pd.Series, *, is_whole: bool = False) -> tuple[float, ...]:
    """Multiples of one round step."""
    rough = magnitudes.max() / MOST
    decade = 10.0 ** math.floor(math.log10(rough))
    step = next(m * decade for m in (1, 2, 5, 10) if m * decade >= rough)
    step = max(step, 1.0) if is_whole else step
    # Three times 0.1 is a little more than 0.3: a value of 0.3 belongs to the class that begins there.
    limits = [float(f"{step * place:.12g}") for place in range(1, MOST + 1)]
    return tuple(limit for limit in limits if limit <= magnitudes.max())


def fine(magnitudes: pd.Series) -> tuple[float, ...]:
    """So many narrow classes that the colour seems to run on: equal steps, of the logarithm where values are skewed."""
    low, high = float(magnitudes.quantile(0.05)), float(magnitudes.max())
    edges = np.geomspace(low, high, FINE + 1) if high > SKEWED * low else np.linspace(0, high, FINE + 1)
    return tuple(sorted({float(f"{edge:.3g}") for edge in edges[1:-1]}))


def quantiles(magnitudes: pd.Series) -> tuple[float, ...]:
    """Limits that put about the same number of values into each class."""
    ordered = np.sort(magnitudes.to_numpy(dtype="float64"))
    places = [round(len(ordered) * share / (MOST + 1)) for share in range(1, MOST + 1)]
    return _between(ordered, places)


def natural(magnitudes: pd.Series) -> tuple[float, ...]:
    """Limits between the groups that keep values within a class closest together (Fisher, Jenks)."""
    ordered = np.sort(magnitudes.to_numpy(dtype="float64"))
    if len(ordered) > MOST_VALUES:
        ordered = np.quantile(ordered, np.linspace(0, 1, MOST_VALUES))
    return _between(ordered, _groups(ordered, min(MOST + 1, len(np.unique(ordered)))))


def _groups(ordered: np.ndarray, count: int) -> list[int]:
    """Places at which `count` groups of sorted values start, the first left out: least squares within the groups."""
    size = len(ordered)
    sums, squares = (np.concatenate([[0.0], np.cumsum(one)]) for one in (ordered, ordered**2))
    ends = np.arange(1, size + 1)
    cost = squares[ends] - sums[ends] ** 2 / ends
    starts = []
    for group in range(1, count):
        fresh, start = np.full(size, np.inf), np.zeros(size, dtype="int64")
        for end in range(group, size):
            froms = np.arange(group, end + 1)
            inside = squares[end + 1] - squares[froms] - (sums[end + 1] - sums[froms]) ** 2 / (end + 1 - froms)
            total = cost[froms - 1] + inside
            best = int(total.argmin())
            fresh[end], start[end] = total[best], froms[best]
        cost = fresh
        starts.append(start)
    places: list[int] = []
    end = size - 1
    for start in reversed(starts):
        places.append(int(start[end]))
        end = places[-1] - 1
    return places[::-1]


def _between(ordered: np.ndarray, places: list[int]) -> tuple[float, ...]:
    """The roundest limit between each place's value and the one before it."""
    pairs = [(ordered[place - 1], ordered[place]) for place in places if 0 < place < len(ordered)]
    return tuple(sorted({_roundest(low, high) for low, high in pairs if low < high}))


def _roundest(low: float, high: float) -> float:
    """The number with the fewest digits above `low` and up to `high`."""
    decade = math.floor(math.log10(high))
    while True:
        for unit in (10.0**decade, 5 * 10.0 ** (decade - 1)):
            found = math.floor(high / unit * (1 + 1e-12)) * unit
            if found > low:
                return float(f"{found:.12g}")
        decade -= 1


CONTINUOUS = "continuous"
METHODS: dict[str, Callable[[pd.Series], tuple[float, ...]]] = {
    CONTINUOUS: fine,
    "log": ladder,
    "equal": steps,
    "quantile": quantiles,
    "natural": natural,
}


def own(text: str) -> tuple[float, ...]:
    """Limits the reader typed: "10;100;1000". Raises ValueError unless they are one to five rising positive numbers."""
    limits = tuple(float(part) for part in text.split(";"))
    are_rising = all(low < high for low, high in pairwise(limits))
    if not (1 <= len(limits) <= MOST and are_rising and limits[0] > 0 and math.isfinite(limits[-1])):
        raise ValueError(text)
    return limits


def is_method(text: str) -> bool:
    """Whether `text` names a rule ("auto" is the indicator's own) or spells limits."""
    if text == "auto" or text in METHODS:
        return True
    try:
        own(text)
    except ValueError:
        return False
    return True
