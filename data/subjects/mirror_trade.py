"""Trade with the United States as the five report it, and the gap between what the two sides report.

What one side exports the other imports, so the exports of a country stand against US imports from it. A figure for a
part of a year is a record, never a year. Where a country prints turnover only, the turnover stands for both flows."""

import pandas as pd

from data.package import tables
from data.package.snapshot import kept
from data.package.statuses import CLAIM
from data.subjects import arithmetic, definitions, us_trade, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, FlowSet, Indicator, Subject

TABLE = "trade_mirror"
US_FLOW = {"export": "us_imports_usd", "import": "us_exports_usd"}


def indicators() -> list[Indicator]:
    """What the five report, then the gaps to what the United States reports."""
    return definitions.indicators("mirror_trade")


@kept()
def full_years() -> pd.DataFrame:
    """The preferred full-year rows, one per reporter, flow and year.

    Columns: those of the table `trade_mirror`."""
    frame = tables.load(TABLE)
    whole = frame[frame["preferred"] & (frame["period"] == frame["year"].astype("str"))]
    return whole.reset_index(drop=True)


@kept()
def reported(flow: str) -> pd.DataFrame:
    """What the five report of one flow (export, import or turnover), as parts of derived values.

    Columns: DRAWN_COLUMNS."""
    rows = full_years()
    rows = rows[rows["flow"] == flow]
    flows = rows.assign(iso3=rows["reporter"], value=rows["value_usd"])
    flows["reporter"] = flows["iso3"].mask(flows["status"] == CLAIM, "")
    return flows[DRAWN_COLUMNS].reset_index(drop=True)


def both_flows() -> pd.DataFrame:
    """Exports and imports together; the printed turnover where a country prints no flows. Columns: DRAWN_COLUMNS."""
    sums = arithmetic.total(reported("export"), reported("import"))
    both = pd.concat([sums, reported("turnover")], ignore_index=True)
    return both.drop_duplicates(["iso3", "year"]).reset_index(drop=True)


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a gap is missing where one of the two sides is. Columns: DRAWN_COLUMNS."""
    what = indicator.series[-1]
    if what == "trade":
        return both_flows()
    if what == "balance":
        return arithmetic.difference(reported("export"), reported("import"))
    if indicator.series[0] != "gap":
        return reported(what)
    us_side = us_trade.values(us_trade.series(US_FLOW[what]))
    is_ratio = indicator.kind == "ratio"
    return (arithmetic.quotient if is_ratio else arithmetic.difference)(reported(what), us_side)


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """What the country reports for the year and, for a gap, what the United States reports; part-year rows too.

    Columns: RECORD_COLUMNS."""
    what = indicator.series[-1]
    flows = [what] if what in US_FLOW else ["export", "import", "turnover"]
    frame = tables.load(TABLE)
    rows = frame[(frame["reporter"] == iso3) & (frame["year"] == year) & frame["flow"].isin(flows)]
    own = rows.assign(
        value=rows["value_usd"],
        unit="USD",
        basis=wording.each("flow", flow=rows["flow"], basis=rows["basis"]),
        vintage=rows["period"],
        preferred=(rows["preferred"] & (rows["period"] == str(year))).astype(bool),
    )[RECORD_COLUMNS]
    if indicator.series[0] != "gap":
        return own
    return pd.concat([own, us_trade.records(us_trade.series(US_FLOW[what]), iso3, year)], ignore_index=True)


def flow_sets() -> list[FlowSet]:
    """US trade with the five as they report it."""
    return definitions.flow_sets("mirror_trade")


def flow_values(_flow_set: FlowSet) -> pd.DataFrame:
    """Exports and imports of the five as flows from the exporting to the importing country, in current US dollars.

    Columns: FLOW_COLUMNS without the unit, and others."""
    rows = full_years()
    return us_trade.as_flows(rows[rows["flow"] != "turnover"])


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=us_trade.absence)
