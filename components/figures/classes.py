"""Class breaks: round limits, lower side closed, the same over all years of an indicator.

Skewed series get a 1-3-10 ladder (or whole decades where that would be too many classes), balances get the same
ladder on both sides of zero, shares and counts get equal round steps, ranks get fixed groups. Zero is a class of
its own. Six countries are too few for quantiles or natural breaks: these would put one country in each class."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from components.figures.numbers import MINUS, plain
from components.words import word
from data.indicators import Indicator

MOST_BOUNDS = 5
RANK_FROM = (11, 6, 4, 3, 2, 1)
MEMBERSHIPS = ("member", "associate", "observer", "partner", "signatory", "applicant", "former")


@dataclass(frozen=True)
class Classes:
    """Classes in the order of the legend. `kinds` steers the colour: negative, zero, positive or a category's place.

    `words` are the categories; `bounds` are the lower limits, in display units, of positive classes after the first."""

    palette: str
    kinds: tuple[str | int, ...]
    labels: tuple[str, ...]
    bounds: tuple[float, ...] = ()
    words: tuple[str, ...] = ()
    is_rank: bool = False

    def code(self, value: float | str) -> int:
        """Place of the class that `value` (in display units, or a membership) falls in."""
        if isinstance(value, str):
            return self.words.index(value)
        if self.is_rank:
            return next(place for place, low in enumerate(RANK_FROM) if value >= low)
        negatives = self.kinds.count("negative")
        if value == 0:
            return self.kinds.index("zero")
        if value < 0:
            return negatives - 1 - bisect_right(self.bounds, -value)
        return self.kinds.index("positive") + bisect_right(self.bounds, value)


def build(values: pd.DataFrame, indicator: Indicator) -> Classes:
    """The classes of an indicator from its Values of all years."""
    present = values["value"].dropna()
    if indicator.kind == "membership":
        return _categories(present)
    if indicator.kind == "rank":
        return _ranks()
    shown = pd.to_numeric(present) / indicator.display_factor
    magnitudes = shown[shown != 0].abs()
    if indicator.scale == "diverging":
        bounds = _thirds(magnitudes)
    elif indicator.scale == "log":
        bounds = _ladder(magnitudes)
    else:
        bounds = _steps(magnitudes, whole=indicator.kind == "count")
    return _numeric(bounds, shown, indicator)


def _categories(present: pd.Series) -> Classes:
    found = tuple(name for name in MEMBERSHIPS if name in set(present))
    return Classes(
        palette="categories",
        kinds=tuple(MEMBERSHIPS.index(name) for name in found),
        labels=tuple(word(f"membership.{name}") for name in found),
        words=found,
    )


def _ranks() -> Classes:
    ends = (None, 10, 5, 3, 2, 1)
    labels = [
        word("classes.from", low=low)
        if end is None
        else word("classes.exact", low=low)
        if end == low
        else word("classes.span", low=low, high=end)
        for low, end in zip(RANK_FROM, ends, strict=True)
    ]
    return Classes(palette="sequential", kinds=("positive",) * len(labels), labels=tuple(labels), is_rank=True)


def _rungs(low: float, high: float, multiples: tuple[int, ...]) -> list[float]:
    """Ladder values above `low` and up to `high`, one per multiple and decade."""
    decades = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 1)
    return [m * 10.0**d for d in decades for m in multiples if low < m * 10.0**d <= high]


def _ladder(magnitudes: pd.Series) -> tuple[float, ...]:
    if magnitudes.empty:
        return ()
    low, high = float(magnitudes.quantile(0.05)), float(magnitudes.max())
    rungs = _rungs(low, high, (1, 3))
    if len(rungs) > MOST_BOUNDS:
        rungs = _rungs(low, high, (1,))
    return tuple(rungs[-MOST_BOUNDS:])


def _thirds(magnitudes: pd.Series) -> tuple[float, ...]:
    if magnitudes.empty:
        return ()
    exponents = [math.log10(magnitudes.quantile(share)) for share in (1 / 3, 2 / 3)]
    snapped = {10.0 ** math.floor(e) * (1 if e % 1 < math.log10(3) else 3) for e in exponents}
    return tuple(sorted(snapped))


def _steps(magnitudes: pd.Series, *, whole: bool) -> tuple[float, ...]:
    if magnitudes.empty:
        return ()
    rough = magnitudes.max() / MOST_BOUNDS
    decade = 10.0 ** math.floor(math.log10(rough))
    step = next(m * decade for m in (1, 2, 5, 10) if m * decade >= rough)
    step = max(step, 1.0) if whole else step
    # Three times 0.1 is a little more than 0.3: a value of 0.3 belongs to the class that begins there.
    bounds = [float(f"{step * place:.12g}") for place in range(1, MOST_BOUNDS + 1)]
    return tuple(bound for bound in bounds if bound <= magnitudes.max())


def _limit(value: float) -> str:
    """A bound with the decimals it has: 0.03, 1.5, 2, 1,000."""
    decimals = max(0, -math.floor(math.log10(value)))
    return plain(value, decimals if math.isclose(round(value, decimals), value) else decimals + 1)


def _numeric(bounds: tuple[float, ...], shown: pd.Series, indicator: Indicator) -> Classes:
    kinds: list[str | int] = []
    labels: list[str] = []
    limits = [_limit(bound) for bound in bounds]
    if (shown < 0).any():
        negative = _negative_labels(limits)
        kinds += ["negative"] * len(negative)
        labels += negative
    if (shown == 0).any():
        kinds.append("zero")
        labels.append(word("classes.zero"))
    if (shown > 0).any():
        positive = _positive_labels(limits, has_other_side=bool(kinds))
        kinds += ["positive"] * len(positive)
        labels += positive
    palette = "diverging" if indicator.scale == "diverging" else "sequential"
    return Classes(palette=palette, kinds=tuple(kinds), labels=tuple(labels), bounds=bounds)


def _positive_labels(limits: list[str], *, has_other_side: bool) -> list[str]:
    first = "classes.plus_under" if has_other_side else "classes.under"
    if not limits:
        return [word("classes.plus_any")]
    between = [word("classes.between", low=a, high=b) for a, b in pairwise(limits)]
    return [word(first, high=limits[0]), *between, word("classes.from", low=limits[-1])]


def _negative_labels(limits: list[str]) -> list[str]:
    if not limits:
        return [word("classes.minus_any")]
    pairs = list(pairwise(limits))[::-1]
    between = [word("classes.minus_between", low=f"{MINUS}{a}", high=f"{MINUS}{b}") for a, b in pairs]
    return [
        word("classes.minus_from", low=f"{MINUS}{limits[-1]}"),
        *between,
        word("classes.minus_under", high=f"{MINUS}{limits[0]}"),
    ]
