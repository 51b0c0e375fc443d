"""A line of one measure over the years, as small as a row of a table is high."""

from collections.abc import Mapping, Sequence

from data.output.drawing import canvas, runs, tones

WIDTH_PX, HEIGHT_PX = 140, 28
EDGE_PX = 4
LAST_PX, ENDS_PX, ALONE_PX = 3, 2, 1.2


def draw(points: Sequence[tuple[int, float | None]], first: int, last: int, label: str) -> str:
    """An SVG of the years `first` to `last`; `points` are years with their values in any unit and order.

    The line stops before a year without a value and goes on behind it; a year that stands alone is a dot. The newest
    value is the large dot, the smallest and the largest are rings. Without any value nothing is drawn but the title.
    Raises ValueError where a year has two values."""
    return canvas.drawing(WIDTH_PX, HEIGHT_PX, label, marks(points, first, last))


def marks(points: Sequence[tuple[int, float | None]], first: int, last: int) -> list[str]:
    """The same as marks alone, from the upper left corner on, to stand in a drawing of several such lines."""
    known = runs.known(points, first, last)
    drawn: list[str] = []
    if known:
        at = {year: (_across(year, first, last), _up(value, known)) for year, value in known.items()}
        for run in runs.unbroken(known):
            places = [at[year] for year in run]
            drawn.append(_line(places) if len(run) > 1 else _dot(*places[0], ALONE_PX, tones.OTHER))
        newest = max(known)
        ends = dict.fromkeys((min(known, key=known.__getitem__), max(known, key=known.__getitem__)))
        drawn += [_ring(*at[year]) for year in ends if year != newest]
        drawn.append(_dot(*at[newest], LAST_PX, tones.FIVE))
    return drawn


def _across(year: int, first: int, last: int) -> float:
    share = (year - first) / (last - first) if last > first else 0.5
    return EDGE_PX + share * (WIDTH_PX - 2 * EDGE_PX)


def _up(value: float, known: Mapping[int, float]) -> float:
    low, high = min(known.values()), max(known.values())
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT_PX - EDGE_PX - share * (HEIGHT_PX - 2 * EDGE_PX)


def _line(places: Sequence[tuple[float, float]]) -> str:
    return canvas.line(places, stroke=tones.OTHER, stroke_width=1.5, stroke_linejoin="round")


def _dot(x: float, y: float, radius: float, tone: str) -> str:
    return canvas.mark("circle", cx=x, cy=y, r=radius, fill=tone)


def _ring(x: float, y: float) -> str:
    return canvas.mark("circle", cx=x, cy=y, r=ENDS_PX, fill="none", stroke=tones.OTHER)
