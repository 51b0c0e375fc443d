"""The Trade page without a browser: map, table, captions and series of one and the same selection."""

import base64
import json
import re
import zlib
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from components.words import word
from tests.components.app.test_links import opened

KAZ_2022 = "set=partners&country=KAZ&year=2022&view=eurasia"
PRODUCT = "set=us_trade.2844&year=2024&country=KAZ"


@cache
def page(query: str) -> AppTest:
    """The page of a link, for all tests that only look at it."""
    app = opened("trade", query)
    assert app.exception.len == 0
    return app


def on_map(app: AppTest) -> dict:
    """What is sent to the map."""
    (told,) = [one.proto for one in app.get("bidi_component") if one.proto.component_name == "c5plus1_atlas_map"]
    return json.loads(zlib.decompress(base64.b64decode(json.loads(told.json)["content"])))


def lines(app: AppTest, year: int) -> list[str]:
    """The lines that the map draws of a year, as its scripts call them."""
    flows = on_map(app)["flows"]
    at = flows["years"].index(year)
    # Anything else than a number is a mark in place of one.
    drawn = [one for one in flows["pairs"] if isinstance(one["values"][at], float) and one["values"][at] > 0]
    return [f"{one['origin']}-{one['dest']}" for one in drawn]


def rows(app: AppTest) -> list[list[str]]:
    """Cells of the table of flows."""
    (table,) = [one.value for one in app.markdown if one.value.startswith(f"## {word('trade.table')}")]
    found = [line for line in table.replace("\\", "").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1:]]


def said(app: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in (*app.caption, *app.markdown)]


@pytest.mark.parametrize("top", [5, 10, 20])
def test_as_many_flows_as_asked_for_and_the_rest_is_other(top):
    app = page(f"{KAZ_2022}&top={top}")
    assert len(lines(app, 2022)) == top
    *shown, other = rows(app)
    assert [row[0] for row in shown] == [str(place) for place in range(1, top + 1)]
    assert other[1] == f"Other: {66 - top} flows"
    flows = on_map(app)["flows"]
    assert f"{66 - top} smaller flows" in flows["notes"][flows["years"].index(2022)]


def test_balance_is_one_line_per_pair():
    app = page("set=us_trade&year=2024&direction=net")
    assert set(lines(app, 2024)) == {"KAZ-USA", "USA-UZB", "USA-KGZ", "USA-TJK", "USA-TKM"}
    assert [row[4] for row in rows(app)].count("1,272,425,276") == 1


def test_heading_and_series_of_a_product_are_of_the_product():
    # The page of uranium charted all goods: 2,349 m below a map of 297.2 m (issue 9, Maps and charts 1).
    app = page(PRODUCT)
    title = "US imports from the five: Uranium and other radioactive materials (HS 2844)"
    assert on_map(app)["title"] == title
    assert len([text for text in said(app) if re.search("over the years: US imports.*HS 2844", text)]) == 1
    assert "US exports by product are not on record" in " ".join(said(app))
    assert "**United States → Kazakhstan**" not in said(app)
    (series,) = [json.loads(one.proto.spec) for one in app.get("plotly_chart") if "-series_" in one.proto.id]
    values = [value for trace in series["data"] for value in trace["y"] if value is not None]
    # All goods of 2024 alone were 2,349 million.
    assert 0 < max(values) < 1000
