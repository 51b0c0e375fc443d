"""The first sentence of the Minerals page: what the five have, and what the United States needs of the mineral at hand.

Every number of it is computed from the frames that the figures of the page draw."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.figures import clauses
from components.figures import mineral_words as said
from components.words import counted, word
from data.analysis import lens_table, mineral_lens, uranium_origins, us_sources
from data.analysis.producers import OUTPUT
from data.package import countries, names
from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import number_format

FIRST = 3
HALF = 50


def of_lens(basis: str, country: str | None, mineral: str, form: str | None) -> str:
    """What the five, or the chosen one of them, have most of, and what the United States needs."""
    shares = _shares(basis, country)
    if country in C5:
        name = countries.name(country)
        most = word(f"minerals_answer.one_{basis}", country=name, listed=shares) if shares else ""
        return " ".join(filter(None, (most or word("minerals_answer.nothing", country=name), _needed(basis, country))))
    return " ".join(filter(None, (word(f"minerals_answer.five_{basis}", listed=shares), need(mineral, form))))


def of_sources(mineral: str, form: str | None) -> str:
    """What the United States needs of a mineral, and who sells it."""
    rows = us_sources.of(mineral, form)
    named = rows[rows["partner"].notna()]
    if form is None or named.empty:
        return need(mineral, form)
    first = named.iloc[0]
    gaps = {"country": clauses.country_name(first["partner"]), "pct": said.printed(first["share_pct"])}
    gaps |= {"form": names.of("form", form), "mineral": said.mineral(mineral), "period": first["period"]}
    return f"{need(mineral, form)} {word('minerals_answer.largest', **gaps)}"


def of_uranium(year: int) -> str:
    """What of the uranium of US reactors came from the five in a year, and which years are not on record."""
    rows = uranium_origins.origins()
    own = rows[(rows["year"] == year) & (rows["kind"] == uranium_origins.COUNTRY) & rows["is_of_five"]]
    items = [
        word("minerals_answer.from", pct=said.printed(row["share_pct"]), country=clauses.country_name(row["origin"]))
        for row in own.to_dict("records")
    ]
    empty = rows.loc[rows["share_pct"].isna(), "year"]
    gaps = _counted_years(empty)
    if not items:
        return f"{word('minerals_answer.uranium_none', year=year)} {gaps}".rstrip()
    return f"{word('minerals_answer.uranium', year=year, listed=clauses.listed(items))} {gaps}".rstrip()


def _counted_years(years: pd.Series) -> str:
    if years.empty:
        return ""
    return counted("minerals_answer.no_origins", len(years), first=int(years.min()), last=int(years.max()))


def _shares(basis: str, country: str | None) -> str:
    """The largest shares of minerals on the US list, as a list in words."""
    rows = lens_table.rows(basis, "share", country)
    cells = mineral_lens.cells(basis)
    own = rows.set_index("mineral")["five_share_pct"]
    if country in C5:
        own = cells[cells["iso3"] == country].set_index("mineral")["share_pct"]
    listed = [one for one in rows.loc[rows["is_us_listed"], "mineral"] if pd.notna(own[one])][:FIRST]
    ceilings = set(cells.loc[cells["is_ceiling"], "mineral"])
    keys = ["first", *["next"] * (len(listed) - 1)]
    items = [
        word(f"minerals_answer.{key}", pct=_percent(float(own[one]), one in ceilings), mineral=said.mineral(one))
        for key, one in zip(keys, listed, strict=False)
    ]
    return clauses.listed(items) if items else ""


def _percent(share: float, is_ceiling: bool) -> str:
    """A share; of a total that is printed as a lower bound it is at most that."""
    shown = said.percent(share)
    return word("minerals_answer.at_most", pct=shown) if is_ceiling else shown


def _needed(basis: str, country: str) -> str:
    """Of the listed minerals that a country has, those of which more than half comes to the United States from
    abroad."""
    rows = lens_table.rows(basis, "share", country)
    cells = mineral_lens.cells(basis)
    has = set(cells.loc[(cells["iso3"] == country) & (cells["share_pct"] > 0), "mineral"])
    listed = rows[rows["is_us_listed"] & rows["mineral"].isin(has)]
    if listed.empty:
        return ""
    much = [row for row in listed.to_dict("records") if is_mostly_imported(row)]
    return word(f"minerals_answer.needed_{basis}", count=len(listed), much=len(much), half=HALF)


def is_mostly_imported(row: Any) -> bool:
    """Whether more than half of what the United States uses is known to come from abroad."""
    relation, pct = row["reliance_relation"], row["reliance_pct"]
    return bool((relation == "equal" and pct > HALF) or (relation == "above" and pct >= HALF))


def need(mineral: str, form: str | None) -> str:
    """How far the United States relies on imports of a mineral, and whether one of the five is named as a supplier."""
    row = mineral_lens.needs().set_index("mineral").loc[mineral]
    return f"{_reliance(row, said.mineral(mineral))}{_named(us_sources.of(mineral, form), form, mineral)}."


def _reliance(row: Any, mineral: str) -> str:
    relation = row["reliance_relation"]
    if not isinstance(relation, str):
        return word("minerals_answer.no_reliance", mineral=mineral)
    pct = "" if pd.isna(row["reliance_pct"]) else number_format.plain(float(row["reliance_pct"]))
    return word(f"minerals_answer.{relation}", mineral=mineral, pct=pct, year=row["reliance_year"])


def _named(rows: pd.DataFrame, form: str | None, mineral: str) -> str:
    named = rows[rows["partner"].notna()]
    if form is None or named.empty:
        return ""
    own: Sequence[Any] = named[named["partner"].isin(C5)].to_dict("records")
    gaps = {"form": names.of("form", form), "period": named["period"].iloc[0]}
    if not own:
        return word("minerals_answer.none_named", **gaps)
    items = [f"{clauses.country_name(row['partner'])} {said.percent(row['share_pct'])} %" for row in own]
    return word("minerals_answer.named", listed=clauses.listed(items), **gaps)


@kept(256, worded=True)
def of(panel: str, mineral: str, country: str | None, form: str | None, year: int) -> str:
    """The sentence of a panel."""
    if panel == "uranium":
        return of_uranium(year)
    if panel == "sources":
        return of_sources(mineral, form)
    return of_lens(panel if panel != "output" else OUTPUT, country, mineral, form)
