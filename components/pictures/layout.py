"""Drawings set among words: lines of text that fit a width, and a drawing at a place of another."""

import html
import re
from collections.abc import Iterator, Sequence

from components.pictures.picture import Picture
from data.output.drawing import canvas, tones

_ROOT = re.compile(r"^\s*<svg\b([^>]*)>")
_PLACED = re.compile(r'\s(?:x|y|width|height|preserveAspectRatio|role)="[^"]*"')
# The letters of a map are in pixels of the place where it is drawn, a little smaller than on a page of its own.
_LETTERS = re.compile(r'(class="atlas-px" transform="scale\()[\d.]+')
LETTERS = 0.92
LEADING = 1.3
SWATCH_PX, SWATCH_GAP_PX = 11, 5
# The letters of the fonts here are narrower than the broad ones that a drawing reckons with.
NARROW = 0.87


def wrapped(text: str, width: float, size: float, most: int, *, is_bold: bool = False) -> list[str]:
    """A text in at most so many lines of a size in pixels; the last is cut where there is more."""
    room = width / size * canvas.TEXT_PX / NARROW / (canvas.BOLD if is_bold else 1)
    lines, words = list[str](), text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        while words and canvas.length(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words and lines:
        lines[-1] = f"{lines[-1]} {words[0]}"
        lines[-1] = canvas.cut(lines[-1], room) if canvas.length(lines[-1]) > room else f"{lines[-1]} …"
    return [canvas.cut(line, room) for line in lines]


def written(lines: list[str], x: float, y: float, size: float, **look: str | float) -> str:
    """Lines of text below each other, the first of them on a height."""
    return "".join(
        canvas.mark("text", html.escape(line), x=x, y=y + place * size * LEADING, font_size=size, **look)
        for place, line in enumerate(lines)
    )


def placed(picture: Picture, x: float, y: float, width: float, height: float, aspect: str = "xMidYMid") -> str:
    """The drawing of a picture at a place, in a box that it fits into."""
    found = _ROOT.match(picture.svg)
    if found is None:
        raise ValueError("the picture is no drawing")
    kept = _PLACED.sub("", found[1])
    inside = _LETTERS.sub(rf"\g<1>{max(picture.width / width * LETTERS, 1):.3f}", picture.svg[found.end() :])
    box = "".join(f' {name}="{canvas.place(value)}"' for name, value in _box(x, y, width, height))
    return f'<svg{kept}{box} preserveAspectRatio="{aspect}">{inside}'


def swatches(legend: Sequence[tuple[str, str]], x: float, y: float, width: float, size: float) -> tuple[str, float]:
    """The colours of a legend with their words in rows, the first on a height, and how high they are together."""
    marks, at, row = list[str](), 0.0, 0
    for colour, label in legend:
        wide = SWATCH_PX + SWATCH_GAP_PX + canvas.length(label) * size / canvas.TEXT_PX * NARROW + 3 * SWATCH_GAP_PX
        if at and at + wide > width:
            at, row = 0.0, row + 1
        base = y + row * size * LEADING
        box: canvas.Attributes = {"width": SWATCH_PX, "height": SWATCH_PX, "stroke": tones.OTHER, "stroke_width": 0.5}
        marks.append(canvas.mark("rect", x=x + at, y=base - SWATCH_PX + 2, **box, style=f"fill:{colour}"))
        marks.append(written([label], x + at + SWATCH_PX + SWATCH_GAP_PX, base, size, fill=tones.INK))
        at += wide
    return "".join(marks), (row + 1) * size * LEADING if legend else 0


def _box(x: float, y: float, width: float, height: float) -> Iterator[tuple[str, float]]:
    yield from (("x", x), ("y", y), ("width", width), ("height", height))
