"""One forum: who stands how in it on the day on the map, and its whole list with dates, sources and places."""

from functools import partial

import streamlit as st

from components import cache
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import links, mentions, named_rows, prose
from components.widgets.forums import select, state
from components.words import counted, word
from data import indicators
from data.analysis import membership
from data.analysis.article_links import Spoken
from data.analysis.membership import NO
from data.output import forum_frames
from data.package import countries, names, tables

KEY = "forums_map"
LIST_PX, FEW = 420, 10
COLUMNS = ("iso3", "standing", "from_date", "to_date", "as_of", "certainty", "source_id", "locator")
COVERAGE = {"partial": "forums.partial", "region": "forums.region"}


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    points = cache.point_payload()
    return component.prepare(countries.names(), countries.SIX, countries.C5, None, points, key=f"{KEY}_setup")


def show(choice: Choice, setup: str) -> None:
    """The map on the left, the list on the right; above them the choice of the forum."""
    forum, day = str(choice.forum), state.day(choice)
    row = tables.load("forums").set_index("forum_id").loc[forum].to_dict()
    rows = membership.on(day)
    rows = rows[(rows["forum_id"] == forum) & (rows["certainty"] != NO)].reset_index(drop=True)
    title = counted("forums.one_title", len(rows), forum=names.of("forum", forum), day=day)
    prose.show("forum_title", f"## {literal(title)}")
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        _choose(forum)
        _map(choice, forum, day, setup)
    with right:
        facts = [word("forums.founded", day=row["founded"])] if isinstance(row["founded"], str) else []
        facts += [word("forums.seat", seat=row["seat"])] if isinstance(row["seat"], str) else []
        facts += [word(COVERAGE[row["coverage"]])] if row["coverage"] in COVERAGE else []
        prose.show("forum_facts", literal(" ".join(facts)))
        heads = {name: word(f"forums_table.{name}") for name in COLUMNS}
        if len(rows):
            st.dataframe(
                named_rows.in_words(rows, COLUMNS),
                hide_index=True,
                height=LIST_PX if len(rows) > FEW else "content",
                column_config=dict(heads),
                placeholder="",
                alt=title,
            )
        if isinstance(row["note"], str):
            st.caption(mentions.cited(row["note"]))
        make = partial(forum_frames.standing, day, forum)
        named_rows.show("forum_list", title, rows, heads, make, "forum", forum, day)


def _map(choice: Choice, forum: str, day: str, setup: str) -> None:
    """The map of the day and the way to that of all years; a sentence for a forum that none of the six was in."""
    indicator_id = f"member.{forum}"
    if indicator_id not in indicators.registry():
        st.caption(literal(word("forums.no_map")))
        return
    component.draw(
        MapRequest(
            payload=cache.forum_payload(forum, day),
            setup=setup,
            year=int(day[:4]),
            view=choice.view,
            selected=choice.country,
            key=KEY,
            parts={"country": "country"},
            on_choice=binding.reporting(_chosen_on_map),
        )
    )
    links.indicator(Spoken(indicator_id))


def _choose(forum: str) -> None:
    ids = sorted(tables.load("forums")["forum_id"], key=lambda one: names.of("forum", one).casefold())
    st.selectbox(
        word("forums.forum"),
        ids,
        **binding.bind_to("forum_list", forum, select.forum, is_long=True, is_shared=True),
        format_func=partial(names.of, "forum"),
        label_visibility="collapsed",
    )


def _chosen_on_map() -> None:
    chosen = st.session_state[KEY].get("choice") or {}
    if countries.is_country(str(chosen.get("country"))):
        session.choose(country=chosen["country"])
