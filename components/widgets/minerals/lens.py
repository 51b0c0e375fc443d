"""The lens: the main figure of the page, its subtitle, the table and the files of the same rows."""

from functools import partial

import streamlit as st

from components.figures import lens_text, mineral_lens
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import figure, prose
from components.widgets.minerals import select, twin
from components.words import word
from data.analysis import lens_table
from data.analysis import mineral_lens as frames
from data.output import mineral_frames
from data.package import countries, names
from data.subjects import number_format

KEY = "mineral_lens"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("mineral", "iso3", "share_pct", "value", "unit", "year", "vintage", "status", "source_id")


def show(choice: Choice, basis: str) -> None:
    """The lens of output or reserves."""
    rows = lens_table.rows(basis, choice.mineral_sort, choice.country)
    cells = frames.cells(basis)
    prose.show(f"lens_title_{basis}", f"**{literal(word(f'lens.title_{basis}'))}** {literal(word('lens.marks'))}")
    key = f"{KEY}_{basis}"
    with st.container(key="lens_frame"), figure.named():
        st.plotly_chart(
            mineral_lens.build(rows, cells, basis, choice.country, choice.mineral),
            key=key,
            config=QUIET,
            alt=lens_text.alt(rows, basis),
            on_select=binding.reporting(partial(select.row_or_disc, key)),
            selection_mode="points",
        )
    st.caption(literal(_caption(basis)))
    known = cells[cells["status"] != frames.NOT_NAMED]
    name = f"lens_{basis}"
    twin.show(name, word(f"lens.title_{basis}"), known, COLUMNS, partial(mineral_frames.lens, basis), "minerals", basis)


def _caption(basis: str) -> str:
    """What to mind of the lens: minerals without a total, and countries of the six that are none of the five."""
    lone = frames.without_total(basis)
    newest = lone.groupby("mineral")["year"].max()
    named = [f"{names.of('mineral', str(mineral))} ({year})" for mineral, year in newest.items()]
    said = [word("lens.note", whole=number_format.exact(float(lens_table.ONE_SUPPLIER)))]
    said += [word("lens.without_total", listed=", ".join(named))] if named else []
    country = session.current().country
    if country and country not in countries.C5:
        said.append(word("lens.other_country", country=countries.name(country)))
    return " ".join(said)
