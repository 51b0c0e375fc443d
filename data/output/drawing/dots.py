"""Rows of dots, each row on an axis of its own: who stands where in several measures that have no common unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, tones

ROW_PX, NAMES_PX, GAP_PX = 41, 150, 8
DOT_PX, LINE_PX = 4, 18


@dataclass(frozen=True)
class Dot:
    """A value with its name as it is written beside it; the one singled out is written in bold, too."""

    name: str
    value: float
    is_chosen: bool = False


@dataclass(frozen=True)
class Row:
    """A measure: its name in one or two lines, its values, all above nought, and what is printed at its end."""

    name: tuple[str, ...]
    dots: Sequence[Dot]
    end: str = ""


def draw(rows: Sequence[Row], label: str, width: float = 690, names: float = NAMES_PX) -> str:
    """An SVG in which each row runs from nought to its largest value; a dot that has no room for its name has none."""
    right = max((canvas.length(row.end) for row in rows), default=0) + GAP_PX
    marks: list[str] = []
    for place, row in enumerate(rows):
        marks += _row(row, place * ROW_PX, names, width - names - right)
    return canvas.drawing(width, len(rows) * ROW_PX, label, marks)


def _row(row: Row, top: float, left: float, room: float) -> list[str]:
    height = top + LINE_PX + GAP_PX
    marks = [
        canvas.words(left - GAP_PX, height + 4 + (place - (len(row.name) - 1) / 2) * 13, text, text_anchor="end")
        for place, text in enumerate(canvas.cut(one, left - GAP_PX) for one in row.name)
    ]
    marks.append(canvas.line([(left, height), (left + room, height)], stroke=tones.GUIDE))
    most = max((dot.value for dot in row.dots), default=0)
    # The one singled out is drawn last, on top of those that it is level with, and named first.
    ordered = sorted(row.dots, key=lambda dot: (dot.is_chosen, -dot.value))
    at = [(left + dot.value / most * room if most else left, dot) for dot in ordered]
    marks += [_dot(x, height, dot) for x, dot in at]
    marks += _named(sorted(at, key=lambda pair: not pair[1].is_chosen), top, (left, left + room))
    return [*marks, canvas.words(left + room + GAP_PX, height + 4, row.end)] if row.end else marks


def _dot(x: float, y: float, dot: Dot) -> str:
    tone = tones.CHOSEN if dot.is_chosen else tones.OTHER
    return canvas.mark("circle", cx=x, cy=y, r=DOT_PX + dot.is_chosen, fill=tone)


def _named(at: Sequence[tuple[float, Dot]], top: float, ends: tuple[float, float]) -> list[str]:
    """Names above the line and below it, in the first of both places where nothing else is written."""
    taken: dict[float, list[tuple[float, float]]] = {top + 16: [], top + LINE_PX + GAP_PX + 14: []}
    marks = []
    for x, dot in at:
        half = canvas.length(dot.name) / 2 * (canvas.BOLD if dot.is_chosen else 1)
        middle = min(max(x, ends[0] + half), ends[1] - half)
        for base, spans in taken.items():
            if all(middle + half + 3 < low or middle - half - 3 > high for low, high in spans):
                spans.append((middle - half, middle + half))
                bold: canvas.Attributes = {"font_weight": "bold", "fill": tones.CHOSEN} if dot.is_chosen else {}
                marks.append(canvas.words(middle, base, dot.name, text_anchor="middle", **bold))
                break
    return marks
