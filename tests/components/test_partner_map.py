"""The countries under the lines: home has no trade with itself, and says so in the words of every other page."""

import pytest

from components.figures import partner_map
from data import flows
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.vocabulary import terms


@pytest.mark.parametrize(
    "set_id", [one for one in flows.registry() if "." not in one] + ["us_trade.28", "us_trade.2844"]
)
@pytest.mark.parametrize("country", [None, "KAZ"])
def test_home_is_not_applicable_rather_than_not_covered(set_id, country):
    selection = FlowSelection(set_id, country)
    made = partner_map.build(selection)
    place = [one["status"] for one in made["missing"]].index("not_applicable")
    assert made["missing"][place]["label"] == terms.absences()["not_applicable"]
    for iso3 in flow_selection.reporters(selection):
        assert made["cells"][iso3]["runs"] == [[0, -(place + 1)]]
