"""A drawing as PNG, with a font that comes along: a host may have none."""

from functools import cache
from importlib.metadata import files
from pathlib import Path

import resvg_py

PACKAGE = "fontpkg-source-sans-3"
FAMILY = "Source Sans 3"
UPRIGHT = "SourceSans3[wght].ttf"


@cache
def _font() -> str:
    found = next(one for one in files(PACKAGE) or [] if one.name == UPRIGHT)
    return str(Path(str(found.locate())).resolve())


def png(svg: str) -> bytes:
    """The picture of a drawing in its own size, on one thread."""
    made = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[_font()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(made)
