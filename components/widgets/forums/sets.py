"""Who sits with whom: exact sets of the six with the forums of the one looked at, and seats in common of each two."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import forum_sets
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import named_rows, prose
from components.widgets.forums import select, state
from components.words import counted, word
from data.analysis import membership_sets
from data.output import forum_frames
from data.package import countries, names
from data.subjects import number_format

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
SET_COLUMNS = ("members", "forums", "named", "uncertain", "open")
PAIR_COLUMNS = ("a", "b", "shared", "uncertain", "either", "jaccard")


def show_sets(choice: Choice) -> None:
    """Columns of exact sets, the list of the one that is looked at, and a list to choose it without a pointer."""
    day, forums = state.day(choice), state.forums(choice)
    rows = membership_sets.combinations(day, choice.ties, forums)
    if rows.empty:
        return
    most, key = rows.iloc[0].to_dict(), "forum_upset"
    title = word(
        f"forums.sets_title_{choice.ties}", most=forum_sets.named(most["members"]), count=forum_sets.amount(most)
    )
    chosen = state.chosen_set(choice)
    labels = {str(one["members"]): _label(one) for one in rows.to_dict("records")}
    prose.show("forum_sets_title", f"**{literal(title)}**")
    st.plotly_chart(
        forum_sets.upset(rows, chosen),
        key=key,
        config=QUIET,
        alt=word("forums.sets_alt", listed="; ".join(labels.values())),
        on_select=binding.reporting(partial(select.column, key)),
        selection_mode="points",
    )
    st.selectbox(
        word("forums.set"),
        list(labels),
        **binding.bind_to("forum_set_list", chosen, partial(session.keep, state.SET), is_shared=True),
        format_func=lambda one: labels[one],
        label_visibility="collapsed",
    )
    prose.show("forum_set", literal(_sentence(rows.set_index("members").loc[str(chosen)].to_dict())))
    make = partial(forum_frames.combinations, day, choice.ties, choice.forum_kind, with_us=choice.with_us)
    told = rows.assign(
        members=rows["members"].map(forum_sets.named),
        named=rows["forum_ids"].map(_names),
        open=rows["uncertain_ids"].map(_names),
    )
    heads = {name: word(f"forums_table.{name}") for name in SET_COLUMNS}
    named_rows.show("forum_sets", title, told, heads, make, "combinations", choice.ties, day)


def _label(row: dict[Any, Any]) -> str:
    return f"{forum_sets.named(row['members'])}: {forum_sets.amount(row)}"


def _names(ids: str) -> str:
    return ", ".join(names.of("forum_short", one) for one in ids.split(";")) if ids else ""


def _sentence(row: dict[Any, Any]) -> str:
    said = [counted("forums.in_set", int(row["forums"]), listed=_names(row["forum_ids"]))] if row["forums"] else []
    if row["uncertain"]:
        said.append(counted("forums.in_set_open", int(row["uncertain"]), listed=_names(row["uncertain_ids"])))
    return " ".join(said)


def show_pairs(choice: Choice) -> None:
    """Seats in common of each two of the six."""
    day, forums = state.day(choice), state.forums(choice)
    if not forums:
        return
    rows = membership_sets.overlap(day, choice.ties, forums)
    title = _closest(rows)
    prose.show("forum_pairs_title", f"**{literal(title)}**")
    st.plotly_chart(
        forum_sets.pairs(rows, choice.country),
        key="forum_pairs",
        config=QUIET,
        alt=word("forums.pairs_alt", listed=" ".join(forum_sets.pair(one) for one in rows.to_dict("records"))),
    )
    st.caption(literal(word("forums.pairs_note")))
    make = partial(forum_frames.overlap, day, choice.ties, choice.forum_kind, with_us=choice.with_us)
    heads = {name: word(f"forums_table.{name}") for name in PAIR_COLUMNS}
    named_rows.show("forum_pairs", title, rows, heads, make, "overlap", choice.ties, day)


def _closest(rows: pd.DataFrame) -> str:
    """Which two share most of the seats that either has, in words."""
    pairs = rows[(rows["a"] != rows["b"]) & (rows["shared"] > 0)]
    if pairs.empty:
        return word("forums.pairs_none")
    first, *others = pairs[pairs["jaccard"] == pairs["jaccard"].max()].to_dict("records")
    share = number_format.plain(100 * first["jaccard"])
    if others:
        return word("forums.pairs_tied", share=share)
    return word("forums.pairs_title", share=share, a=countries.name(first["a"]), b=countries.name(first["b"]))
