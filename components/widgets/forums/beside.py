"""Beside the matrix: the forums of the country that is chosen, with their dates, and what changed since another day."""

from functools import partial
from typing import Any

import streamlit as st

from components.figures import forum_glyphs
from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import named_rows, prose
from components.widgets.forums import state
from components.words import counted, word
from data.analysis import membership, membership_change
from data.analysis.membership_change import BETWEEN
from data.output import forum_frames
from data.package import countries, names
from data.vocabulary import terms

LIST_PX, MOST_LINES = 330, 8
COLUMNS = ("forum_id", "standing", "since", "certainty")
TWIN = ("forum_id", "standing", "certainty", "from_date", "to_date", "as_of", "locator", "source_id")
CHANGES = (
    "iso3",
    "forum_id",
    "change",
    "certainty",
    "standing_since",
    "standing_on",
    "from_date",
    "to_date",
    "source_id",
)


def show_country(choice: Choice) -> None:
    """The forums of the chosen country that fit the choice, the longest known first."""
    if not choice.country:
        return
    day, forums = state.day(choice), state.forums(choice)
    every = membership.of_country(choice.country, day)
    rows = every[every["forum_id"].isin(forums)].reset_index(drop=True)
    title = counted("forums.of_country", len(rows), country=countries.name(choice.country), day=day)
    prose.show("forums_of_country", f"**{literal(title)}**")
    if len(rows):
        told = rows.assign(since=[forum_glyphs.since(one) for one in rows.to_dict("records")])
        st.dataframe(
            named_rows.in_words(told, COLUMNS),
            hide_index=True,
            height=LIST_PX,
            column_config={name: word(f"forums_table.{name}") for name in COLUMNS},
            placeholder="",
            alt=title,
        )
    make = partial(forum_frames.of_country, day, choice.country, choice.ties, choice.forum_kind, with_us=choice.with_us)
    heads = {name: word(f"forums_table.{name}") for name in TWIN}
    named_rows.show("forums_of_country", title, rows, heads, make, "membership", choice.country, day)


def show_change(choice: Choice) -> None:
    """What changed for the six between the two days; what the dates leave open is counted, and in the table."""
    if not choice.forums_since:
        return
    since, day = choice.forums_since, state.day(choice)
    rows = membership_change.of_the_six(since, day)
    sure = rows[rows["certainty"] == BETWEEN]
    title = counted("forums.change_title", len(sure), since=since, day=day)
    prose.show("forum_change_title", f"**{literal(title)}**")
    lines = [f"- {literal(_line(one))}" for one in sure.head(MOST_LINES).to_dict("records")]
    if len(sure) > MOST_LINES:
        lines.append(f"- {literal(counted('forums.more_changes', len(sure) - MOST_LINES))}")
    if len(lines):
        prose.show("forum_changes", "\n".join(lines))
    left_open = len(rows) - len(sure)
    if left_open:
        st.caption(literal(counted("forums.open_changes", left_open)))
    make = partial(forum_frames.difference, since, day)
    heads = {name: word(f"forums_table.{name}") for name in CHANGES}
    named_rows.show("forum_changes", title, rows, heads, make, "change", since, day)


def _line(row: dict[Any, Any]) -> str:
    gaps = {"country": countries.name(row["iso3"]), "forum": names.of("forum_short", row["forum_id"])}
    before, after = (_standing(row[f"standing_{one}"]) for one in ("since", "on"))
    said = word(f"forums.line_{row['change']}", before=before, after=after, **gaps)
    return f"{said} ({row['from_date']})" if isinstance(row["from_date"], str) else said


def _standing(standing: object) -> str:
    return terms.standing(standing) if isinstance(standing, str) else ""
