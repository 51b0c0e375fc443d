"""Each rule says which tables it looks at: held to what it asks for while it runs."""

from typing import Any

import pytest

from data.checks.rules import known, registry
from data.checks.rules.rule import EVERY_TABLE, Rule, Tables
from data.package import descriptor, tables


class Noting(Tables):
    """Tables that note which of them were asked for, and whether all were."""

    def __init__(self, rows: dict[str, list[dict[str, str]]]) -> None:
        super().__init__(rows)
        self.released = descriptor.released()
        self.asked: set[str] = set()
        self.asked_for_all = False

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Any:
        self.asked.add(name)
        return super().__getitem__(name)

    def items(self) -> Any:
        self.asked_for_all = True
        return super().items()


@pytest.fixture(scope="module")
def rows() -> dict[str, list[dict[str, str]]]:
    return {name: tables.text(name).fillna("").to_dict("records") for name in descriptor.names()}


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.id)
def test_rule_asks_for_the_tables_that_it_names(rule: Rule, rows):
    noting = Noting(rows)
    for _ in rule.find(noting):
        pass
    assert noting.asked_for_all == (rule.tables == EVERY_TABLE)
    if not noting.asked_for_all:
        assert noting.asked <= set(rule.tables)
        # Where an id names its table in the rows, those at hand need not name all.
        assert set(rule.tables) - noting.asked <= set(known.LOOKED_UP)


def test_tables_that_rules_name_are_there():
    named = {name for rule in registry.RULES for name in rule.tables}
    assert named <= {*descriptor.names(), *EVERY_TABLE}
