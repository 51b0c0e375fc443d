"""What the map needs to draw flows between pairs of countries, for all years.

Frame in, plain dictionary out. Values travel in display units (million US dollars, one decimal); status and source
travel as runs `[year index, status, source]`, each good until the next one starts."""

import math
from typing import Any

import pandas as pd

from components.figures.choropleth import source_name
from components.figures.numbers import plain
from components.words import word
from data import countries

FACTOR = 1e6


def build(flows: pd.DataFrame) -> dict[str, Any]:
    """The payload of a Flows frame: one line per origin and destination, anchored at the capitals."""
    years = sorted(int(year) for year in flows["year"].unique())
    statuses = sorted(flows["status"].unique())
    source_ids = sorted(flows["source_id"].unique())
    most = float(flows["value"].max()) / FACTOR
    places = sorted(set(flows["origin"]) | set(flows["dest"]))
    return {
        "unit": word("flows.unit"),
        "decimals": 1,
        "home": ["USA"],
        "measures": [word("flows.exports"), word("flows.imports")],
        "note": word("flows.note"),
        "words": {
            "widths": word("flows.widths"),
            "missing": word("flows.missing"),
            "none": word("flows.none"),
            "status": word("map.status"),
            "source": word("map.source"),
        },
        "years": years,
        "most": round(most, 1),
        "marks": [{"value": mark, "text": plain(mark)} for mark in _marks(most)],
        "anchors": {iso3: countries.capital(iso3) for iso3 in places},
        "statuses": [word(f"status.{status}") for status in statuses],
        "sources": [source_name(one) for one in source_ids],
        "pairs": [
            _pair(str(origin), str(dest), rows, years, statuses, source_ids)
            for (origin, dest), rows in flows.groupby(["origin", "dest"], sort=True)
        ],
    }


def _marks(most: float) -> list[float]:
    """Three round values for the legend of widths: the highest decade of the scale and two below."""
    top = 10.0 ** math.floor(math.log10(most))
    return [top, top / 10, top / 100]


def _rounded(value: float) -> float:
    """One decimal, or two significant digits below 0.1: a small flow never reads as zero."""
    return round(value, 1) if value >= 0.1 or value == 0 else float(f"{value:.2g}")


def _pair(
    origin: str, dest: str, rows: pd.DataFrame, years: list[int], statuses: list[str], source_ids: list[str]
) -> dict[str, Any]:
    by_year: dict[int, Any] = {int(str(row.year)): row for row in rows.itertuples()}
    values: list[float | None] = []
    runs: list[list[int]] = []
    for place, year in enumerate(years):
        row = by_year.get(year)
        values.append(None if row is None else _rounded(float(row.value) / FACTOR))
        if row is not None:
            told = [statuses.index(str(row.status)), source_ids.index(str(row.source_id))]
            if not runs or runs[-1][1:] != told:
                runs.append([place, *told])
    return {"origin": origin, "dest": dest, "values": values, "origins": runs}
