"""What is on record on why two sides of a trade with the United States differ: no reason without a row that tells it.

The registry `mirror_reasons.toml` says which records speak of which years; that a country counts services, too, stands
in its rows themselves."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.faults import UnknownId
from data.package import contradictions, notes, snapshot, tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects import mirror_trade, partner_trade
from data.subjects.partner_trade import WIDER

REGISTRY = Path(__file__).parent / "mirror_reasons.toml"
GOODS_SERVICES = "goods_services"
COLUMNS = ["iso3", "kind", "flow", "year", "record", "text", "source_id"]


@cache
def _registry() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(REGISTRY.read_text("utf-8"))["reason"])


@kept()
def every() -> pd.DataFrame:
    """All reasons, one row per country, flow, year and record. Columns COLUMNS; `text` is the words of the record,
    empty where the reason stands in the coverage of the rows themselves."""
    rows = [*_of_coverage()]
    for entry in _registry():
        for flow in entry["flows"]:
            for year in entry["years"]:
                told = _told(entry, flow, year)
                if told is not None:
                    rows.append((entry["iso3"], entry["kind"], flow, year, *told))
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["iso3", "flow", "year", "kind"], ignore_index=True)


def _of_coverage() -> list[tuple[str, str, str, int, str, str, str]]:
    rows = mirror_trade.full_years()
    rows = rows[(rows["coverage"] == WIDER) & (rows["flow"] != "turnover")]
    columns = rows[["reporter", "flow", "year", "source_id"]].itertuples(index=False, name=None)
    return [(iso3, GOODS_SERVICES, flow, int(year), WIDER, "", source) for iso3, flow, year, source in columns]


def _told(entry: dict[str, Any], flow: str, year: int) -> tuple[str, str, str] | None:
    """Id, text and sources of the record; none where the note of the year's row does not say it, or where an older
    version does not have it. Raises UnknownId."""
    if "contradiction" in entry:
        return _contradiction(entry["contradiction"])
    if "note" in entry:
        known = {one.id: one for one in notes.every()}
        if entry["note"] not in known and snapshot.is_past():
            return None
        if entry["note"] not in known:
            raise UnknownId("note", entry["note"], list(known))
        one = known[entry["note"]]
        return one.id, one.text, one.source_id
    is_of_us = "partner" not in entry
    rows = mirror_trade.full_years() if is_of_us else tables.load(partner_trade.TABLE)
    rows = rows[(rows["reporter"] == entry["iso3"]) & (rows["flow"] == flow) & (rows["year"] == year)]
    rows = rows if is_of_us else rows[rows["partner"] == entry["partner"]]
    said = rows[rows["note"].fillna("").str.startswith(entry["row_note"])]
    table = mirror_trade.TABLE if is_of_us else partner_trade.TABLE
    return None if said.empty else (table, entry["row_note"], joined_ids(said["source_id"]))


def _contradiction(wanted: str) -> tuple[str, str, str] | None:
    frame = tables.load(contradictions.TABLE)
    found = frame[frame["contradiction_id"] == wanted]
    if found.empty and snapshot.is_past():
        return None
    if found.empty:
        raise UnknownId("contradiction", wanted, frame["contradiction_id"].tolist())
    row = found.iloc[0]
    return wanted, str(row["text"]), str(row["source_id"])


def of(iso3: str) -> pd.DataFrame:
    """The reasons on record for one of the five. Columns COLUMNS. Raises UnknownId."""
    if iso3 not in C5:
        raise UnknownId("country of the five", iso3, list(C5))
    rows = every()
    return rows[rows["iso3"] == iso3].reset_index(drop=True)


def kinds(iso3: str, flow: str, year: int) -> list[str]:
    """The kinds of reasons for one figure."""
    return list(_by_cell().get((iso3, flow, year), ()))


@kept()
def _by_cell() -> dict[tuple[str, str, int], tuple[str, ...]]:
    found: dict[tuple[str, str, int], tuple[str, ...]] = {}
    for iso3, kind, flow, year in every()[["iso3", "kind", "flow", "year"]].itertuples(index=False, name=None):
        known = found.get((iso3, flow, int(year)), ())
        found[(iso3, flow, int(year))] = known if kind in known else (*known, kind)
    return found
