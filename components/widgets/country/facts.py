"""The facts of the country as a table of small lines, what its signs mean, and the files of the same rows."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.figures import facts_table
from components.markdown import literal
from components.reader import choice as choices
from components.reader import link, session
from components.reader.choice import COUNTRY, LENSES
from components.widgets.common import downloads, prose
from components.words import word
from data import indicators
from data.analysis import country_facts
from data.analysis.headline import USA
from data.output import country_frames, extract
from data.output.extract import Extract
from data.package import countries
from data.package.snapshot import kept

# Where a measure that is no indicator is told in full.
LENS_OF = {country_facts.SHARED: "forums", country_facts.SIGNED: "money", country_facts.TOP_MINERAL: "minerals"}


def show(iso3: str) -> None:
    """The table, with its note and its files."""
    heading = word("country.facts_us" if iso3 == USA else "country.facts")
    prose.show("facts_title", f"**{literal(heading)}**")
    st.html(_table(iso3, tuple(sorted(_carried().items()))))
    note = word("country.facts_note_us" if iso3 == USA else "country.facts_note")
    prose.show("facts_note", literal(f"{note} {word('country.signs')}"), st.caption)
    title = f"{countries.name(iso3)}: {heading}"
    held = country_frames.facts(iso3).withheld
    make = partial(_extract, iso3, title, downloads.here())
    downloads.plain(make, word("download.this"), extract.panel_stem("country", iso3), held, key="country_facts")


def _carried() -> dict[str, str]:
    """What of the link to the Overview does not hang on the measure."""
    choice = replace(choices.default(), lang=session.current().lang)
    return {name: text for name, text in link.write(choice, "").items() if name not in ("indicator", "year", "country")}


@kept(2 * len(countries.SIX), worded=True)
def _table(iso3: str, carried: tuple[tuple[str, str], ...]) -> str:
    def leads(cell: Mapping[Any, Any]) -> str:
        if not cell["indicator"]:
            lens = LENS_OF.get(cell["measure"], LENSES[0])
            return f"./{COUNTRY}?{urlencode({'country': cell['iso3'], 'lens': lens, **dict(carried)})}"
        year = indicators.default_year(cell["indicator"]) if pd.isna(cell["value"]) else int(cell["year"])
        told = {"indicator": cell["indicator"], "year": str(year), "country": cell["iso3"], **dict(carried)}
        return f"./?{urlencode(told)}"

    rows = country_facts.facts(iso3)
    if iso3 == USA:
        return facts_table.by_partner(rows, leads)
    return facts_table.build(rows, country_facts.series(iso3), leads)


def _extract(iso3: str, title: str, address: str) -> Extract:
    made = country_frames.facts(iso3)
    return extract.of_rows(made.frame, made.kinds, made.cited, title, address)
