"""The projections of the map's named views, as plotly.js and d3 compute them in the browser.

`views.json` is read by both. The formulas are those of d3-geo: a place is turned, projected, and moved so that the
view's range of longitudes and latitudes fills the picture. A test compares the two place by place."""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

VIEWS: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "views.json").read_text("utf-8"))
USUAL_ASPECT = 0.6
CONIC, AZIMUTHAL, EQUAL_EARTH, GLOBE = (
    "conic equal area",
    "azimuthal equal area",
    "equal earth",
    "orthographic",
)
# Plotly stays away from the edges of a range by this much.
PAD = 0.001
STEP = 0.5
Raw = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


class UnknownView(ValueError):
    """A view that is not there; the message names those that are."""


def _conic(parallels: list[float]) -> Raw:
    first, second = map(math.sin, map(math.radians, parallels))
    n = (first + second) / 2
    c = 1 + first * (2 * n - first)
    top = math.sqrt(c) / n

    def raw(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        r = np.sqrt(c - 2 * n * np.sin(lat)) / n
        return r * np.sin(lon * n), top - r * np.cos(lon * n)

    return raw


def azimuthal(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of a scale of one, apart from the middle, of the equal-area projection about it."""
    k = np.sqrt(2 / (1 + np.cos(lon) * np.cos(lat)))
    return k * np.cos(lat) * np.sin(lon), k * np.sin(lat)


def _orthographic(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.cos(lat) * np.sin(lon), np.sin(lat)


def _equal_earth(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    a1, a2, a3, a4, m = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2
    at = np.arcsin(m * np.sin(lat))
    square = at * at
    sixth = square**3
    x = lon * np.cos(at) / (m * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    return x, at * (a1 + a2 * square + sixth * (a3 + a4 * square))


def arc(a: np.ndarray, b: np.ndarray, step: float = STEP) -> np.ndarray:
    """Places [lon, lat] of the great circle from `a` on, `b` left out, at most `step` degrees apart.

    The way back has the very same places."""
    if tuple(a) > tuple(b):
        return np.vstack([a, arc(b, a, step)[:0:-1]])
    (u, v) = (_vector(*np.radians(one)) for one in (a, b))
    apart = math.acos(min(1.0, max(-1.0, float(u @ v))))
    count = max(1, math.ceil(math.degrees(apart) / step))
    if count == 1:
        return np.array([a])
    shares = np.arange(1, count)[:, None] / count
    between = (np.sin((1 - shares) * apart) * u + np.sin(shares * apart) * v) / math.sin(apart)
    lon, lat = np.arctan2(between[:, 1], between[:, 0]), np.arcsin(np.clip(between[:, 2], -1, 1))
    return np.vstack([a, np.degrees(np.column_stack([lon, lat]))])


def _vector(lon: float, lat: float) -> np.ndarray:
    return np.array([math.cos(lon) * math.cos(lat), math.sin(lon) * math.cos(lat), math.sin(lat)])


def along(ring: np.ndarray, step: float = STEP) -> np.ndarray:
    """A closed ring of places with those of the great circles between them."""
    return np.vstack([*(arc(a, b, step) for a, b in pairwise(ring)), ring[-1:]])


@dataclass(frozen=True)
class Projection:
    """A view in a picture of `width` x `height`: from places to pixels, `frame` being what of it shows the map."""

    kind: str
    rotation: tuple[float, float, float]
    raw: Raw
    origin: tuple[float, float]
    scale: float
    width: float
    height: float
    frame: tuple[float, float, float, float]

    def turned(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Longitudes and latitudes in radians as they lie after the view's turn."""
        lon, lat = np.radians(places[:, 0] - self.rotation[0]), np.radians(places[:, 1])
        phi, gamma = -math.radians(self.rotation[1]), math.radians(self.rotation[2])
        x, y, z = np.cos(lon) * np.cos(lat), np.sin(lon) * np.cos(lat), np.sin(lat)
        k = z * math.cos(phi) + x * math.sin(phi)
        across = np.arctan2(y * math.cos(gamma) - k * math.sin(gamma), x * math.cos(phi) - z * math.sin(phi))
        return across, np.arcsin(np.clip(k * math.cos(gamma) + y * math.sin(gamma), -1, 1))

    def placed(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Pixels [x, y] of what is turned already."""
        x, y = self.raw(lon, lat)
        left, top = self.width / 2, self.height / 2
        return np.column_stack([left + self.scale * (x - self.origin[0]), top - self.scale * (y - self.origin[1])])

    def pixels(self, places: np.ndarray) -> np.ndarray:
        """Pixels [x, y] of places [lon, lat], one row each; NaN for what is behind the globe."""
        lon, lat = self.turned(np.asarray(places, dtype=float))
        found = self.placed(lon, lat)
        if self.kind == GLOBE:
            found[np.cos(lon) * np.cos(lat) < 0] = np.nan
        return found


def _rotation(geo: dict[str, Any]) -> tuple[float, float, float]:
    told = geo["projection"].get("rotation", {})
    return told.get("lon", 0), told.get("lat", 0), told.get("roll", 0)


def _centre(geo: dict[str, Any]) -> tuple[float, float]:
    """The centre as d3 takes it: apart from the turn."""
    lon, lat, _ = _rotation(geo)
    usual = {"lon": lon, "lat": sum(geo["lataxis"]["range"]) / 2}
    told = geo.get("center", usual)
    return told["lon"] - lon, told["lat"] - lat


def _box(geo: dict[str, Any]) -> np.ndarray:
    """The edge of the range, its upper and lower side in quarters, as Plotly makes it."""
    (west, east), (south, north) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    west, east, south, north = west + PAD, east - PAD, south + PAD, north - PAD
    quarters = np.linspace(west, east, 5)
    upper = [(lon, north) for lon in quarters]
    lower = [(lon, south) for lon in quarters[::-1]]
    return np.array([(west, south), *upper, *lower])


def _extent(one: Projection, geo: dict[str, Any]) -> tuple[float, float, float, float]:
    """Least and greatest x and y of the range, before it is moved."""
    if one.kind == GLOBE:
        return -1.0, -1.0, 1.0, 1.0
    lon, lat = one.turned(along(_box(geo), 0.2))
    if one.kind == EQUAL_EARTH:
        # All round the earth: the range ends at the seam.
        seam = np.linspace(lat.min(), lat.max(), 361)
        lon, lat = np.concatenate([lon, np.full(361, math.pi)]), np.concatenate([lat, seam])
        lon = np.concatenate([lon, np.full(1, -math.pi)])
        lat = np.concatenate([lat, np.zeros(1)])
    x, y = one.raw(lon, lat)
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def aspect_of(view: str) -> float:
    """The height of a view's picture over its width."""
    return float(VIEWS[view].get("aspect", USUAL_ASPECT))


@lru_cache(64)
def of(view: str, width: float) -> Projection:
    """The projection of a named view in a picture of a width. Raises UnknownView."""
    if view not in VIEWS:
        raise UnknownView(f"no view “{view}”; there are {', '.join(VIEWS)}")
    geo = VIEWS[view]["geo"]
    height = round(width * aspect_of(view))
    kind = geo["projection"]["type"]
    raws: dict[str, Raw] = {AZIMUTHAL: azimuthal, EQUAL_EARTH: _equal_earth, GLOBE: _orthographic}
    raw = _conic(geo["projection"]["parallels"]) if kind == CONIC else raws[kind]
    bare = Projection(kind, _rotation(geo), raw, (0, 0), 1, 0, 0, (0, 0, 0, 0))
    left, low, right, high = _extent(bare, geo)
    scale = min(width / (right - left), height / (high - low))
    lon, lat = np.radians(_centre(geo))
    x, y = raw(np.array([lon]), np.array([lat]))
    half_wide, half_high = scale * (right - left) / 2, scale * (high - low) / 2
    frame = (width / 2 - half_wide, height / 2 - half_high, width / 2 + half_wide, height / 2 + half_high)
    return Projection(kind, _rotation(geo), raw, (float(x[0]), float(y[0])), scale, width, height, frame)
