"""Standing columns side by side, each of one part or of several on top of each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.output.drawing import canvas, tones

TOP_PX, BOTTOM_PX = 16, 18
SMALL_PX = 9


@dataclass(frozen=True)
class Part:
    """A part of a column from the bottom upwards: how high it is, in the units of the end of the axis, and its words,
    written where there is room. What is `hatched` is no thing of its own but a rest."""

    size: float
    tone: str = tones.OTHER
    said: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class Column:
    """A column with its parts and what is written above it."""

    parts: Sequence[Part]
    above: str = ""


def draw(
    columns: Sequence[Column],
    under: Mapping[int, str],
    label: str,
    end: float,
    width: float = 480,
    height: float = 190,
) -> str:
    """An SVG of columns of one axis up to `end`; `under` are the words below some of them, by place."""
    step = width / max(len(columns), 1)
    room = height - TOP_PX - BOTTOM_PX
    bottom = height - BOTTOM_PX
    marks, texts, above = list[str](), list[str](), list[tuple[float, float, str]]()
    for place, column in enumerate(columns):
        left, y = place * step + step * 0.06, bottom
        for part in column.parts:
            tall = part.size / end * room if end else 0
            y -= tall
            marks.append(_part(part, left, y, step * 0.88, tall))
            if part.said and canvas.length(part.said) * SMALL_PX / canvas.TEXT_PX <= step and tall >= SMALL_PX:
                middle: canvas.Attributes = {"text_anchor": "middle", "font_size": SMALL_PX}
                fill = tones.INK if part.hatched else tones.written_on(part.tone)
                texts.append(canvas.words(left + step * 0.44, y + tall / 2 + 3, part.said, fill=fill, **middle))
        if column.above:
            above.append((y - 3, left + step * 0.44, column.above))
    texts += _above(above)
    texts += [_under(said, (place + 0.5) * step, width, height) for place, said in under.items()]
    line = canvas.line([(0, bottom), (width, bottom)], stroke=tones.GUIDE)
    return canvas.drawing(width, height, label, [*marks, line, *texts])


def _part(part: Part, left: float, top: float, wide: float, tall: float) -> str:
    if part.hatched:
        return canvas.hatching(left, top, wide, tall, part.tone)
    return canvas.mark("rect", x=left, y=top, width=wide, height=tall, fill=part.tone)


def _above(wanted: Sequence[tuple[float, float, str]]) -> list[str]:
    """Words above columns, by height and middle: those of the highest first, and none where another one stands."""
    taken: list[tuple[float, float, float]] = []
    marks = []
    for y, middle, said in sorted(wanted):
        half = canvas.length(said) * SMALL_PX / canvas.TEXT_PX / 2
        if all(abs(y - other) >= SMALL_PX or abs(middle - at) >= half + wide for other, at, wide in taken):
            taken.append((y, middle, half))
            marks.append(canvas.words(middle, y, said, text_anchor="middle", font_size=SMALL_PX))
    return marks


def _under(said: str, middle: float, width: float, height: float) -> str:
    half = canvas.length(said) / 2
    return canvas.words(min(max(middle, half), width - half), height - 5, said, text_anchor="middle")
