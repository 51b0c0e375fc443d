"""Where values stand on an axis from nought, and the round numbers that are printed beside it."""

import math

ROUND = (1, 2, 2.5, 5, 10)


def ticks(most: float, about: int = 4) -> list[float]:
    """Round numbers from nought up to the first that `most` does not exceed, about so many steps of them.

    A largest value of nought has the ticks 0 and 1."""
    if most <= 0:
        return [0.0, 1.0]
    rough = most / about
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(one * size for one in ROUND if one * size >= rough)
    return [step * number for number in range(math.ceil(round(most / step, 6)) + 1)]


def years(first: int, last: int, most: int = 8) -> list[int]:
    """Years to print under an axis: both ends, and between them those divisible by a round number."""
    step = next(one for one in (1, 2, 5, 10, 20, 50) if (last - first) / one <= most)
    inner = [year for year in range(first, last + 1) if year % step == 0]
    return [first, *(year for year in inner if min(year - first, last - year) >= step * 0.6), last]
