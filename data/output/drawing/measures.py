"""Measures below each other, each with a small line of its years, its newest figure and a few words at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, sparkline
from data.output.drawing.runs import Points

ROW_PX, NAMES_PX, END_PX, GAP_PX, BASE_PX = 30, 174, 30, 8, 4


@dataclass(frozen=True)
class Measure:
    """A row: its name, years with values, the figure as it is printed, and the words at its end."""

    name: str
    points: Points
    said: str
    end: str = ""


def draw(rows: Sequence[Measure], first: int, last: int, label: str, width: float = 480) -> str:
    """An SVG of the rows, their lines from the year `first` to `last`."""
    marks: list[str] = []
    right = NAMES_PX + sparkline.WIDTH_PX + GAP_PX
    for place, row in enumerate(rows):
        top = place * ROW_PX
        base = top + ROW_PX / 2 + BASE_PX
        marks.append(canvas.words(0, base, canvas.cut(row.name, NAMES_PX)))
        move = f"translate({NAMES_PX} {top + (ROW_PX - sparkline.HEIGHT_PX) / 2:g})"
        marks.append(canvas.mark("g", "".join(sparkline.marks(row.points, first, last)), transform=move))
        marks.append(canvas.words(right, base, canvas.cut(row.said, width - right - END_PX), font_weight="bold"))
        marks += [canvas.words(width, base, row.end, text_anchor="end")] if row.end else []
    return canvas.drawing(width, len(rows) * ROW_PX, label, marks)
