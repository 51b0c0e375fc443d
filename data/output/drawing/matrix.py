"""Rows by columns: in each cell a shape, with a few words beside it, or words alone; empty where there is nothing."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, marks, tones

ROW_PX, HEAD_PX, BASE_PX, GAP_PX = 16, 18, 4, 4
NAMES_PX = 128
# A line runs below every so many rows, for the eye.
RULED = 5


@dataclass(frozen=True)
class Cell:
    """A shape of `marks.SHAPES` with its size in pixels, and words right of it; without a shape words alone.

    The words are pushed away from the middle by what the shape needs."""

    said: str = ""
    shape: str = ""
    size: float = 4
    tone: str = tones.FIVE


@dataclass(frozen=True)
class Row:
    """A row with its name; a heading has no cells. The one that is singled out is written in bold."""

    name: str
    cells: Sequence[Cell | None] = ()
    is_chosen: bool = False


@dataclass(frozen=True)
class Column:
    """A column with its heading and its width in pixels; where the shapes of its cells stand, from its left end."""

    name: str
    width: float
    middle: float = 10
    is_chosen: bool = False


def draw(rows: Sequence[Row], columns: Sequence[Column], label: str, names: float = NAMES_PX) -> str:
    """An SVG of the rows; each has as many cells as there are columns, or none."""
    lefts = [names + sum(column.width for column in columns[:place]) for place in range(len(columns))]
    width = names + sum(column.width for column in columns)
    height = HEAD_PX + len(rows) * ROW_PX + 2
    heads = [_written(left, HEAD_PX - 6, one.name, one.is_chosen) for left, one in zip(lefts, columns, strict=True)]
    drawn = [_ruled(place, width) for place, row in enumerate(rows) if place and _is_ruled(rows, place)]
    texts, shapes = [*heads], dict[str, list[str]]()
    for place, row in enumerate(rows):
        middle = HEAD_PX + (place + 0.5) * ROW_PX
        texts.append(_name(row, middle, names))
        for left, column, cell in zip(lefts, columns, row.cells, strict=False):
            if cell and cell.shape:
                made = marks.draw(cell.shape, left + column.middle, middle, cell.size, tones.INK)
                shapes.setdefault(cell.tone, []).append(made)
            if cell and cell.said:
                texts.append(_said(cell, left, column, middle))
    # Shapes of one colour stand together, which says it once.
    drawn += [canvas.mark("g", "".join(ones), color=tone) for tone, ones in shapes.items()]
    return canvas.drawing(width, height, label, [*drawn, canvas.mark("g", "".join(texts), fill=tones.INK)])


def _is_ruled(rows: Sequence[Row], place: int) -> bool:
    """Rows under headings are parted by these, all others by lines for the eye."""
    if any(not row.cells for row in rows):
        return not rows[place].cells
    return place % RULED == 0


def _ruled(place: int, width: float) -> str:
    y = HEAD_PX + place * ROW_PX
    return canvas.line([(0, y), (width, y)], stroke=tones.GUIDE)


def _name(row: Row, middle: float, room: float) -> str:
    said = canvas.cut(row.name, (room - GAP_PX) / (canvas.BOLD if row.is_chosen or not row.cells else 1))
    return _written(0, middle + BASE_PX, said, row.is_chosen or not row.cells)


def _said(cell: Cell, left: float, column: Column, middle: float) -> str:
    x = left + column.middle + cell.size + GAP_PX if cell.shape else left
    return _written(x, middle + BASE_PX, cell.said)


def _written(x: float, y: float, said: str, is_bold: bool = False) -> str:
    """Words in the colour of what is round them."""
    bold: canvas.Attributes = {"font_weight": "bold"} if is_bold else {}
    return canvas.mark("text", html.escape(said), x=x, y=y, **bold)
