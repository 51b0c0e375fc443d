"""What the pointer is told on the map is what the frame says, for every country and every year of ten indicators."""

import html
import re

import pandas as pd
import pytest

from data import indicators
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms
from geo import shapes
from tests.browser.screen import settled

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
# Steps through the years, from the first to the last; by year, the labels of all countries.
TOLD = """async (years) => {
    const map = document.querySelector('.atlas-map');
    const slider = document.querySelector('[data-testid="atlas-year"]');
    const told = {};
    for (const year of years) {
        const at = Date.now();
        while (map.dataset.ready !== 'true' || map.dataset.year !== String(year)) {
            if (Date.now() - at > 20000) throw new Error(`${year} was not painted, but ${map.dataset.year}`);
            await new Promise((done) => setTimeout(done, 1));
        }
        const { text } = document.querySelector('.atlas-plot').data[1];
        told[year] = Object.fromEntries([...document.querySelectorAll('.choroplethlayer > .choropleth')[1].children]
            .map(({ __data__: point }) => [point.loc, text[point.index]]));
        slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    }
    return told;
}"""


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
def test_label_of_every_country_and_year_is_the_frames(reader, one):
    indicator, drawn = indicators.get(one), set(shapes.load("world")["iso3"])
    values = indicators.values(one)
    years = sorted(set(values["year"]))
    reader.look(f"?indicator={one}&year={years[0]}&view=world&flows=off")
    told = reader.page.evaluate(TOLD, years)
    wrong = []
    for row in values[values["iso3"].isin(drawn)].itertuples():
        said = plain(told[str(row.year)][row.iso3])
        head = f"{countries.name(row.iso3)} · {row.year} "
        if not said.startswith(f"{head}{wanted(row, indicator)}"):
            wrong.append((row.year, row.iso3, said))
    assert wrong == []
    assert reader.errors == []
    settled(reader.page, file=False)
