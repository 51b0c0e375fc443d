"""The table of a comparison with its downloads: the same rows as drawn, each side with its status and sources."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import cache
from components.figures import change_map, whose
from components.markdown import literal
from components.reader import session
from components.reader.choice import SIDE
from components.widgets.common import downloads, prose, value_panel
from components.widgets.common.table import MOST_ROWS, References, draw, leading
from components.widgets.compare import sides
from components.words import counted, word
from data import indicators
from data.analysis import comparison
from data.analysis.comparison import NOT_COVERED, Side
from data.indicators import Indicator
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

MOST_NAMED = 12
WHOLE = "comparison_whole_of"


def show_notes() -> None:
    """What is compared, and what a step between the two years may be besides a change in the world."""
    first, second = sides.sides()
    if not all(map(comparison.is_measured, {first.indicator_id, second.indicator_id})):
        _standing_note(first, second)
    titles = [indicators.get(side.indicator_id).title for side in (first, second)]
    if session.current().mode == SIDE:
        said = word(
            "compare.said_side", first=titles[0], first_year=first.year, second=titles[1], second_year=second.year
        )
        parts = [said, word("compare.follow")]
        parts += [word("compare.other_measures")] if titles[0] != titles[1] else []
    elif not comparison.is_measured(first.indicator_id):
        return
    else:
        key = "said_percent" if sides.change_kind() == comparison.PERCENT else "said_change"
        parts = [word(f"compare.{key}", title=titles[0], earlier=first.year, later=second.year)]
        parts += [word("compare.said_rank")] if indicators.get(first.indicator_id).kind == "rank" else []
    prose.show("compared", literal(" ".join(parts)), st.caption)
    if _has_change(first, second):
        _series_note(*sorted((first, second), key=lambda side: side.year))


def _standing_note(first: Side, second: Side) -> None:
    """Whose standing in a forum differs between two years, from the earlier to the later one."""
    if first.indicator_id != second.indicator_id or first.year == second.year:
        return
    before, after = sorted((first, second), key=lambda side: side.year)
    rows = cache.comparison(before, after, comparison.ABSOLUTE).rows
    listed = (rows["first_status"] != NOT_COVERED) & (rows["second_status"] != NOT_COVERED)
    is_other = rows["first_value"].fillna("") != rows["second_value"].fillna("")
    named = [
        word(
            "compare.standing_of",
            name=countries.name(row["iso3"]),
            before=_standing(row, "first"),
            after=_standing(row, "second"),
        )
        for row in rows[listed & is_other].to_dict("records")
    ]
    key = "standing" if named else "standing_same"
    said = word(f"compare.{key}", earlier=before.year, later=after.year, names="; ".join(named))
    prose.show("standing", literal(said))


def _standing(row: dict[Any, Any], side: str) -> str:
    value = row[f"{side}_value"]
    if not pd.isna(value):
        return terms.standing(value)
    return (
        word("compare.standing_none")
        if row[f"{side}_status"] == value_panel.GAP
        else terms.absences()["not_applicable"]
    )


def _has_change(first: Side, second: Side) -> bool:
    is_same = first.indicator_id == second.indicator_id and first.year != second.year
    return is_same and comparison.is_measured(first.indicator_id)


def _series_note(first: Side, second: Side) -> None:
    mixed = comparison.mixed(first.indicator_id, first.year, second.year)
    if mixed:
        names = ", ".join(countries.name(iso3) for iso3 in mixed[:MOST_NAMED])
        names += f" {counted('flows.more', len(mixed) - MOST_NAMED)}" if len(mixed) > MOST_NAMED else ""
        said = literal(word("compare.mixed", names=names))
        prose.show("mixed", said, st.warning, icon=":material/difference:")
    else:
        st.caption(literal(word("compare.break")))


def show() -> None:
    """The table with its downloads."""
    first, second = sides.sides()
    change_kind = sides.change_kind()
    table = cache.comparison(first, second, change_kind)
    changed = _changed(first, second, change_kind)
    head, rule = _head(first, second, changed)
    is_whole = len(table.rows) <= MOST_ROWS or session.kept(WHOLE) == (first, second)
    references = References()
    shown = table.rows if is_whole else leading(table.rows)
    lines = [_line(row, (first, second), changed, references) for row in shown.to_dict("records")]
    lines = [
        f"## {literal(word('compare.table'))}",
        "",
        f"| {' | '.join(head)} |",
        rule,
        *lines,
        "",
        *references.addresses(),
    ]
    draw("comparison", lines, len(table.rows), len(shown), partial(_show_whole, first, second))
    st.caption(counted("compare.caption" if changed else "compare.caption_sides", len(table.rows)))
    downloads.of_comparison(table, first, second, key="comparison")


def _changed(first: Side, second: Side, change_kind: str) -> Indicator | None:
    """What the column of changes holds; None where the two sides have no difference."""
    if not _has_change(first, second):
        return None
    return change_map.indicator(first.indicator_id, change_kind)


def _head(first: Side, second: Side, changed: Indicator | None) -> tuple[list[str], str]:
    head, rule = [word("table.country")], "|---|"
    for side in (first, second):
        one = indicators.get(side.indicator_id)
        unit = "" if one.kind == "membership" else f" ({one.unit_name})"
        head.append(literal(f"{one.title}, {side.year}{unit}"))
        rule += "--:|"
    if changed:
        years = sorted((first.year, second.year))
        head.append(literal(word("compare.change_column", earlier=years[0], later=years[1], unit=changed.unit_name)))
        rule += "--:|"
    for side in (first, second):
        head += [word("table.status"), literal(f"{word('table.source')}, {side.year}")]
        rule += "---|---|"
    return head, rule


def _line(row: dict[Any, Any], both: tuple[Side, Side], changed: Indicator | None, references: References) -> str:
    cells = [literal(countries.name(row["iso3"]))]
    for name, side in zip(("first", "second"), both, strict=True):
        cells.append(_value(row[f"{name}_value"], indicators.get(side.indicator_id)))
    if changed:
        cells.append(_change(row, changed))
    for name, side in zip(("first", "second"), both, strict=True):
        cells += [literal(_status(row, name, side)), references.cite(row[f"{name}_source_id"])]
    return f"| {' | '.join(cells)} |"


def _status(row: dict[Any, Any], name: str, side: Side) -> str:
    """The status of one side and, where there is a figure, whose it is; of a gap, why it is one."""
    status = str(row[f"{name}_status"])
    if pd.isna(row[f"{name}_value"]):
        cell = {"iso3": row["iso3"], "year": side.year, "status": status}
        return value_panel.status_line(cell, indicators.get(side.indicator_id))
    said = whose.said(row[f"{name}_reporter"], row[f"{name}_basis"])
    return f"{terms.status(status)} · {said}" if said else terms.status(status)


def _value(value: float | str | None, indicator: Indicator) -> str:
    if value is None or pd.isna(value):
        return ""
    return literal(terms.standing(value) if isinstance(value, str) else number_format.show(value, indicator))


def _change(row: dict[Any, Any], changed: Indicator) -> str:
    """The change, with a sign where it is a rise; in words why a percentage is missing beside two figures."""
    if pd.isna(row["change"]):
        return literal(terms.status("no_base")) if row["change_status"] == comparison.NO_BASE else ""
    shown = number_format.show(row["change"], changed)
    return literal(f"+{shown}" if row["change"] > 0 else shown)


def _show_whole(first: Side, second: Side) -> None:
    session.keep(WHOLE, (first, second))
