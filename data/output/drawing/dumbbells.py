"""Two figures of one thing, one row each: two ends with a bar between them, which is what they differ by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.output.drawing import axis, canvas, tones

ROW_PX, AXIS_PX, NAMES_PX, GAP_PX = 18, 18, 44, 8
DOT_PX, GAP_LINE_PX = 4, 3


@dataclass(frozen=True)
class Pair:
    """A row: its name, both figures, and what is printed at its end; a figure that is not known is None and not drawn.

    `down_to` is how low the first might be, freight and insurance taken off: a pale band from there to it."""

    name: str
    first: float | None
    second: float | None
    said: str
    down_to: float | None = None


def draw(rows: Sequence[Pair], label: str, said: Callable[[float], str], width: float = 330) -> str:
    """An SVG on one axis from nought, `said` prints its values: the first of both a dot, the second a square."""
    marked = axis.ticks(max((max(row.first or 0, row.second or 0) for row in rows), default=0), 3)
    right = max((canvas.length(row.said) for row in rows), default=0) + GAP_PX * 2
    scale = (width - NAMES_PX - right) / marked[-1]
    bottom = len(rows) * ROW_PX
    marks = []
    for value in marked:
        x = NAMES_PX + value * scale
        marks.append(canvas.line([(x, 0), (x, bottom)], stroke=tones.GUIDE))
        marks.append(canvas.words(x, bottom + 12, said(value), text_anchor="middle"))
    for place, row in enumerate(rows):
        marks += _row(row, (place + 0.5) * ROW_PX, scale, width - right + GAP_PX * 1.5)
    return canvas.drawing(width, bottom + AXIS_PX, label, marks)


def _row(row: Pair, y: float, scale: float, end: float) -> list[str]:
    marks = [
        canvas.words(NAMES_PX - GAP_PX, y + 4, row.name, text_anchor="end"),
        canvas.words(end, y + 4, row.said),
    ]
    first, second = (None if one is None else NAMES_PX + one * scale for one in (row.first, row.second))
    if first is not None and second is not None:
        marks.append(canvas.line([(first, y), (second, y)], stroke=tones.GUIDE, stroke_width=GAP_LINE_PX))
    if first is not None and row.down_to is not None:
        low = NAMES_PX + row.down_to * scale
        band: canvas.Attributes = {"height": DOT_PX * 2, "fill": tones.CHOSEN, "fill_opacity": "0.25"}
        marks.append(canvas.mark("rect", x=low, y=y - DOT_PX, width=first - low, **band))
    if second is not None:
        side = DOT_PX * 2 - 1
        marks.append(canvas.mark("rect", x=second - side / 2, y=y - side / 2, width=side, height=side, fill=tones.FIVE))
    if first is not None:
        marks.append(canvas.mark("circle", cx=first, cy=y, r=DOT_PX, fill=tones.CHOSEN))
    return marks
