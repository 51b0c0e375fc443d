"""Remarks on single figures and steps of a series: what to know before taking one at its word.

They are rows with sources, not words of the screen. `data/analysis/continuity.py` finds the steps that need one."""

from dataclasses import dataclass

from data.package import tables
from data.package.snapshot import kept

TABLE = "series_notes"
# Kinds that speak of a step which a rule finds; the others speak of a figure.
STEPS = ("jump", "spike", "break", "source")


@dataclass(frozen=True)
class Note:
    """One remark: its kind, the country (empty for every one), first and last year, text, ids of its sources."""

    id: str
    indicators: tuple[str, ...]
    iso3: str
    year_from: int
    year_to: int
    kind: str
    text: str
    source_id: str


@kept()
def every() -> tuple[Note, ...]:
    """All remarks, in the order of the table."""
    frame = tables.load(TABLE).fillna({"iso3": ""})
    columns = ["note_id", "indicators", "iso3", "year_from", "year_to", "kind", "text", "source_id"]
    return tuple(
        Note(str(one), tuple(str(ids).split(";")), str(iso3), int(first), int(last), *map(str, rest))
        for one, ids, iso3, first, last, *rest in frame[columns].itertuples(index=False, name=None)
    )


@kept()
def _by_indicator() -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in every():
        for indicator_id in note.indicators:
            found.setdefault(indicator_id, []).append(note)
    return found


def of(indicator_id: str) -> list[Note]:
    """Every remark on an indicator; none for most."""
    return _by_indicator().get(indicator_id, [])


def on(indicator_id: str, iso3: str, year: int) -> list[Note]:
    """The remarks on one figure: those on its country, then those on every country of the indicator."""
    found = [one for one in of(indicator_id) if one.iso3 in (iso3, "") and one.year_from <= year <= one.year_to]
    return sorted(found, key=lambda one: not one.iso3)
