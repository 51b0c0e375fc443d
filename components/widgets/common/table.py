"""What every table of figures has: sources cited below it, the rows shown first, a button for the rest."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.markdown import address, literal
from components.widgets.common import prose
from components.words import counted
from data.package import countries, sources

MOST_SOURCES = 3
MOST_ROWS = 10


class References:
    """Sources cited in a table; each address is written once, below it, however many rows cite it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cite(self, source_ids: str) -> str:
        """Publishers of the sources as links; of many, the first are named."""
        cited = sources.describe(source_ids or "")
        names = " · ".join(self._link(one) for one in cited[:MOST_SOURCES])
        more = len(cited) - MOST_SOURCES
        return f"{names} {literal(counted('card.more_sources', more))}" if more > 0 else names

    def _link(self, source: sources.Source) -> str:
        target = address(source.url)
        if not target:
            return literal(source.publisher)
        return f"[{literal(source.publisher)}][{self._numbers.setdefault(target, len(self._numbers) + 1)}]"

    def addresses(self) -> list[str]:
        """The definitions that the links lead to."""
        return [f"[{number}]: <{url}>" for url, number in self._numbers.items()]


def leading(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are shown before all are asked for: the six and the first others, in their order.

    Columns as those of the rows, one row per country."""
    is_six = rows["iso3"].isin(countries.SIX)
    others = rows.index[~is_six][: MOST_ROWS - int(is_six.sum())]
    return rows[is_six | rows.index.isin(others)]


def draw(place: str, lines: list[str], rows: int, shown: int, show_whole: Callable[[], None]) -> None:
    """A table from its lines of Markdown, and a button for the rows that it leaves out, where it does."""
    with prose.anew(place, lines, rows):
        st.markdown("\n".join(lines))
        if shown < rows:
            st.button(counted("table.whole", rows), on_click=show_whole, key=f"{place}_whole")
