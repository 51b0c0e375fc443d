"""Drawings set among words: lines of text that fit a width, and a drawing at a place of another."""

import html
import re
from collections.abc import Iterator

from components.pictures.picture import Picture
from data.output.drawing import canvas

_ROOT = re.compile(r"^\s*<svg\b([^>]*)>")
_PLACED = re.compile(r'\s(?:x|y|width|height|preserveAspectRatio|role)="[^"]*"')
LEADING = 1.3
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
    box = "".join(f' {name}="{canvas.place(value)}"' for name, value in _box(x, y, width, height))
    return f'<svg{kept}{box} preserveAspectRatio="{aspect}">{picture.svg[found.end() :]}'


def _box(x: float, y: float, width: float, height: float) -> Iterator[tuple[str, float]]:
    yield from (("x", x), ("y", y), ("width", width), ("height", height))
