"""The facts of the country as a table of small lines, what its signs mean, and the files of the same rows."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.figures import facts_table
from components.markdown import literal
from components.reader import link, session
from components.reader.choice import COUNTRY, LENSES
from components.widgets.common import downloads, prose
from components.words import word
from data import indicators
from data.analysis import country_facts
from data.analysis.headline import USA
from data.output import country_frames, extract
from data.package import countries

# Where a measure that is no indicator is told in full.
LENS_OF = {country_facts.SHARED: "forums", country_facts.SIGNED: "money", country_facts.TOP_MINERAL: "minerals"}


def show(iso3: str) -> None:
    """The table, with its note and its files."""
    heading = word("country.facts_us" if iso3 == USA else "country.facts")
    prose.show("facts_title", f"**{literal(heading)}**")
    st.html(_table(iso3))
    note = word("country.facts_note_us" if iso3 == USA else "country.facts_note")
    prose.show("facts_note", literal(f"{note} {word('country.signs')}"), st.caption)
    title = f"{countries.name(iso3)}: {heading}"
    leaving = country_frames.facts(iso3)
    make = partial(leaving.extract, title, downloads.here())
    stem = extract.panel_stem("country", iso3)
    downloads.plain(make, word("download.this"), stem, leaving.withheld, key="country_facts")


def _table(iso3: str) -> str:
    rows = country_facts.facts(iso3)
    if iso3 == USA:
        return facts_table.by_partner(rows, _leads)
    return facts_table.build(rows, country_facts.series(iso3), _leads)


def _leads(cell: Mapping[Any, Any]) -> str:
    """The address of a measure on the Overview; of one that is no indicator, of its lens on this page."""
    country = str(cell["iso3"])
    if not cell["indicator"]:
        choice = session.current_with(country=country, lens=LENS_OF.get(cell["measure"], LENSES[0]))
        return f"./{COUNTRY}?{urlencode(link.write(choice, COUNTRY))}"
    year = indicators.default_year(cell["indicator"]) if pd.isna(cell["value"]) else int(cell["year"])
    choice = session.current_with(indicator=cell["indicator"], year=year, country=country)
    return f"./?{urlencode(link.write(choice, ''))}"
