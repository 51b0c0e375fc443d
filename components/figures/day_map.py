"""Who stands how in a forum on a day, as the choropleth of the forum's indicator.

That has one state for each year end; here are the standings of the day, and what its dates leave open is no standing
but a reason of its own, in the colour of what does not apply."""

import pandas as pd

from components.figures import choropleth
from components.map.payload import Payload
from components.words import word
from data import indicators
from data.analysis import membership
from data.analysis.membership import NO, SURE
from data.package import names
from data.package.countries import SIX
from data.package.statuses import OWN_LIST
from data.vocabulary import cldr

OPEN, NOTHING = "not_applicable", "not_reported"


def values(forum: str, day: str) -> pd.DataFrame:
    """The standings of a day as Values of its year: one row per country of the forum's list, and for each of the six.

    Columns as those of `indicators.values`; the value is missing where no standing is sure."""
    rows = membership.on(day)
    rows = rows[rows["forum_id"] == forum].set_index("iso3")
    rows = rows.reindex([*rows.index, *(iso3 for iso3 in SIX if iso3 not in rows.index)]).reset_index()
    certainty = rows["certainty"].fillna(NO)
    is_sure = certainty == SURE
    return pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "year": int(day[:4]),
            "value": rows["standing"].where(is_sure).astype("object"),
            "unit": "",
            "status": rows["flag"].where(is_sure, OPEN).mask(certainty == NO, NOTHING),
            "source_id": rows["source_id"].fillna(""),
            "reporter": "",
            "basis": OWN_LIST,
        }
    )


def build(forum: str, day: str) -> Payload:
    """The map's payload of a forum on a day; it has the year of the day only, which the map says itself."""
    said = {OPEN: word("forums.open_on_day"), NOTHING: word("forums.nothing_on_day")}
    title = word("forums.map_title", forum=names.of("forum_short", forum), day=cldr.day_of_year(day))
    drawn = choropleth.build(values(forum, day), indicators.get(f"member.{forum}"), title=title)
    return drawn | {"missing": [{**one, "label": said[one["status"]]} for one in drawn["missing"]]}
