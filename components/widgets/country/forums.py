"""The forums of the country with the day it entered, which of them it shares with the United States; and what happened
between the two, in lanes."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import diplomacy_lanes
from components.markdown import literal
from components.widgets.common import downloads, prose
from components.widgets.country import drawn
from components.widgets.country.drawn import Drawn
from components.words import counted, word
from data.analysis import diplomacy_events, membership
from data.analysis.headline import USA
from data.analysis.membership import SURE
from data.output import extract, forum_frames
from data.package import countries, names, sources
from data.vocabulary import terms

KEY = "country_forums"
HEIGHT_PX = 420
UNKNOWN = "?"
COLUMNS = ("forum", "standing", "since", "certainty", "us_standing", "cited")


def show(iso3: str) -> None:
    """The table of forums, then the lanes."""
    day = membership.newest_day()
    rows = membership.of_country(iso3, day)
    title = counted("country.forums_title", len(rows), country=countries.name(iso3), day=day)
    with prose.anew("country_forums", iso3):
        st.markdown(f"## {literal(word('country.forums'))}")
        st.markdown(f"**{literal(title)}** {literal(word('country.forums_note'))}")
        st.dataframe(
            _in_words(rows, day),
            hide_index=True,
            height=HEIGHT_PX if len(rows) > 10 else "content",
            column_config={one: word(f"country.forum_{one}") for one in COLUMNS},
            alt=title,
        )
        leaving = forum_frames.of_country(day, iso3)
        make, stem = partial(leaving.extract, title, downloads.here()), extract.panel_stem("forums", iso3, day)
        downloads.plain(make, word("download.this"), stem, leaving.withheld, key=f"{KEY}_take")
        _lanes(iso3)


def _in_words(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    """The rows as they are read, with the standing of the United States beside. Columns COLUMNS."""
    us = membership.of_country(USA, day).set_index("forum_id")["standing"]
    made = [_row(row, us) for row in rows.to_dict("records")]
    return pd.DataFrame(made, columns=list(COLUMNS))


def _row(row: dict[Any, Any], us: pd.Series) -> tuple[str, ...]:
    beside = us.get(row["forum_id"])
    return (
        names.of("forum", str(row["forum_id"])),
        terms.standing(str(row["standing"])),
        UNKNOWN if pd.isna(row["from_date"]) else str(row["from_date"]),
        word("country.sure" if row["certainty"] == SURE else "country.unsure"),
        terms.standing(str(beside)) if isinstance(beside, str) else "",
        "; ".join(dict.fromkeys(one.publisher for one in sources.describe(str(row["source_id"])))),
    )


def _lanes(iso3: str) -> None:
    country = iso3 if iso3 in countries.C5 else None
    events = diplomacy_events.events(country)
    articles = diplomacy_events.articles_by_time(country)
    drawn.show(
        Drawn(
            "country_lanes",
            counted("country.lanes_title", len(events), country=countries.name(iso3)),
            word("country.lanes_note"),
            diplomacy_lanes.build(events, articles),
            diplomacy_lanes.alt(events, country),
            tuple(map(diplomacy_lanes.say, events.iloc[::-1].to_dict("records"))),
            forum_frames.events(country),
            ("events", iso3),
        )
    )
