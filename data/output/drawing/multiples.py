"""Dots on an axis that grows by doubling: how many times one figure is another, with bands round as much as it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log2

from data.output.drawing import canvas, marks, tones

MOST_PX, ROW_PX, AXIS_PX, GAP_PX = 460, 18, 18, 10
# The part of the width on the right that is kept for words.
ROOM = 0.34
# Sixteen times and a sixteenth are the ends; what lies beyond stands there.
CAP = 4
LEAST_APART_PX = 11
SIZE_PX = 4.5


@dataclass(frozen=True)
class Dot:
    """A row: so many times as much, its shape of `marks.SHAPES`, its colour, its words; with a ring if singled out.

    What is `hollow` is drawn as an outline of its shape's ring."""

    times: float
    shape: str
    tone: str
    said: str = ""
    is_chosen: bool = False
    hollow: bool = False


def draw(rows: Sequence[Dot], bands: Sequence[tuple[float, float]], label: str, width: float = 480) -> str:
    """An SVG of the dots from the first on top; `bands` are from so many to so many times, the widest first.

    Words that would touch those above them are left out, but for those of the dot that is singled out."""
    low, high = _span([_place(row.times) for row in rows])
    step = min(ROW_PX, MOST_PX / max(len(rows), 1))
    bottom = AXIS_PX + step * len(rows)
    drawn = [
        _band(_along(log2(one), low, high, width), _along(log2(other), low, high, width), bottom)
        for one, other in bands
    ]
    middle = _along(0, low, high, width)
    drawn.append(canvas.line([(middle, AXIS_PX), (middle, bottom)], stroke=tones.OTHER))
    drawn += [_tick(place, _along(place, low, high, width)) for place in range(ceil(low), floor(_end(low, high)) + 1)]
    written = 0.0
    for place, row in enumerate(rows):
        x, y = _along(_place(row.times), low, high, width), AXIS_PX + (place + 0.5) * step
        drawn.append(_dot(row, x, y))
        if row.said and (row.is_chosen or y - written >= LEAST_APART_PX):
            said = canvas.cut(row.said, width - x - GAP_PX)
            bold: canvas.Attributes = {"font_weight": "bold"} if row.is_chosen else {}
            drawn.append(canvas.words(x + GAP_PX, y + 4, said, **bold))
            written = y
    return canvas.drawing(width, bottom + 2, label, drawn)


def _place(times: float) -> float:
    return max(-CAP, min(CAP, log2(times)))


def _span(places: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis: half and double at least, and on the right room for words."""
    low = min([-1.0, *(floor(one) for one in places)]) - 0.3
    high = max([1.0, *(ceil(one) for one in places)])
    return low, low + (high - low) / (1 - ROOM)


def _end(low: float, high: float) -> float:
    return low + (high - low) * (1 - ROOM)


def _along(place: float, low: float, high: float, width: float) -> float:
    return (place - low) / (high - low) * width


def _band(left: float, right: float, bottom: float) -> str:
    box: canvas.Attributes = {"x": left, "y": AXIS_PX, "width": right - left, "height": bottom - AXIS_PX}
    return canvas.mark("rect", fill=tones.OTHER, fill_opacity="0.16", **box)


def _tick(place: int, x: float) -> str:
    return canvas.words(x, AXIS_PX - 6, f"{2**place}×" if place >= 0 else f"1/{2**-place}", text_anchor="middle")


def _dot(row: Dot, x: float, y: float) -> str:
    made = marks.draw("ring" if row.hollow else row.shape, x, y, SIZE_PX, row.tone)
    return made + marks.draw("ring", x, y, SIZE_PX + 4, tones.CHOSEN) if row.is_chosen else made
