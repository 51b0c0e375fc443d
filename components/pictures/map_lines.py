"""The flows of a year on a drawn map, as lines with heads and dots at their ends, thickest first."""

import math

import numpy as np

from components.map.payload import FlowPair, Flows
from components.pictures import map_areas, map_ways, tones
from components.pictures.map_ways import Rect, Spot
from geo import projection
from geo.projection import VIEWS, Projection

THINNEST, WIDEST = 1.5, 12.0
OPACITY = 0.88
DASHES = "6 4"


def lines(flows: Flows, year: int, view: str, badge: Rect | None) -> str:
    """The lines of a year; nothing where the flows do not have it. `badge` is the plate of the view's country."""
    if year not in flows["years"]:
        return ""
    at = flows["years"].index(year)
    one = projection.of(view, map_areas.USUAL_PX)
    iso3 = VIEWS[view].get("badge", "")
    ties = map_ways.to_badge(flows, one, iso3, badge) if badge else {}
    told = [
        (value, pair) for pair in flows["pairs"] if isinstance(value := pair["values"][at], int | float) and value > 0
    ]
    told.sort(key=lambda line: -line[0])
    drawn = "".join(_line(float(value), pair, flows, one, ties, VIEWS[view].get("ink", [1])[0]) for value, pair in told)
    places = dict.fromkeys(end for _, pair in told for end in (pair["origin"], pair["dest"]) if end != iso3)
    dots = "".join(_dot(flows["anchors"][end], one) for end in places)
    return f'<g transform="scale({map_areas.SCALE})">{drawn}{dots}</g>' if told else ""


def _line(
    value: float,
    pair: FlowPair,
    flows: Flows,
    one: Projection,
    ties: dict[tuple[str, str], list[Spot]],
    ink: float,
) -> str:
    ends = pair["origin"], pair["dest"]
    is_small = value < flows["least"]
    thick = ink * max(THINNEST, WIDEST * math.sqrt((0 if is_small else value) / flows["most"]))
    ways = [ties[ends]] if ends in ties else map_ways.pieces(_places(flows, *ends), one)
    runs = [
        (points, starts and place == 0, stops and place == len(ways) - 1)
        for place, way in enumerate(ways)
        for points, starts, stops in map_ways.inside(way, one.frame)
    ]
    shafts, heads = "", ""
    for place, (points, starts, stops) in enumerate(runs):
        found = map_ways.arrow(points, thick, starts=starts, ends=stops) if place == len(runs) - 1 else (points, [])
        if found:
            shafts += _path(found[0])
            heads += _path(found[1], "z") if found[1] else ""
    tone = tones.of("out" if pair["origin"] in flows["home"] else "in")
    return f'<g opacity="{OPACITY}">{_ink(shafts, heads, thick, tone, is_small=is_small)}</g>'


def _places(flows: Flows, origin: str, dest: str) -> np.ndarray:
    return map_ways.arc(flows["anchors"][origin], flows["anchors"][dest])


def _path(points: list[Spot], end: str = "") -> str:
    """A line, of every second place: it bends little."""
    kept = [*points[:-1:2], points[-1]] if len(points) > 6 else points
    return "M" + "L".join(f"{x:.0f} {y:.0f}" if len(points) > 3 else f"{x:.1f} {y:.1f}" for x, y in kept) + end


def _ink(shafts: str, heads: str, thick: float, tone: str, *, is_small: bool) -> str:
    halo = tones.of("halo")
    under = f'<path d="{shafts}" style="fill:none;stroke:{halo};stroke-width:{thick + 2:.1f}"/>'
    if is_small:
        dashes = f"fill:none;stroke:{tone};stroke-width:{thick:.1f};stroke-dasharray:{DASHES}"
        hollow = f'<path d="{heads}" style="fill:{halo};stroke:{tone};stroke-width:1.4"/>'
        return f'{under}<path d="{shafts}" style="{dashes}"/>{hollow}'
    head = f'<path d="{heads}" style="fill:{tone};stroke:{halo};stroke-width:1"/>'
    return f'{under}{head}<path d="{shafts}" style="fill:none;stroke:{tone};stroke-width:{thick:.1f}"/>'


def _dot(place: list[float], one: Projection) -> str:
    x, y = one.pixels(np.array([place]))[0]
    if math.isnan(x):
        return ""
    style = f"fill:{tones.of('text')};stroke:{tones.of('halo')};stroke-width:1.5"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" style="{style}"/>'
