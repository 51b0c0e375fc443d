"""The minerals of the country by its share of the world, and the way to the page of each."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.figures import mineral_words as said
from components.markdown import literal
from components.reader import choice as choices
from components.reader import session
from components.reader.choice import MINERALS
from components.widgets.common import links, prose
from components.widgets.common.table import References
from components.words import word
from data.analysis import mineral_lens
from data.analysis.headline import USA
from data.package import countries, names
from data.vocabulary import terms


def show(iso3: str) -> None:
    """A table, the largest share first, with edition, status and source; a sentence where there is none."""
    cells = mineral_lens.cells()
    rows = cells[(cells["iso3"] == iso3) & cells["share_pct"].notna()].sort_values(
        ["share_pct", "mineral"], ascending=[False, True]
    )
    name = countries.in_sentence(iso3)
    with prose.anew("country_minerals", iso3):
        st.markdown(f"## {literal(word('country.minerals_title', country=countries.name(iso3)))}")
        if rows.empty:
            st.caption(literal(word("country.no_minerals", country=name)))
        else:
            st.markdown("\n".join(_lines(rows.to_dict("records"))))
        wanted = None if iso3 == USA else iso3
        choice = replace(choices.default(), country=wanted, lang=session.current().lang)
        links.view(MINERALS, choice, literal(word("country.minerals_more", country=name)))


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
