"""The claims that are shown as a table, the same rows as the figure and the files; a row shows its card."""

import hashlib
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader import binding
from components.widgets.claims import dots
from components.widgets.common import downloads
from components.widgets.common.claim_texts import BADGES
from components.words import counted, word
from data.analysis.claim_selection import Asked
from data.output import claims_file
from data.package import names
from data.subjects import number_format
from data.vocabulary import terms

TEXTS = ("verdict", "claim", "speaker", "date", "said", "recorded", "unit", "evidence", "reason")
HEAD_PX, ROW_PX, MOST_ROWS = 38, 35, 12


def show(rows: pd.DataFrame, asked: Asked) -> None:
    """The table of the rows, columns as `claim_selection.COLUMNS`, and the menu of downloads below it."""
    st.markdown(f"## {literal(word('claims.table'))}")
    if rows.empty:
        st.info(word("claims.none" if asked.verdicts else "claims.none_chosen"), icon=":material/search_off:")
        return
    st.caption(word("claims.table_help"))
    key = f"claims_rows_{hashlib.sha256(repr(asked).encode()).hexdigest()[:10]}"
    st.dataframe(
        shown(rows),
        hide_index=True,
        height=HEAD_PX + ROW_PX * min(len(rows), MOST_ROWS),
        column_config=_config(),
        on_select=binding.reporting(partial(_chosen, key, list(rows["claim_id"]))),
        selection_mode="single-row",
        key=key,
        placeholder="",
        alt=counted("claims.table_alt", len(rows)),
    )
    make = partial(claims_file.extract_of, asked, downloads.here())
    held = claims_file.withheld(rows)
    downloads.plain(make, word("download.this"), claims_file.stem(), held, key="download_claims")


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in words, columns verdict, claim, speaker, date, said, recorded, unit, year, ratio, evidence, reason."""
    standing = [terms.standing(one) if isinstance(one, str) else None for one in rows["value"]]
    return pd.DataFrame(
        {
            "verdict": [f"{BADGES[one][0]} {terms.verdict(one)}" for one in rows["verdict"]],
            "claim": rows["claim"],
            "speaker": rows["speaker"],
            "date": rows["date"],
            "said": [_number(*one) for one in zip(rows["claimed_value"], rows["unit"], strict=True)],
            "recorded": [
                said or _number(*one)
                for said, one in zip(standing, zip(rows["value"], rows["unit"], strict=True), strict=True)
            ],
            "unit": [names.unit(str(one)) if isinstance(one, str) else "" for one in rows["unit"]],
            "year": rows["year"],
            "ratio": rows["ratio"],
            "evidence": [terms.evidence(one) if isinstance(one, str) else "" for one in rows["evidence"]],
            "reason": [terms.verdict_reason(str(one)) for one in rows["reason"]],
        }
    )


def _number(value: Any, unit: Any) -> str:
    """A number in full, a year as it is; empty where there is none."""
    if value is None or isinstance(value, str) or pd.isna(value):
        return ""
    return str(int(value)) if unit == "year" else number_format.exact(float(value))


def _config() -> dict[str, Any]:
    """How each column is shown; the verdict stays in sight."""
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(word(f"claims.column_{name}"), pinned=name == "verdict") for name in TEXTS
    }
    config["year"] = st.column_config.NumberColumn(word("claims.column_year"), format="%d")
    config["ratio"] = st.column_config.NumberColumn(word("claims.column_ratio"), format="%.2f")
    return config


def _chosen(key: str, claim_ids: list[str]) -> None:
    """Take over the claim of the row that was chosen."""
    places = st.session_state[key].selection.rows
    if places and places[0] < len(claim_ids):
        dots.take(claim_ids[places[0]])
