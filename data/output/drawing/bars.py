"""Lying bars, one a row: the name on the left, the number behind the bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, tones

ROW_PX, BAR_PX = 19, 12
NAMES_PX, GAP_PX = 120, 6
# So far above the lower edge of a row stands its text.
BASE_PX = 6


@dataclass(frozen=True)
class Bar:
    """A row: its name, its value, and the number as it is printed.

    `open_to` is how much more there may be at most ("up to"), drawn as an open bar; what is `hatched` is no thing of
    its own but a rest. A value that is not known is None and has no bar, only its words."""

    name: str
    value: float | None
    said: str
    tone: str = tones.OTHER
    open_to: float = 0
    hatched: bool = False


def draw(rows: Sequence[Bar], label: str, width: float = 330, names: float = NAMES_PX, end: float | None = None) -> str:
    """An SVG of bars on one axis from nought; no value is below it.

    `names` is the room for the names in pixels; `end` the value at the end of the axis, the largest where none is
    given: several drawings of one axis have the same."""
    most = end or max(((row.value or 0) + row.open_to for row in rows), default=0)
    longest = max((canvas.length(row.said) for row in rows), default=0)
    room = width - names - (longest + GAP_PX * 2 if longest else 1)
    marks: list[str] = []
    for place, row in enumerate(rows):
        marks += _row(row, place * ROW_PX, names, room / most if most else 0)
    axis = [(names, 0.0), (names, float(len(rows) * ROW_PX))]
    return canvas.drawing(width, len(rows) * ROW_PX, label, [*marks, canvas.line(axis, stroke=tones.GUIDE)])


def _row(row: Bar, top: float, left: float, scale: float) -> list[str]:
    solid, further = (row.value or 0) * scale, row.open_to * scale
    base = top + ROW_PX - BASE_PX
    said = canvas.cut(row.name, left - GAP_PX)
    marks = [canvas.words(left - GAP_PX, base, said, text_anchor="end")] if said else []
    bar: canvas.Attributes = {"y": top + (ROW_PX - BAR_PX) / 2, "height": BAR_PX}
    if solid and row.hatched:
        marks.append(canvas.hatching(left, top + (ROW_PX - BAR_PX) / 2, solid, BAR_PX, row.tone))
    elif solid:
        marks.append(canvas.mark("rect", x=left, width=solid, fill=row.tone, **bar))
    if further:
        dashed: canvas.Attributes = {"fill": "none", "stroke": row.tone, "stroke_dasharray": "3 2"}
        marks.append(canvas.mark("rect", x=left + solid, width=further, **bar, **dashed))
    return [*marks, canvas.words(left + solid + further + GAP_PX, base, row.said)] if row.said else marks
