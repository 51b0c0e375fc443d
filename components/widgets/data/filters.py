"""What rows of a table are asked for: a text, values of columns, an order. All of it is the reader's choice and stands
in the link."""

from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.reader.parameters import LONGEST_TEXT
from components.words import word
from data.output import rows
from data.output.rows import DESCENDING, Query

# The column whose values are offered.
AT_HAND = "filter_column_at_hand"
NO_FILTERS: dict[str, object] = {"table_rows": "", "table_where": (), "table_sort": ""}


def asked() -> Query:
    """The query that the reader's choice stands for."""
    choice = session.current()
    return Query(choice.table_rows, choice.table_where, choice.table_sort)


def show(name: str) -> Query:
    """The controls, and what they ask for."""
    text, column, values, order = st.columns([1.3, 1, 1.6, 1.2])
    with text:
        st.text_input(
            word("rows.text"), **binding.bind("table_rows"), max_chars=LONGEST_TEXT, placeholder=word("rows.text_hint")
        )
    offered = rows.filterable(name)
    if offered:
        with column:
            chosen = _column(name, list(offered))
        with values:
            _values(name, chosen, offered[chosen])
    else:
        chosen = ""
    with order:
        _order(name)
    session.keep(AT_HAND, chosen)
    return asked()


def _title(name: str, column: str) -> str:
    found = rows.column(name, column)
    return found.title if found else column


def _column(name: str, offered: list[str]) -> str:
    """The column whose values are offered: the one looked at last, else one that is filtered by, else the first."""
    filtered = [column for column, _ in session.current().table_where if column in offered]
    place = f"filter_column_{name}"
    chosen = str(session.kept(place, (filtered or offered)[0]))
    chosen = chosen if chosen in offered else offered[0]
    st.selectbox(
        word("rows.column"),
        offered,
        **binding.bind_to(place, chosen, partial(session.keep, place), is_long=True),
        format_func=partial(_title, name),
    )
    return chosen


def _values(name: str, column: str, offered: dict[str, str]) -> None:
    current = [value for one, value in session.current().table_where if one == column and value in offered]
    st.multiselect(
        word("rows.values"),
        list(offered),
        **binding.bind_to(f"filter_{name}_{column}", current, partial(_values_chosen, column)),
        format_func=offered.__getitem__,
        placeholder=word("rows.any"),
    )


def _values_chosen(column: str, values: list[str]) -> None:
    others = [one for one in session.current().table_where if one[0] != column]
    session.choose(table_where=(*others, *((column, value) for value in values)))


def _order(name: str) -> None:
    """The column that the rows are in order of, and whether the largest stands first."""
    sort = session.current().table_sort
    by, is_down = sort.removeprefix(DESCENDING), sort.startswith(DESCENDING)
    options = [one.name for one in rows.columns(name)]
    st.selectbox(
        word("rows.sort"),
        options,
        index=None,
        **binding.bind_to(f"sort_{name}", by if by in options else None, _column_sorted, is_long=True),
        format_func=partial(_title, name),
        placeholder=word("rows.as_filed"),
    )
    if by in options:
        st.toggle(word("rows.down"), **binding.bind_to("sort_down", is_down, _turned))


def _column_sorted(column: str | None) -> None:
    is_down = session.current().table_sort.startswith(DESCENDING)
    session.choose(table_sort="" if column is None else f"{DESCENDING if is_down else ''}{column}")


def _turned(is_down: bool) -> None:
    by = session.current().table_sort.removeprefix(DESCENDING)
    session.choose(table_sort=f"{DESCENDING if is_down else ''}{by}")


def show_others(name: str) -> None:
    """The conditions on other columns than the one at hand, each to be taken back, and all of them at once."""
    if asked() == Query():
        return
    for one, value in session.current().table_where:
        said = rows.filterable(name).get(one, {}).get(value, value)
        if one != session.kept(AT_HAND):
            st.button(
                literal(f"{_title(name, one)}: {said}"),
                key=f"drop_{one}_{value}",
                on_click=binding.reporting(partial(_dropped, (one, value))),
                icon=":material/close:",
                help=word("rows.drop"),
            )
    st.button(
        word("rows.clear"),
        key="clear_filters",
        on_click=binding.reporting(partial(session.choose, **NO_FILTERS)),
        type="tertiary",
        icon=":material/filter_alt_off:",
    )


def _dropped(condition: tuple[str, str]) -> None:
    session.choose(table_where=tuple(one for one in session.current().table_where if one != condition))
