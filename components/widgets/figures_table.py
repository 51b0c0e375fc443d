"""The table of the joined frame and its download: the same rows, the same numbers, the same sources."""

import geopandas as gpd
import pandas as pd
import streamlit as st

from components import cache
from components.figures import numbers
from components.widgets.link import Choice
from components.widgets.text import linked, literal
from components.words import word
from data import countries, export, indicators, sources
from data.indicators import Indicator

MOST_SOURCES = 3


def covered(joined: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rows the indicator covers: the six first, then the others from the highest value down."""
    rows = joined[joined["status"] != "not_covered"].copy()
    order = {iso3: place for place, iso3 in enumerate(countries.SIX)}
    rows["place"] = rows["iso3"].map(order).fillna(len(order))
    rows["size"] = pd.to_numeric(rows["value"], errors="coerce")
    rows = rows.sort_values(["place", "size", "iso3"], ascending=[True, False, True])
    return rows.drop(columns=["place", "size"]).reset_index(drop=True)


def _exact(value: float | str | None) -> str:
    """The stored value in full; the word for a membership; empty for a missing one."""
    if value is None or pd.isna(value):
        return ""
    return word(f"membership.{value}") if isinstance(value, str) else numbers.exact(value)


def _has_display_unit(indicator: Indicator) -> bool:
    """Whether the values are shown in another unit than they are stored in, so that both are worth a column."""
    return indicator.display_factor != 1


def _line(row: pd.Series, indicator: Indicator) -> str:
    cells = [
        literal(row["name"]),
        *([literal(numbers.show(row["value"], indicator))] if _has_display_unit(indicator) else []),
        literal(_exact(row["value"])),
        literal(word(f"status.{row['status']}")),
        _sources(row["source_id"]),
    ]
    return f"| {' | '.join(cells)} |"


def _sources(source_ids: str) -> str:
    told = sources.describe(source_ids or "")
    names = " · ".join(linked(one.publisher, one.url) for one in told[:MOST_SOURCES])
    more = len(told) - MOST_SOURCES
    return names + (literal(word("card.more_sources", count=more)) if more > 0 else "")


def show(choice: Choice) -> None:
    """The table with both downloads."""
    indicator = indicators.get(choice.indicator)
    rows = covered(cache.joined(choice.indicator, choice.year))
    st.markdown(f"#### {literal(word('table.title'))}")
    head = [word("table.country"), literal(indicator.unit), word("table.status"), word("table.source")]
    rule = "|---|--:|---|---|"
    if _has_display_unit(indicator):
        head.insert(1, literal(indicator.display_unit))
        rule = "|---|--:|--:|---|---|"
    lines = [f"| {' | '.join(head)} |", rule, *(_line(row, indicator) for _, row in rows.iterrows())]
    st.markdown("\n".join(lines))
    st.caption(word("table.caption", rows=len(rows)))
    _downloads(choice, rows)


def _downloads(choice: Choice, rows: gpd.GeoDataFrame) -> None:
    frame = export.download(rows, choice.indicator)
    held_back = int((frame["status"] == "withheld_by_licence").sum())
    if held_back:
        st.caption(word("table.withheld", count=held_back))
    with st.container(horizontal=True):
        for name, is_excel in (("csv", False), ("excel", True)):
            st.download_button(
                word(f"table.{name}"),
                data=export.to_csv(frame, excel=is_excel),
                file_name=export.file_name(choice.indicator, choice.year, "excel.csv" if is_excel else "csv"),
                mime="text/csv",
                key=f"download_{name}",
                on_click="ignore",
                icon=":material/download:",
            )
