"""Rows by years: the more there is, the fuller the cell; empty where there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import axis, canvas, tones

ROW_PX, BOTTOM_PX, NAMES_PX, GAP_PX = 17, 18, 112, 6
# How full a cell is, by so many steps up to the largest number.
STEPS = (0.25, 0.45, 0.65, 0.85, 1.0)
YEAR_PX = 40


@dataclass(frozen=True)
class Row:
    """A row: its name, and its numbers in the order of the years, 0 where there is nothing."""

    name: str
    counts: Sequence[float]


def draw(rows: Sequence[Row], first: int, last: int, label: str, width: float = 480) -> str:
    """An SVG of the years `first` to `last`. Cells that are alike are one path each, so that it stays small."""
    step = (width - NAMES_PX) / (last - first + 1)
    most = max((max(row.counts, default=0) for row in rows), default=0)
    cells: dict[float, list[str]] = {}
    for place, row in enumerate(rows):
        for at, count in enumerate(row.counts):
            if count:
                cells.setdefault(fullness(count, most), []).append(_cell(NAMES_PX + at * step, place * ROW_PX, step))
    marks = [
        canvas.mark("path", d="".join(paths), fill=tones.FIVE, fill_opacity=f"{full:g}")
        for full, paths in sorted(cells.items())
    ]
    for place, row in enumerate(rows):
        said = canvas.cut(row.name, NAMES_PX - GAP_PX)
        marks.append(canvas.words(NAMES_PX - GAP_PX, (place + 0.5) * ROW_PX + 4, said, text_anchor="end"))
    bottom = len(rows) * ROW_PX
    shown = axis.years(first, last, max(int((width - NAMES_PX) / YEAR_PX), 1)) if last > first else [first]
    for year in shown:
        x = min(NAMES_PX + (year - first + 0.5) * step, width - canvas.length(str(year)) / 2)
        marks.append(canvas.words(x, bottom + 13, str(year), text_anchor="middle"))
    return canvas.drawing(width, bottom + BOTTOM_PX, label, marks)


def fullness(count: float, most: float) -> float:
    """How full a cell is drawn, one of STEPS: by the root of its part of the largest number."""
    share = (count / most) ** 0.5
    return next(one for one in STEPS if share <= one + 1e-9)


def _cell(left: float, top: float, step: float) -> str:
    gap = 1 if step > 4 else 0.3
    wide, tall = canvas.place(step - gap), canvas.place(ROW_PX - 1.5)
    return f"M{canvas.place(left)} {canvas.place(top)}h{wide}v{tall}h-{wide}z"
