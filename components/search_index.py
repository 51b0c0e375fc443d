"""What can be found, in one file for the browser, which answers there while the reader types.

Things and how people say them come from `data/analysis/search.py`, the pages from their registry, and beside each
indicator its figures: of the six in every year, of other countries in the newest. So a question that names a country
and a measure is answered by the figure. Put together once per version of data and code and language (`beside.py`)."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlencode

import pandas as pd

from components import beside, search_pages
from components.figures import choropleth, whose
from components.map import publish
from components.words import languages, word
from data import indicators
from data.analysis import search, search_things
from data.analysis.search import Thing
from data.indicators import Indicator
from data.package import countries, licensing, releases, snapshot
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.language import speaking, spoken

FIRST_S = 1.0
REST_PER_WORK = 1
# Stands in a link for the id of the thing, so that the links of a kind are one text.
ID = "{id}"
# The last file that could not be written, by its name.
_unwritten: dict[str, bytes] = {}
# What is said of a country that an indicator has no row for.
USUAL_ABSENCE = "not_reported"


def things() -> list[Thing]:
    """All that can be found, in the language spoken, pages first."""
    return search.named([*search_pages.every(), *search_things.every()])


def link(thing: Thing) -> str:
    """The address of a thing below the app's root."""
    return f"{thing.page}?{urlencode(thing.params)}" if thing.params else thing.page


