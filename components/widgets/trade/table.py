"""The table of the flows on the screen and its downloads: the same rows, the same numbers, the same sources."""

from functools import partial

import pandas as pd
import streamlit as st

from components import cache
from components.figures import flow_map, whose
from components.markdown import literal
from components.reader import session
from components.reader.choice import ends
from components.widgets.common import downloads, prose
from components.widgets.common.table import References, draw
from components.words import counted, word
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.output import frames
from data.package import countries
from data.subjects import number_format

WHOLE = "flows_whole_of"
HEAD = ("rank", "origin", "dest")


def show(selection: FlowSelection, year: int, top: int, pair: str | None) -> None:
    """The largest flows, other in one row or row by row, and the downloads of all of them."""
    rows = flow_selection.placed(selection, year)
    if pair:
        rows = _between(rows, pair)
        _chosen(pair)
    is_whole = session.kept(WHOLE) == selection or pair is not None
    shown = rows if is_whole else rows[rows["rank"] <= top]
    rest = rows[len(shown) :]
    references = References()
    head = [*(word(f"trade.{one}") for one in HEAD), literal(flow_map.unit(selection))]
    exact = [] if selection.quantity == "share" else [literal(rows["unit"].iloc[0] if len(rows) else "")]
    lines = [
        f"## {literal(word('trade.table'))}",
        "",
        f"| {' | '.join([*head, *exact, word('table.status'), word('table.source')])} |",
        f"|--:|---|---|--:|{'--:|' * len(exact)}---|---|",
        *(
            _line(row, label, selection, references)
            for row, label in zip(shown.to_dict("records"), _labels(shown, selection), strict=True)
        ),
    ]
    smaller, press = flow_map.apart(rest)
    lines += [_other(smaller, selection)] if len(smaller) else []
    lines += [_other_press(press, selection)] if len(press) else []
    draw("flows", [*lines, "", *references.addresses()], len(rows), len(shown), partial(_show_whole, selection))
    st.caption(literal(_caption(rows, selection, year)))
    note = flow_map.note(selection, top, year)
    if note:
        st.caption(literal(note))
    held = (
        _between(flow_selection.left_out(selection, year), pair) if pair else flow_selection.left_out(selection, year)
    )
    untold = [flow_selection.unshared(selection, year)] if rows.empty else []
    _downloads(selection, year, pd.concat([rows, *untold, held], ignore_index=True) if untold or len(held) else rows)


def _between(rows: pd.DataFrame, pair: str) -> pd.DataFrame:
    return rows[rows["origin"].isin(ends(pair)) & rows["dest"].isin(ends(pair))]


def _caption(rows: pd.DataFrame, selection: FlowSelection, year: int) -> str:
    """How many flows there are and what they come to, with how much of the year is on record; without a sum where it
    is not enough, of statistics alone."""
    count = counted(
        "trade.caption", len(rows) or len(flow_selection.frame(flow_selection.in_values(selection), year)), year=year
    )
    if not flow_map.has_rest(selection, year):
        # Where a year is too thin the note below says how much of it there is.
        return (
            f"{count}." if flow_map.thin(selection, year) else f"{count}. {flow_map.coverage(selection, year)}".rstrip()
        )
    total = flow_map.added(rows)
    added = word("trade.together", sum=flow_map.number(total, selection), unit=flow_map.unit(selection))
    return f"{count}{added} {flow_map.coverage(selection, year)}".rstrip()


def _labels(rows: pd.DataFrame, selection: FlowSelection) -> list[str]:
    return list(whose.labels(whose.flow_cells(rows, selection.set_id)))


def _chosen(pair: str) -> None:
    one, other = (countries.name(end) for end in ends(pair))
    with st.container(horizontal=True, vertical_alignment="center"):
        prose.show("pair", literal(word("trade.pair", pair=f"{one} – {other}")))
        st.button(word("trade.clear"), on_click=_clear, key="clear_pair", icon=":material/close:")


def _clear() -> None:
    session.choose(pair=None)


def _show_whole(selection: FlowSelection) -> None:
    session.keep(WHOLE, selection)


def _line(row: dict, label: str, selection: FlowSelection, references: References) -> str:
    cells = [
        "" if pd.isna(row["place"]) else str(row["place"]),
        literal(countries.name(row["origin"])),
        literal(countries.name(row["dest"])),
        literal(flow_map.number(row["value"], selection)),
        *([] if selection.quantity == "share" else [literal(number_format.exact(row["value"]))]),
        literal(label),
        references.cite(row["source_id"]),
    ]
    return f"| {' | '.join(cells)} |"


def _other(rest: pd.DataFrame, selection: FlowSelection) -> str:
    name = literal(counted("flows.other", len(rest)))
    if selection.quantity == "share":
        return f"| | {name} | | | | |"
    if not flow_map.has_rest(selection, int(rest["year"].iloc[0])):
        return f"| | {name} | | | | | |"
    total = flow_map.added(rest)
    return f"| | {name} | | {literal(flow_map.number(total, selection))} | {literal(number_format.exact(total))} | | |"


def _other_press(press: pd.DataFrame, selection: FlowSelection) -> str:
    cells = " |" * (4 if selection.quantity == "share" else 5)
    return f"| | {literal(counted('flows.other_press', len(press)))} |{cells}"


def _downloads(selection: FlowSelection, year: int, rows: pd.DataFrame) -> None:
    frame = frames.flows_download(rows, selection.set_id)
    withheld = int((frame["status"] == frames.WITHHELD).sum())
    downloads.of_flows(cache.Table(rows, frame, withheld), selection.set_id, year, key="download_flows")
