"""What is taken away in one file, whatever its form: a frame that has passed the licence gate, and what holds for it.

Every form is made of the same frame of text (`frames.py`), so nothing leaves by one that does not leave by another.
Forms with types take them from `kinds`; forms with room for more have `about` and the sources, too. CSV has no such
room: there the link stands in a column, as it does everywhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data import flows, indicators
from data.analysis.comparison import Side
from data.output import citation, frames, parquet, rows
from data.output.rows import Query
from data.package import descriptor, licensing, names, sources
from data.package.snapshot import kept
from data.subjects.base import Indicator
from data.vocabulary.terms import MEMBERSHIP

LINK = "link"
ALL_YEARS = "all_years"
# What is said of every file, by id of its words (`files.<id>`), in this order.
ABOUT = ("title", "unit", "licence", "link", "version", "released", "citation", "boundaries")
SOURCE_COLUMNS = ["source_id", "publisher", "title", "url", "licence"]
TERMS_OF_SOURCES = "Figures keep the terms of their sources."


@dataclass(frozen=True)
class Extract:
    """A frame of text and what holds for all of it.

    `kinds` are the types (as the descriptor names them) of the columns that are not text; `about` what is said of the
    file, by ABOUT; `cited` the ids of its sources."""

    frame: pd.DataFrame
    kinds: Mapping[str, str]
    about: Mapping[str, str]
    cited: tuple[str, ...]

    def typed(self) -> pd.DataFrame:
        """The frame with numbers as numbers and dates as dates, columns as those of the frame; a gap is missing."""
        typed = {name: parquet.typed(self.frame[name], self.kinds.get(name, "string")) for name in map(str, self.frame)}
        return pd.DataFrame(typed, index=self.frame.index)

    def sources(self) -> pd.DataFrame:
        """The sources cited, one row each, by id, columns SOURCE_COLUMNS."""
        found = sources.describe(";".join(sorted(self.cited)))
        listed = [(one.id, one.publisher, one.title, one.url, one.licence) for one in found]
        return pd.DataFrame(listed, columns=SOURCE_COLUMNS)

    def with_note(self, name: str, text: str) -> "Extract":
        """The same with something more said of it."""
        return replace(self, about={**self.about, name: text})


def of_indicator(frame: pd.DataFrame, indicator_id: str, year: int | None, link: str) -> Extract:
    """An indicator as `frames.download` gives it, of one year or of all."""
    indicator = indicators.get(indicator_id)
    title = indicator.title if year is None else f"{indicator.title}, {year}"
    return Extract(
        frame.assign(**{LINK: link}),
        {"year": "integer", **_number(indicator, "value")},
        about(title, indicator.unit, link),
        _cited(indicators.values(indicator_id, year)["source_id"]),
    )


@kept(16, worded=True)
def all_years(indicator_id: str) -> pd.DataFrame:
    """The figures of an indicator in all its years, by year and country, columns as `frames.download` gives them."""
    values = indicators.values(indicator_id)
    return frames.download(values.assign(name=values["iso3"].map(lambda iso3: names.of("country", iso3))), indicator_id)


def of_flows(frame: pd.DataFrame, source_ids: Iterable[str], set_id: str, year: int, link: str) -> Extract:
    """Flows as `frames.flows_download` gives them; `source_ids` are those of their rows."""
    units = sorted({unit for unit in frame["unit"] if unit})
    return Extract(
        frame.assign(**{LINK: link}),
        {"year": "integer", "value": "number"},
        about(f"{flows.get(set_id).title}, {year}", ", ".join(units), link),
        _cited(source_ids),
    )


def of_pair(frame: pd.DataFrame, source_ids: Iterable[str], first: Side, second: Side, link: str) -> Extract:
    """Two sides of a comparison as `frames.pair_download` gives them; `source_ids` are those of both."""
    kinds = {"change": "number"}
    titles, units = [], []
    for name, side in (("first", first), ("second", second)):
        indicator = indicators.get(side.indicator_id)
        kinds |= {f"{name}_year": "integer", **_number(indicator, f"{name}_value")}
        titles.append(f"{indicator.title}, {side.year}")
        units.append(indicator.unit)
    said = about(" | ".join(titles), ", ".join(dict.fromkeys(units)), link)
    return Extract(frame.assign(**{LINK: link}), kinds, said, _cited(source_ids))


def of_table(name: str, query: Query, link: str) -> Extract:
    """Rows of a table that may leave and that a query asks for, in its order: every cell as written, then what is
    worked out, title, address and licence of the sources of each row, and the link."""
    found = rows.raw(name).loc[rows.find(name, query)].reset_index(drop=True)
    columns = licensing.source_columns(found) if name != licensing.SOURCES else []
    ids = found[columns].agg(";".join, axis=1) if columns else pd.Series("", index=found.index)
    cited = frames.cited(pd.DataFrame({"source_id": ids.map(_once)})) if columns else {}
    return Extract(
        found.assign(**cited, **{LINK: link}),
        {one.name: one.type for one in rows.columns(name) if one.type != "string"},
        about(descriptor.resource(name)["title"], "", link),
        _cited(ids),
    )


def of_rows(frame: pd.DataFrame, kinds: Mapping[str, str], source_ids: Iterable[str], title: str, link: str) -> Extract:
    """A frame of text that has passed the gate, the types of its numbers, and the sources of its rows."""
    return Extract(frame.assign(**{LINK: link}), kinds, about(title, "", link), _cited(source_ids))


def panel_stem(*parts: str) -> str:
    """Name of the file of a panel without its ending: what it is of, and data version."""
    return _stem("_".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts))


def stem(indicator_id: str, year: int | None) -> str:
    """Name of the file of an indicator without its ending: indicator, year or all of them, data version."""
    return _stem(f"{indicator_id}_{ALL_YEARS if year is None else year}")


def flows_stem(set_id: str, year: int) -> str:
    """Name of the file of flows without its ending."""
    return _stem(f"flows_{set_id}_{year}")


def pair_stem(first: Side, second: Side) -> str:
    """Name of the file of a comparison without its ending: indicators, years and data version."""
    return _stem("_".join(["compare", *(f"{side.indicator_id}_{side.year}" for side in (first, second))]))


def table_stem(name: str) -> str:
    """Name of the file of a table without its ending: table and data version."""
    return _stem(name)


def _stem(what: str) -> str:
    return f"c5plus1-atlas_{what}_v{descriptor.version()}"


def _once(ids: str) -> str:
    return ";".join(dict.fromkeys(part for part in ids.split(";") if part))


def _number(indicator: Indicator, column: str) -> dict[str, str]:
    """The type of a column of values: those of a membership are words."""
    return {} if indicator.kind == MEMBERSHIP else {column: "number"}


def _cited(source_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for one in source_ids for part in str(one or "").split(";") if part))


def about(title: str, unit: str, link: str) -> dict[str, str]:
    """What is said of a file, by ABOUT."""
    whole = descriptor.package()
    terms = ", ".join(one["title"] for one in whole["licenses"])
    said = {
        "title": title,
        "unit": names.unit(unit) if unit else "",
        "licence": f"{terms}. {TERMS_OF_SOURCES}",
        "link": link,
        "version": descriptor.version(),
        "released": descriptor.released(),
        "citation": citation.text(citation.of_package()),
    }
    return {name: text for name, text in said.items() if text}
