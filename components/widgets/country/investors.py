"""Who invests most in a country, measure by measure, and the place of the United States by year."""

import pandas as pd
import streamlit as st

from components.figures import investors_dots as dots
from components.figures import us_rank_lines as lines
from components.markdown import literal
from components.widgets.common import caveats, prose
from components.widgets.country import money_files
from components.words import word
from data import indicators
from data.analysis import investors
from data.output import money_frames
from data.package import countries
from data.subjects import definitions
from data.vocabulary import terms

KEY, RANK_KEY = "investors", "us_rank"


def show(iso3: str) -> None:
    """The sentence, the dots, the lines and their tables; of the United States what it has in each of the five."""
    if iso3 not in countries.C5:
        _show_hosts()
        return
    rows, places = money_frames.by_measure(iso3), money_frames.us_rank(iso3)
    title = word("investors.title", country=countries.in_sentence(iso3))
    st.markdown(f"## {literal(title)}")
    prose.show(f"{KEY}_answer", f"**{literal(_answer(iso3, rows))}**")
    if rows.empty:
        _show_alone(iso3)
        money_files.show_sources(KEY, investors.us_alone(iso3))
        return
    has_lines = bool(lines.drawn(places))
    wide, narrow = st.columns([1.5, 1], gap="medium") if has_lines else (st.container(), None)
    with wide:
        _show_dots(iso3, rows, title)
    if narrow is not None:
        with narrow:
            _show_lines(iso3, places)
    caveats.show(_indicator(iso3), f"{KEY}_caveats")


def _indicator(iso3: str) -> str:
    """The series of the first measure that has an order and a series of its own."""
    made = [f"by_investor.{one}.{iso3.lower()}" for one in definitions.measures("investment")]
    return next(one for one in made if one in indicators.registry())


def _answer(iso3: str, rows: pd.DataFrame) -> str:
    return f"{dots.answer(iso3, rows)} {lines.answer(investors.us_rank(iso3))}".rstrip()


def _show_alone(iso3: str) -> None:
    text = dots.alone(investors.us_alone(iso3))
    if text:
        prose.show(f"{KEY}_alone", literal(text), st.caption)


def _show_dots(iso3: str, rows: pd.DataFrame, title: str) -> None:
    prose.show(f"{KEY}_subtitle", literal(word("investors.subtitle")))
    st.plotly_chart(dots.build(rows), key=KEY, config=money_files.QUIET, alt=dots.alt(rows))
    note = f"{dots.unplaced(rows)} {word('investors.note')}".lstrip()
    prose.show(f"{KEY}_note", literal(note), st.caption)
    _show_alone(iso3)
    money_files.show_sources(KEY, rows, investors.us_alone(iso3))
    shown = {
        "measure": [word(f"investor_measures.{one}") for one in rows["measure"]],
        "year": rows["year"].tolist(),
        "investor_country": rows["investor_country"].tolist(),
        "value": rows["value"].tolist(),
        "unit": [word(f"money.{one}") for one in rows["unit"]],
        "rank": rows["rank"].tolist(),
        "on_record": rows["on_record"].tolist(),
        "rank_basis": [word(f"investor_orders.{one}") for one in rows["rank_basis"]],
        "status": [terms.status(one) for one in rows["status"]],
        **money_files.cited(rows),
        "locator": rows["locator"].tolist(),
        "note": rows["note"].tolist(),
    }
    money_files.show(KEY, title, rows, shown, "investors", iso3)


def _show_lines(iso3: str, places: pd.DataFrame) -> None:
    title = word("investors.rank_title", country=countries.in_sentence(iso3))
    prose.show(f"{RANK_KEY}_title", f"**{literal(title)}**")
    st.plotly_chart(lines.build(places), key=RANK_KEY, config=money_files.QUIET, alt=lines.alt(places))
    prose.show(f"{RANK_KEY}_said", literal(lines.alt(places)), st.caption)
    shown = {
        "measure": [word(f"investor_measures.{one}") for one in places["measure"]],
        "unit": [word(f"money.{one}") for one in places["unit"]],
        "year": places["year"].tolist(),
        "rank": places["rank"].tolist(),
        "on_record": places["on_record"].tolist(),
        "first_country": places["first_country"].tolist(),
        "value": places["value"].tolist(),
        "status": [terms.status(one) for one in places["status"]],
        **money_files.cited(places),
    }
    money_files.show(RANK_KEY, title, places, shown, "us_rank", iso3)


def _show_hosts() -> None:
    """The sentence of each of the five."""
    st.markdown(f"## {literal(word('investors.title_five'))}")
    texts = [f"- {literal(_answer(iso3, investors.by_measure(iso3)))}" for iso3 in countries.C5]
    prose.show(f"{KEY}_hosts", "\n".join(texts))
    money_files.show_sources(KEY, *map(investors.by_measure, countries.C5))
