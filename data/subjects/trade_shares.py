"""Shares in trade: that of the United States in the trade of the five, and that of each partner, as printed.

A share is made of figures of one coverage (goods, or goods and services): the country's own figure for the United
States over its total for the world. The total is that of the same source where there is one, else the drawn one."""

import pandas as pd

from data.package import countries, tables
from data.package.snapshot import kept
from data.subjects import arithmetic, definitions, fullness, mirror_trade, partner_totals, us_trade, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, BySeries, Indicator, Subject, by_series

TOTALS, PRINTED, WORLD = "trade_partners", "trade_partner_shares", "WLD"
FLOWS = {"us_exports_share": ("export",), "us_imports_share": ("import",), "us_trade_share": ("export", "import")}
NATIONAL, REPORTS = "national", "reports"
# Of national statistics, from their own tables or as the press repeats them.
BASES = (NATIONAL, "news_national")
# Who reckoned a printed share: a country itself, or the World Factbook from the reports of partners.
RECKONINGS = (NATIONAL, REPORTS)
PRINTED_FAMILY = "printed_shares"
# The entry of each flow that shares are printed of.
ENTRIES = {"partner_share_exports": "export", "partner_share_imports": "import", "partner_share_trade": "turnover"}
# Entries of the shares of the United States.
OF_US = ("us_trade_share_pct", "exports_to_us_share_pct", "imports_from_us_share_pct", "us_reported_share_pct")


def indicators() -> list[Indicator]:
    """Shares of the United States by both ways of reckoning, then printed shares of partners of each of the five."""
    made = [definitions.indicator("trade_shares", entry) for entry in OF_US]
    return made + [
        _printed_indicator(entry, home, flow, reckoning)
        for entry, flow in ENTRIES.items()
        for home in countries.C5
        for reckoning in RECKONINGS
        if (home, flow, reckoning) in _by_reporter()
    ]


def _printed_indicator(entry: str, home: str, flow: str, reckoning: str) -> Indicator:
    """What a country prints itself and what the World Factbook reckons from the reports of partners are two series.

    The id without `_mirror` is that of the country's own where there is one."""
    is_second = reckoning == REPORTS and (home, flow, NATIONAL) in _by_reporter()
    return definitions.indicator(
        "trade_shares",
        entry,
        {"country": home, "reckoning": reckoning},
        parts={"side": "_mirror" if is_second else ""},
    )


@kept()
def _world() -> pd.DataFrame:
    """Totals of the five by flow, year and coverage: of each the drawn one, else the only one."""
    rows = tables.load(TOTALS)
    rows = rows[(rows["partner"] == WORLD) & rows["reporter"].isin(countries.C5)]
    return rows.sort_values("preferred", ascending=False, kind="stable")


@kept()
def _us_rows() -> pd.DataFrame:
    """What the five report of the United States, each row with the total of its source or coverage.

    Statistics only, as on the trade page: no share of a figure of the press, nor over one."""
    frame = tables.load(mirror_trade.TABLE)
    rows = frame[frame["preferred"] & fullness.is_statistic(frame) & (frame["period"] == frame["year"].astype("str"))]
    of_home = rows.assign(home=rows["reporter"])
    both = partner_totals.beside(of_home, ["reporter", "flow", "year"])
    return both.rename(columns={"reporter": "iso3"})


