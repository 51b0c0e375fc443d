"""What all peers draw: one choropleth trace of the same shapes, values, classes and colours as our map.

The trace covers every shape: place 0 of the colours is land without figures, then absences, then classes. A change of
indicator or year is a new `z`, `text` and (for an indicator) `colorscale`; shapes and places stay."""

import json
import os
import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd

from components.figures import classes
from data import indicators
from data.package import sources
from data.subjects import number_format

STATIC = Path(__file__).parents[3] / "static"
LAYER = os.environ.get("BENCH_LAYER", "world")
FAMILY = [one.id for one in indicators.registry().values() if one.family == "us_trade"]
TITLES = {one: indicators.get(one).title for one in FAMILY}
YEARS = indicators.years("us_imports_usd")
FIRST = (FAMILY[0], 2024)
WIDTH, HEIGHT = 815, 489
RAMP = ["#dceecb", "#a8dcc0", "#64bfc4", "#2f94bd", "#2563a5", "#1b3278"]
NEGATIVE = ["#8c4f0b", "#d59a45", "#f3dcae"]
LAND, ZERO, MISSING = "#eef0f2", "#fffdf2", {"not_reported": "#b4b9c1", "not_applicable": "#d7d3ca"}
VIEWS: dict[str, dict[str, Any]] = {
    "world": {
        "projection": {"type": "equal earth", "rotation": {"lon": 11}},
        "lonaxis": {"range": [-180, 180]},
        "lataxis": {"range": [-58, 84]},
    },
    "region": {
        "projection": {"type": "conic equal area", "rotation": {"lon": 67}, "parallels": [36, 52]},
        "lonaxis": {"range": [44.6, 89.4]},
        "lataxis": {"range": [34.9, 55.6]},
    },
}


@dataclass(frozen=True)
class Drawing:
    """What changes with indicator and year: one z and text per shape, and the colours of the places."""

    z: list[int]
    text: list[str]
    colours: list[str]

    def trace(self) -> dict[str, Any]:
        """The changed properties of the trace."""
        steps = [(place + side) / len(self.colours) for place in range(len(self.colours)) for side in (0, 1)]
        scale = [[step, colour] for step, colour in zip(steps, [c for c in self.colours for _ in "ab"], strict=True)]
        return {"z": self.z, "text": self.text, "colorscale": scale, "zmin": -0.5, "zmax": len(self.colours) - 0.5}


@cache
def collection() -> dict[str, Any]:
    """The layer's GeoJSON, the file that our map is drawn from."""
    return json.loads((STATIC / "geo" / f"{LAYER}.json").read_text("utf-8"))


@cache
def names() -> dict[str, str]:
    """Names of the shapes by code, in the order of the layer."""
    return {feature["id"]: feature["properties"]["name"] for feature in collection()["features"]}


@cache
def drawing(indicator_id: str, year: int) -> Drawing:
    """One indicator in one year, with a text for the pointer as long as ours."""
    indicator = indicators.get(indicator_id)
    every = indicators.values(indicator_id)
    found = classes.build(every, indicator)
    absences = [status for status in MISSING if (every["status"] == status).any()]
    rows = {row.iso3: row for row in every[every["year"] == year].itertuples()}
    z, text = [], []
    for iso3, name in names().items():
        row: Any = rows.get(iso3)
        if row is None:
            z.append(0)
            text.append(f"<b>{name}</b>")
        elif pd.isna(row.value):
            z.append(1 + absences.index(row.status))
            text.append(f"<b>{name}</b> · {year}<br>{row.status}")
        else:
            z.append(1 + len(absences) + found.code(row.value / indicator.display_factor))
            value = f"{number_format.show(row.value, indicator)} {indicator.unit_name}"
            source = sources.describe(row.source_id)[0].title
            text.append(f"<b>{name}</b> · {year}<br><b>{value}</b><br>{indicator.title}<br>{row.status}<br>{source}")
    return Drawing(z, text, [LAND, *(MISSING[absence] for absence in absences), *_colours(found.kinds)])


def _colours(kinds: tuple[str | int, ...]) -> list[str]:
    negative = iter(NEGATIVE)
    positive = iter(RAMP)
    return [ZERO if kind == "zero" else next(negative if kind == "negative" else positive) for kind in kinds]


def figure(indicator_id: str, year: int, geometry: dict[str, Any] | str) -> dict[str, Any]:
    """The whole figure; `geometry` is the GeoJSON itself or its address."""
    trace = {
        "type": "choropleth",
        "geojson": geometry,
        "featureidkey": "id",
        "locations": list(names()),
        "showscale": False,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": "#aab1ba", "width": 0.4}},
        **drawing(indicator_id, year).trace(),
    }
    return {"data": [trace], "layout": layout()}


def layout() -> dict[str, Any]:
    """The frame of our view of the same layer; `uirevision` keeps the reader's zoom where the library can."""
    return {
        "geo": {**VIEWS[LAYER], "fitbounds": False, "visible": False, "bgcolor": "#ffffff"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "width": WIDTH,
        "height": HEIGHT,
        "dragmode": "pan",
        "uirevision": "kept",
    }


def config(topology: str) -> dict[str, Any]:
    """Plotly's options; `topology` is where the base map is looked for, which must not be another host."""
    return {"topojsonURL": topology, "displayModeBar": False, "scrollZoom": True}


def put_files(folder: Path) -> None:
    """What a static page loads: the shapes with their base map, and plotly.js."""
    shutil.copytree(STATIC / "geo", folder / "geo")
    (folder / "plotly.min.js").write_bytes((files("plotly") / "package_data" / "plotly.min.js").read_bytes())
