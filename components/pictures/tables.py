"""The pictures of the Data page: how far a table reaches, or how far all of them do."""

import pandas as pd

from components import cache
from components.figures import coverage as figure
from components.pictures import said
from components.pictures.picture import Picture, sized
from components.reader.choice import Choice
from components.words import counted, word
from data.analysis import catalogue, coverage, table_groups
from data.analysis.catalogue import Size
from data.output.drawing import heat, spans
from data.output.drawing.spans import Span
from data.package import countries, descriptor, licensing

# What is known of years before stands at the left end of the axis.
SINCE = 1990
BETWEEN = " · "
MOST_ROWS = 50


def draw(choice: Choice) -> Picture:
    """A table's rows by country and year; where no table is chosen, the years of all."""
    return _table(choice.table) if choice.table else _all()


def _all() -> Picture:
    sizes = {one.name: one for one in cache.table_index()}
    ordered = [sizes[name] for names in table_groups.of_tables().values() for name in names]
    drawn = [_span(one) for one in ordered]
    gaps = {"records": sum(one.rows for one in ordered), "version": descriptor.version()}
    headline = counted("picture.tables", len(ordered), **gaps, released=descriptor.released())
    return sized(
        headline=headline,
        title=word("picture.reach"),
        source=word("picture.of_package", version=descriptor.version()),
        description=headline,
        svg=spans.draw(drawn, headline, SINCE),
        rows=pd.DataFrame(
            {
                word("data.table"): [one.title for one in ordered],
                word("coverage.rows"): [str(one.rows) for one in ordered],
                word("picture.years"): [one.years for one in ordered],
            }
        ),
    )


def _span(one: Size) -> Span:
    years = [int(year) for year in one.years.split("–") if year]
    first, last = (years[0], years[-1]) if years else (None, None)
    return Span(one.title, first, last, counted("data.rows", one.rows))


def _table(name: str) -> Picture:
    size, counts = catalogue.size(name), coverage.counts(name)
    parts = [size.title, counted("data.rows", size.rows), counted("data.columns", size.columns)]
    parts += [size.years] if size.years else []
    parts += [counted("data.sources_count", size.sources)] if size.sources else []
    if counts.empty:
        alt = word("coverage.none")
        svg = spans.draw([_span(size)], alt, SINCE)
    else:
        alt = figure.describe(counts, size.title)
        shown = figure.ordered(counts)[: figure.MOST]
        rows = [heat.Row(countries.name(iso3), list(counts.loc[[iso3]].to_numpy(dtype=float)[0])) for iso3 in shown]
        svg = heat.draw(rows, int(counts.columns[0]), int(counts.columns[-1]), alt)
    titles = {field["name"]: field["title"] for field in catalogue.fields(name)}
    return sized(
        headline=f"{BETWEEN.join(parts)}.",
        title=word("coverage.title", years=size.years) if size.years else size.title,
        source=said.publishers(catalogue.source_rows(name)["source_id"]) if name != licensing.SOURCES else "",
        description=alt,
        svg=svg,
        rows=licensing.open_rows(name).head(MOST_ROWS).rename(columns=titles),
    )
