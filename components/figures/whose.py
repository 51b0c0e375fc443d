"""Whose figure a value is, in words: the country whose books it is from, and how the figure came out of them."""

from collections.abc import Iterable, Iterator

import pandas as pd

from components.words import word
from data.analysis import breaks
from data.package import countries, names
from data.package.statuses import WHOSE
from data.subjects import partner_trade
from data.vocabulary import terms

MIRROR = "mirror"


def notes(basis: str) -> str:
    """What a reader must know of a basis: press, goods and services, a statement; empty where there is nothing."""
    known = terms.basis_notes()
    return ", ".join(dict.fromkeys(known[part] for part in basis.split(";") if part in known))


def reporters(codes: str) -> str:
    """Names of the countries whose books stand behind a figure; empty where none do."""
    return ", ".join(countries.name(code) for code in codes.split(";") if code)


def said(reporter: str, basis: str) -> str:
    """Reporter and notes, for a figure that stands alone."""
    named = reporters(reporter)
    return "; ".join(part for part in (terms.reporter(named) if named else "", notes(basis)) if part)


def broken(rows: pd.DataFrame) -> str:
    """Where the series of one country or pair changes reporter or basis, in words; empty where it does not."""
    found = []
    for one in breaks.find(rows):
        is_named = one.reporter != one.reporter_before
        before = _kind(one.reporter_before, one.basis_before, is_named=is_named)
        after = _kind(one.reporter, one.basis, is_named=is_named)
        found.append(word("series.break", year=one.year, before=before, after=after))
    return "; ".join(found)


def _kind(reporter: str, basis: str, *, is_named: bool) -> str:
    """What figures before or after a break are, with their reporter where that is what changes."""
    kind = said(reporter, basis) if is_named else notes(basis)
    return kind or (word("series.plain") if reporter else names.basis(basis))


def labels(cells: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """The status of each cell (country, status, reporter, basis) and whose it is, as far as the title does not say it.

    It does where all are of one reporter, and for a cell of the country that it stands at."""
    all_cells = list(cells)
    is_one = len({reporter for *_, reporter, _ in all_cells}) == 1
    for at, status, reporter, basis in all_cells:
        more = notes(basis) if is_one or reporter in ("", at) else said(reporter, basis)
        yield f"{terms.status(status)} · {more}" if more else terms.status(status)


def flow_cells(rows: pd.DataFrame, set_id: str) -> list[tuple[str, str, str, str]]:
    """Flows as cells for `labels`, each at the country that the title of its set says it is of."""
    return [
        (teller(set_id, origin, dest), *rest)
        for origin, dest, *rest in rows[["origin", "dest", "status", *WHOSE]].itertuples(index=False, name=None)
    ]


def teller(set_id: str, origin: str, dest: str) -> str:
    """The country whose figure a flow is by the title of its set; empty between two of the five: it may be either."""
    if "USA" in (origin, dest) and set_id not in partner_trade.SETS:
        other = dest if origin == "USA" else origin
        return other if set_id == MIRROR else "USA"
    if origin in countries.C5 and dest in countries.C5:
        return ""
    home, other = (origin, dest) if origin in countries.C5 else (dest, origin)
    return home if partner_trade.SETS.get(set_id) == partner_trade.OWN else other
