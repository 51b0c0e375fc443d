"""The difference of two years as the choropleth of an indicator: diverging classes with zero in the middle."""

from dataclasses import replace

from components.figures import choropleth
from components.map.payload import Payload
from components.words import word
from data import indicators
from data.analysis import comparison
from data.indicators import Indicator

PERCENT_DECIMALS = 1


def indicator(indicator_id: str, year_from: int, measure: str) -> Indicator:
    """What is drawn: the change since a year, in the indicator's own display unit or in percent."""
    one = indicators.get(indicator_id)
    unit = comparison.unit(indicator_id, measure)
    changed = replace(
        one,
        title=word("compare.title_change", title=one.title, year=year_from),
        unit=unit,
        kind="balance",
        scale="change",
    )
    if measure == comparison.PERCENT:
        shown = word("compare.percent_unit")
        return replace(changed, display_unit=shown, display_factor=1.0, decimals=PERCENT_DECIMALS)
    return changed if unit == one.unit else replace(changed, display_unit=unit)


def build(indicator_id: str, year_from: int, year_to: int, measure: str) -> Payload:
    """The map's payload of the change from one year to the other; it has the second year only."""
    values = comparison.between(indicator_id, year_from, year_to, measure)
    drawn = choropleth.build(values, indicator(indicator_id, year_from, measure))
    return drawn | {"between": [year_from, year_to]}
