"""The table of the joined frame and its downloads: the same rows, the same numbers, the same sources."""

from functools import partial

import pandas as pd
import streamlit as st

from components import cache
from components.figures import number_format, whose
from components.markdown import literal
from components.reader import session
from components.reader.choice import Choice
from components.widgets.common import downloads, value_panel
from components.widgets.common.table import MOST_ROWS, References, draw, leading
from components.words import counted, word
from data import indicators
from data.indicators import Indicator
from data.package import names, notes
from data.subjects import fullness, minerals
from data.vocabulary import terms

# An asterisk as such, behind a name whose figure has a remark below the table.
REMARKED = " \\*"
WHOLE = "table_whole_of"


def _exact(value: float | str | None) -> str:
    """The stored value in full; the word for a membership; empty for a missing one."""
    if value is None or pd.isna(value):
        return ""
    return terms.standing(value) if isinstance(value, str) else number_format.exact(value)


def _has_display_unit(indicator: Indicator) -> bool:
    """Whether the values are shown in another unit than they are stored in, so that both are worth a column."""
    return indicator.display_factor != 1


def _line(row: pd.Series, label: str, indicator: Indicator, references: References) -> str:
    remarks = notes.on(indicator.id, row["iso3"], int(row["year"]))
    mark = REMARKED if any(note.iso3 for note in remarks) else ""
    cells = [
        literal(row["name"]) + mark,
        *([literal(number_format.show(row["value"], indicator))] if _has_display_unit(indicator) else []),
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
    return [said.get(row["iso3"]) or value_panel.status_line(row, indicator) for row in rows.to_dict("records")]


def show(choice: Choice) -> None:
    """The table with its downloads."""
    indicator = indicators.get(choice.indicator)
    table = cache.table(choice.indicator, choice.year)
    rows = table.rows
    head = [word("table.country"), literal(names.unit(indicator.unit)), word("table.status"), word("table.source")]
    rule = "|---|--:|---|---|"
    if _has_display_unit(indicator):
        head.insert(1, literal(indicator.unit_name))
        rule = "|---|--:|--:|---|---|"
    is_whole = len(rows) <= MOST_ROWS or session.kept(WHOLE) == choice.indicator
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
    remarks = [part for line in _remarks(shown, indicator) for part in ("", line)]
    lines += [*remarks, "", *references.addresses()]
    draw("table", lines, len(rows), len(shown), partial(_show_whole, choice.indicator))
    st.caption(f"{counted('table.caption', len(rows))} {literal(_coverage(choice))}")
    downloads.of_indicator(choice.indicator, choice.year)


def _coverage(choice: Choice) -> str:
    """How much of the year is on record where the countries are partners, investors or producers; else nothing."""
    found = indicators.fullnesses(choice.indicator).get(choice.year)
    if found is None:
        held = minerals.held_pct(indicators.get(choice.indicator), choice.year)
        if held is None:
            return ""
        few = "" if held >= fullness.ENOUGH_PCT else f" {word('fullness.producers_few')}"
        return f"{word('fullness.producers', pct=number_format.plain(held, 0))}{few}"
    parts = [word("fullness.partners", parts=found.parts, most=found.most)]
    parts += [] if found.held_pct is None else [word("fullness.held", pct=number_format.plain(found.held_pct, 0))]
    parts += [counted("fullness.left_out", found.left_out)] if found.left_out else []
    parts += [counted("fullness.press", found.press)] if found.press else []
    return f"{', '.join(parts)}.{'' if found.is_full else ' ' + word('fullness.few')}"


def _show_whole(indicator_id: str) -> None:
    session.keep(WHOLE, indicator_id)
