"""What the map needs to draw flows between pairs of countries, for all years.

Frame in, plain dictionary out (`components/map/payload.py`). Values travel in display units, with one decimal, or two
significant digits below it."""

import math
from functools import cache
from typing import Any

import pandas as pd

from components.figures import whose
from components.figures.choropleth import source_name
from components.map.payload import FlowPair, Flows
from components.words import counted, word
from data import flows
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.subjects import fullness, product_trade, units
from data.subjects.number_format import plain
from data.vocabulary import terms
from geo import shapes

OTHER = "other"
MOST_NAMED = 12
# Widest and thinnest line in pixels (`map/js/layers/arcs.js`): a value below most / RATIO has no width of its own.
RATIO = (12 / 1.5) ** 2


def build(selection: FlowSelection, top: int) -> Flows:
    """The payload of a selection, its `top` largest flows of each year as lines; the rest is summed in the note."""
    rows = flow_selection.frame(selection)
    years = list(flow_selection.years(selection))
    cells = whose.flow_cells(rows, selection.set_id)
    labels = list(whose.labels(cells))
    statuses = sorted(set(labels))
    source_ids = sorted(rows.loc[rows["rank"] <= top, "source_id"].unique())
    most = float(rows["value"].max()) / factor(selection) if len(rows) else 1.0
    least = least_wide(most)
    drawn = rows.groupby(["origin", "dest"])["rank"].transform("min") <= top
    places = sorted(set(rows.loc[drawn, "origin"]) | set(rows.loc[drawn, "dest"]))
    rows = rows.assign(label=[statuses.index(label) for label in labels])
    coder = _Coder(years, source_ids, factor(selection), top)
    pairs = [
        coder.pair(str(origin), str(dest), of_pair)
        for (origin, dest), of_pair in rows[drawn].groupby(["origin", "dest"], sort=True)
    ]
    has_small = any(isinstance(value, float) and 0 < value < least for pair in pairs for value in pair["values"])
    return {
        "unit": unit(selection),
        "decimals": 1,
        "home": list(flow_selection.reporters(selection)),
        "measures": measures(selection),
        "note": word("flows.note_small" if has_small else "flows.note", least=_mark(least), unit=unit(selection)),
        "words": {"widths": word("flows.widths"), "none": word(none(selection))}
        | {one: word(f"map.{one}") for one in ("status", "source")},
        "years": years,
        "notes": [note(selection, top, year) for year in years],
        "most": round(most, 4),
        "least": least,
        "under": word("flows.under", least=_mark(least)) if has_small else None,
        "marks": [{"value": mark, "text": _mark(mark)} for mark in _marks(most)],
        "anchors": {iso3: anchor(iso3) for iso3 in places},
        "names": {iso3: countries.name(iso3) for iso3 in places},
        "statuses": statuses,
        "sources": [source_name(source_id) for source_id in source_ids],
        "pairs": pairs,
    }


def none(selection: FlowSelection) -> str:
    """The key of the words for a year without flows: on record there are none, or this copy leaves them out."""
    return f"flows.none_{'left_out' if len(flow_selection.left_out(selection)) else selection.quantity}"


def unit(selection: FlowSelection) -> str:
    """The unit in which the values of a selection are shown, in words."""
    return terms.unit(unit_id(selection))


def unit_id(selection: FlowSelection) -> str:
    """The unit in which the values of a selection are shown, by its id."""
    return units.PERCENT if selection.quantity == "share" else flows.get(selection.set_id).display_unit


def factor(selection: FlowSelection) -> float:
    """What the values of a selection are divided by to be shown in its unit."""
    return units.every()[unit_id(selection)].factor


def measures(selection: FlowSelection) -> dict[str, str]:
    """What lines from home (`out`) and lines to home (`in`) stand for, as far as the selection has such lines."""
    kind = "net" if selection.direction == "net" else selection.quantity
    is_out = flow_selection.frame(selection)["origin"].isin(flow_selection.reporters(selection))
    there = [tone for tone, has in (("out", is_out.any()), ("in", (~is_out).any())) if has]
    return {tone: word(f"flows.{kind}_{tone}", home=home_name(selection)) for tone in there}


def home_name(selection: FlowSelection) -> str:
    """The side whose exports and imports are told, as it reads inside a sentence."""
    side = flow_selection.reporters(selection)
    if len(side) > 1:
        return word("flows.home_five")
    return word("flows.home_us") if side == ("USA",) else countries.name(side[0])


def number(value: float, selection: FlowSelection) -> str:
    """A value of a selection in its display unit; a small one keeps the digits it needs and never reads as zero."""
    shown = _rounded(value / factor(selection))
    return plain(shown, 1 if shown == 0 or shown >= 0.1 else 1 - math.floor(math.log10(shown)))


