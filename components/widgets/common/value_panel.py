"""One number with its status and source in sight, in the words that card, table and panels share."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.figures import whose
from components.markdown import linked, literal
from components.words import counted, word
from data import indicators
from data.analysis import product_order
from data.indicators import Indicator
from data.package import names, notes, sources
from data.subjects import bullion, number_format, product_trade
from data.vocabulary import terms

MOST_SOURCES = 3
GAP = "not_reported"


def cell(indicator_id: str, iso3: str, year: int) -> pd.Series | None:
    """The row of Values for a country and year; None where the indicator does not cover the country."""
    values = indicators.values(indicator_id, year)
    rows = values[values["iso3"] == iso3]
    return None if rows.empty else rows.iloc[0]


def reading(row: pd.Series, indicator: Indicator) -> str:
    """The value with its unit as Markdown; the reason where there is none, and what is on record for another year."""
    if pd.isna(row["value"]):
        reason = literal(terms.absences(indicator.kind)[row["status"]])
        other = _elsewhere(row, indicator.id)
        if other is None:
            return reason
        return word("elsewhere.value", reason=reason, year=other["year"], value=reading(other, indicator))
    if indicator.kind == "membership":
        return f"**{literal(terms.standing(row['value']))}**"
    shown = number_format.show(row["value"], indicator)
    return f"**{literal(shown)}** {literal(terms.unit_after(indicator.display_unit, shown))}"


def status_line(row: Mapping[Any, Any] | pd.Series, indicator: Indicator) -> str:
    """The status of a row in a table, in words; of a gap, for which other year there is something on record."""
    said = terms.status(row["status"], indicator.kind)
    other = _elsewhere(row, indicator.id)
    return said if other is None else word("elsewhere.year", reason=said, year=other["year"])


def _elsewhere(row: Mapping[Any, Any] | pd.Series, indicator_id: str) -> pd.Series | None:
    """What is on record in another year for a row that has no figure; None where the row is not that of a gap."""
    if row["status"] != GAP:
        return None
    return indicators.elsewhere(indicator_id, str(row["iso3"]), int(row["year"]))


def _first_of_each(source_ids: str) -> list[sources.Source]:
    """Of sources the first of every publisher, in the order of the sources."""
    first = {one.publisher: one for one in reversed(sources.describe(source_ids or ""))}
    return [*reversed(first.values())]


def publishers(source_ids: str) -> list[str]:
    """The publishers of sources as links, each once, in the order of the sources."""
    return [linked(one.publisher, one.url, hint=one.title) for one in _first_of_each(source_ids)]


def few_publishers(source_ids: str) -> str:
    """The publishers of sources in one line of Markdown; of many the first, and how many more there are."""
    return _few(publishers(source_ids))


def few_names(source_ids: str) -> str:
    """The same as it is read, without links."""
    return _few([one.publisher for one in _first_of_each(source_ids)])


def _few(found: list[str]) -> str:
    shown = found if len(found) <= MOST_SOURCES else found[: MOST_SOURCES - 1]
    more = f" {literal(counted('card.more_sources', len(found) - len(shown)))}" if len(found) > len(shown) else ""
    return "; ".join(shown) + more


def sources_line(row: pd.Series) -> str:
    """Status and sources of a value as one line of Markdown, of many the first; empty for a missing value."""
    if pd.isna(row["value"]):
        return ""
    cited = few_publishers(row["source_id"])
    said = whose.said(row["reporter"], row["basis"])
    status = " · ".join(part for part in (terms.status(row["status"]), said) if part)
    return f"{literal(status)} · {cited}"


def metals_line(indicator_id: str, row: pd.Series) -> str:
    """How much of a year's imports is precious metals, where that is much: a jump by bars is no jump of trade."""
    found = bullion.part(indicator_id, str(row["iso3"]), int(row["year"]))
    if found is None:
        return ""
    said = word(
        "card.metals",
        value=number_format.plain(found.value_usd / 1e6, 1),
        share=number_format.plain(found.share_pct, 1),
    )
    if found.before_usd is not None:
        said += word("card.metals_before", year=found.year - 1, value=number_format.plain(found.before_usd / 1e6, 1))
    return f"{literal(said)} ({'; '.join(publishers(found.source_id))})"


def products_line(indicator_id: str, iso3: str, year: int) -> str:
    """What most of a year's imports were, by chapter; empty for other indicators and years without products."""
    found = product_order.largest(iso3, year) if indicator_id == product_trade.US_IMPORTS else []
    if not found:
        return ""
    told = [product_order.with_pct(names.of("product", one["hs_code"]), one["share_pct"]) for one in found]
    sources = ";".join(dict.fromkeys(str(one["source_id"]) for one in found))
    return f":small[{literal(word('number.products', products='; '.join(told)))} ({'; '.join(publishers(sources))})]"


def remarks(indicator_id: str, iso3: str, year: int, *, is_brief: bool = False) -> list[str]:
    """What to know of one figure before taking it at its word, as lines of Markdown; none for most.

    A jump that the line on precious metals explains is not told twice. Brief are those on this country alone."""
    is_told = bullion.part(indicator_id, iso3, year) is not None
    found = [one for one in notes.on(indicator_id, iso3, year) if not (is_told and one.kind == "jump")]
    return [f":small[{remark(one)}]" for one in found if one.iso3 or not is_brief]


def breaks_line(indicator_id: str, iso3: str) -> str:
    """Where the country's series changes reporter or basis, so that its years are not one series; empty for most."""
    values = indicators.values(indicator_id)
    broken = whose.broken(values[values["iso3"] == iso3])
    return f":small[{literal(word('number.remark'))} {literal(word('number.breaks', breaks=broken))}]" if broken else ""


def remark(note: notes.Note) -> str:
    """One remark with its sources as Markdown."""
    cited = "; ".join(publishers(note.source_id)[:MOST_SOURCES])
    return f"{literal(word('number.remark'))} {literal(note.text)} ({cited})"
