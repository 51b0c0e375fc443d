"""A picture for where a link is shared, 1200 by 630: the page's answer, its figure, the sources, the atlas."""

from components.pictures import colours
from components.pictures.layout import LEADING, placed, wrapped, written
from components.pictures.picture import Picture
from components.words import word
from data.output.drawing import canvas
from data.package import descriptor

WIDTH, HEIGHT = 1200, 630
EDGE, WORDS, GAP = 48, 440, 40
NAME_PX, TITLE_PX, NOTE_PX = 24, 20, 15
# Sizes of the answer with as many lines as fit: the largest in which all of it stands.
HEADLINE_PX = {36: 8, 31: 9, 27: 11, 24: 12}
# From this size on the words of a drawing can be read; a drawing that would be smaller is cut off below.
LEAST_SCALE = 1.05
MOST_SCALE = 1.7
# A drawing wider than this stands below the words, not beside them.
WIDE = 1.25
ACCENT = "#16877f"


def draw(picture: Picture) -> str:
    """The card as a drawing without variables. Fonts: whatever is called `canvas.FONT` where it is drawn."""
    left, top = EDGE + WORDS + GAP, EDGE + 2 * TITLE_PX * LEADING + 8
    room = (WIDTH - left - EDGE, HEIGHT - EDGE - top)
    ink = {"fill": colours.INK[0]}
    headline, size = _headline(picture.headline)
    source = wrapped(word("picture.sources", sources=picture.source), WORDS, NOTE_PX, 3) if picture.source else []
    foot = wrapped(word("picture.made", version=descriptor.version()), WORDS, NOTE_PX, 2)
    lines = [*source, *foot]
    under = HEIGHT - EDGE - (len(lines) - 1) * NOTE_PX * LEADING
    title = wrapped(picture.title, room[0], TITLE_PX, 2, is_bold=True)
    parts = [
        canvas.mark("rect", width=WIDTH, height=HEIGHT, fill=colours.GROUND[0]),
        canvas.mark("rect", width=12, height=HEIGHT, fill=ACCENT),
        written([word("app.name")], EDGE, EDGE + 18, NAME_PX, font_weight="bold", fill=ACCENT),
        written(headline, EDGE, EDGE + 18 + NAME_PX * 2.2, size, font_weight="bold", **ink),
        written(lines, EDGE, under, NOTE_PX, **ink),
        written(title, left, EDGE + 16, TITLE_PX, font_weight="bold", **ink),
        _figure(picture, left, top, *room),
    ]
    whole = "".join(parts)
    return colours.settled(
        f'<svg xmlns="{canvas.NAMESPACE}" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'color="{colours.INK[0]}" font-family="{canvas.FONT}">{whole}</svg>'
    )


def _headline(text: str) -> tuple[list[str], int]:
    """The answer in lines, and their size."""
    lines: list[str] = []
    for size, most in HEADLINE_PX.items():
        lines = wrapped(text, WORDS, size, most, is_bold=True)
        if not lines or not lines[-1].endswith("…"):
            break
    return lines, size


def _figure(picture: Picture, left: float, top: float, wide: float, tall: float) -> str:
    """The drawing as large as it fits; one that would be too small to read shows its upper part."""
    fits = min(wide / picture.width, tall / picture.height, MOST_SCALE)
    scale = fits if fits >= LEAST_SCALE else min(max(fits, LEAST_SCALE), wide / picture.width)
    width, height = picture.width * scale, picture.height * scale
    drawn = placed(picture, left + (wide - width) / 2, top, width, height, "xMidYMin")
    if height <= tall:
        return drawn
    below: canvas.Attributes = {"y": top + tall, "height": height - tall + 1, "fill": colours.GROUND[0]}
    return drawn + canvas.mark("rect", x=left - 1, width=wide + 2, **below)
