"""Which tables a named rule looks at, found by letting it run over nothing and noting what it asks for."""

from functools import cache
from typing import Any

from data.checks.rules.rule import Row, Rule, Tables


class _Noting(Tables):
    """No tables at all; remembers which were asked for. A rule that asks for all of them concerns every table."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()
        self.asked_for_all = False

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return default

    def __missing__(self, name: str) -> list[Row]:
        self.asked.add(name)
        return []

    def items(self) -> Any:
        self.asked_for_all = True
        return super().items()


@cache
def _noted(rule: Rule) -> _Noting:
    tables = _Noting()
    for _ in rule.find(tables):
        pass
    return tables


def concerns(rule: Rule, table: str) -> bool:
    """Whether a rule looks at a table."""
    noted = _noted(rule)
    return noted.asked_for_all or table in noted.asked
