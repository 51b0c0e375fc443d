"""Where the country of a brief lies: the five, that one of them filled, as a small map at the head.

The outlines are those that the pictures of the pages are drawn with, in a file beside the package; a copy without that
file has no map."""

import json
from functools import cache
from pathlib import Path

from data.output.drawing import canvas, tones
from data.package.countries import C5

SHAPES = Path(__file__).parents[3] / "static" / "geo" / "drawn" / "central_asia.json"
WIDTH_PX = 130


@cache
def _shapes() -> tuple[float, float, dict[str, str]]:
    """Width, height and outlines by country; empty where there is no such file."""
    if not SHAPES.exists():
        return 0, 0, {}
    found = json.loads(SHAPES.read_text("utf-8"))
    return found["width"], found["height"], {iso3: found["paths"][iso3] for iso3 in C5}


def draw(iso3: str, label: str) -> str:
    """An SVG of the five with one of them filled, all of them for any other country; empty without the outlines."""
    width, height, paths = _shapes()
    if not paths:
        return ""
    unit = width / WIDTH_PX
    marks = [
        canvas.mark("path", d=path, fill=tones.FIVE if iso3 == code or iso3 not in C5 else "none")
        for code, path in paths.items()
    ]
    look: canvas.Attributes = {"stroke": tones.OTHER, "stroke_width": unit, "stroke_linejoin": "round"}
    inside = canvas.mark("g", "".join(marks), transform=f"scale({1 / unit:.4f})", **look)
    return canvas.drawing(WIDTH_PX, height / unit, label, [inside])
