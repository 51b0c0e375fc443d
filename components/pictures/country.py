"""The pictures of the page of a country: its measures at a glance, or the first figure of the lens."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.figures import country_answer, facts_table
from components.pictures import claims, forums, said
from components.pictures.picture import Picture, sized
from components.reader import wanted
from components.reader.choice import Choice
from components.words import word
from data.analysis import country_facts
from data.analysis.headline import USA
from data.output import country_frames
from data.output.brief import investors, minerals, trade, us_minerals, us_money, us_trade
from data.output.brief.blocks import Figure
from data.output.drawing import matrix, measures
from data.output.drawing.matrix import Cell, Column, Row
from data.output.drawing.measures import Measure
from data.package import countries, licensing, names
from data.package.countries import C5
from data.package.dates import FIRST_YEAR
from data.package.statuses import joined_ids
from data.vocabulary import terms

# Under a lens, the section of the brief whose first figure is that of the lens.
SECTIONS = {"trade": (trade, us_trade), "money": (investors, us_money), "minerals": (minerals, us_minerals)}
COLUMN_PX, NAMES_PX = 70, 140


def draw(choice: Choice) -> Picture:
    """What the lens asks for, as far as there is a figure of it; else the measures."""
    iso3 = wanted.country(choice)
    behind = country_answer.behind(iso3, choice.lens)
    title = f"{countries.name(iso3)}: {word('country.facts_us' if iso3 == USA else 'country.facts')}"
    ids = joined_ids(one.source_id for one in behind)
    headline = said.told(country_answer.of(iso3, choice.lens), ids, title)
    of_lens = _of_lens(replace(choice, country=iso3), iso3)
    if of_lens:
        return replace(of_lens, headline=headline)
    facts = country_facts.facts(iso3)
    svg = _by_partner(facts, title) if iso3 == USA else _measures(iso3, facts, title)
    return sized(
        headline=headline,
        title=title,
        source=said.publishers(facts["source_id"]),
        description=f"{title}. {headline}",
        svg=svg,
        rows=_table(iso3),
        note=f"{word('country.facts_note') if iso3 != USA else ''} {word('country.signs')}".strip(),
    )


def _of_lens(choice: Choice, iso3: str) -> Picture | None:
    """The figure of a lens: that of the page of forums or claims with the country, or the first of the brief's."""
    if choice.lens == "forums":
        return forums.draw(choice)
    if choice.lens == "claims":
        return claims.draw(replace(choice, country=None if iso3 == USA else iso3, claim=None))
    if choice.lens not in SECTIONS:
        return None
    section: Any = SECTIONS[choice.lens][iso3 == USA]
    drawn = next((one for one in section.blocks(iso3) if isinstance(one, Figure)), None)
    if drawn is None:
        return None
    return sized(
        headline="",
        title=drawn.title,
        source=said.publishers([drawn.source_id]),
        description=f"{countries.name(iso3)}: {drawn.title}. {drawn.note}",
        svg=drawn.svg,
        rows=_table(iso3),
        note=drawn.note,
    )


def _measures(iso3: str, facts: pd.DataFrame, label: str) -> str:
    series, held = country_facts.series(iso3), licensing.is_withheld(facts)
    drawn = [
        Measure(_called(cell), _points(cell, series), "" if is_held else facts_table.figure_text(cell), _place(cell))
        for cell, is_held in zip(facts.to_dict("records"), held, strict=True)
    ]
    return measures.draw(drawn, FIRST_YEAR, int(series["year"].max()), label)


def _called(cell: dict[Any, Any]) -> str:
    return country_frames.measure_name(str(cell["measure"]), str(cell["mineral"]))


def _points(cell: dict[Any, Any], series: pd.DataFrame) -> list[tuple[int, float | None]]:
    own = series[series["measure"] == cell["measure"]]
    return [
        (int(year), None if pd.isna(value) else float(value))
        for year, value in zip(own["year"], own["value"], strict=True)
        if int(year) >= FIRST_YEAR
    ]


def _place(cell: dict[Any, Any]) -> str:
    if cell["unranked"]:
        return ""
    gaps = {"place": int(cell["rank_of_five"]), "ranked": int(cell["ranked"])}
    return word("country.of_tied" if cell["is_tied"] else "country.of", **gaps)


def _by_partner(facts: pd.DataFrame, label: str) -> str:
    """Of the United States: a row for each measure, a column for each of the five."""
    held = licensing.is_withheld(facts)
    rows = []
    for _, own in facts[~held].groupby("measure", sort=False):
        cells = {cell["iso3"]: cell for cell in own.to_dict("records")}
        name = _called({**next(iter(cells.values())), "mineral": ""})
        rows.append(Row(name, [_told(cells.get(iso3)) for iso3 in C5]))
    return matrix.draw(rows, [Column(iso3, COLUMN_PX) for iso3 in C5], label, NAMES_PX)


def _told(cell: dict[Any, Any] | None) -> Cell | None:
    """The figure and its unit, without the year; nothing where there is none."""
    return None if cell is None or pd.isna(cell["value"]) else Cell(facts_table.short_text(cell))


def _table(iso3: str) -> pd.DataFrame:
    frame = country_frames.facts(iso3).frame
    return pd.DataFrame(
        {
            word("country.measure"): frame["measure_name"],
            word("table.country"): frame["country"],
            word("story.value"): frame["value"],
            word("minerals_table.unit"): [names.unit(one) if one else "" for one in frame["unit"]],
            word("overview.year"): frame["year"],
            word("table.status"): [terms.status(one) for one in frame["status"]],
            word("table.source"): frame["source_title"],
        }
    )
