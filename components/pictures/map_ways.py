"""The ways of lines on a drawn map, in pixels of a picture of the usual width: along great circles, or to the plate of
the country that lies beyond it; cut at the frame, shortened at their ends, with their heads.

As `map/js/layers/arcs.js`, `geometry.js` and `ways.js` have them for the live map."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from components.map.payload import Flows
from geo.projection import EQUAL_EARTH, Projection

Spot = tuple[float, float]
Rect = tuple[float, float, float, float]
STEPS, TO_BADGE = 48, 40
GAP, INSET = 6.0, 10.0
BEND, MOST_BEND_PX = 0.08, 60.0


def arc(origin: Sequence[float], dest: Sequence[float]) -> np.ndarray:
    """Places [lon, lat] of the great circle between two, bent a little to the right; empty where the two are one."""
    a, b = (_vector(*np.radians(place)) for place in (origin, dest))
    apart = math.atan2(float(np.linalg.norm(np.cross(a, b))), float(a @ b))
    if apart < 1e-8:
        return np.empty((0, 2))
    side = np.cross(b, a)
    side = side / np.linalg.norm(side)
    t = np.linspace(0, 1, STEPS + 1)[:, None]
    along = (np.sin((1 - t) * apart) * a + np.sin(t * apart) * b) / math.sin(apart)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    shift = math.radians(min(3.4, 0.13 * math.degrees(apart))) * np.sin(np.pi * t)
    bent = along * np.cos(shift) + side * np.sin(shift)
    flat = np.arctan2(bent[:, 2], np.hypot(bent[:, 0], bent[:, 1]))
    return np.degrees(np.column_stack([np.arctan2(bent[:, 1], bent[:, 0]), flat]))


def _vector(lon: float, lat: float) -> np.ndarray:
    return np.array([math.cos(lon) * math.cos(lat), math.sin(lon) * math.cos(lat), math.sin(lat)])


def pieces(places: np.ndarray, one: Projection) -> list[list[Spot]]:
    """A line of places as runs of pixels: whole but behind the globe and over the seam of a map of the world."""
    found: list[list[Spot]] = [[]]
    turned = np.degrees(one.turned(places)[0]) if len(places) else np.empty(0)
    for at, (x, y) in enumerate(one.pixels(places) if len(places) else ()):
        is_torn = one.kind == EQUAL_EARTH and at and abs(turned[at] - turned[at - 1]) > 180
        if math.isnan(x) or is_torn:
            found.append([])
        if not math.isnan(x):
            found[-1].append((float(x), float(y)))
    return [piece for piece in found if len(piece) > 1]


def inside(piece: list[Spot], box: Rect) -> list[tuple[list[Spot], bool, bool]]:
    """The runs of a piece in the frame, each with whether it starts and ends where the piece does."""
    found: list[tuple[list[Spot], bool, bool]] = []
    has_left = True
    for at in range(1, len(piece)):
        (x, y), (u, v) = piece[at - 1], piece[at]
        share = _share((x, y), (u, v), box)
        if share is None:
            has_left = True
            continue
        start, stop = ((x + t * (u - x), y + t * (v - y)) for t in share)
        if has_left or share[0] > 0:
            found.append(([start], at == 1 and share[0] == 0, False))
        points, starts, _ = found[-1]
        points.append(stop)
        found[-1] = (points, starts, at == len(piece) - 1 and share[1] == 1)
        has_left = share[1] < 1
    return found


def _share(start: Spot, stop: Spot, box: Rect) -> tuple[float, float] | None:
    """The part of a straight step in the frame; None where it misses it."""
    (x, y), (u, v), (left, top, right, bottom) = start, stop, box
    first, last = 0.0, 1.0
    for towards, room in ((x - u, x - left), (u - x, right - x), (y - v, y - top), (v - y, bottom - y)):
        if towards == 0 and room < 0:
            return None
        if towards < 0:
            first = max(first, room / towards)
        if towards > 0:
            last = min(last, room / towards)
    return (first, last) if first < last else None


def _length(points: list[Spot]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


def _shortened(points: list[Spot], by: float) -> list[Spot]:
    """A line without its first pixels; empty where it is no longer than that."""
    for at in range(1, len(points)):
        (x, y), (u, v) = points[at - 1], points[at]
        step = math.dist((x, y), (u, v))
        if step > by:
            return [(x + (u - x) * by / step, y + (v - y) * by / step), *points[at:]]
        by -= step
    return []


def arrow(points: list[Spot], thick: float, *, starts: bool, ends: bool) -> tuple[list[Spot], list[Spot]] | None:
    """Shaft and head of an arrow along a run; None where it is too short for one."""
    whole = _length(points)
    short = min(GAP, whole * 0.15)
    size = min(8 + 0.8 * thick, whole * 0.5)
    line = _shortened(points, short) if starts else points
    back = _shortened(line[::-1], short if ends else min(18.0, whole * 0.3))
    shaft = _shortened(back, size)
    if not shaft:
        return None
    tip, neck = back[0], shaft[0]
    reach = math.dist(tip, neck) or 1.0
    half = max(size * 0.42, thick / 2 + 2.2)
    x, y = (tip[1] - neck[1]) / reach * half, -(tip[0] - neck[0]) / reach * half
    return shaft[::-1], [tip, (neck[0] + x, neck[1] + y), (neck[0] - x, neck[1] - y)]


def to_badge(flows: Flows, one: Projection, iso3: str, rect: Rect) -> dict[tuple[str, str], list[Spot]]:
    """The ways of the lines that end at the plate, side by side in the order in which they come."""
    left, top, right, bottom = rect
    middle = (left + right) / 2, (top + bottom) / 2
    ends = []
    for pair in flows["pairs"]:
        origin, dest = pair["origin"], pair["dest"]
        if iso3 in (origin, dest):
            spot = one.pixels(np.array([flows["anchors"][dest if origin == iso3 else origin]]))[0]
            if not math.isnan(spot[0]):
                angle = math.atan2(spot[1] - middle[1], spot[0] - middle[0]) - math.pi / 4
                turn = angle + 2 * math.pi if angle < -math.pi else angle
                ends.append((-turn, origin != iso3, (origin, dest), (float(spot[0]), float(spot[1]))))
    ends.sort(key=lambda end: end[:2])
    found = {}
    for place, (_, _, pair_of, at) in enumerate(ends):
        port = _port(rect, (place + 0.5) / len(ends))
        found[pair_of] = _curved(at, port, rect, is_from=pair_of[0] == iso3)
    return found


def _port(rect: Rect, share: float) -> Spot:
    """The place at a share of the plate's edge, from its lower left corner to its upper right one."""
    left, top, right, bottom = rect
    wide, high = right - left - INSET, bottom - top - INSET
    on = share * (wide + high)
    return (left + INSET + on, bottom) if on < wide else (right, bottom - (on - wide))


