"""The pictures of the Minerals page: the lens of output or reserves, US imports by form, US uranium by origin."""

from typing import Any

import pandas as pd

from components.figures import lens_text, minerals_answer, uranium_years, us_sources
from components.figures import mineral_words as written
from components.pictures import said
from components.pictures.picture import Picture, sized
from components.reader import wanted
from components.reader.choice import Choice
from components.words import word
from data.analysis import lens_table, mineral_lens, uranium_origins
from data.analysis import us_sources as frames
from data.analysis.producers import OUTPUT, RESERVES
from data.output import mineral_frames
from data.output.drawing import matrix, shares, tones
from data.output.drawing.matrix import Cell, Column, Row
from data.output.drawing.shares import Part, Whole
from data.output.leaving import Leaving
from data.package import licensing, names
from data.package.countries import C5

# A disc grows with the root of its share, as on the page.
DIAMETER, LEAST_PX = 2.4, 1
COLUMN_PX, RELIANCE_PX, SUPPLIERS_PX, NAMES_PX = 46, 74, 88, 116
LISTED = "◆"
NUMBERS = ("share_pct", "value", "unit", "year", "status")


def draw(choice: Choice) -> Picture:
    """The main figure of the panel at hand."""
    shown = wanted.minerals(choice)
    year = wanted.uranium_year(choice)
    headline = minerals_answer.of(shown.panel, shown.mineral, shown.country, shown.form, year)
    if shown.panel == wanted.URANIUM:
        return _uranium(headline, year)
    if shown.panel == "sources":
        return _sources(shown, headline)
    return _lens(shown, headline, RESERVES if shown.panel == RESERVES else OUTPUT)


def _lens(shown: Choice, headline: str, basis: str) -> Picture:
    rows, cells = lens_table.rows(basis, shown.mineral_sort, shown.country), mineral_lens.cells(basis)
    held = licensing.is_withheld(cells)
    gone = {written.mineral(one) for one in cells.loc[held, "mineral"]}
    title = word(f"lens.title_{basis}")
    # A sentence that speaks of a mineral with such a figure is not told: it may tell that very figure.
    is_told = not any(one in headline for one in gone)
    open_rows = rows[~rows["mineral"].isin(cells.loc[held, "mineral"])]
    alt = lens_text.alt(open_rows.reset_index(drop=True), basis)
    by_mineral = {
        str(mineral): own.to_dict("records") for mineral, own in cells.assign(is_held=held).groupby("mineral")
    }
    drawn = [_row(row, by_mineral[row["mineral"]], shown) for row in rows.to_dict("records")]
    columns = [Column(iso3, COLUMN_PX, 12, is_chosen=iso3 == shown.country) for iso3 in C5]
    columns += [Column(word("picture.reliance"), RELIANCE_PX), Column(word("picture.suppliers"), SUPPLIERS_PX)]
    return sized(
        headline=headline if is_told else word("picture.held", title=title),
        title=title,
        source=said.publishers([*cells["source_id"], *rows["reliance_source_id"]]),
        description=alt,
        svg=matrix.draw(drawn, columns, alt, NAMES_PX),
        rows=_table(mineral_frames.lens(basis)),
        note=word("picture.lens"),
    )


def _row(row: dict[Any, Any], cells: list[dict[Any, Any]], shown: Choice) -> Row:
    of = {one["iso3"]: one for one in cells}
    name = names.of("mineral", row["mineral"])
    need = written.reliance(row["reliance_relation"], row["reliance_pct"])
    sides = [Cell(need) if need else None, Cell(lens_text.suppliers(row))]
    made = [_cell(of[iso3], shown.country) for iso3 in C5]
    return Row(f"{LISTED} {name}" if row["is_us_listed"] else name, [*made, *sides], row["mineral"] == shown.mineral)


def _cell(cell: dict[Any, Any], country: str | None) -> Cell | None:
    """A disc with its share; where the figure may not be passed on, the disc alone."""
    if cell["status"] == mineral_lens.NOT_NAMED:
        return None
    if pd.isna(cell["share_pct"]):
        return Cell("?", "ring")
    tone = tones.FIVE if country in (None, cell["iso3"]) or country not in C5 else tones.PALE
    size = max(LEAST_PX, DIAMETER / 2 * float(cell["share_pct"]) ** 0.5)
    share = "" if cell["is_held"] else written.share(cell["share_pct"], is_ceiling=bool(cell["is_ceiling"]))
    return Cell(share, "disc", size, tone)


