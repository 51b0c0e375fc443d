"""The difference of two years as the choropleth of an indicator: diverging classes with zero in the middle."""

from dataclasses import replace

from components.figures import choropleth
from components.map.payload import Payload
from components.words import word
from data import indicators
from data.analysis import comparison
from data.indicators import Indicator

PERCENT_DECIMALS = 1


def indicator(indicator_id: str, change_kind: str) -> Indicator:
    """What is drawn: the change between two years, in the indicator's own display unit or in percent."""
    one = indicators.get(indicator_id)
    return replace(
        one,
        kind="balance",
        scale="change",
        display_unit=comparison.display_unit(indicator_id, change_kind),
        decimals=PERCENT_DECIMALS if change_kind == comparison.PERCENT else one.decimals,
    )


def build(indicator_id: str, year_from: int, year_to: int, change_kind: str) -> Payload:
    """The map's payload of the change from one year to the other; it has the second year only."""
    values = comparison.between(indicator_id, year_from, year_to, change_kind)
    title = word("compare.title_change", title=indicators.get(indicator_id).title, year=year_from)
    drawn = choropleth.build(values, indicator(indicator_id, change_kind), title=title)
    return drawn | {"between": [year_from, year_to]}
