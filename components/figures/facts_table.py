"""The facts of a country as a table of small lines: measure, line, newest figure, place, status, source.

HTML and SVG that needs no script; all text of the data is escaped. Of the United States figures by partner."""

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.markdown import address
from components.words import word
from data import indicators
from data.analysis import country_facts
from data.output import country_frames
from data.output.drawing import canvas, sparkline
from data.package import countries, names, sources
from data.package.dates import FIRST_YEAR
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

Cell = Mapping[Any, Any]
Leads = Callable[[Cell], str]
NO_PLACE = "–"
HEADS = ("measure", "line_head", "value", "place", "source_head")


def build(facts: pd.DataFrame, series: pd.DataFrame, leads: Leads) -> str:
    """The table of one of the five, from `country_facts.facts` and `series`; `leads` gives the address to
    which the name of a measure leads."""
    heads = [word(f"country.{one}") for one in HEADS]
    last = int(series["year"].max())
    rows = [
        _row(_name(cell, leads), _line(cell, series, last), *_figure(cell), _place(cell), _source(cell))
        for cell in facts.to_dict("records")
    ]
    return _table("atlas-facts", heads, rows)


def by_partner(facts: pd.DataFrame, leads: Leads) -> str:
    """The table of the United States: a row for each measure, a column for each of the five."""
    heads = [word("country.measure"), *map(countries.name, countries.C5)]
    rows = []
    for measure in country_facts.MEASURES:
        cells = facts[facts["measure"] == measure].to_dict("records")
        name = _name({**cells[0], "mineral": ""}, leads, is_several=True)
        rows.append(_row(name, *(_of_partner(cell) for cell in cells)))
    return _table("atlas-facts atlas-facts-us", heads, rows)


def _table(kind: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    head = "".join(f'<th scope="col">{html.escape(one)}</th>' for one in heads)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _row(name: str, *cells: str) -> str:
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{one}</td>" for one in cells)}</tr>'


def _called(cell: Cell) -> str:
    return country_frames.measure_name(str(cell["measure"]), str(cell["mineral"]))


def _name(cell: Cell, leads: Leads, *, is_several: bool = False) -> str:
    said = html.escape(_called(cell))
    is_linked = not is_several or cell["measure"] != country_facts.TOP_MINERAL
    return f'<a href="{html.escape(leads(cell))}" target="_self">{said}</a>' if is_linked else said


def _line(cell: Cell, series: pd.DataFrame, last: int) -> str:
    own = series[series["measure"] == cell["measure"]]
    known = own[own["value"].notna()]
    if known.empty:
        said = word("country.line_none", measure=_called(cell), reason=_reason(cell))
        return _picture([], last, said)
    ends = {"first": int(known["year"].iloc[0]), "last": int(known["year"].iloc[-1])}
    least, most, told = (_told(cell, one) for one in (known["value"].min(), known["value"].max(), cell["value"]))
    said = word("country.line", measure=_called(cell), **ends, least=least, most=most, value=told)
    points = [
        (int(year), None if pd.isna(value) else float(value))
        for year, value in zip(own["year"], own["value"], strict=True)
        if int(year) >= FIRST_YEAR
    ]
    return _picture(points, last, said)


def _picture(points: Sequence[tuple[int, float | None]], last: int, said: str) -> str:
    """The line as a picture: Streamlit takes no SVG among its HTML."""
    drawn = canvas.address(sparkline.draw(points, FIRST_YEAR, last, said))
    size = f'width="{sparkline.WIDTH_PX}" height="{sparkline.HEIGHT_PX}"'
    return f'<img src="{html.escape(drawn)}" alt="{html.escape(said)}" title="{html.escape(said)}" {size}>'


def _reason(cell: Cell) -> str:
    return terms.absences().get(str(cell["status"])) or terms.status(str(cell["status"]))


def _shown(cell: Cell, value: float) -> tuple[str, str]:
    """A value of a measure as the table has it, and the id of its unit."""
    if not cell["indicator"]:
        return number_format.plain(value), str(cell["unit"])
    indicator = indicators.get(str(cell["indicator"]))
    if indicator.kind == "share":
        return number_format.few_digits(value), indicator.display_unit
    return number_format.short(value, indicator)


def _told(cell: Cell, value: float) -> str:
    shown, unit = _shown(cell, float(value))
    return f"{shown} {terms.unit_after(unit, shown)}"


def _parts(cell: Cell) -> tuple[str, str]:
    """The figure, and its short unit with the year and the sign of its status."""
    shown, unit = _shown(cell, float(cell["value"]))
    shown = word("country.at_most", value=shown) if cell["is_ceiling"] else shown
    small = [word(f"country.unit_{unit}"), str(cell["year"]), word(f"country.sign_{cell['status']}")]
    return shown, " ".join(filter(None, small))


def short_text(cell: Cell) -> str:
    """The figure with its short unit."""
    shown, unit = _shown(cell, float(cell["value"]))
    return f"{word('country.at_most', value=shown) if cell['is_ceiling'] else shown} {word(f'country.unit_{unit}')}"


def figure_text(cell: Cell) -> str:
    """The figure as text; of a gap, its reason."""
    return terms.status(str(cell["status"])) if pd.isna(cell["value"]) else " ".join(_parts(cell))


def _number(cell: Cell) -> str:
    """The figure with its short unit and year, and in full as what the pointer and a reader by ear are told."""
    shown, small = _parts(cell)
    status = terms.status(str(cell["status"]))
    exact, unit_name = number_format.exact(float(cell["value"])), names.unit(str(cell["unit"]))
    full = word("country.full", value=exact, unit=unit_name, year=cell["year"], status=status)
    return _told_in_full(f"<b>{html.escape(shown)}</b> <small>{html.escape(small)}</small>", full)


def _told_in_full(inside: str, full: str, kind: str = "") -> str:
    """A mark with what the pointer and a reader by ear are told of it."""
    return f'<span{kind} title="{html.escape(full)}">{inside}</span>'


def _figure(cell: Cell) -> tuple[str]:
    if pd.isna(cell["value"]):
        said = word("country.gap_why", measure=_called(cell), reason=_reason(cell))
        return (_told_in_full(html.escape(terms.status(str(cell["status"]))), said, ' class="atlas-gap"'),)
    return (_number(cell),)


def _of_partner(cell: Cell) -> str:
    said = _figure(cell)[0]
    if cell["measure"] != country_facts.TOP_MINERAL or not cell["mineral"]:
        return said
    return f"{said}<br><small>{html.escape(names.inside('mineral', str(cell['mineral'])))}</small>"


def _place(cell: Cell) -> str:
    if cell["unranked"]:
        reason = TERMS.word(f"country_unranked.{cell['unranked']}")
        return _told_in_full(NO_PLACE, word("country.place_none", reason=reason))
    gaps = {"place": int(cell["rank_of_five"]), "ranked": int(cell["ranked"])}
    shown = word("country.of_tied" if cell["is_tied"] else "country.of", **gaps)
    said = word("country.place_tied" if cell["is_tied"] else "country.place_said", **gaps, year=cell["year"])
    return _told_in_full(html.escape(shown), said)


def _source(cell: Cell) -> str:
    found = sources.describe(str(cell["source_id"]))
    if not found:
        return ""
    said = "; ".join(dict.fromkeys(f"{one.publisher}: {one.title}" for one in found))
    title = html.escape(word("country.source", title=f"{said}. {cell['locator']}" if cell["locator"] else said))
    said_of = f'title="{title}" aria-label="{title}"'
    return f'<a href="{html.escape(address(found[0].url))}" target="_blank" rel="noopener" {said_of}>§</a>'
