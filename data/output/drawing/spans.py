"""From when to when: a bar on an axis of years for each row, with its name on the left and words on the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import axis, canvas, tones

ROW_PX, BAR_PX, BOTTOM_PX, NAMES_PX, GAP_PX = 16, 8, 18, 200, 6
BASE_PX, YEAR_PX = 4, 44


@dataclass(frozen=True)
class Span:
    """A row: its name, its first and last year, None where it has none, and the words at its end."""

    name: str
    first: int | None
    last: int | None
    said: str


def draw(rows: Sequence[Span], label: str, since: int, width: float = 480, names: float = NAMES_PX) -> str:
    """An SVG of the spans; one that begins before the year `since` begins at the left end of the axis."""
    last = max((row.last for row in rows if row.last is not None), default=since + 1)
    right = max((canvas.length(row.said) for row in rows), default=0) + GAP_PX
    step = (width - names - right) / (last - since + 1)
    bottom = len(rows) * ROW_PX
    marks = []
    for year in axis.years(since, last, max(int((width - names - right) / YEAR_PX), 1)):
        x = names + (year - since + 0.5) * step
        marks.append(canvas.line([(x, 0), (x, bottom)], stroke=tones.GUIDE))
        marks.append(canvas.words(x, bottom + 13, str(year), text_anchor="middle"))
    for place, row in enumerate(rows):
        middle = (place + 0.5) * ROW_PX
        marks.append(canvas.words(0, middle + BASE_PX, canvas.cut(row.name, names - GAP_PX)))
        marks.append(canvas.words(width, middle + BASE_PX, row.said, text_anchor="end"))
        if row.first is not None and row.last is not None:
            start, end = max(row.first, since), max(row.last, since)
            at: canvas.Attributes = {"x": names + (start - since) * step, "width": (end - start + 1) * step}
            marks.append(canvas.mark("rect", y=middle - BAR_PX / 2, height=BAR_PX, fill=tones.FIVE, **at))
    return canvas.drawing(width, bottom + BOTTOM_PX, label, marks)