def _parts(flow: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The figure for the United States and the total of one flow, for the countries and years that have both."""
    rows = _us_rows()
    rows = rows[rows["flow"] == flow]
    part = rows.rename(columns={"value_usd": "value"}).assign(reporter=rows["iso3"])[DRAWN_COLUMNS]
    whole = part.assign(
        value=rows["value_total"],
        status=rows["status_total"],
        source_id=rows["source_id_total"],
        basis=rows["basis_total"],
        locator=rows["locator_total"],
    )
    return part.reset_index(drop=True), whole.reset_index(drop=True)


def _own_share(flows: tuple[str, ...]) -> pd.DataFrame:
    part, whole = _parts(flows[0])
    for flow in flows[1:]:
        more_part, more_whole = _parts(flow)
        part, whole = arithmetic.total(part, more_part), arithmetic.total(whole, more_whole)
    return arithmetic.quotient(part, whole, 100)


def _goods_total(flow: str) -> pd.DataFrame:
    rows = _world()
    rows = rows[(rows["basis"] == "wto_via_wdi") & (rows["flow"] == flow)]
    return rows.assign(iso3=rows["reporter"]).rename(columns={"value_usd": "value"})[DRAWN_COLUMNS]


@kept()
def _by_reporter() -> BySeries:
    """Printed shares that are drawn, by the country whose trade it is, the flow, and who reckoned them."""
    rows = tables.load(PRINTED)
    rows = rows[rows["preferred"]].rename(columns={"partner": "iso3", "share_pct": "value"})
    rows = rows.assign(reckoning=_reckoning(rows), home=rows["reporter"])
    rows = rows.assign(reporter=rows["reporter"].where(rows["reckoning"] == NATIONAL, ""))
    return by_series(rows, ["home", "flow", "reckoning"])


def _reckoning(rows: pd.DataFrame) -> pd.Series:
    return rows["basis"].isin(BASES).map({True: NATIONAL, False: REPORTS})


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a share is missing where the figure or the total is, of either flow.

    Columns: DRAWN_COLUMNS."""
    if indicator.series[0] == "own":
        return _own_share(FLOWS[indicator.series[1]])
    if indicator.series[0] == "us":
        total = arithmetic.total(_goods_total("export"), _goods_total("import"))
        return arithmetic.quotient(us_trade.values(us_trade.series("us_trade_usd")), total, 100)
    return _by_reporter()[indicator.series[1:]]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The figures and totals a share is made of and, beside it, printed shares. Columns: RECORD_COLUMNS."""
    if indicator.series[0] == "printed":
        _, home, flow, reckoning = indicator.series
        return _printed(home, iso3, (flow,), year, drawn=reckoning)
    flows = FLOWS[indicator.series[1]] if indicator.series[0] == "own" else FLOWS["us_trade_share"]
    totals = _world()
    totals = totals[(totals["reporter"] == iso3) & (totals["year"] == year) & totals["flow"].isin(flows)]
    if indicator.series[0] == "us":
        used = totals["basis"] == "wto_via_wdi"
        own = us_trade.records(us_trade.series("us_trade_usd"), iso3, year)
        return pd.concat([own, _as_records(totals, used, "flow_total")], ignore_index=True)
    drawn = _us_rows()
    drawn = drawn[(drawn["iso3"] == iso3) & (drawn["year"] == year)]
    frame = tables.load(mirror_trade.TABLE)
    part = frame[(frame["reporter"] == iso3) & (frame["year"] == year) & frame["flow"].isin(flows)]
    is_part = part["source_id"].isin(drawn["source_id"]) & part["preferred"]
    is_total = totals["source_id"].isin(drawn["source_id_total"])
    parts = [
        _as_records(part, is_part, "flow_with_us"),
        _as_records(totals, is_total, "flow_total"),
        _printed(iso3, "USA", flows, year),
    ]
    return pd.concat(parts, ignore_index=True)


def _as_records(rows: pd.DataFrame, is_drawn: pd.Series, what: str) -> pd.DataFrame:
    return rows.assign(
        value=rows["value_usd"],
        unit="USD",
        basis=wording.each(what, flow=rows["flow"], basis=rows["basis"]),
        vintage=rows["year"].astype("str"),
        preferred=is_drawn.astype(bool),
    )[RECORD_COLUMNS]


def _printed(home: str, partner: str, flows: tuple[str, ...], year: int, drawn: str = "") -> pd.DataFrame:
    """Printed shares of a partner as records; drawn are those of one reckoning, or none."""
    rows = tables.load(PRINTED)
    is_pair = (rows["reporter"] == home) & (rows["partner"] == partner)
    rows = rows[is_pair & (rows["year"] == year) & rows["flow"].isin(flows)]
    return rows.assign(
        value=rows["share_pct"],
        unit="percent",
        basis=wording.each("flow_share", flow=rows["flow"], basis=rows["basis"]),
        vintage=rows["year"].astype("str"),
        preferred=rows["preferred"].astype(bool) & (_reckoning(rows) == drawn),
    )[RECORD_COLUMNS]


def absence(indicator: Indicator, iso3: str) -> str:
    """No country trades with itself; for the others no figure was found."""
    itself = indicator.series[1] if indicator.series[0] == "printed" else "USA"
    return "not_applicable" if iso3 == itself else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
