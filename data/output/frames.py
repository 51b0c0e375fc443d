"""What leaves the atlas: the frame on the screen as CSV, and the tables with their descriptor.

A value that rests on a restricted source leaves no download (`data/package/licensing.py`). In the frame of the screen
the row stays, empty, with the status withheld_by_licence; whole tables leave out such rows and say how many."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.faults import UnknownId
from data.output import destination, parquet, readme
from data.package import countries, descriptor, licensing, sources
from data.package.resource import Resource
from data.package.statuses import LEFT_OUT, WHOSE

COLUMNS = [
    "iso3",
    "country",
    "indicator",
    "year",
    "value",
    "unit",
    "status",
    "source_title",
    "source_url",
    "licence",
    *WHOSE,
]
FLOW_COLUMNS = ["origin", "origin_name", "dest", "dest_name", "set", *COLUMNS[3:]]
SIDE_COLUMNS = ["indicator", "year", "value", "unit", "status", "source_title", "source_url", "licence"]
PAIR_COLUMNS = [
    "iso3",
    "country",
    *(f"{side}_{column}" for side in ("first", "second") for column in SIDE_COLUMNS),
    "change",
    "change_unit",
    "change_status",
    *(f"{side}_{column}" for side in ("first", "second") for column in WHOSE),
]
WITHHELD = LEFT_OUT
ALWAYS = ("sources", "countries")
BAR = " | "


def number(value: float) -> str:
    """A number as every CSV of ours writes it: no grouping, no power of ten, fifteen significant digits."""
    return format(Decimal(f"{value:.15g}"), "f")


def cell(value: Any) -> str:
    """A cell as text; empty where it is missing."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return ""
    return number(float(value)) if isinstance(value, float) else str(value)


def download(joined: pd.DataFrame, indicator_id: str) -> pd.DataFrame:
    """The joined frame of one indicator and year as text, one row per country, columns as COLUMNS.

    `joined` has name and the columns of Values; the geometry of a GeoDataFrame is left behind."""
    is_withheld = list(licensing.is_withheld(joined))
    value = [cell(one) for one in joined["value"]]
    return pd.DataFrame(
        {
            "iso3": list(joined["iso3"]),
            "country": list(joined["name"]),
            "indicator": indicator_id,
            "year": [str(int(year)) for year in joined["year"]],
            "value": ["" if gone else one for one, gone in zip(value, is_withheld, strict=True)],
            "unit": list(joined["unit"]),
            "status": [WITHHELD if gone else one for one, gone in zip(joined["status"], is_withheld, strict=True)],
            **cited(joined),
            **_whose(joined),
        },
        columns=COLUMNS,
    )


def cited(frame: pd.DataFrame) -> dict[str, list[str]]:
    """Title, address and licence of the sources of each row, those of several in a row."""
    listed = [sources.describe(ids or "") for ids in frame["source_id"]]
    return {
        "source_title": [BAR.join(f"{source.publisher}: {source.title}" for source in several) for several in listed],
        "source_url": [BAR.join(source.url for source in several) for several in listed],
        "licence": [BAR.join(source.licence for source in several) for several in listed],
    }


def _whose(frame: pd.DataFrame) -> dict[str, list[str]]:
    """Whose figures they are and on what they are based; empty where there is no figure."""
    return {column: ["" if pd.isna(one) else str(one) for one in frame[column]] for column in WHOSE}


def flows_download(rows: pd.DataFrame, set_id: str) -> pd.DataFrame:
    """Flows of a set as text, one row per origin, destination and year, columns as FLOW_COLUMNS.

    What is withheld stands at the end, by its ends: its place among the others would tell its size."""
    held = licensing.is_withheld(rows)
    rows = pd.concat([rows[~held], rows[held].sort_values(["year", "origin", "dest"])], ignore_index=True)
    is_withheld = list(licensing.is_withheld(rows))
    value = ["" if gone else number(float(one)) for one, gone in zip(rows["value"], is_withheld, strict=True)]
    return pd.DataFrame(
        {
            "origin": list(rows["origin"]),
            "origin_name": [countries.name(iso3) for iso3 in rows["origin"]],
            "dest": list(rows["dest"]),
            "dest_name": [countries.name(iso3) for iso3 in rows["dest"]],
            "set": set_id,
            "year": [str(int(year)) for year in rows["year"]],
            "value": value,
            "unit": list(rows["unit"]),
            "status": [WITHHELD if gone else one for one, gone in zip(rows["status"], is_withheld, strict=True)],
            **cited(rows),
            **_whose(rows),
        },
        columns=FLOW_COLUMNS,
    )


