"""The figures of all indicators as they may leave: what the map draws of each, and every figure in full beside it.

What may not be passed on is taken out before anything is made of it, the breaks of the classes too: a country whose
figure is left out is drawn as one without, and says why."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, TypedDict

import pandas as pd

from components.figures import choropleth
from components.map.payload import Cells, Payload
from data import indicator_lists, indicators
from data.indicators import Indicator
from data.output import cells, citation, frames
from data.package import countries, licensing, names, notes, sources
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT
from data.vocabulary import terms

# As `frames.COLUMNS` has them: whose figure it is, and where it comes from.
ORIGIN = ("status", "source_id", "reporter", "basis")


class About(TypedDict):
    """What is told of an indicator beside its figures: the year to open on, the unit of the stored values, the table
    behind it, what to know of it, and remarks `(country or empty, first year, last year, text)`."""

    label: str
    year: int
    unit: str
    table: str
    caveats: list[str]
    notes: list[tuple[str, int, int, str]]


class Full(TypedDict):
    """Every figure as it is stored, by country: runs `[year index, place of its origin]`, texts year by year."""

    origins: list[list[str]]
    cells: dict[str, dict[str, Cells]]


@kept()
def open_values(indicator_id: str) -> pd.DataFrame:
    """The Values of an indicator, columns as `indicators.COLUMNS`; those that may not be passed on are missing, for
    their licence."""
    values = indicators.values(indicator_id)
    held = licensing.is_withheld(values)
    return values.assign(value=values["value"].mask(held), status=values["status"].mask(held, LEFT_OUT))


def payload(indicator_id: str) -> Payload:
    """What the map draws of an indicator. A year of which figures are left out is not a full one."""
    values = open_values(indicator_id)
    gone = {int(year) for year in values.loc[values["status"] == LEFT_OUT, "year"].unique()}
    thin = [year for year in indicators.thin_years(indicator_id) if year not in gone]
    closed = gone if indicators.fullnesses(indicator_id) else set()
    return choropleth.build(values, indicators.get(indicator_id), thin=[*thin, *closed])


def about(indicator: Indicator, label: str) -> About:
    """What is told of an indicator under its label in the list."""
    told = [terms.caveat(caveat) for caveat in indicator.caveats]
    return {
        "label": label,
        "year": indicators.default_year(indicator.id),
        "unit": indicator.unit,
        "table": indicator.table,
        "caveats": [*told, *([indicator.remark] if indicator.remark else [])],
        "notes": [
            (one.iso3, one.year_from, one.year_to, one.text)
            for one in notes.of(indicator.id)
            if sources.is_downloadable(one.source_id)
        ],
    }


def families() -> list[dict[str, Any]]:
    """The lists to choose from: the name of each family, and what is told of its indicators by id."""
    found = []
    for family in indicator_lists.families():
        labels = indicator_lists.labels(family)
        members = {one: about(indicators.get(one), label) for one, label in labels.items()}
        found.append({"title": terms.family(family), "indicators": members})
    return found


def full(ids: Iterable[str]) -> Full:
    """Every figure of the indicators as a download has it (`extract.all_years`), with the origins that they share."""
    origins: dict[tuple[str, ...], int] = {}
    found = {one: _cells(one, origins) for one in ids}
    return {"origins": [list(origin) for origin in origins], "cells": found}


def _cells(indicator_id: str, origins: dict[tuple[str, ...], int]) -> dict[str, Cells]:
    years = {year: place for place, year in enumerate(indicators.years(indicator_id))}
    values = open_values(indicator_id)
    # As lists, which are walked through many times faster than columns.
    rows = zip(*(values[column].tolist() for column in ("iso3", "year", "value", *ORIGIN)), strict=True)
    found = {}
    for iso3, of_country in groupby(sorted(rows, key=itemgetter(0, 1)), key=itemgetter(0)):
        texts, codes = [""] * len(years), dict[int, int]()
        for _, year, value, *origin in of_country:
            texts[years[int(year)]] = frames.cell(value)
            told = tuple(one if isinstance(one, str) else "" for one in origin)
            codes[years[int(year)]] = origins.setdefault(told, len(origins))
        found[iso3] = Cells(runs=_runs(codes, len(years)), texts="|".join(texts))
    return found


def _runs(codes: dict[int, int], years: int) -> list[list[int]]:
    """Runs of years with one origin, each good until the next one starts; a year without a row ends a run."""
    runs: list[list[int]] = []
    before: int | None = None
    for place in range(years):
        code = codes.get(place)
        if code != before:
            runs.append([place] if code is None else [place, code])
        before = code
    return runs


def cited(origins: Iterable[list[str]]) -> dict[str, list[str]]:
    """Publisher and title, address, licence and citation of every source that the origins name, by its id."""
    ids = sorted({one for origin in origins for one in origin[1].split(";") if one})
    return {
        one.id: [f"{one.publisher}: {one.title}", one.url, one.licence, citation.text(citation.of_source(one.id))]
        for one in sources.describe(";".join(ids))
    }


def bases(origins: Iterable[list[str]]) -> dict[str, str]:
    """What the bases of figures mean, by their codes."""
    codes = pd.Series(sorted({one for origin in origins for one in origin[3].split(";") if one}), dtype="str")
    return dict(zip(codes, cells.in_words(codes, "code"), strict=True))


def named(figures: Mapping[str, Mapping[str, Cells]]) -> dict[str, str]:
    """Names of all countries and aggregates that have a figure, or could have one, by code."""
    codes = sorted({iso3 for of_indicator in figures.values() for iso3 in of_indicator} | set(countries.names()))
    return {iso3: names.of("country", iso3) for iso3 in codes}
