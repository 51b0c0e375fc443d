"""C5+1 and all else between the five and the United States on one time line, and the summits with their outcomes."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import diplomacy_lanes
from components.markdown import linked, literal
from components.reader.choice import Choice
from components.widgets.common import named_rows, prose
from components.words import counted, word
from data.analysis import diplomacy_events
from data.output import forum_frames
from data.package import countries, sources

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("start", "end", "precision", "lane", "title", "iso3", "place", "outcome", "status", "locator", "source_id")
MONTHS = ("start", "end", "precision", "articles")


def show(choice: Choice) -> None:
    """The lanes, of the chosen country where one is chosen, and the summits beside their outcomes."""
    country = choice.country if choice.country in countries.C5 else None
    rows, months = diplomacy_events.events(country), diplomacy_events.articles_by_time(country)
    whom = countries.name(country) if country else word("lanes.all_five")
    counts = rows.loc[rows["in_format"].eq(True), "lane"].value_counts()
    gaps = {"whom": whom, "ministers": int(counts.get("ministerial", 0))}
    title = counted("forums.line_title", int(counts.get("summit", 0)), **gaps)
    prose.show("line_title", f"## {literal(title)}")
    _summits(rows[rows["lane"] == "summit"])
    st.plotly_chart(
        diplomacy_lanes.build(rows, months),
        key="diplomacy_lanes",
        config=QUIET,
        alt=diplomacy_lanes.alt(rows, country),
    )
    st.caption(literal(word("forums.line_note")))
    heads = {name: word(f"forums_table.{name}") for name in COLUMNS}
    named_rows.show("events", title, rows, heads, partial(forum_frames.events, country), "events", country or "five")
    heads = {name: word(f"forums_table.{name}") for name in MONTHS}
    named_rows.show(
        "months",
        word("lanes.articles"),
        months,
        heads,
        partial(forum_frames.articles, country),
        "articles",
        country or "five",
    )


def _summits(rows: pd.DataFrame) -> None:
    """Each summit: day, place, outcome, source."""
    lines = []
    for row in rows.sort_values("start", ascending=False).to_dict("records"):
        cited = " · ".join(linked(one.publisher, one.url, hint=one.title) for one in sources.describe(row["source_id"]))
        head = f"**{literal(diplomacy_lanes.say(row))}**"
        lines.append(f"- {head}: {literal(row['outcome'])} ({cited}, {literal(row['locator'])})")
    if lines:
        prose.show("summits", "\n".join(lines))