def _sources(shown: Choice, headline: str) -> Picture:
    rows = frames.of(shown.mineral)
    gaps = {"mineral": names.of("mineral", shown.mineral)}
    if rows.empty:
        title = alt = word("us_sources.none", **gaps)
    else:
        title = word("us_sources.title_all", **gaps, period=rows["period"].iloc[0])
        alt = us_sources.alt(rows)
    wholes = [_whole(str(form), own, shown.swap_from) for form, own in rows.groupby("form", sort=False)]
    return sized(
        headline=said.told(headline, ";".join(rows["source_id"]), title),
        title=title,
        source=said.publishers(rows["source_id"]),
        description=alt,
        svg=shares.draw(wholes, alt, 480, 130),
        rows=_table(mineral_frames.sources(shown.mineral, None)),
        note=word("picture.hatched"),
    )


def _whole(form: str, rows: pd.DataFrame, supplier: str | None) -> Whole:
    """Printed shares are rounded: more than a hundred together are drawn as parts of their sum."""
    over = max(float(rows["share_pct"].sum()) / shares.WHOLE, 1.0)
    parts = [_part(row, over, place, supplier) for place, row in enumerate(rows.to_dict("records"))]
    return Whole(names.of("form", form), parts)


def _part(row: dict[Any, Any], over: float, place: int, supplier: str | None) -> Part:
    tone = (tones.OTHER, tones.PALE)[place % 2]
    tone = tones.CHOSEN if row["partner"] == supplier else tones.FIVE if row["partner"] in C5 else tone
    is_rest = not isinstance(row["partner"], str)
    return Part(us_sources.text(row), float(row["share_pct"]) / over, tones.PALE if is_rest else tone, hatched=is_rest)


def _uranium(headline: str, year: int) -> Picture:
    rows = uranium_origins.origins()
    years = sorted(rows["year"].unique())
    alt = uranium_years.alt(rows, year)
    wholes = [_year(rows[rows["year"] == one]) for one in years[::-1]]
    return sized(
        headline=said.told(headline, ";".join(rows["source_id"].dropna()), word("us_uranium.title")),
        title=f"{word('us_uranium.title')}, %",
        source=said.publishers(rows["source_id"]),
        description=alt,
        svg=shares.draw(wholes, alt, 480, 40),
        rows=_table(mineral_frames.uranium()),
        note=word("picture.hatched"),
    )


def _year(rows: pd.DataFrame) -> Whole:
    """The origins of a year; of one without any, nothing is drawn."""
    told = rows[rows["share_pct"].notna()]
    over = max(float(told["share_pct"].sum()) / shares.WHOLE, 1.0)
    parts = [_origin(row, over, place) for place, row in enumerate(told.to_dict("records"))]
    return Whole(str(rows["year"].iloc[0]), parts)


def _origin(row: dict[Any, Any], over: float, place: int) -> Part:
    is_rest = row["kind"] == uranium_origins.UNTOLD
    grey = (tones.OTHER, tones.PALE)[place % 2]
    name = f"{uranium_years.name(row['members'])} {written.printed(row['share_pct'])}"
    short = f"{row['members'].replace(';', '+')} {written.printed(row['share_pct'])}" if row["members"] else ""
    tone = tones.FIVE if row["is_of_five"] else tones.PALE if is_rest else grey
    return Part(
        name, float(row["share_pct"]) / over, tone, is_rest or (row["is_of_five"] and ";" in row["members"]), short
    )


def _table(leaving: Leaving) -> pd.DataFrame:
    """The rows with a figure, as they may leave."""
    frame = leaving.frame
    columns = [one for one in ("mineral", "form", "country", "partner", "period", *NUMBERS) if one in frame]
    shown = frame.loc[frame["share_pct"] != "", columns].reset_index(drop=True)
    for kind in ("mineral", "form"):
        if kind in shown:
            shown[kind] = [names.of(kind, one) for one in shown[kind]]
    heads = {one: word(f"minerals_table.{'iso3' if one == 'country' else one}") for one in columns}
    return shown.rename(columns=heads)
