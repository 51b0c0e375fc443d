"""What the map needs to draw an indicator for all its years, as small as it can be said.

Frame in, plain dictionary out (`components/map/payload.py`): the browser turns it into a Plotly figure."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from components.figures import classes, whose
from components.map.payload import Cells, Payload
from components.words import counted
from data.indicators import Indicator
from data.package import sources
from data.subjects import number_format
from data.vocabulary import terms


def source_name(source_ids: str) -> str:
    """Publisher and title of the first source behind a value, and how many more there are, in one line.

    A hover label has room for one; the number's own panel and the table name them all."""
    first, *others = sources.describe(source_ids)
    more = f" {counted('card.more_sources', len(others))}" if others else ""
    return f"{first.publisher}: {first.title}{more}"


def build(
    values: pd.DataFrame, indicator: Indicator, method: str = "auto", thin: Iterable[int] = (), title: str = ""
) -> Payload:
    """The map's payload from the Values of all years of an indicator; `method` is the rule for the classes.

    `thin` are years that are not full (`data/subjects/fullness.py`): the slider marks them as open. `title` is told
    in place of the indicator's own."""
    found = classes.build(values, indicator, method)
    years = sorted(int(one) for one in values["year"].unique())
    absences = terms.absences(indicator.kind)
    missing = [status for status in absences if (values["status"] == status).any()]
    known = values[values["value"].notna()]
    cells = list(zip(*(known[column].tolist() for column in ("iso3", "status", "reporter", "basis")), strict=True))
    said = dict(zip(cells, whose.labels(cells), strict=True))
    statuses = sorted(set(said.values()))
    named = {one: source_name(one) for one in sorted(values.loc[values["value"].notna(), "source_id"].unique())}
    names = sorted(set(named.values()))
    is_categorical = indicator.kind == "membership"
    places = {one: names.index(name) for one, name in named.items()}
    at = {key: statuses.index(label) for key, label in said.items()}
    coder = _Coder(indicator, found, years, missing, at, places, has_text=not is_categorical)
    few = [place for place, year in enumerate(years) if year in set(thin)]
    return {
        "open": few,
        "indicator": indicator.id,
        "title": title or indicator.title,
        "unit": "" if is_categorical else indicator.unit_name,
        "categorical": is_categorical,
        "ranked": found.is_rank,
        "series": list(indicator.series),
        "years": years,
        "scale": {"palette": found.palette, "kinds": list(found.kinds), "ends": list(found.ends)},
        "classes": [{"label": label} for label in found.labels],
        "missing": [{"status": status, "label": absences[status]} for status in missing],
        "statuses": statuses,
        "sources": names,
        "cells": {iso3: coder.cells(rows) for iso3, rows in sorted(_by_country(values).items())},
    }


def _by_country(values: pd.DataFrame) -> dict[str, list[Any]]:
    """The rows of each country, in their order: split in one pass, for a frame per country takes ten times as long."""
    found: dict[str, list[Any]] = {}
    row: Any
    for row in values.itertuples(index=False):
        found.setdefault(row.iso3, []).append(row)
    return found


class _Coder:
    """Writes the rows of one country as runs; holds the places of classes, absences, statuses and sources.

    A status is told with whose figure it is, so its place hangs on reporter and basis, too."""

    def __init__(
        self,
        indicator: Indicator,
        found: classes.Classes,
        years: list[int],
        missing: list[str],
        statuses: dict[tuple[str, str, str, str], int],
        places: dict[str, int],
        *,
        has_text: bool,
    ) -> None:
        self.indicator = indicator
        self.found = found
        self.years = {year: place for place, year in enumerate(years)}
        self.missing = {status: -(place + 1) for place, status in enumerate(missing)}
        self.statuses = statuses
        self.sources = places
        self.has_text = has_text

    def cells(self, rows: list[Any]) -> Cells:
        """Runs and texts of one country; a year in which it has no row ends a run with a bare `[year index]`."""
        codes: dict[int, list[int]] = {}
        texts = [""] * len(self.years)
        for row in rows:
            place = self.years[int(row.year)]
            codes[place] = self._code(row)
            texts[place] = number_format.show(row.value, self.indicator)
        runs: list[list[int]] = []
        before: list[int] | None = None
        for place in range(len(self.years)):
            code = codes.get(place)
            if code != before:
                runs.append([place, *(code or [])])
            before = code
        return {"runs": runs, "texts": "|".join(texts)} if self.has_text else {"runs": runs}

    def _code(self, row: Any) -> list[int]:
        if pd.isna(row.value):
            return [self.missing[row.status]]
        shown = row.value if isinstance(row.value, str) else row.value / self.indicator.display_factor
        return [
            self.found.code(shown),
            self.statuses[row.iso3, row.status, row.reporter, row.basis],
            self.sources[row.source_id],
        ]
