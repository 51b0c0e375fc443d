"""The curated tables and the sets of flows as they may leave, column by column, and in words what their ids mean."""

from typing import Any

import pandas as pd

from components.figures import flow_map
from components.words import word
from data import flows
from data.analysis import table_groups
from data.analysis.flow_selection import FlowSelection
from data.output import cells, frames, rows
from data.output.extract import table_stem
from data.package import descriptor, licensing, sources
from data.vocabulary.terms import TERMS


def groups() -> list[dict[str, Any]]:
    """The tables by group, as the Data page lists them."""
    return [
        {"title": word(f"table_groups.{group}"), "tables": names}
        for group, names in table_groups.of_tables().items()
        if names
    ]


def every() -> dict[str, dict[str, Any]]:
    """All tables by name: title, description, columns as they are read, cells as they are written, words of the ids."""
    return {name: table(name) for name in descriptor.names()}


def table(name: str) -> dict[str, Any]:
    """A table: only rows that may leave, the columns in the order of its file, and how many rows are left out."""
    raw, listed = rows.raw(name), rows.columns(name)
    told = {one.name: one for one in listed}
    resource = descriptor.resource(name)
    return {
        "title": resource["title"],
        "description": resource["description"],
        "left_out": int(licensing.withheld_rows(name).sum()),
        "stem": table_stem(name),
        "columns": [_column(told[str(column)], raw[column]) for column in raw],
        "order": [one.name for one in listed],
    }


def _column(one: rows.Column, written: pd.Series) -> dict[str, Any]:
    """What a column means and what stands in it. `said` are its ids in words, `links` what leads to a source."""
    found: dict[str, Any] = {
        "name": one.name,
        "title": one.title,
        "description": one.description,
        "type": one.type,
        "unit": one.unit,
        "cells": list(written),
    }
    parts = sorted({part for cell in written.unique() for part in cell.split(cells.SEVERAL) if part})
    if one.words:
        distinct = pd.Series(sorted({*written.unique(), *parts}), dtype="str")
        found["said"] = dict(zip(distinct, cells.in_words(distinct, one.words), strict=True))
    if one.words == "source":
        found["links"] = {part: sources.describe(part)[0].url for part in parts}
    return found


def flow_sets() -> dict[str, dict[str, Any]]:
    """The sets of flows between countries by id, as their download has them; those by product are indicators, too."""
    return {one.id: _flow_set(one.id) for one in flows.registry().values() if "." not in one.id}


def _flow_set(set_id: str) -> dict[str, Any]:
    one = flows.get(set_id)
    frame, selection = frames.flows_download(flows.values(set_id), set_id), FlowSelection(set_id)
    return {
        "title": one.title,
        "unit": one.unit_name,
        "shown": [flow_map.number(float(cell), selection) if cell else "" for cell in frame["value"]],
        "caveats": [word(f"caveats.{caveat}") for caveat in one.caveats],
        "statuses": {status: TERMS.word(f"statuses.{status}") for status in sorted(frame["status"].unique())},
        "columns": list(frames.FLOW_COLUMNS),
        "cells": [list(frame[column]) for column in frames.FLOW_COLUMNS],
    }


def left_out() -> dict[str, int]:
    """How many rows of each table may not be passed on."""
    return {name: int(licensing.withheld_rows(name).sum()) for name in descriptor.names()}