def _curved(spot: Spot, port: Spot, rect: Rect, *, is_from: bool) -> list[Spot]:
    """The way between the plate and the other end of a line; empty where that lies below the plate."""
    if _is_in(rect, spot):
        return []
    (x, y), (u, v) = (port, spot) if is_from else (spot, port)
    bend = 2 * min(BEND, MOST_BEND_PX / (math.dist((x, y), (u, v)) or 1))
    mid = (x + u) / 2 - (v - y) * bend, (y + v) / 2 + (u - x) * bend

    def at(share: float) -> Spot:
        t = 1 - share if is_from else share
        across, down = (
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in ((x, mid[0], u), (y, mid[1], v))
        )
        return across, down

    low, high = 0.0, 1.0
    step = next((one for one in range(1, TO_BADGE + 1) if _is_in(rect, at(one / TO_BADGE))), TO_BADGE)
    low, high = (step - 1) / TO_BADGE, step / TO_BADGE
    for _ in range(12):
        half = (low + high) / 2
        low, high = (low, half) if _is_in(rect, at(half)) else (half, high)
    points = [at(low * place / TO_BADGE) for place in range(TO_BADGE + 1)]
    return points[::-1] if is_from else points


def _is_in(rect: Rect, spot: Spot) -> bool:
    left, top, right, bottom = rect
    return left <= spot[0] <= right and top <= spot[1] <= bottom
