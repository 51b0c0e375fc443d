"""One figure as it may leave: the drawn row, the records it is made of, and its name in words.

What rests on a restricted source has no value here, nor have the records behind it: their texts may tell its size."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import indicators
from data.faults import UnknownId
from data.indicators import Indicator
from data.output import citation
from data.output.citation import Cited
from data.package import countries, names, sources
from data.package.statuses import LEFT_OUT
from data.subjects import number_format
from data.subjects.base import RECORD_COLUMNS
from data.subjects.wording import Text
from data.vocabulary import terms

MOST_NEAR = 3
# Of a record, what may tell the size of its figure.
TELLING = ("value", "basis")


@dataclass(frozen=True)
class Figure:
    """A cell of an indicator. `value` is a number in `indicator.unit`, a word for a standing, or None; `status` says
    what it is worth, or why there is none."""

    indicator: Indicator
    iso3: str
    year: int
    value: Any
    status: str
    source_id: str
    reporter: str
    basis: str

    @property
    def is_withheld(self) -> bool:
        """Whether there is a value that may not be passed on."""
        return self.status == LEFT_OUT

    @property
    def name(self) -> str:
        """What it is a figure of, without the value, in the language spoken."""
        return f"{self.indicator.title}: {countries.name(self.iso3)}, {self.year}"

    @property
    def reading(self) -> str:
        """The value in full with its unit, or why there is none, in the language spoken."""
        if self.value is None:
            return terms.status(self.status, self.indicator.kind)
        if isinstance(self.value, str):
            return terms.standing(self.value)
        return f"{number_format.exact(self.value)} {names.unit(self.indicator.unit)}"

    def cited(self, address: str) -> Cited:
        """The figure to be cited, with the address that shows it."""
        key = (self.indicator.id, self.iso3, str(self.year))
        return citation.of_figure(key, f"{self.name}: {self.reading}", self.source_id, address)


def get(indicator_id: str, iso3: str, year: int) -> Figure:
    """The figure of a country and year. Raises UnknownId for an indicator or a country, ValueError for a year without
    figures."""
    indicator = indicators.get(indicator_id)
    rows = indicators.values(indicator.id, year)
    if rows.empty:
        raise _no_year(indicator, year)
    row = rows[rows["iso3"] == iso3]
    if row.empty:
        countries.name(iso3)
        raise UnknownId("figure", iso3, sorted(rows["iso3"]))
    return of_row(indicator, row.iloc[0])


def _no_year(indicator: Indicator, year: int) -> ValueError:
    near = sorted(sorted(indicators.years(indicator.id), key=lambda one: abs(one - year))[:MOST_NEAR])
    return ValueError(
        f"no figures of {indicator.id} for {str(year)[:5]}; near it there are {', '.join(map(str, near))}"
    )


def of_row(indicator: Indicator, row: pd.Series) -> Figure:
    """The figure of a row of Values, through the licence gate."""
    source_id = _text(row["source_id"])
    value = None if pd.isna(row["value"]) else row["value"]
    is_held = value is not None and not sources.is_downloadable(source_id)
    return Figure(
        indicator,
        str(row["iso3"]),
        int(row["year"]),
        None if is_held else value if isinstance(value, str | None) else float(value),
        LEFT_OUT if is_held else str(row["status"]),
        source_id,
        _text(row["reporter"]),
        _text(row["basis"]),
    )


def records(figure: Figure) -> list[dict[str, Any]]:
    """The records that a figure is made of, by the columns of `indicators.alternatives`, gaps as None; those that may
    not be passed on without value and basis."""
    found = indicators.alternatives(figure.indicator.id, figure.iso3, figure.year)
    made = []
    for row in found.itertuples(index=False, name=None):
        record = {name: _gap(cell) for name, cell in zip(RECORD_COLUMNS, row, strict=True)}
        if record["preferred"]:
            is_held = figure.is_withheld or not sources.is_downloadable(str(record["source_id"] or ""))
            made.append(record | dict.fromkeys(TELLING if is_held else ()))
    return made


def _gap(cell: Any) -> Any:
    """A cell, None where it has nothing in it; a number as Python has it."""
    if cell is None or (not isinstance(cell, str | Text) and pd.isna(cell)):
        return None
    return cell.item() if hasattr(cell, "item") else cell


def _text(cell: Any) -> str:
    return "" if cell is None or pd.isna(cell) else str(cell)
