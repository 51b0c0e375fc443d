"""A picture as a file of its own: title, drawing, what its signs mean, sources, version; light or dark as its reader's
system is."""

import html

from components.pictures import colours
from components.pictures.layout import LEADING, placed, swatches, wrapped, written
from components.pictures.picture import Picture
from components.words import word
from data.output.drawing import canvas
from data.package import descriptor

EDGE_PX, GAP_PX = 16, 10
TITLE_PX, NOTE_PX = 15, 10.5
LEAST_PX, MOST_PX = 420, 960
MOST_LINES = 6
CLASS = "atlas-file"


def draw(picture: Picture, note: str = "") -> str:
    """The whole file; `note` is what is to be said of the figure beside its own note, as of its boundaries."""
    width = min(max(picture.width, LEAST_PX), MOST_PX)
    tall = width * picture.height / picture.width if picture.width > width else picture.height
    wide = min(width, picture.width)
    title = wrapped(picture.title, width, TITLE_PX, 3, is_bold=True)
    top = EDGE_PX + len(title) * TITLE_PX * LEADING + GAP_PX
    said = [picture.note, word("picture.sources", sources=picture.source) if picture.source else "", note]
    said.append(word("picture.made", version=descriptor.version()))
    lines = [line for one in said if one for line in wrapped(one, width, NOTE_PX, MOST_LINES)]
    below = top + tall + GAP_PX + NOTE_PX
    legend, high = swatches(picture.legend, EDGE_PX, below, width, NOTE_PX)
    under = below + high
    height = under + len(lines) * NOTE_PX * LEADING + GAP_PX
    whole = width + 2 * EDGE_PX
    parts = [
        canvas.mark("rect", width=whole, height=height, fill="var(--atlas-ground, #ffffff)"),
        written(title, EDGE_PX, EDGE_PX + TITLE_PX, TITLE_PX, font_weight="bold", fill="currentColor"),
        placed(picture, EDGE_PX, top, wide, tall),
        legend,
        written(lines, EDGE_PX, under, NOTE_PX, fill="currentColor", opacity="0.8"),
    ]
    drawn = f'<g class="{CLASS}">{"".join(parts)}</g>'
    size = f"0 0 {canvas.place(whole)} {canvas.place(height)}"
    named = f"<title>{html.escape(picture.title)}</title><desc>{html.escape(picture.description)}</desc>"
    style = f"<style>{colours.css(f'.{CLASS}', drawn)}</style>"
    look = f'viewBox="{size}" font-family="{canvas.FONT}" font-size="{canvas.TEXT_PX}"'
    frame = f'role="img" width="{canvas.place(whole)}" height="{canvas.place(height)}"'
    return f'<svg xmlns="{canvas.NAMESPACE}" {frame} {look}>{named}{style}{drawn}</svg>\n'
