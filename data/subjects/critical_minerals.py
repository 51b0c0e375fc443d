"""How many minerals of a list of critical minerals a country produces.

Counted are the names on the list for which the drawn rows of the production table have an output above zero in the
year, at any stage. Only the five are counted: for other countries the table leaves out minerals that no Central Asian
country produces, so their number would be too small. Where no listed mineral has a figure there is no count."""

import pandas as pd

from data.package import tables, withheld
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import OWN_LIST
from data.subjects import arithmetic, definitions, wording
from data.subjects.base import RECORD_COLUMNS, Indicator, Subject

TABLE, PRODUCTION = "critical_lists", "minerals_production"
COUNT = "critical_minerals_count"
HEADLINE = "us_2025"


def indicators() -> list[Indicator]:
    """One count per list, that of the newest US list first and without a suffix."""
    lists = tables.load(TABLE)[["list_id", "issuer", "year"]].drop_duplicates()
    lists = lists.sort_values("list_id", key=lambda ids: ids != HEADLINE, kind="stable")
    return [
        definitions.indicator(
            "critical_minerals",
            COUNT,
            {"issuer": str(row.issuer), "year": str(row.year)},
            parts={"list": str(row.list_id), "end": "" if row.list_id == HEADLINE else f".{row.list_id}"},
        )
        for row in lists.itertuples()
    ]


@kept()
def _output(list_id: str) -> pd.DataFrame:
    """Drawn rows with a figure of the five, or one that was taken out, on the minerals of a list."""
    lists = tables.load(TABLE)
    listed = lists.loc[(lists["list_id"] == list_id) & lists["is_listed"], "mineral"]
    frame = tables.load(PRODUCTION)
    has_figure = frame["value"].notna() | withheld.is_out(frame, "value")
    is_drawn = frame["latest"] & has_figure & frame["iso3"].isin(C5)
    return frame[is_drawn & frame["mineral"].isin(listed)]


def _sureness(rows: pd.DataFrame) -> pd.Series:
    """Status of each figure as a part of a count: an amount above zero is that however it is rounded or estimated.

    A zero that is not exact may be a small amount, and a claim stays one."""
    return rows["status"].mask((rows["value"] > 0) & (rows["status"] != "claim"), "actual")


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn counts, each with all sources of the figures it rests on and as sure as that they are above zero.

    Columns: DRAWN_COLUMNS."""
    rows = _output(indicator.series[0])
    return arithmetic.by_country_year(
        rows.assign(
            value=rows["mineral"].where(rows["value"] > 0, ""), status=_sureness(rows), reporter="", basis=OWN_LIST
        ),
        lambda minerals: len({*minerals} - {""}),
    )


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The outputs that are counted, by mineral and stage; zeros are listed too, but not marked.

    Columns: RECORD_COLUMNS."""
    rows = _output(indicator.series[0])
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year)]
    found = rows.assign(
        basis=wording.each("mineral_stage", listed=rows["mineral"], basis=rows["stage"]),
        preferred=(rows["value"] > 0).astype(bool),
    )
    return found[RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The count is not made for the United States; elsewhere no listed mineral has a figure."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
