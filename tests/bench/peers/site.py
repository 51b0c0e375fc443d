"""What peers of a whole site have in common: two pages, titles that the search lists, rows that programs get.

The first page is the map; the second draws the same indicator by year, a line for each country that has figures."""

from functools import cache
from typing import Any

import pandas as pd

from data import indicators
from data.package import countries
from tests.bench.peers import shapes

PAGES = {"Overview": "/", "Years": "/years"}


@cache
def titles() -> list[str]:
    """Titles of all indicators, each once."""
    return list(dict.fromkeys(one.title for one in indicators.registry().values()))


@cache
def lines() -> dict[str, Any]:
    """The figure of the second page: values of the first indicator by year."""
    rows = indicators.values(shapes.FIRST[0])
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": countries.name(iso3),
            "x": own["year"].tolist(),
            "y": [None if pd.isna(value) else value for value in own["value"]],
        }
        for iso3, own in rows.groupby("iso3")
    ]
    return {"data": traces, "layout": {"width": shapes.WIDTH, "height": shapes.HEIGHT}}


def as_csv(indicator_id: str) -> str:
    """The rows of an indicator as CSV."""
    return indicators.values(indicator_id).to_csv(index=False)