class _Numbered:
    """Texts that are told once, and then by their number."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))


def _row(thing: Thing, places: _Numbered) -> list[Any]:
    """A thing as the browser takes it (`components/search/js/search.d.ts`); what is empty at its end is left out."""
    page, mark, query = link(thing).partition("?")
    place = places(f"{page}{mark}{query.replace(quote_plus(thing.id), ID)}")
    row = [
        search.KINDS.index(thing.kind),
        thing.id,
        thing.title,
        thing.line,
        place,
        "|".join(one for one in dict.fromkeys(thing.names) if one not in (thing.id, thing.title)),
        "|".join(thing.about),
        thing.date,
        thing.text,
        thing.indicator if thing.indicator != thing.id else 1,
        thing.asks,
    ]
    while not row[-1]:
        row.pop()
    return row


class _Figures:
    """Figures by indicator and country as runs of years with one status and source, `[status, source, year, texts]`.

    Of a missing one the status is that of its absence, as a number below zero, and there is no source."""

    def __init__(self) -> None:
        self.statuses, self.sources = _Numbered(), _Numbered()
        self.reasons = list(terms.absences())
        self.absences = [*terms.absences().values(), word("search.on_map")]

    def of(self, indicator: Indicator) -> list[Any]:
        """Unit, the unit of single texts that is another one (1 deal), the year to open on, runs by country."""
        rows = _told(indicators.values(indicator.id))
        said = whose.labels([(row.iso3, row.status, row.reporter, row.basis) for row, _ in rows])
        usual = "" if indicator.kind == "membership" else indicator.unit_name
        units: dict[str, str] = {}
        found: dict[str, list[list[Any]]] = {}
        for (row, is_out), status in zip(rows, said, strict=True):
            if is_out or pd.isna(row.value):
                run = [self._absence(row, is_out=is_out), 0, int(row.year), ""]
            else:
                text = self._text(row.value, indicator)
                unit = terms.unit_after(indicator.display_unit, text) if usual else ""
                if unit != usual:
                    units[text] = unit
                run = [self.statuses(status), self.sources(_source(row.source_id)), int(row.year), text]
            _add(found.setdefault(row.iso3, []), run)
        return [usual, units, indicators.default_year(indicator.id), found]

    def _absence(self, row: Any, *, is_out: bool) -> int:
        """Why there is no figure in the file, the last of all being that it is only shown."""
        is_only_shown = is_out and row.status != LEFT_OUT
        return -len(self.absences) if is_only_shown else -1 - self.reasons.index(row.status)

    @staticmethod
    def _text(value: float | str, indicator: Indicator) -> str:
        return terms.standing(value) if isinstance(value, str) else number_format.show(value, indicator)


@kept(worded=True)
def _source(source_ids: str) -> str:
    return choropleth.source_name(source_ids)


def _told(values: pd.DataFrame) -> list[tuple[Any, bool]]:
    """The rows that are told, and whether each may only be shown: of the six all but the usual absence, of another
    country its newest figure."""
    six: list[tuple[Any, bool]] = []
    others: dict[str, tuple[Any, bool]] = {}
    row: Any
    for row, is_out in zip(values.itertuples(index=False), licensing.is_withheld(values), strict=True):
        if row.iso3 in countries.SIX:
            if row.status != USUAL_ABSENCE or not pd.isna(row.value):
                six.append((row, is_out))
        elif not pd.isna(row.value):
            others[row.iso3] = (row, is_out)
    return [*six, *others.values()]


def _add(runs: list[list[Any]], run: list[Any]) -> None:
    """Take a year into the last run, where it follows on that."""
    last = runs[-1] if runs else None
    if last and last[:2] == run[:2] and last[2] + last[3].count("|") + 1 == run[2]:
        last[3] += f"|{run[3]}"
    else:
        runs.append(run)


def content(pause: beside.Pause | None = None) -> Mapping[str, Any]:
    """All that stands in the file."""
    pause = pause or beside.Pause(0)
    places, figures = _Numbered(), _Figures()
    rows = []
    for thing in things():
        rows.append(_row(thing, places))
    pause.take()
    told = {}
    for indicator in indicators.registry().values():
        told[indicator.id] = figures.of(indicator)
        pause.take()
    return {
        "kinds": search.KINDS,
        "called": {kind: word(f"search.kind_{kind}") for kind in search.CALLED},
        "things": rows,
        "places": list(places.texts),
        "same": search.same(),
        "skipped": search.skipped(),
        "whole": search.whole_words(),
        "countries": countries.names(),
        "six": countries.SIX,
        "figures": told,
        "statuses": list(figures.statuses.texts),
        "sources": list(figures.sources.texts),
        "absences": figures.absences,
        "titles": {one.id: one.title for one in indicators.registry().values() if one.kind == "membership"},
    }


def _fill(path: Path) -> bool:
    """Write the file beside the work, once the first reader is served; whether it is there now."""
    time.sleep(FIRST_S)
    return _write(path, beside.Pause(REST_PER_WORK))


def _write(path: Path, pause: beside.Pause) -> bool:
    """Write the file, unless data or code were changed: then its name says what this process has not loaded."""
    body = json.dumps(content(pause), ensure_ascii=False, separators=(",", ":")).encode()
    if beside.is_overtaken() or path != publish.search_path(snapshot.current().fingerprint, spoken()):
        return False
    is_there = publish.put_if_possible(path, body)
    if not is_there:
        _unwritten.clear()
        _unwritten[path.name] = body
    return is_there


def write() -> Path | None:
    """Write the file of the data and language at hand at once; where it is, None where it could not be written."""
    return _path() if _path().exists() or _write(_path(), beside.Pause(0)) else None


@kept(worded=True)
def _path() -> Path:
    """Of the data at hand, the language spoken and the code that this process runs on."""
    return publish.search_path(snapshot.current().fingerprint, spoken())


def address() -> str:
    """Where the browser finds the file, at once or as soon as it is put together."""
    return f"app/static/published/{_path().name}"


def begin() -> None:
    """See to it that the file of the language at hand is put together."""
    beside.ensure(_path(), _fill)


def is_asked_for(name: str) -> bool:
    """Whether a file of this name would be that of the newest data, or of older ones that somebody looks at, in a
    language; it then is begun where need be."""
    for shown in (snapshot.newest(), *releases.at_hand()):
        with snapshot.held(shown):
            for language in languages():
                with speaking(language):
                    if _path().name == name:
                        begin()
                        return True
    return False


def is_coming(name: str) -> bool:
    """Whether a file is being put together, and neither there nor given up."""
    return not (publish.WRITTEN / name).exists() and name not in _unwritten


def unwritten(name: str) -> bytes | None:
    """The contents of a file that could not be written; nothing where it was."""
    return _unwritten.get(name)
