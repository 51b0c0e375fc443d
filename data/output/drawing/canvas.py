"""The marks of a drawn figure as SVG: text that a browser, a printer and a file show alike.

The same numbers give the same bytes: coordinates have one decimal at most, and no mark has an id. Whatever words a mark
holds are escaped here, so that nothing of the data is ever read as markup."""

import html
from collections.abc import Iterable
from unicodedata import east_asian_width
from urllib.parse import quote

from data.output.drawing import tones

NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "system-ui, sans-serif"
# What may stand in an address without a code of its own, so that the text of a drawing stays short in it.
PLAIN = " =:/'(),;-"
TEXT_PX = 11
# A letter of a text of that size, on the broad side: there is no font to measure here. Bold ones are broader.
LETTER_PX, BOLD = 6.0, 1.12
WIDE = "WF"
HATCH_PX = 6
Attributes = dict[str, str | float]


def place(value: float) -> str:
    """A coordinate or a length in pixels, with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def mark(tag: str, inside: str = "", /, **attributes: str | float) -> str:
    """One element; `inside` is markup already. An underscore in the name of an attribute stands for a hyphen."""
    given = "".join(f' {name.replace("_", "-")}="{_value(value)}"' for name, value in attributes.items())
    return f"<{tag}{given}>{inside}</{tag}>" if inside else f"<{tag}{given}/>"


def _value(value: str | float) -> str:
    return html.escape(value) if isinstance(value, str) else place(value)


def length(text: str) -> float:
    """About how long a text is in pixels."""
    return sum(2 if east_asian_width(letter) in WIDE else 1 for letter in text) * LETTER_PX


def cut(text: str, room: float) -> str:
    """A text that has to do with some pixels: whole, or cut with an ellipsis."""
    if length(text) <= room:
        return text
    while text and length(text) + LETTER_PX > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def words(x: float, y: float, text: str, **attributes: str | float) -> str:
    """A text whose first letter stands on a point; other attributes are those of its element."""
    return mark("text", html.escape(text), x=x, y=y, **({"fill": tones.INK} | attributes))


def line(points: Iterable[tuple[float, float]], **attributes: str | float) -> str:
    """A line from point to point."""
    return mark("polyline", points=" ".join(f"{place(x)},{place(y)}" for x, y in points), fill="none", **attributes)


def hatching(x: float, y: float, width: float, height: float, tone: str) -> str:
    """A box with slanted lines: what is on record as a rest, or withheld. The lines are drawn one by one, for a pattern
    would need an id."""
    lines = []
    start = HATCH_PX / 2 - height
    while start < width:
        left, right = max(start, 0), min(start + height, width)
        low, high = y + height - (left - start), y + height - (right - start)
        lines.append(f"M{place(x + left)} {place(low)}L{place(x + right)} {place(high)}")
        start += HATCH_PX
    box = mark("rect", x=x, y=y, width=width, height=height, fill="none", stroke=tone)
    return box + mark("path", d="".join(lines), stroke=tone, fill="none")


def drawing(width: float, height: float, label: str, marks: Iterable[str]) -> str:
    """The whole figure with what it shows as its title; it shrinks with its frame and does not grow."""
    return mark(
        "svg",
        f"<title>{html.escape(label)}</title>{''.join(marks)}",
        xmlns=NAMESPACE,
        role="img",
        width=width,
        height=height,
        viewBox=f"0 0 {place(width)} {place(height)}",
        font_family=FONT,
        font_size=TEXT_PX,
    )


def address(svg: str) -> str:
    """A drawing as the address of a picture, for pages that take no SVG among their text; it has its own colours."""
    return f"data:image/svg+xml,{quote(svg, safe=PLAIN)}"