def pair_download(rows: pd.DataFrame, first: Side, second: Side, change_kind: str) -> pd.DataFrame:
    """Two sides of a comparison (`comparison.pair`) as text, one row per country, columns as PAIR_COLUMNS.

    Each side is withheld by its own sources, the change by those of both; a row whose first value is withheld stands
    behind those that have one, for its place would tell its size."""
    held = licensing.is_withheld(rows[["first_source_id"]])
    rows = comparison.ordered(rows.assign(first_value=rows["first_value"].mask(held)), first)
    columns = {"iso3": list(rows["iso3"]), "country": [countries.name(iso3) for iso3 in rows["iso3"]]}
    for name, side in (("first", first), ("second", second)):
        own = rows[["iso3"]].assign(
            name=columns["country"],
            year=side.year,
            unit=indicators.get(side.indicator_id).unit,
            **{column: rows[f"{name}_{column}"] for column in ("value", "status", "source_id", *WHOSE)},
        )
        own_columns = download(own, side.indicator_id)
        columns |= {f"{name}_{column}": list(own_columns[column]) for column in (*SIDE_COLUMNS, *WHOSE)}
    is_compared = rows["change_status"] != ""
    gone = licensing.is_withheld(rows) & is_compared
    columns["change"] = ["" if held else cell(one) for one, held in zip(rows["change"], gone, strict=True)]
    unit = comparison.unit(first.indicator_id, change_kind)
    columns["change_unit"] = [unit if compared else "" for compared in is_compared]
    columns["change_status"] = list(rows["change_status"].mask(gone, WITHHELD))
    return pd.DataFrame(columns, columns=PAIR_COLUMNS)


def to_csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV: UTF-8, comma, LF."""
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8")


def write(names: list[str], out: Path) -> dict[str, int]:
    """Write tables (all where none is named), descriptor, README and licences into a folder; rows left out per table.

    The tables sources and countries always come along, so that every id resolves. The folder is empty, or an earlier
    export stands there, which goes. Raises UnknownId and FolderInUse before anything is written."""
    unknown = next((name for name in names if name not in descriptor.names()), None)
    if unknown is not None:
        raise UnknownId("table", unknown, descriptor.names())
    wanted = _with_references(names) if names else descriptor.names()
    destination.clear(out, frozenset({*readme.FILES, *map(parquet.path, descriptor.names())}))
    left_out = {name: _write_table(name, out) for name in wanted}
    whole = descriptor.package().copy()
    whole["resources"] = [
        _described(resource, left_out[resource["name"]])
        for resource in whole["resources"]
        if resource["name"] in wanted
    ]
    whole["extract"] = True
    descriptor.write_descriptor(out, whole)
    descriptor.seal(out)
    for name, text in readme.all_of(wanted, left_out).items():
        (out / name).write_text(text, "utf-8")
    return left_out


def _described(resource: Resource, left_out: int) -> Resource:
    """A table's part of the descriptor, with how many rows are left out; a rule that spans them is then not asked."""
    described = resource.copy()
    if left_out:
        described["rows_left_out"] = left_out
    return described


def _with_references(names: list[str]) -> list[str]:
    """The tables and those their foreign keys lead to, in the order of the descriptor."""
    wanted = {*names, *ALWAYS}
    while True:
        reached = {
            key["reference"]["resource"]
            for name in wanted
            for key in descriptor.resource(name)["schema"]["foreignKeys"]
        }
        if reached <= wanted:
            return [name for name in descriptor.names() if name in wanted]
        wanted |= reached


def _write_table(name: str, out: Path) -> int:
    rows = licensing.open_rows(name)
    (out / descriptor.resource(name)["path"]).write_bytes(to_csv(rows))
    parquet.write(name, rows, out)
    return int(licensing.withheld_rows(name).sum())
