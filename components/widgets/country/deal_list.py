"""The deals one by one, as the filters above the ladder narrow them down: what each is, how far, what it repeats."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import caveats, downloads, folds, prose, twin
from components.widgets.country import deal_filters, money_files
from components.words import counted, word
from data.analysis import deals
from data.output import extract, money_frames
from data.package import names, tables
from data.package.snapshot import kept
from data.vocabulary import cldr, terms

KEY = "deal_list"
MILLION = 1e6
# The series whose caveats are those of the list.
INDICATOR = "us_deals_summit_usd"


def show(iso3: str) -> None:
    """The table and its files; a sentence where nothing is left."""
    asked = deal_filters.asked(iso3, session.current())
    rows = money_frames.listed(asked)
    if rows.empty:
        prose.show(f"{KEY}_none", literal(word("deals.list_none")), st.info, icon=":material/search_off:")
        return
    title = counted("deals.list_title", len(rows))
    prose.show(f"{KEY}_title", f"**{literal(title)}**")
    shown = _shown(rows, has_country=asked.iso3 is None)
    twin.table(title, pd.DataFrame(shown), money_files.columns(shown))
    make = partial(money_frames.extract_of, rows, title, downloads.here())
    stem = extract.panel_stem("deals", iso3.lower(), *filter(None, (asked.first, asked.last, asked.sector, asked.rung)))
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold("deal_stages", word("deals.stages"), icon=":material/stairs:") as fold:
            if fold.open:
                twin.table(word("deals.stages"), pd.DataFrame(_stages()), money_files.columns(_stages()))
        downloads.plain(make, word("download.this"), stem, money_files.withheld(rows), key=KEY)
    caveats.show(INDICATOR, f"{KEY}_caveats")


def _stages() -> dict[str, list[Any]]:
    """How the word of each stage is read, by rung."""
    rows = deals.stages()
    return {
        "rung": [terms.rung(one if isinstance(one, str) else deals.SUPERSEDED) for one in rows["rung"]],
        "stage": [names.of("standing", one) for one in rows["deal_stage"]],
        "definition": rows["definition"].tolist(),
    }


def _shown(rows: pd.DataFrame, *, has_country: bool) -> dict[str, list[Any]]:
    """The rows in words: dates as exact as they are known, money in millions of US dollars."""
    drawn = rows.to_dict("records")
    return {
        "announced": rows["announced"].tolist(),
        **({"country": rows["country"].tolist()} if has_country else {}),
        "deal": rows["title"].tolist(),
        "us_party": rows["us_party"].tolist(),
        "value_usd": (rows["value_usd"] / MILLION).tolist(),
        "is_up_to": [_value_kind(row) for row in drawn],
        "rung": [terms.rung(one if isinstance(one, str) else deals.SUPERSEDED) for one in rows["rung"]],
        "reason": [_reason(row) for row in drawn],
        "stage": [names.of("standing", one) for one in rows["stage"]],
        "sector": [names.of("standing", one) for one in rows["sector"]],
        "local_party": rows["local_party"].tolist(),
        **money_files.cited(rows),
        "locator": rows["locator"].tolist(),
        "note": rows["note"].tolist(),
    }


def _value_kind(row: dict[Any, Any]) -> str:
    if pd.isna(row["value_usd"]):
        return word("deals.value_none")
    return word("deals.value_up_to" if row["is_up_to"] else "deals.value_known")


def _reason(row: dict[Any, Any]) -> str:
    """Whether a deal counts; where it does not, why, and with which deal of which day its money stands."""
    if not row["reason"]:
        return word("deals.counted")
    reason = terms.deal_reason(row["reason"])
    if not isinstance(row["repeats_deal_id"], str):
        return reason
    day = cldr.written(row["repeats_announced"])
    return word("deals.repeats", reason=reason, deal=_titles()[row["repeats_deal_id"]], day=day)


@kept()
def _titles() -> dict[str, str]:
    rows = tables.load("deals")
    return dict(zip(rows["deal_id"], rows["title"], strict=True))
