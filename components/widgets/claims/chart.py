"""The small chart on the card of a claim: the series of the test that its verdict rests on."""

import pandas as pd
import streamlit as st

from components.figures import claim_chart
from components.markdown import literal
from components.words import word
from data import indicators
from data.analysis import claim_series
from data.analysis.claim_facts import Fact
from data.analysis.judges import WITHOUT_NUMBER
from data.package import names

LEAST = 2
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
SUMS = ("equal", "at_least", "at_most")


def show(fact: Fact) -> None:
    """The chart and what to know of it; nothing for a claim that is held against fewer than two years."""
    rows, test = claim_series.series(fact.claim_id), fact.leading
    if test is None or len(rows) < LEAST:
        return
    claimed = None if test["claimed_value"] is None or test["relation"] in WITHOUT_NUMBER else test["claimed_value"]
    unit, title = names.unit(str(test["unit"])), indicators.get(str(test["indicator"])).title
    year = None if test["year"] is None else int(test["year"])
    st.markdown(f"**{literal(word('claims.chart'))}:** {literal(title)}")
    st.plotly_chart(
        claim_chart.build(rows, claimed, unit, year, is_rank=test["relation"] == "rank"),
        key=f"claims_chart_{fact.claim_id}",
        config=QUIET,
        alt=claim_chart.alt(rows, title, claimed, unit),
    )
    st.caption(literal(" ".join(_notes(fact, rows, has_number=claimed is not None))))


def _notes(fact: Fact, rows: pd.DataFrame, *, has_number: bool) -> list[str]:
    test = fact.leading or {}
    said = []
    if has_number:
        years = [str(one) for one in rows.loc[rows["fits"].astype(bool), "year"]]
        said.append(word("claims.chart_fits", years=", ".join(years)) if years else word("claims.chart_fits_none"))
    if test.get("evidence") == "edition_of_day":
        said.append(word("claims.chart_edition"))
    if _is_total(fact):
        said.append(word("claims.chart_total", year=rows["year"].iloc[0]))
    return said


def _is_total(fact: Fact) -> bool:
    """Whether the leading test adds years up."""
    row, test = fact.row, fact.leading
    is_first = test is not None and test["test"] == 1 and test["relation"] in SUMS
    return bool(is_first and row["test_from_year"] is not None and row["test_from_year"] < row["test_year"])
