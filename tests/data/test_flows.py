"""Sets of flows: what is drawn first, and what a wrong name is answered."""

import pytest

from data import flows
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.faults import UnknownId


def test_default_year_is_the_newest_that_tells_nearly_as_much_as_the_fullest():
    assert flow_selection.default_year(FlowSelection("us_trade")) == 2024
    assert {2025, 2026} & set(flows.years("us_trade")) == {2025}
    counts = flows.values("partners")["year"].value_counts()
    assert counts[flow_selection.default_year(FlowSelection("partners"))] >= 0.75 * counts.max()


@pytest.mark.parametrize("ask", [flows.get, flows.values, flows.years])
def test_unknown_set_is_named(ask):
    with pytest.raises(UnknownId, match="us_trad"):
        ask("us_trad")


def test_flows_of_a_year_go_from_exporter_to_importer():
    found = flows.values("us_trade", 2024).set_index(["origin", "dest"])["value"]
    assert found[("KAZ", "USA")] == 2348802814
    assert found[("USA", "KAZ")] == 1076377538
    assert len(found) == 10
