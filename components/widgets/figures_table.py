"""The table of the joined frame and its download: the same rows, the same numbers, the same sources."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components import cache
from components.figures import numbers, whose
from components.widgets import number, prose, state
from components.widgets.choice import Choice
from components.widgets.text import linked, literal
from components.words import counted, word
from data import countries, export, fullness, indicators, minerals, notes, sources, withheld
from data.indicators import Indicator

MOST_SOURCES = 3
MOST_ROWS = 10
# An asterisk as such, behind a name whose figure has a remark below the table.
REMARKED = " \\*"
WHOLE = "table_whole_of"


def _exact(value: float | str | None) -> str:
    """The stored value in full; the word for a membership; empty for a missing one."""
    if value is None or pd.isna(value):
        return ""
    return word(f"membership.{value}") if isinstance(value, str) else numbers.exact(value)


class References:
    """Sources cited in a table; each address is written once, below it, however many rows cite it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cite(self, source_ids: str) -> str:
        """Publishers of the sources as links; of many, the first are named."""
        told = sources.describe(source_ids or "")
        names = " · ".join(self._link(one) for one in told[:MOST_SOURCES])
        more = len(told) - MOST_SOURCES
        return f"{names} {literal(counted('card.more_sources', more))}" if more > 0 else names

    def _link(self, one: sources.Source) -> str:
        if not linked("x", one.url).startswith("["):
            return literal(one.publisher)
        return f"[{literal(one.publisher)}][{self._numbers.setdefault(one.url, len(self._numbers) + 1)}]"

    def addresses(self) -> list[str]:
        """The definitions that the links lead to."""
        return [f"[{number}]: <{url}>" for url, number in self._numbers.items()]


def _has_display_unit(indicator: Indicator) -> bool:
    """Whether the values are shown in another unit than they are stored in, so that both are worth a column."""
    return indicator.display_factor != 1


def _line(row: pd.Series, label: str, indicator: Indicator, references: References) -> str:
    told = notes.on(indicator.id, row["iso3"], int(row["year"]))
    mark = REMARKED if any(note.iso3 for note in told) else ""
    cells = [
        literal(row["name"]) + mark,
        *([literal(numbers.show(row["value"], indicator))] if _has_display_unit(indicator) else []),
        literal(_exact(row["value"])),
        literal(label),
        references.cite(row["source_id"]),
    ]
    return f"| {' | '.join(cells)} |"


def _remarks(rows: pd.DataFrame, indicator: Indicator) -> list[str]:
    """The remarks on the figures of the rows, each once, with the countries that it speaks of."""
    named: dict[str, list[str]] = {}
    for iso3, name, year in rows[["iso3", "name", "year"]].itertuples(index=False, name=None):
        for note in notes.on(indicator.id, str(iso3), int(year)):
            named.setdefault(note.text, []).extend([str(name)] if note.iso3 else [])
    return [
        f":small[\\* {literal(', '.join(names) + ': ' if names else '')}{literal(text)}]"
        for text, names in named.items()
    ]


def _labels(rows: pd.DataFrame, indicator: Indicator) -> list[str]:
    """The status of each row in words, and whose figure it is; of a gap, why it is one."""
    known = rows["value"].notna()
    cells = rows.loc[known, ["iso3", "status", "reporter", "basis"]]
    said = dict(zip(cells["iso3"], whose.labels(cells.itertuples(index=False, name=None)), strict=True))
    return [said.get(row["iso3"]) or number.status_line(row, indicator) for row in rows.to_dict("records")]


def show(choice: Choice) -> None:
    """The table with both downloads."""
    indicator = indicators.get(choice.indicator)
    table = cache.table(choice.indicator, choice.year)
    rows = table.rows
    head = [word("table.country"), literal(indicator.unit), word("table.status"), word("table.source")]
    rule = "|---|--:|---|---|"
    if _has_display_unit(indicator):
        head.insert(1, literal(indicator.display_unit))
        rule = "|---|--:|--:|---|---|"
    is_whole = len(rows) <= MOST_ROWS or state.kept(WHOLE) == choice.indicator
    references = References()
    shown = rows if is_whole else leading(rows)
    labels = dict(zip(rows["iso3"], _labels(rows, indicator), strict=True))
    lines = [
        f"#### {literal(word('table.title'))}",
        "",
        f"| {' | '.join(head)} |",
        rule,
        *(_line(row, labels[row["iso3"]], indicator, references) for _, row in shown.iterrows()),
    ]
    told = [part for line in _remarks(shown, indicator) for part in ("", line)]
    lines += [*told, "", *references.addresses()]
    draw("table", lines, len(rows), len(shown), partial(_show_whole, choice.indicator))
    st.caption(f"{counted('table.caption', len(rows))} {literal(_coverage(choice))}")
    downloads(table, partial(export.file_name, choice.indicator, choice.year), key="download")


def leading(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are shown before all are asked for: the six and the first others, in their order."""
    is_six = rows["iso3"].isin(countries.SIX)
    others = rows.index[~is_six][: MOST_ROWS - int(is_six.sum())]
    return rows[is_six | rows.index.isin(others)]


def _coverage(choice: Choice) -> str:
    """How much of the year is on record where the countries are partners, investors or producers; else nothing."""
    found = indicators.fullnesses(choice.indicator).get(choice.year)
    if found is None:
        held = minerals.held_pct(indicators.get(choice.indicator), choice.year)
        if held is None:
            return ""
        few = "" if held >= fullness.ENOUGH_PCT else f" {word('fullness.producers_few')}"
        return f"{word('fullness.producers', pct=numbers.plain(held, 0))}{few}"
    parts = [word("fullness.partners", parts=found.parts, most=found.most)]
    parts += [] if found.held_pct is None else [word("fullness.held", pct=numbers.plain(found.held_pct, 0))]
    parts += [counted("fullness.left_out", found.left_out)] if found.left_out else []
    parts += [counted("fullness.press", found.press)] if found.press else []
    return f"{', '.join(parts)}.{'' if found.is_full else ' ' + word('fullness.few')}"


def draw(place: str, lines: list[str], rows: int, shown: int, show_whole: Callable[[], None]) -> None:
    """A table from its lines of Markdown, and a button for the rows that it leaves out, where it does."""
    with prose.anew(place, lines, rows):
        st.markdown("\n".join(lines))
        if shown < rows:
            st.button(counted("table.whole", rows), on_click=show_whole, key=f"{place}_whole")


def downloads(table: cache.Table, file_name: Callable[[str], str], *, key: str) -> None:
    """Both files of a table, and how many rows they leave out; `file_name` takes the ending."""
    if table.held_back:
        st.caption(counted("table.left_out" if withheld.is_copy() else "table.withheld", table.held_back))
    with st.container(horizontal=True):
        for name, data, ending in (("csv", table.csv, "csv"), ("excel", table.excel, "excel.csv")):
            st.download_button(
                word(f"table.{name}"),
                data=data,
                file_name=file_name(ending),
                mime="text/csv",
                key=f"{key}_{name}",
                on_click="ignore",
                icon=":material/download:",
            )


def _show_whole(indicator_id: str) -> None:
    state.keep(WHOLE, indicator_id)
