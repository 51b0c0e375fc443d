"""What a page shows first, before any script: its answer in words and its main figure as SVG, of the frame that the
page itself draws from."""

import re
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Picture:
    """The first picture of a page for a link.

    `headline` is the page's answer as text, `title` what the figure shows with its year, `source` its sources by name,
    `description` the same as the figure in words. `svg` is a whole `<svg>` with a `viewBox` of `width` x `height`,
    coloured by the custom properties of `tones.py`, so that it is light or dark as its surroundings are. `rows` is the
    frame of text behind it, as it may leave, under the names of columns that a reader reads. `note` is what to know of
    the figure, such as its signs."""

    headline: str
    title: str
    source: str
    description: str
    svg: str
    width: int
    height: int
    rows: pd.DataFrame
    note: str = ""
    # Of a figure that the page draws in several frames: the title and the SVG of each.
    parts: tuple[tuple[str, str], ...] = ()


_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


def sized(
    *, headline: str, title: str, source: str, description: str, svg: str, rows: pd.DataFrame, note: str = ""
) -> Picture:
    """A picture of a drawing of `data/output/drawing`, as wide and high as that says."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("the drawing has no size")
    width, height = (round(float(one)) for one in found.groups())
    return Picture(headline, title, source, description, svg, width, height, rows, note)
