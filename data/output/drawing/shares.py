"""Bars of a whole, one a row, each cut into its parts: what is not known of the whole stays open."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, tones

ROW_PX, BAR_PX = 21, 15
NAMES_PX, GAP_PX = 90, 6
WHOLE = 100.0


@dataclass(frozen=True)
class Part:
    """A part of a whole in percent, with the words that are written on it where there is room, else the `short` ones.

    What is `hatched` is the rest of a whole that is on record."""

    name: str
    share_pct: float
    tone: str = tones.OTHER
    hatched: bool = False
    short: str = ""


@dataclass(frozen=True)
class Whole:
    """A row: its name and its parts from the left; together they are at most a whole."""

    name: str
    parts: Sequence[Part]


def draw(rows: Sequence[Whole], label: str, width: float = 690, names: float = NAMES_PX) -> str:
    """An SVG of bars of 100 percent. Raises ValueError where the parts are more than the whole."""
    room = width - names - 1
    marks: list[str] = []
    for place, row in enumerate(rows):
        top = place * ROW_PX + (ROW_PX - BAR_PX) / 2
        if sum(part.share_pct for part in row.parts) > WHOLE + 0.05:
            raise ValueError(f"the parts of {row.name} are more than the whole")
        marks.append(canvas.words(names - GAP_PX, top + BAR_PX - 4, canvas.cut(row.name, names), text_anchor="end"))
        frame: canvas.Attributes = {"fill": "none", "stroke": tones.GUIDE, "stroke_dasharray": "3 2"}
        marks.append(canvas.mark("rect", x=names, y=top, width=room, height=BAR_PX, **frame))
        marks += _parts(row.parts, names, top, room / WHOLE)
    return canvas.drawing(width, len(rows) * ROW_PX, label, marks)


def _parts(parts: Sequence[Part], left: float, top: float, scale: float) -> list[str]:
    marks = []
    for part in parts:
        wide = part.share_pct * scale
        if part.hatched:
            marks.append(canvas.hatching(left, top, wide, BAR_PX, part.tone))
        else:
            edge: canvas.Attributes = {"stroke": tones.GROUND, "stroke_width": 0.5}
            marks.append(canvas.mark("rect", x=left, y=top, width=wide, height=BAR_PX, fill=part.tone, **edge))
        fitting = [one for one in (part.name, part.short) if one and canvas.length(one) + 2 <= wide]
        marks += [_written(one, part, left + wide / 2, top) for one in fitting[:1]]
        left += wide
    return marks


def _written(text: str, part: Part, middle: float, top: float) -> str:
    """The words of a part: on a ground of their own where lines would run through them."""
    fill = tones.INK if part.hatched else tones.written_on(part.tone)
    written = canvas.words(middle, top + BAR_PX - 4, text, text_anchor="middle", fill=fill)
    if not part.hatched:
        return written
    wide = canvas.length(text)
    ground: canvas.Attributes = {"width": wide, "height": BAR_PX - 2, "fill": tones.GROUND}
    return canvas.mark("rect", x=middle - wide / 2, y=top + 1, **ground) + written
