"""What the five add up to by their own books, to take shares of and to tell how full a year by partner is."""

import pandas as pd

from data.package import countries, tables
from data.package.snapshot import kept
from data.package.statuses import WHOSE
from data.subjects import fullness, partner_trade
from data.subjects.base import LOCATOR, Indicator
from data.subjects.fullness import Fullness
from data.subjects.partner_trade import COVERED, OWN, WIDER

# The basis of totals as the World Trade Organization has them of the country.
WTO = "wto_via_wdi"
# What tells totals apart, and what of a total stands beside the flow that a share is taken of.
TOTAL_OF = ["home", "flow", "year", "coverage"]
BESIDE = ["value", "status", "source_id", *WHOSE, LOCATOR]


@kept()
def covered() -> pd.DataFrame:
    """What the own flows of the five cover: `home`, `flow` and `coverage` of each by its ends, year and source.

    Columns: origin, dest, year, reporter, source_id, home, flow, coverage."""
    rows = pd.concat([partner_trade.drawn(OWN, "export"), partner_trade.drawn(OWN, "import")])
    flows = partner_trade.as_flows(rows).assign(flow=rows["seen"])
    return flows[["origin", "dest", "year", "reporter", "source_id", "home", "flow", "coverage"]]


@kept()
def totals() -> pd.DataFrame:
    """Trade of the five with the world by their own figures, one row per country (`home`), flow, year and coverage.

    Statistics only: nothing is a share of a figure of the press. Of several, the row of the table's choice; `source_id`
    lets a share find the total of its own source. Columns: those of the table `trade_partners` and home."""
    rows = tables.load(partner_trade.TABLE)
    is_total = (rows["partner"] == "WLD") & rows["flow"].isin(["export", "import"]) & fullness.is_statistic(rows)
    rows = rows[is_total & rows["reporter"].isin(countries.C5)].assign(home=rows["reporter"])
    return rows.sort_values("preferred", ascending=False, kind="stable", ignore_index=True)


def beside(rows: pd.DataFrame, cell: list[str]) -> pd.DataFrame:
    """Rows (one a `cell`) with the world total of the same country, flow, year and coverage, in columns with `_total`.

    A total of the same source goes first. A row whose total is not on record is left out."""
    sums = totals().rename(columns={"value_usd": "value"})[[*TOTAL_OF, *BESIDE]]
    sums = sums.rename(columns={column: f"{column}_total" for column in BESIDE})
    same = rows.merge(sums, left_on=[*TOTAL_OF, "source_id"], right_on=[*TOTAL_OF, "source_id_total"])
    other = rows.merge(sums.drop_duplicates(TOTAL_OF), on=TOTAL_OF)
    return pd.concat([same, other], ignore_index=True).drop_duplicates(cell)


def world(home: str, flows: tuple[str, ...], rows: pd.DataFrame) -> dict[int, float]:
    """The total of one of the five by year, over its flows, of the coverage that its rows (year, basis) have.

    Only years with a total for each of the flows; none where the rows of a year are of more than one coverage."""
    sums = totals()
    sums = sums[(sums["home"] == home) & sums["flow"].isin(flows)].drop_duplicates(["flow", "year", "coverage"])
    whole: dict[tuple[int, str], list[float]] = {}
    for year, coverage, value in zip(
        *(sums[column].tolist() for column in ("year", "coverage", "value_usd")), strict=True
    ):
        whole.setdefault((year, coverage), []).append(value)
    statistics = rows[fullness.is_statistic(rows)]
    kinds: dict[int, set[str]] = {}
    for year, basis in zip(statistics["year"].tolist(), statistics["basis"].tolist(), strict=True):
        kinds.setdefault(year, set()).add(WIDER if WIDER in basis else COVERED)
    asked = {year: whole.get((year, next(iter(of)))) for year, of in kinds.items() if len(of) == 1}
    added = {year: sum(values) for year, values in asked.items() if values and len(values) == len(flows)}
    return {year: value for year, value in added.items() if not pd.isna(value)}


@kept()
def fullnesses(indicator: Indicator) -> dict[int, Fullness]:
    """How full each year of a series is: partners on record, and their part of what the country itself adds up to."""
    side, home, flow = indicator.series
    rows = partner_trade.values(indicator)
    flows = ("export", "import") if flow == "both" else (flow,)
    return fullness.by_year(rows, world(home, flows, rows) if side == OWN else None)
