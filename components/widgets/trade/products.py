"""US imports from one of the five by product: ranked bars or areas, with what the first explain."""

from functools import partial

import streamlit as st

from components.figures import ranked_products as figure
from components.markdown import literal
from components.reader.choice import LEVELS, Choice, nearest
from components.widgets.common import controls, prose
from components.widgets.trade import twin
from components.words import word
from data.analysis import ranked_products
from data.output import trade_frames
from data.package import countries, names
from data.subjects import product_trade

QUIET = {"displayModeBar": False}
COLUMNS = ("place", "hs_code", "product_name", "value_usd", "share_pct", "cumulative_pct", "status", "source_id")
DIGITS = dict(zip(LEVELS, product_trade.LEVELS, strict=True))
DRAWN = {"bars": figure.build, "areas": figure.areas}


def show(choice: Choice, iso3: str) -> None:
    """Controls, title, figure, table and files."""
    with st.container(key="asked_products", horizontal=True, gap="small"):
        controls.one_of("level", label_visibility="collapsed")
        controls.one_of("drawn", label_visibility="collapsed")
    level = DIGITS[choice.level]
    known = ranked_products.years(iso3, level)
    if not known:
        level_name = word(f"trade_parts.{choice.level}")
        st.caption(literal(word("trade_parts.no_level", level=level_name, name=countries.name(iso3))))
        return
    year = nearest(known, choice.year)
    rows = ranked_products.of(iso3, year, level)
    title = figure.title(rows)
    prose.show("products_title", f"**{literal(title)}**")
    st.caption(literal(word("ranked_products.unit")))
    if year != choice.year:
        gaps = {"name": countries.name(iso3), "years": ", ".join(map(str, known)), "year": year}
        st.caption(literal(word("trade_parts.other_year", **gaps)))
    st.plotly_chart(DRAWN[choice.drawn](rows), key=f"products_{choice.drawn}", config=QUIET, alt=figure.alt(rows))
    named = rows.assign(product_name=[names.of("product", one) if one else figure.rest() for one in rows["hs_code"]])
    make = partial(trade_frames.products, iso3, year, level)
    twin.show("products", title, named, COLUMNS, make, "us_imports", iso3, str(year), choice.level)
