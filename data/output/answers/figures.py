"""Answers on figures: one value with all that is on record for it, a series, and what flows between countries."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from data import flows as all_flows
from data import indicators
from data.faults import UnknownId
from data.indicators import Indicator
from data.output import citation, figure, frames
from data.output.answers import common
from data.output.answers.common import Told
from data.output.figure import Figure
from data.package import contradictions, countries, notes, sources
from data.subjects import wording
from data.vocabulary import terms

ROW_KINDS = {"year": "integer", "value": "number"}


def value(site: str, indicator: str, country: str, year: int | None = None) -> Told:
    """One figure. Raises UnknownId."""
    one = _figure(indicator, common.country(country), year)
    address = common.link(site, indicator=one.indicator.id, year=one.year, country=one.iso3)
    return common.answer(
        **_of_indicator(one.indicator),
        country=one.iso3,
        country_name=countries.name(one.iso3),
        year=one.year,
        value=one.value,
        reading=one.reading,
        status=one.status,
        withheld=_why_withheld(one),
        reporter=one.reporter or None,
        basis=one.basis or None,
        sources=_sources(one),
        caveats=_caveats(one.indicator),
        remarks=_remarks(one),
        sources_differ=_differ(one.indicator),
        link=address,
        citation=citation.text(one.cited(address if address.startswith("http") else "")),
    )


def series(
    site: str, indicator: str, country: str, first_year: int | None = None, last_year: int | None = None
) -> Told:
    """The figures of a country in all years, or in some. Raises UnknownId."""
    one, iso3 = indicators.get(indicator[: common.LONGEST_TEXT]), common.country(country)
    rows = indicators.values(one.id)
    rows = rows[rows["iso3"] == iso3]
    if rows.empty:
        raise UnknownId("figure", iso3, sorted(indicators.values(one.id)["iso3"].unique()))
    is_asked = (rows["year"] >= (first_year or rows["year"].min())) & (
        rows["year"] <= (last_year or rows["year"].max())
    )
    found = [figure.of_row(one, row) for _, row in rows[is_asked].iterrows()]
    return common.answer(
        **_of_indicator(one),
        country=iso3,
        country_name=countries.name(iso3),
        figures=[_in_series(each) for each in found],
        sources=common.cited(each.source_id for each in found),
        caveats=_caveats(one),
        link=common.link(site, indicator=one.id, country=iso3),
    )


def flows(
    site: str, flow_set: str, year: int | None = None, country: str | None = None, most: int = common.MOST_ROWS
) -> Told:
    """The flows of a set in a year, of all pairs or of those with a country. Raises UnknownId."""
    one = all_flows.get(flow_set[: common.LONGEST_TEXT])
    years = all_flows.years(one.id)
    shown = years[-1] if year is None else year
    if shown not in years:
        raise ValueError(f"no flows of {one.id} for {str(shown)[:5]}; there are for {years[0]} to {years[-1]}")
    rows = all_flows.values(one.id, shown)
    if country is not None:
        iso3 = common.country(country)
        rows = rows[(rows["origin"] == iso3) | (rows["dest"] == iso3)]
    return common.answer(
        set=one.id,
        title=one.title,
        year=shown,
        first_year=years[0],
        last_year=years[-1],
        **common.records(frames.flows_download(rows, one.id), ROW_KINDS, most),
        caveats=[terms.caveat(each) for each in one.caveats],
        link=common.link(site, "trade", set=one.id, year=shown),
    )


def known(indicator: str) -> str:
    """The id of an indicator as it stands now. Raises UnknownId."""
    return indicators.get(indicator[: common.LONGEST_TEXT]).id


def _figure(indicator: str, iso3: str, year: int | None) -> Figure:
    one = indicators.get(indicator[: common.LONGEST_TEXT])
    if year is not None:
        return figure.get(one.id, iso3, year)
    found = figure.get(one.id, iso3, indicators.default_year(one.id))
    other = indicators.elsewhere(one.id, iso3, found.year) if found.value is None and not found.is_withheld else None
    return found if other is None else figure.of_row(one, other)


def _of_indicator(one: Indicator) -> Told:
    return {
        "indicator": one.id,
        "title": one.title,
        "unit": one.unit,
        "kind": one.kind,
        "worked_out": one.how or None,
    }


def _in_series(one: Figure) -> Told:
    return common.answer_part(year=one.year, value=one.value, status=one.status, source_ids=one.source_id)


def _why_withheld(one: Figure) -> str | None:
    """Why a figure is not given: the terms of its sources; None where it is."""
    if not one.is_withheld:
        return None
    held = [each for each in sources.describe(one.source_id) if not sources.is_downloadable(each.id)]
    terms_of = "; ".join(f"{each.publisher}: {each.licence}" for each in held)
    return f"{terms.status(one.status, one.indicator.kind)} ({terms_of})" if held else terms.status(one.status)


def _sources(one: Figure) -> list[Told]:
    """The sources of a figure, each with the places in it, and what stands there as far as it may be passed on."""
    found = common.cited([one.source_id])
    rows = figure.records(one)
    for told in found:
        own = [row for row in rows if told["id"] in (row["source_id"] or "").split(";")]
        places = [_record(row) for row in own]
        if places:
            told["records"] = places
    return found


def _record(row: dict[str, Any]) -> Told:
    has_value = row["value"] is not None
    return common.answer_part(
        value=row["value"],
        unit=row["unit"] if has_value else None,
        status=row["status"],
        basis=wording.shown(row["basis"]) if row["basis"] else None,
        locator=row["locator"],
    )


def _caveats(one: Indicator) -> list[str]:
    return [terms.caveat(each) for each in one.caveats]


def _open(source_ids: Iterable[str]) -> bool:
    return all(map(sources.is_downloadable, source_ids))


def _remarks(one: Figure) -> list[str]:
    """What is remarked on the figure, where the remark may be passed on; it may tell the size of one that may not."""
    if one.is_withheld:
        return []
    return [each.text for each in notes.on(one.indicator.id, one.iso3, one.year) if _open([each.source_id])]


def _differ(one: Indicator) -> list[str]:
    found = [each for each in contradictions.of(one.id) if _open([each.source_id])]
    return [f"{each.title}. {each.text}" for each in found]


def listed(family: str | None, text: str | None, most: int) -> Told:
    """Indicators, of a family or whose title or id has a text in it. Raises UnknownId for a family."""
    every = list(indicators.registry().values())
    families = sorted({one.family for one in every})
    if family is not None and family not in families:
        raise UnknownId("family", family[: common.LONGEST_TEXT], families)
    asked = (text or "")[: common.LONGEST_TEXT].casefold()
    found = [
        one for one in every if (family is None or one.family == family) and asked in f"{one.id} {one.title}".casefold()
    ]
    rows = [_line(one) for one in found[: common.limit(most)]]
    return common.answer(indicators=rows, rows_in_all=len(found), families=families)


def _line(one: Indicator) -> Told:
    years: pd.Series = indicators.values(one.id)["year"]
    return {
        "indicator": one.id,
        "title": one.title,
        "unit": one.unit,
        "kind": one.kind,
        "family": one.family,
        "first_year": int(years.min()),
        "last_year": int(years.max()),
    }
