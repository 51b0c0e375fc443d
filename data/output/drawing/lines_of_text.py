"""Rows of a table as lines of text, in columns; those that are meant in bold and with a sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, tones

ROW_PX, GAP_PX, BASE_PX, SIGN_PX = 17, 8, 5, 12
SIGN = "◆"


@dataclass(frozen=True)
class Line:
    """A row: its cells, and whether it is one of those that are meant."""

    cells: Sequence[str]
    is_meant: bool = False


def draw(heads: Sequence[str], rows: Sequence[Line], label: str, width: float = 480) -> str:
    """An SVG of the rows below their heads; the columns have widths by their longest cells, and cut what is longer."""
    lefts = _lefts([heads, *(row.cells for row in rows)], width - SIGN_PX)
    marks = _line(heads, lefts, 0, is_bold=False, fill=tones.OTHER)
    for place, row in enumerate(rows, 1):
        marks += _line(row.cells, lefts, place, is_bold=row.is_meant, fill=tones.INK)
        if row.is_meant:
            marks.append(canvas.words(0, (place + 1) * ROW_PX - BASE_PX, SIGN, fill=tones.CHOSEN))
    return canvas.drawing(width, (len(rows) + 1) * ROW_PX, label, marks)


def _lefts(lines: Sequence[Sequence[str]], room: float) -> list[float]:
    """Where the columns begin, and the end of the last: each has its part of the room, no more than it needs."""
    needs = [max(canvas.length(line[at]) for line in lines) + GAP_PX for at in range(len(lines[0]))]
    share = room / len(needs)
    spare = sum(max(share - need, 0) for need in needs)
    wanting = sum(max(need - share, 0) for need in needs)
    widths = [min(need, share + (need - share) * spare / wanting) if need > share else need for need in needs]
    return [SIGN_PX + sum(widths[:at]) for at in range(len(widths) + 1)]


def _line(cells: Sequence[str], lefts: Sequence[float], place: int, *, is_bold: bool, fill: str) -> list[str]:
    look: canvas.Attributes = {"fill": fill, **({"font_weight": "bold"} if is_bold else {})}
    broad = canvas.BOLD if is_bold else 1
    return [
        canvas.words(left, (place + 1) * ROW_PX - BASE_PX, canvas.cut(cell, (right - left - GAP_PX) / broad), **look)
        for cell, left, right in zip(cells, lefts, lefts[1:], strict=False)
        if cell
    ]
