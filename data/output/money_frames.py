"""The frames on deals, investors and aid as they are drawn, printed and taken: with names of countries beside the ids.

What of them may leave is decided where they leave (`panel_frame.py`); the columns that hold figures are told here."""

import pandas as pd

from data.analysis import aid_by_agency, deals, deals_ladder, investors
from data.analysis.deals import Asked
from data.output import panel_frame
from data.output.extract import Extract
from data.package import names
from data.package.snapshot import kept

NAMED = {"iso3": "country", "host": "host_country", "investor": "investor_country", "first_investor": "first_country"}
FIGURES = ("value_usd", "value", "rank", *deals_ladder.FIGURES, *aid_by_agency.FIGURES)


@kept(64, worded=True)
def ladder(asked: Asked) -> pd.DataFrame:
    """The ladder of the deals asked for. Columns: those of `deals_ladder.ladder`."""
    return _named(deals_ladder.ladder(asked))


@kept(32, worded=True)
def ladder_by_partner(asked: Asked) -> pd.DataFrame:
    """The ladder of each of the five. Columns: those of `deals_ladder.by_partner`, and `country`."""
    return _named(deals_ladder.by_partner(asked))


@kept(64, worded=True)
def listed(asked: Asked) -> pd.DataFrame:
    """The deals asked for. Columns: those of `deals.listed`, and `country`."""
    return _named(deals.listed(asked))


@kept(32, worded=True)
def by_measure(host: str) -> pd.DataFrame:
    """The investors of a host in the newest year of each measure.

    Columns: those of `investors.by_measure`, `host_country`, `investor_country`."""
    return _named(investors.by_measure(host))


@kept(32, worded=True)
def us_rank(host: str) -> pd.DataFrame:
    """The place of the United States by measure and year.

    Columns: those of `investors.us_rank`, `host_country`, `first_country`."""
    return _named(investors.us_rank(host))


@kept(32, worded=True)
def aid(iso3: str | None = None) -> pd.DataFrame:
    """Aid by fiscal year; of no one country that of each of the five in its newest full year.

    Columns: those of `aid_by_agency.of`, and `country`."""
    return _named(aid_by_agency.of(iso3) if iso3 else aid_by_agency.by_partner())


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a name behind each id of a country."""
    there = [column for column in NAMED if column in rows]
    named = rows.assign(**{NAMED[column]: [_names(one) for one in rows[column]] for column in there})
    order = [part for column in map(str, rows) for part in (column, NAMED.get(column)) if part in named]
    return named[order]


def _names(ids: str) -> str:
    return "; ".join(names.of("country", one) for one in ids.split(";"))


def as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """A frame of these as it may leave. Columns: those of the rows, source_title, source_url, licence."""
    return panel_frame.as_text(_plain(rows), _figures(rows))


def extract_of(rows: pd.DataFrame, title: str, link: str) -> Extract:
    """The file of a frame of these."""
    return panel_frame.extract_of(_plain(rows), _figures(rows), title, link)


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with true and false in lower case, as in the tables."""
    truths = [column for column in rows if pd.api.types.is_bool_dtype(rows[column])]
    return rows.assign(
        **{str(one): rows[one].map(lambda cell: str(cell).lower(), na_action="ignore") for one in truths}
    )


def _figures(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(name for name in FIGURES if name in rows)