def note(selection: FlowSelection, top: int, year: int) -> str:
    """What of a year is not a line: what is summed as other, what is zero, and which pairs have no figure."""
    rows = flow_selection.frame(selection, year)
    parts = [thin(selection, year)] if thin(selection, year) else []
    unshared = len(flow_selection.frame(flow_selection.in_values(selection), year)) - len(rows)
    if unshared:
        parts.append(counted("flows.unshared", unshared))
    rest, press = apart(rows[rows["rank"] > top])
    if len(press):
        parts.append(counted("flows.rest_press", len(press)))
    if len(rest) and not has_rest(selection, year):
        parts.append(counted("flows.rest_share" if selection.quantity == "share" else "flows.rest_apart", len(rest)))
    elif len(rest):
        parts.append(counted("flows.rest", len(rest), sum=number(added(rest), selection), unit=unit(selection)))
    zeros = rows[(rows["value"] == 0) & (rows["rank"] <= top)]
    if len(zeros):
        parts.append(word("flows.zeros", pairs=_named(list(zip(zeros["origin"], zeros["dest"], strict=True)))))
    held = flow_selection.left_out(selection, year)
    if len(held):
        parts.append(counted("flows.left_out", len(held)))
    gone = flow_selection.missing(selection, year)
    if len(gone) > MOST_NAMED:
        parts.append(counted("flows.missing_many", len(gone), year=year))
    elif gone:
        kind, sign = ("missing_net", " – ") if selection.direction == "net" else ("missing", " → ")
        parts.append(word(f"flows.{kind}", year=year, pairs=_named(gone, sign)))
    return " ".join(parts)


def has_rest(selection: FlowSelection, year: int) -> bool:
    """Whether what is not drawn has a sum: a share has none, nor a year that is not full or counts unlike things."""
    return selection.quantity == "value" and flow_selection.adds_up(selection, year)


def apart(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Statistics and figures of the press, each with the columns of the rows, one row per flow."""
    is_statistic = fullness.is_statistic(rows)
    return rows[is_statistic], rows[~is_statistic]


def added(rows: pd.DataFrame) -> float:
    """The sum of flows, as far as they are statistics: figures of the press are not added to them."""
    return float(rows.loc[fullness.is_statistic(rows), "value"].sum())


def thin(selection: FlowSelection, year: int) -> str:
    """Why nothing of a year is added up, ranked or shared out, in words; empty where it is."""
    found = flow_selection.fullnesses(selection).get(year)
    if found is None or flow_selection.adds_up(selection, year):
        return ""
    return word("fullness.mixed") if found.is_full else f"{coverage(selection, year)} {word('fullness.thin')}"


def coverage(selection: FlowSelection, year: int) -> str:
    """How much of a year is on record, in words: flows, their part of the printed total, figures of the press."""
    found = flow_selection.fullnesses(selection).get(year)
    if found is None or (found.most == 1 and found.is_full):
        return ""
    kind = "countries" if selection.set_id in product_trade.by_set() else "flows"
    parts = [word(f"fullness.{kind}", parts=found.parts, most=found.most)]
    if found.held_pct is not None:
        parts.append(word("fullness.held", pct=plain(found.held_pct, 0)))
    if found.left_out:
        parts.append(counted("fullness.left_out", found.left_out))
    if found.press:
        parts.append(counted("fullness.press", found.press))
    return f"{', '.join(parts)}."


def _named(pairs: list[tuple[str, str]], sign: str = " → ") -> str:
    names = [f"{countries.name(origin)}{sign}{countries.name(dest)}" for origin, dest in pairs[:MOST_NAMED]]
    more = len(pairs) - len(names)
    return ", ".join(names) + (f" {counted('flows.more', more)}" if more else "")


def anchor(iso3: str) -> list[float]:
    """Where the lines of a country start and end: the capital of the six, the label's place of any other."""
    if iso3 in countries.SIX:
        return list(countries.capital(iso3))
    return list(_label_places()[iso3])


@cache
def _label_places() -> dict[str, tuple[float, float]]:
    world = shapes.load("world")
    rows = zip(world["iso3"], world["label_lon"], world["label_lat"], strict=True)
    return {iso3: (round(float(lon), 2), round(float(lat), 2)) for iso3, lon, lat in rows}


def least_wide(most: float) -> float:
    """The least value whose line has a width of its own: round, and no line from it on is as thin as the thinnest."""
    floor = most / RATIO
    decade = 10.0 ** math.floor(math.log10(floor)) if floor > 0 else 1.0
    return float(next(f"{step * decade:.0e}" for step in (1, 2, 5, 10) if step * decade >= floor))


def _marks(most: float) -> list[float]:
    """Round values for the legend of widths: the highest decade of the scale and those below that have a width."""
    top = 10.0 ** math.floor(math.log10(most)) if most > 0 else 1.0
    return [mark for mark in (top, top / 10, top / 100) if mark >= least_wide(most)]


def _mark(value: float) -> str:
    return plain(value, max(0, -math.floor(math.log10(value))))


def _rounded(value: float) -> float:
    return round(value, 1) if value >= 0.1 or value == 0 else float(f"{value:.2g}")


class _Coder:
    """Writes the rows of one pair; holds the places of years and sources."""

    def __init__(self, years: list[int], source_ids: list[str], factor: float, top: int) -> None:
        self.years = years
        self.sources = {one: place for place, one in enumerate(source_ids)}
        self.factor = factor
        self.top = top

    def pair(self, origin: str, dest: str, rows: pd.DataFrame) -> FlowPair:
        """The values of all years and the runs of status and source of those that are drawn."""
        by_year: dict[int, Any] = {int(str(row.year)): row for row in rows.itertuples()}
        values: list[float | str | None] = []
        runs: list[list[int]] = []
        for place, year in enumerate(self.years):
            row = by_year.get(year)
            if row is None:
                values.append(None)
            elif row.rank > self.top:
                values.append(OTHER)
            else:
                values.append(_rounded(float(row.value) / self.factor))
                whence = [int(row.label), self.sources[row.source_id]]
                if not runs or runs[-1][1:] != whence:
                    runs.append([place, *whence])
        return {"origin": origin, "dest": dest, "values": values, "origins": runs}
