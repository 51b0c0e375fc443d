"""Class breaks: round limits, lower side closed, the same over all years of an indicator.

Skewed series get a 1-3-10 ladder (or whole decades where that would be too many classes), balances get the same
ladder on both sides of zero, changes as much of it as reaches from the smallest to the largest, shares and counts get
equal round steps, ranks get fixed groups. Zero is a class of its own. The reader may choose another rule of
`components/figures/breaks.py` for anything that is measured."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from components.figures import breaks
from components.words import word
from data.indicators import Indicator
from data.subjects.number_format import MINUS, exact
from data.vocabulary import terms

FIXED = ("membership", "rank")
RANK_FROM = (11, 6, 4, 3, 2, 1)
MEMBERSHIPS = ("member", "associate", "observer", "partner", "signatory", "applicant", "former", "announced")


@dataclass(frozen=True)
class Classes:
    """Classes in the order of the legend. `kinds` steers the colour: negative, zero, positive or a category's place.

    `words` are the categories; `ends` stand at the start, middle and end of a colour that runs on; `bounds` are the
    lower limits, in display units, of positive classes after the first."""

    palette: str
    kinds: tuple[str | int, ...]
    labels: tuple[str, ...]
    bounds: tuple[float, ...] = ()
    words: tuple[str, ...] = ()
    is_rank: bool = False
    ends: tuple[str, ...] = ()

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


def build(values: pd.DataFrame, indicator: Indicator, method: str = "auto") -> Classes:
    """The classes of an indicator from its Values of all years.

    `method` is "auto", a rule of `breaks.METHODS` or limits in display units ("10;100"); memberships and ranks have
    classes of their own whatever it says."""
    present = values["value"].dropna()
    if indicator.kind == "membership":
        return _categories(present)
    if indicator.kind == "rank":
        return _ranks()
    shown = pd.to_numeric(present) / indicator.display_factor
    found = _numeric(_bounds(shown[shown != 0].abs(), indicator, method), shown, indicator)
    return replace(found, ends=_ends(found)) if method == breaks.CONTINUOUS and found.bounds else found


def _bounds(magnitudes: pd.Series, indicator: Indicator, method: str) -> tuple[float, ...]:
    if magnitudes.empty:
        return ()
    if method in breaks.METHODS:
        return breaks.METHODS[method](magnitudes)
    if method != "auto":
        return breaks.own(method)
    if indicator.scale == "diverging":
        return breaks.thirds(magnitudes)
    if indicator.scale == "change":
        return breaks.decades(magnitudes)
    if indicator.scale == "log":
        return breaks.ladder(magnitudes)
    return breaks.steps(magnitudes, is_whole=indicator.kind == "count")


def _ends(found: Classes) -> tuple[str, ...]:
    """Labels of a colour that runs on: zero in the middle where there are values on both sides of it."""
    low, middle, high = (exact(found.bounds[place]) for place in (0, len(found.bounds) // 2, -1))
    if "negative" not in found.kinds:
        return low, middle, high
    return f"{MINUS}{high}", exact(0), high if "positive" in found.kinds else exact(0)


def _categories(present: pd.Series) -> Classes:
    found = tuple(name for name in MEMBERSHIPS if name in set(present))
    return Classes(
        palette="categories",
        kinds=tuple(MEMBERSHIPS.index(name) for name in found),
        labels=tuple(terms.standing(name) for name in found),
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


def _numeric(bounds: tuple[float, ...], shown: pd.Series, indicator: Indicator) -> Classes:
    kinds: list[str | int] = []
    labels: list[str] = []
    limits = [exact(bound) for bound in bounds]
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
    palette = "diverging" if indicator.scale in ("diverging", "change") else "sequential"
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
