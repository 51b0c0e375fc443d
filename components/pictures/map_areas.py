"""The countries of a map as SVG: the payload of the live map, in one year and view, over the shapes of `geo/drawn.py`.

Lengths that are pixels on the screen (text, plate) stand in groups of the class `atlas-px`, scaled by the property
`--atlas-k`, units of the drawing in a pixel, where the page knows how wide the picture is."""

import html
from collections.abc import Collection, Mapping

from components.map.payload import Payload
from components.pictures import tones
from geo import drawn, projection
from geo.drawn import Drawn

# A picture that is about as wide as the map of a first page on a laptop.
USUAL_PX = 884
SCALE = round(drawn.WIDTH / USUAL_PX, 3)
LAND = "land"
# As the plate of `map/js/layers/badge.js`: size of its text, height, room around.
PLATE = {"size": 13, "high": 46, "pad": 10, "gap": 10}
# About how wide a letter is, of its size; of a reason, as many letters as the plate has room for.
LETTER, LONGEST = 0.52, 16
# Between pictures side by side.
GUTTER = 40
SIGN = "↖"
LINE = 1.2
BOLD, NORMAL = 700, 500


def code(payload: Payload, iso3: str, year: int) -> int | None:
    """The class of a country in a year, below zero the reason why it has none; None where it is not covered."""
    cells = payload["cells"].get(iso3)
    at = payload["years"].index(year)
    run = next((run for run in reversed(cells["runs"]) if run[0] <= at), None) if cells else None
    return run[1] if run and len(run) > 1 else None


def text(payload: Payload, iso3: str, year: int) -> str:
    """The value of a country in a year as printed; empty where there is none."""
    texts = payload["cells"].get(iso3, {"runs": []}).get("texts", "")
    found = code(payload, iso3, year)
    return texts.split("|")[payload["years"].index(year)] if texts and found is not None and found >= 0 else ""


def fill(payload: Payload, iso3: str, year: int) -> str:
    """The name of the colour of a country, as `tones.paint` takes it."""
    found = code(payload, iso3, year)
    if found is None:
        return LAND
    return tones.fills(payload["scale"])[found] if found >= 0 else f"missing-{payload['missing'][-found - 1]['status']}"


def areas(payload: Payload, year: int, view: str, selected: str | None) -> str:
    """All countries in their colours: those that are not covered in one path, the others a path each, by colour."""
    shapes = drawn.load(view)
    covered = payload["cells"]
    land = "".join(path for iso3, path in shapes["paths"].items() if iso3 not in covered)
    parts = [_path(land, f"fill:{tones.of(LAND)};stroke:{tones.of('border')};stroke-width:.4")]
    groups: dict[tuple[str, bool], list[str]] = {}
    for iso3 in covered:
        if iso3 in shapes["paths"]:
            is_covered = code(payload, iso3, year) is not None
            groups.setdefault((fill(payload, iso3, year), is_covered), []).append(iso3)
    for (name, is_covered), countries in groups.items():
        edge = (tones.paint(name, "edge"), 0.9) if is_covered else (tones.of("border"), 0.4)
        style = f"fill:{tones.paint(name)};stroke:{edge[0]};stroke-width:{edge[1]}"
        inside = "".join(f'<path data-iso3="{iso3}" d="{shapes["paths"][iso3]}"/>' for iso3 in countries)
        parts.append(f'<g style="{style}">{inside}</g>')
    if selected in shapes["paths"]:
        chosen = shapes["paths"][selected]
        parts.append(_path(chosen, f"fill:none;stroke:{tones.of('selected')};stroke-width:2.5"))
    if projection.VIEWS[view]["geo"].get("showframe"):
        middle, radius = (shapes["frame"][0] + shapes["frame"][2]) / 2, (shapes["frame"][3] - shapes["frame"][1]) / 2
        style = f"fill:none;stroke:{tones.of('border')};vector-effect:non-scaling-stroke"
        parts.append(f'<circle cx="{middle:.0f}" cy="{shapes["height"] / 2:.0f}" r="{radius:.0f}" style="{style}"/>')
    return "".join(parts)


def _path(d: str, style: str) -> str:
    return f'<path style="{style}" d="{d}"/>' if d else ""


