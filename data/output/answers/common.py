"""What all answers to programs share: the version they are of, sources in full, rows of text as typed records."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from data.faults import UnknownId
from data.output import parquet
from data.package import countries, descriptor, sources
from data.package.sources import Source

Told = dict[str, Any]
MOST_ROWS = 500
LONGEST_TEXT = 200


def answer(**told: Any) -> Told:
    """An answer without its gaps, with the version of the data that it is of."""
    version = {"data_version": descriptor.version(), "released": descriptor.released()}
    return {name: one for name, one in told.items() if one is not None and one != []} | version


def source(one: Source) -> Told:
    """A source with its terms."""
    return answer_part(
        id=one.id,
        title=one.title,
        publisher=one.publisher,
        url=one.url,
        licence=one.licence,
        redistribution=one.redistribution,
        published=one.published,
    )


def answer_part(**told: Any) -> Told:
    """A part of an answer without its gaps."""
    return {name: one for name, one in told.items() if one is not None and one not in ("", [])}


def cited(source_ids: Iterable[str]) -> list[Told]:
    """The sources behind rows, each once."""
    ids = dict.fromkeys(part for one in source_ids for part in str(one or "").split(";") if part)
    return [source(one) for one in sources.describe(";".join(ids))]


def country(said: str) -> str:
    """The code of a country that is given by its code or by what people call it. Raises UnknownId."""
    asked = said.strip()[:LONGEST_TEXT]
    if countries.is_country(asked.upper()):
        return asked.upper()
    found = countries.called(asked)
    if found is None:
        known = countries.names()
        raise UnknownId("country", asked, [*known, *known.values()])
    return found


def records(frame: pd.DataFrame, kinds: Mapping[str, str], most: int) -> Told:
    """The first rows of a frame of text with numbers as numbers and without gaps, and how many rows there are."""
    shown = frame.head(limit(most))
    typed = {name: parquet.typed(shown[name], kinds[name]) for name in map(str, shown) if name in kinds}
    rows = shown.assign(**typed).astype("object").to_dict("records")
    made = [{str(name): plain(one) for name, one in row.items() if not is_gap(one)} for row in rows]
    return {"rows": made, "rows_in_all": len(frame)}


def limit(most: int) -> int:
    """How many rows are given where so many are asked for."""
    return max(1, min(most, MOST_ROWS))


def is_gap(cell: Any) -> bool:
    """Whether a cell has nothing in it."""
    return cell is None or cell is pd.NA or (not isinstance(cell, str) and bool(pd.isna(cell))) or cell == ""


def plain(cell: Any) -> Any:
    """A cell as JSON has it."""
    return cell if isinstance(cell, str | bool | int | float) else cell.item() if hasattr(cell, "item") else str(cell)


def link(site: str, page: str = "", **parts: Any) -> str:
    """The address of a page of the atlas; from its root on where its site is not told."""
    home = (site or str(descriptor.package().get("homepage", ""))).rstrip("/")
    given = {name: str(one) for name, one in parts.items() if one is not None}
    return f"{home}/{page}?{urlencode(given | {'v': descriptor.version()})}"
