"""The trade of the country: what the United States buys from it, whom else it trades with, what both sides report, and
the duties on its goods. Of the United States the five by year. All of it in full is on the page of trade."""

from dataclasses import replace

import plotly.graph_objects as go
import streamlit as st

from components.figures import mirror_gap as sides_figure
from components.figures import partner_context as partners_figure
from components.figures import ranked_products as products_figure
from components.figures import tariff_dates as duties_figure
from components.figures import us_trade_years as years_figure
from components.markdown import literal
from components.reader import choice as choices
from components.reader import session
from components.reader.choice import TRADE
from components.widgets.common import links, prose
from components.widgets.country import drawn
from components.widgets.country.drawn import Drawn
from components.words import word
from data.analysis import (
    mirror_gap,
    monthly_imports,
    partners_in_context,
    ranked_products,
    tariff_dates,
    us_trade_by_year,
)
from data.output import trade_frames
from data.output.leaving import Leaving
from data.package import countries

BOTH = "both"


def show(iso3: str) -> None:
    """The parts in two columns, and the way to the page of trade."""
    st.markdown(f"## {literal(word('country.trade'))}")
    with prose.anew("country_trade", iso3):
        if iso3 not in countries.C5:
            _by_year()
        else:
            left, right = st.columns(2, gap="large")
            with left:
                _products(iso3)
                _duties(iso3)
            with right:
                _partners(iso3)
                _sides(iso3)
        wanted = iso3 if iso3 in countries.C5 else None
        choice = replace(choices.default(), country=wanted, lang=session.current().lang)
        links.view(TRADE, choice, literal(word("country.trade_more", country=countries.in_sentence(iso3))))


def _shown(
    place: str, title: str, note: str, figure: go.Figure, said: tuple[str, ...], leaving: Leaving, *stem: str
) -> None:
    drawn.show(Drawn(place, title, note, figure, "; ".join((title, *said[:3])), said, leaving, stem))


def _products(iso3: str) -> None:
    if not ranked_products.years(iso3):
        st.caption(literal(word("ranked_products.none", name=countries.name(iso3))))
        return
    rows = ranked_products.of(iso3)
    said = tuple(products_figure.point(row) for row in products_figure.shown(rows).to_dict("records"))
    _shown(
        "country_products",
        products_figure.title(rows),
        word("ranked_products.unit"),
        products_figure.build(rows),
        said,
        trade_frames.products(iso3),
        "us_imports",
        iso3,
    )


def _partners(iso3: str) -> None:
    rows = partners_in_context.of(iso3, BOTH)
    if rows.empty:
        st.caption(literal(word("partner_context.none", name=countries.name(iso3))))
        return
    has_shares = partners_figure.has_shares(rows)
    figure = partners_figure.stack(rows) if has_shares else partners_figure.shares(rows)
    told = rows[rows["status"] != partners_in_context.NO_TOTAL]
    newest = told[told["year"] == told["year"].max()].to_dict("records")
    note = word(f"partner_context.{rows['side'].iloc[0]}", name=countries.name(iso3))
    if has_shares:
        note += f" {word('partner_context.hatched')}"
    _shown(
        "country_partners",
        partners_figure.title(rows),
        note,
        figure,
        tuple(map(partners_figure.point, newest)),
        trade_frames.partners(iso3, BOTH),
        "partners",
        iso3,
    )


def _sides(iso3: str) -> None:
    """Both ways of the goods, no freight taken off; a way that nothing is on record of is left out."""
    rows = mirror_gap.of(iso3)
    for origin in (iso3, mirror_gap.US):
        own = rows[rows["origin"] == origin]
        if own.empty:
            continue
        both = own[own["gap_usd"].notna()]
        year = int((both if len(both) else own)["year"].max())
        said = tuple(map(sides_figure.point, own.iloc[::-1].to_dict("records")))
        _shown(
            f"country_sides_{origin == iso3}",
            sides_figure.title(own, year),
            word("mirror_gap.unit", name=countries.name(iso3)),
            sides_figure.build(own, year),
            said,
            trade_frames.mirror(iso3),
            "mirror",
            iso3,
        )


def _duties(iso3: str) -> None:
    rows = tariff_dates.of(iso3)
    months = monthly_imports.of(iso3, tariff_dates.FIRST_YEAR)
    _shown(
        "country_duties",
        duties_figure.title(rows),
        word("tariff_dates.unit"),
        duties_figure.build(rows, months),
        tuple(map(duties_figure.point, rows.to_dict("records"))),
        trade_frames.tariffs(iso3),
        "tariffs",
        iso3,
    )


def _by_year() -> None:
    rows = us_trade_by_year.every()
    year = int(rows.loc[rows["flow"] == "export", "year"].max())
    said = tuple(map(years_figure.point, rows[rows["year"] == year].to_dict("records")))
    _shown(
        "country_years",
        years_figure.title(year),
        word("us_trade_years.unit"),
        years_figure.build(year),
        said,
        trade_frames.by_year(),
        "us_trade_by_year",
    )
