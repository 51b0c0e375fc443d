"""One number with its status and source in sight, in the words that card, table and panels share."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.figures import number_format, whose
from components.markdown import linked, literal
from components.words import counted, word
from data import indicators
from data.indicators import Indicator
from data.package import notes, sources
from data.subjects import bullion
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


def sources_line(row: pd.Series) -> str:
    """Status and sources of a value as one line of Markdown, of many the first; empty for a missing value."""
    if pd.isna(row["value"]):
        return ""
    cited = sources.describe(row["source_id"])
    shown = cited if len(cited) <= MOST_SOURCES else cited[: MOST_SOURCES - 1]
    names = "; ".join(linked(one.publisher, one.url, hint=one.title) for one in shown)
    more = f" {literal(counted('card.more_sources', len(cited) - len(shown)))}" if len(cited) > len(shown) else ""
    said = whose.said(row["reporter"], row["basis"])
    status = " · ".join(part for part in (terms.status(row["status"]), said) if part)
    return f"{literal(status)} · {names}{more}"


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
    names = "; ".join(
        linked(source.publisher, source.url, hint=source.title) for source in sources.describe(found.source_id)
    )
    return f"{literal(said)} ({names})"


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
    names = "; ".join(linked(source.publisher, source.url, hint=source.title) for source in _few(note.source_id))
    return f"{literal(word('number.remark'))} {literal(note.text)} ({names})"


def _few(source_ids: str) -> tuple[sources.Source, ...]:
    """The first sources of those behind a remark: each publisher once."""
    return tuple({source.publisher: source for source in reversed(sources.describe(source_ids))}.values())[
        :MOST_SOURCES
    ]