def labels(payload: Payload, year: int, view: str, names: Mapping[str, str], hidden: Collection[str]) -> str:
    """Names and values on the countries named, where the view has room for them; values of the `hidden` left out."""
    if projection.VIEWS[view]["labels"] != "values":
        return ""
    shapes = drawn.load(view)
    found = []
    for iso3, name in names.items():
        if iso3 in shapes["places"] and iso3 != projection.VIEWS[view].get("badge"):
            value = "" if iso3 in hidden else text(payload, iso3, year)
            x, y = shapes["places"][iso3]
            inside = _lines([name, value], 0, 0, fill(payload, iso3, year))
            found.append(f'<g transform="translate({x} {y})">{_pixels(inside)}</g>')
    return "".join(found)


def badge(payload: Payload, year: int, view: str, name: str, hidden: Collection[str], absence: str) -> str:
    """The plate of the country that lies beyond the picture, at its upper left; nothing where the view has none."""
    iso3 = projection.VIEWS[view].get("badge")
    if not iso3:
        return ""
    found = code(payload, iso3, year)
    value = text(payload, iso3, year)
    if found is not None and found < 0:
        label = payload["missing"][-found - 1]["label"]
        value = label if len(label) <= LONGEST else absence
    lines = [f"{SIGN} {name}", "" if iso3 in hidden else value]
    left, top, right, bottom = plate(payload, view, name, absence)
    colour = fill(payload, iso3, year)
    style = f"fill:{tones.paint(colour)};stroke:{tones.paint(colour, 'edge')};stroke-width:1.2"
    box = f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="5" style="{style}"/>'
    return _pixels(box + _lines(lines, (left + right) / 2, (top + bottom) / 2, colour))


def plate(payload: Payload, view: str, name: str, absence: str) -> tuple[int, int, int, int]:
    """Its place in pixels: left, top, right, bottom; as wide as the longest of what it says in any year."""
    texts = payload["cells"].get(str(projection.VIEWS[view].get("badge")), {"runs": []}).get("texts", "").split("|")
    absences = [one["label"] if len(one["label"]) <= LONGEST else absence for one in payload["missing"]]
    most = max(len(one) for one in [f"{SIGN} {name}", *texts, *absences])
    gap = PLATE["gap"]
    return gap, gap, gap + round(most * PLATE["size"] * LETTER + 2 * PLATE["pad"]), gap + PLATE["high"]


def _pixels(inside: str) -> str:
    return f'<g class="atlas-px" transform="scale({SCALE})">{inside}</g>'


def _lines(lines: list[str], x: float, y: float, ground: str) -> str:
    """Lines of text about a middle, on a colour."""
    size, told = PLATE["size"], [one for one in lines if one]
    style = f"fill:{tones.paint(ground, 'ink')};stroke:{tones.paint(ground, 'glow')};stroke-width:3;paint-order:stroke"
    look = f'text-anchor="middle" font-size="{size}" stroke-linejoin="round" style="{style}"'
    return "".join(
        f'<text x="{x:.1f}" y="{y + (place - len(told) / 2 + 0.8) * LINE * size:.1f}" {look} '
        f'font-weight="{BOLD if place else NORMAL}">{html.escape(one)}</text>'
        for place, one in enumerate(told)
    )


def drawing(shapes: Drawn, label: str, inside: str) -> str:
    """The whole SVG. Its outlines have the widths of the live map, however large it is shown."""
    size = f"0 0 {shapes['width']} {shapes['height']}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="atlas-drawn" viewBox="{size}" role="img" '
        f'aria-label="{html.escape(label)}" font-family="system-ui, sans-serif">'
        "<style>.atlas-drawn path{vector-effect:non-scaling-stroke}</style>"
        f'<rect width="{shapes["width"]}" height="{shapes["height"]}" style="fill:{tones.of("water")}"/>{inside}</svg>'
    )


def width_beside(count: int) -> int:
    """Units across several pictures side by side."""
    return count * drawn.WIDTH + (count - 1) * GUTTER


def beside(svgs: tuple[str, ...], shapes: Drawn, label: str) -> str:
    """Several drawings of one size as one, side by side."""
    size = f'width="{shapes["width"]}" height="{shapes["height"]}"'
    inside = "".join(
        svg.replace("<svg ", f'<svg x="{place * (drawn.WIDTH + GUTTER)}" {size} ', 1) for place, svg in enumerate(svgs)
    )
    box = f"0 0 {width_beside(len(svgs))} {shapes['height']}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" aria-label="{html.escape(label)}">'
    return f"{head}{inside}</svg>"
