"""What a page shows first, before any script: its answer in words and its main figure as SVG, of the frame that the
page itself draws from."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Picture:
    """The first picture of a page for a link.

    `headline` is the page's answer as text, `title` what the figure shows with its year, `source` its sources by name,
    `description` the same as the figure in words. `svg` is a whole `<svg>` with a `viewBox` of `width` x `height`,
    coloured by the custom properties of `tones.py`, so that it is light or dark as its surroundings are. `rows` is the
    frame of text behind it, as it may leave, under the names of columns that a reader reads."""

    headline: str
    title: str
    source: str
    description: str
    svg: str
    width: int
    height: int
    rows: pd.DataFrame
    # Of a figure that the page draws in several frames: the title and the SVG of each.
    parts: tuple[tuple[str, str], ...] = ()
