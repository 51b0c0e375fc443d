"""The table of the joined frame, of the year at hand or of all; a click on a row says where its number comes from."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import cache
from components.figures import whose
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import figure, provenance, value_panel
from components.words import counted, word
from data import indicators
from data.indicators import Indicator
from data.package import countries, names, notes, sources
from data.subjects import fullness, minerals, number_format
from data.vocabulary import terms

KEY, LINK = "table_of_figures", "link"
HEIGHT_PX = 560
BETWEEN = "; "


def _exact(value: float | str | None) -> str:
    """The stored value in full; the word for a membership; empty for a missing one."""
    if value is None or pd.isna(value):
        return ""
    return terms.standing(value) if isinstance(value, str) else number_format.exact(value)


def _labels(rows: pd.DataFrame, indicator: Indicator) -> list[str]:
    """The status of each row in words, and whose figure it is; of a gap, why it is one."""
    known = rows["value"].notna()
    cells = rows.loc[known, ["iso3", "status", "reporter", "basis"]].itertuples(index=False, name=None)
    said = dict(zip(rows.index[known], whose.labels(cells), strict=True))
    return [said.get(at) or value_panel.status_line(row, indicator) for at, row in rows.iterrows()]


def _remarks(iso3: str, year: int, indicator: Indicator) -> str:
    return " ".join(one.text for one in notes.on(indicator.id, iso3, year))


def _publishers(source_ids: str) -> str:
    return BETWEEN.join(dict.fromkeys(one.publisher for one in sources.describe(source_ids or "")))


def _first_address(source_ids: str) -> str | None:
    found = sources.describe(source_ids or "")
    return found[0].url if found else None


def frame(indicator_id: str, year: int | None) -> pd.DataFrame:
    """What the table shows of one year or of all, in words. Columns country, year, shown, exact, status, source, link,
    note; the index is that of the rows of the indicator."""
    indicator = indicators.get(indicator_id)
    rows = _rows(indicator_id, year)
    cells = list(zip(rows["iso3"], rows["year"].map(int), strict=True))
    return pd.DataFrame(
        {
            "country": [countries.name(iso3) for iso3, _ in cells],
            "year": [at for _, at in cells],
            "shown": [value if not isinstance(value, str) else None for value in rows["value"]],
            "exact": [_exact(value) for value in rows["value"]],
            "status": _labels(rows, indicator),
            "source": [_publishers(one) for one in rows["source_id"]],
            LINK: [_first_address(one) for one in rows["source_id"]],
            "note": [_remarks(iso3, at, indicator) for iso3, at in cells],
        }
    )


def _rows(indicator_id: str, year: int | None) -> pd.DataFrame:
    """The rows of the year as on the map, or those of all years, newest first. Columns as those of Values."""
    if year is not None:
        return cache.table(indicator_id, year).rows.reset_index(drop=True)
    return indicators.values(indicator_id).sort_values(["year", "iso3"], ascending=[False, True], ignore_index=True)


def show(choice: Choice) -> None:
    """The table and what to know of its rows."""
    indicator = indicators.get(choice.indicator)
    st.toggle(word("table.all_years"), **binding.bind("all_years"))
    year = None if choice.all_years else choice.year
    shown = frame(choice.indicator, year)
    is_number = indicator.kind != terms.MEMBERSHIP
    numbers = _rounded(shown["shown"], indicator) if is_number else shown["shown"]
    with figure.named():
        st.dataframe(
            shown.assign(shown=numbers),
            key=KEY,
            hide_index=True,
            height=HEIGHT_PX if len(shown) > 15 else "content",
            column_config=_columns(indicator, has_note=bool(shown["note"].any())),
            on_select=binding.reporting(partial(_clicked, choice.indicator, year)),
            selection_mode=["single-row", "single-cell"],
            placeholder="",
            alt=word("table.alt", title=indicator.title, year=word("table.all_years") if year is None else year),
        )
    caption = counted("table.caption", len(shown))
    st.caption(f"{caption} {word('table.click')} {literal('' if year is None else coverage(choice))}")


def _rounded(values: pd.Series, indicator: Indicator) -> pd.Series:
    """Values in the unit of display, with its decimals; those below one with all they have."""
    shown = values.astype("float64") / indicator.display_factor
    return shown.where(shown.abs() < 1, shown.round(indicator.decimals))


def _columns(indicator: Indicator, *, has_note: bool) -> dict[str, Any]:
    """How the columns read; those that say nothing here are left out."""
    is_number = indicator.kind != terms.MEMBERSHIP
    return {
        "country": st.column_config.TextColumn(word("table.country"), pinned=True),
        "year": st.column_config.NumberColumn(word("overview.year"), format="%d"),
        "shown": st.column_config.NumberColumn(indicator.unit_name, format="localized") if is_number else None,
        "exact": st.column_config.TextColumn(names.unit(indicator.unit), alignment="right"),
        "status": st.column_config.TextColumn(word("table.status")),
        "source": st.column_config.TextColumn(word("table.source")),
        LINK: st.column_config.LinkColumn(word("table.link"), display_text=word("origin.open")),
        "note": st.column_config.TextColumn(word("alternatives.note")) if has_note else None,
    }


def _clicked(indicator_id: str, year: int | None) -> None:
    selection = st.session_state[KEY]["selection"]
    places: list[int] = [*selection["rows"], *(row for row, _ in selection["cells"])]
    rows = _rows(indicator_id, year)
    for place in places:
        if place < len(rows):
            row = rows.iloc[place]
            session.choose(country=str(row["iso3"]), year=int(row["year"]))
            provenance.ask(indicator_id, [str(row["iso3"])], int(row["year"]))


def coverage(choice: Choice) -> str:
    """How much of the year is on record where the countries are partners, investors or producers; else nothing."""
    found = indicators.fullnesses(choice.indicator).get(choice.year)
    if found is None:
        held = minerals.held_pct(indicators.get(choice.indicator), choice.year)
        if held is None:
            return ""
        few = "" if held >= fullness.ENOUGH_PCT else f" {word('fullness.producers_few')}"
        return f"{word('fullness.producers', pct=number_format.plain(held, 0))}{few}"
    parts = [word("fullness.partners", parts=found.parts, most=found.most)]
    parts += [] if found.held_pct is None else [word("fullness.held", pct=number_format.plain(found.held_pct, 0))]
    parts += [counted("fullness.left_out", found.left_out)] if found.left_out else []
    parts += [counted("fullness.press", found.press)] if found.press else []
    return f"{', '.join(parts)}.{'' if found.is_full else ' ' + word('fullness.few')}"
