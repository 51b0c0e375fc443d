"""What there is to know of a table beyond its rows, put together from the descriptor and the registries."""

from dataclasses import dataclass

import pandas as pd

from data import indicators
from data.analysis import coverage
from data.checks.rules import registry
from data.checks.rules.rule import Rule
from data.package import descriptor, licensing, sources, tables
from data.package.resource import Field
from data.package.snapshot import kept
from data.subjects.base import Indicator

DRAWN_COLUMNS = ("preferred", "latest")
SOURCE_COLUMNS = ["publisher", "title", "rows", "licence", "redistribution", "published", "url", "source_id"]


@dataclass(frozen=True)
class Size:
    """How large a table is and how far it reaches; `years` is empty where it has none."""

    name: str
    title: str
    rows: int
    columns: int
    years: str
    sources: int


def size(name: str) -> Size:
    """Size and reach of a table. Raises UnknownId."""
    resource = descriptor.resource(name)
    found = list(coverage.counts(name).columns)
    years = "" if not found else str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"
    cited = 0 if name == licensing.SOURCES else len(source_rows(name))
    return Size(name, resource["title"], len(tables.load(name)), len(fields(name)), years, cited)


def fields(name: str) -> list[Field]:
    """The columns of a table as the descriptor has them."""
    return list(descriptor.resource(name)["schema"]["fields"])


def drawn_by(name: str) -> str:
    """The rule by which one of several rows for a cell is drawn; empty where a table has one row for each."""
    return next((field["description"] for field in fields(name) if field["name"] in DRAWN_COLUMNS), "")


def rules(name: str) -> list[Rule]:
    """The named checks that look at a table."""
    return [rule for rule in registry.RULES if rule.concerns(name)]


def made_from(name: str) -> list[Indicator]:
    """The indicators made from a table."""
    return [indicator for indicator in indicators.registry().values() if indicator.table == name]


def caveats(name: str) -> list[str]:
    """Ids of the caveats of all indicators made from a table, each once."""
    return list(dict.fromkeys(caveat for one in made_from(name) for caveat in one.caveats))


@kept()
def source_rows(name: str) -> pd.DataFrame:
    """The sources a table cites with the number of rows that cite each, most cited first; columns SOURCE_COLUMNS.

    A row that cites two sources counts for both. Empty for a table whose rows get their source through another one."""
    text = tables.text(name)
    cited = [set(";".join(cells).split(";")) - {""} for cells in _source_cells(text)]
    counts = pd.Series([one for ids in cited for one in ids], dtype="str").value_counts()
    all_sources = tables.text(licensing.SOURCES)
    found = all_sources[all_sources["source_id"].isin(counts.index)].assign(
        rows=lambda frame: frame["source_id"].map(counts)
    )
    return found.sort_values(["rows", "source_id"], ascending=[False, True])[SOURCE_COLUMNS].reset_index(drop=True)


def _source_cells(text: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(text[licensing.source_columns(text)].itertuples(index=False, name=None))


def restricted(name: str) -> list[sources.Source]:
    """The sources of a table that are drawn but not passed on."""
    frame = source_rows(name)
    ids = frame.loc[frame["redistribution"] == "restricted", "source_id"]
    return list(sources.describe(";".join(ids)))
