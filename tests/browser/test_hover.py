"""What the pointer is told on the map is what the frame says, for every country and every year of ten indicators."""

import html
import re

import pandas as pd
import pytest

from components.figures import number_format
from data import indicators
from data.package import countries
from data.vocabulary import terms
from geo import shapes

pytestmark = pytest.mark.browser

INDICATORS = [
    "us_imports_usd",
    "us_balance_usd",
    "mirror_exports_usd",
    "us_trade_share_pct",
    "exports_by_partner_usd.kaz",
    "production.antimony",
    "reserves.gold",
    "us_aid_usd",
    "gdp_usd",
    "member.wto",
]
TOLD = """() => Object.fromEntries([...document.querySelectorAll('.choroplethlayer > .choropleth')[1].children]
    .map(({ __data__: point }) => [point.loc, document.querySelector('.atlas-plot').data[1].text[point.index]]))"""


def plain(told: str) -> str:
    """A label without its markup and line breaks."""
    return html.unescape(re.sub(r"<[^>]*>", "", told.replace("<br>", " ")))


def wanted(row, indicator) -> str:
    """The words in which a row of the frame has to be told."""
    if pd.isna(row.value):
        return terms.absences(indicator.kind)[row.status]
    if isinstance(row.value, str):
        return terms.standing(row.value)
    return f"{number_format.show(row.value, indicator)} {indicator.unit_name} {indicator.title}"


@pytest.mark.parametrize("one", INDICATORS)
def test_label_of_every_country_and_year_is_the_frames(visit, one):
    indicator, drawn = indicators.get(one), set(shapes.load("world")["iso3"])
    values = indicators.values(one)
    years = sorted(set(values["year"]))
    visitor = visit().open(f"?indicator={one}&year={years[0]}&view=world&flows=off")
    slider = visitor.page.get_by_test_id("atlas-year")
    slider.focus()
    wrong = []
    for year in years:
        visitor.page.wait_for_selector(f'.atlas-map[data-year="{year}"]')
        told = visitor.page.evaluate(TOLD)
        for row in values[(values["year"] == year) & values["iso3"].isin(drawn)].itertuples():
            said = plain(told[row.iso3])
            head = f"{countries.name(row.iso3)} · {year} "
            if not said.startswith(f"{head}{wanted(row, indicator)}"):
                wrong.append((year, row.iso3, said))
        slider.press("ArrowRight")
    assert wrong == []
    assert visitor.errors == []
