"""The minerals of the country by its share of the world, and the way to the page of each."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import mineral_words as said
from components.markdown import literal
from components.reader import choice as choices
from components.reader import session
from components.reader.choice import MINERALS
from components.widgets.common import downloads, links, prose
from components.widgets.common.table import References
from components.words import word
from data.analysis import mineral_lens
from data.analysis.headline import USA
from data.output import extract, panel_frame
from data.output.extract import Extract
from data.package import countries, licensing, names
from data.vocabulary import terms

FIGURES = ("value", "world_total", "share_pct")


def show(iso3: str) -> None:
    """A table, the largest share first, with edition, status and source; a sentence where there is none."""
    rows = _shares(iso3)
    name, title = countries.in_sentence(iso3), word("country.minerals_title", country=countries.name(iso3))
    with prose.anew("country_minerals", iso3):
        st.markdown(f"## {literal(title)}")
        if rows.empty:
            st.caption(literal(word("country.no_minerals", country=name)))
        else:
            st.markdown("\n".join(_lines(rows.to_dict("records"))))
            make = partial(_extract, iso3, title, downloads.here())
            held = int(licensing.is_withheld(rows).sum())
            stem = extract.panel_stem("minerals", iso3)
            downloads.plain(make, word("download.this"), stem, held, key="country_minerals_take")
        wanted = None if iso3 == USA else iso3
        choice = replace(choices.default(), country=wanted, lang=session.current().lang)
        links.view(MINERALS, choice, literal(word("country.minerals_more", country=name)))


def _shares(iso3: str) -> pd.DataFrame:
    """The minerals of which a share is on record, the largest first. Columns as those of `mineral_lens.cells`."""
    cells = mineral_lens.cells()
    rows = cells[(cells["iso3"] == iso3) & cells["share_pct"].notna()]
    return rows.sort_values(["share_pct", "mineral"], ascending=[False, True])


def _extract(iso3: str, title: str, link: str) -> Extract:
    """The file: rows as they may leave, with the names of mineral and country."""
    rows = _shares(iso3)
    named = rows.assign(
        mineral_name=[names.of("mineral", one) for one in rows["mineral"]],
        country=[countries.name(one) for one in rows["iso3"]],
    )
    return panel_frame.extract_of(named, FIGURES, title, link)


def _lines(rows: list[dict[Any, Any]]) -> list[str]:
    references = References()
    heads = ("country.mineral", "country.share", "overview.year", "table.status", "table.source")
    lines = [f"| {' | '.join(literal(word(one)) for one in heads)} |", "|---|--:|--:|---|---|"]
    for row in rows:
        share = said.share(float(row["share_pct"]), is_ceiling=bool(row["is_ceiling"]))
        cells = [
            f"{literal(names.of('mineral', row['mineral']))} ({literal(names.of('stage', row['part']))})",
            literal(share),
            str(row["year"]),
            literal(terms.status(row["status"])),
            references.cite(str(row["source_id"])),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, "", *references.addresses()]
