"""Shares in trade: that of the United States in the trade of the five, and that of each partner, as printed.

A share is made of figures of one coverage (goods, or goods and services): the country's own figure for the United
States over its total for the world. The total is that of the same source where there is one, else the drawn one."""

from dataclasses import replace

import pandas as pd

from data.package import countries, tables
from data.package.snapshot import kept
from data.subjects import arithmetic, fullness, mirror_trade, partner_totals, us_trade
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, BySeries, Indicator, Subject, by_series

TOTALS, PRINTED, WORLD = "trade_partners", "trade_partner_shares", "WLD"
FLOWS = {"us_exports_share": ("export",), "us_imports_share": ("import",), "us_trade_share": ("export", "import")}
NATIONAL, REPORTS = "national", "reports"
# Of national statistics, from their own tables or as the press repeats them.
BASES = (NATIONAL, "news_national")
# Who reckoned a printed share.
KINDS = {
    NATIONAL: "by national statistics",
    REPORTS: "as the World Factbook reckons it from the reports of partners",
}
PRINTED_FAMILY = "Shares of partners, as printed"
OWN_CAVEATS = ("share_own", "uzb_goods_services", "two_sides")
_BASE = Indicator(
    id="",
    title="",
    unit="percent",
    kind="share",
    theme="trade",
    family="US trade in proportion",
    decimals=2,
    scale="linear",
    display_unit="percent",
    display_factor=1.0,
    table=mirror_trade.TABLE,
    caveats=OWN_CAVEATS,
)
_US = (
    ("us_trade_share_pct", "Share of the US in the country's trade, by the country's own statistics", "us_trade_share"),
    ("exports_to_us_share_pct", "Share of the US in the country's exports, by its own statistics", "us_exports_share"),
    (
        "imports_from_us_share_pct",
        "Share of the US in the country's imports, by its own statistics",
        "us_imports_share",
    ),
)
_BY_PARTNER = (
    ("partner_share_pct.exports", "Exports of {name}", "export"),
    ("partner_share_pct.imports", "Imports of {name}", "import"),
    ("partner_share_pct.trade", "Trade of {name}", "turnover"),
)


def indicators() -> list[Indicator]:
    """Shares of the United States by both ways of reckoning, then printed shares of partners of each of the five."""
    made = [replace(_BASE, id=one, title=title, series=("own", key)) for one, title, key in _US]
    made.append(
        replace(
            _BASE,
            id="us_reported_share_pct",
            title="US-reported trade with the country as a percentage of its total trade in goods (WTO)",
            table=us_trade.TABLE,
            series=("us",),
            caveats=("us_side", "share_us_side", "vintages"),
        )
    )
    return made + [_printed_indicator(*key) for key in _offered()]


def _offered() -> list[tuple[str, str, str, str, str]]:
    """Prefix, title, country, flow and kind of every series of printed shares.

    What a country prints itself and what the World Factbook reckons from the reports of partners are two series. The
    id without `_mirror` is that of the country's own where there is one."""
    told = _by_reporter()
    return [
        (prefix, title, home, flow, kind)
        for prefix, title, flow in _BY_PARTNER
        for home in countries.C5
        for kind in KINDS
        if (home, flow, kind) in told
    ]


def _printed_indicator(prefix: str, title: str, home: str, flow: str, kind: str) -> Indicator:
    is_second = kind == REPORTS and (home, flow, NATIONAL) in _by_reporter()
    start, what = prefix.split(".")
    return replace(
        _BASE,
        id=f"{start.replace('_pct', '_mirror_pct') if is_second else start}.{what}.{home.lower()}",
        title=f"{title.format(name=countries.name(home))}: share of the partner, {KINDS[kind]}",
        family=PRINTED_FAMILY,
        decimals=1,
        table=PRINTED,
        series=("printed", home, flow, kind),
        caveats=("shares_printed",),
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
    told = rows.assign(home=rows["reporter"])
    both = partner_totals.beside(told, ["reporter", "flow", "year"])
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
    is_national = rows["basis"].isin(BASES)
    rows = rows.assign(kind=is_national.map({True: NATIONAL, False: REPORTS}), home=rows["reporter"])
    return by_series(rows.assign(reporter=rows["reporter"].where(is_national, "")), ["home", "flow", "kind"])


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a share is missing where the figure or the total is, of either flow."""
    if one.series[0] == "own":
        return _own_share(FLOWS[one.series[1]])
    if one.series[0] == "us":
        total = arithmetic.total(_goods_total("export"), _goods_total("import"))
        return arithmetic.quotient(us_trade.values(us_trade.series("us_trade_usd")), total, 100)
    return _by_reporter()[one.series[1:]]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The figures and totals a share is made of and, beside it, printed shares."""
    if one.series[0] == "printed":
        found = _printed(one.series[1], iso3, (one.series[2],), year, is_drawn=True)
        is_national = found["basis"].str.rsplit(", ", n=1).str[-1].isin(BASES)
        return found.assign(preferred=found["preferred"] & (is_national == (one.series[3] == NATIONAL)))
    flows = FLOWS[one.series[1]] if one.series[0] == "own" else FLOWS["us_trade_share"]
    totals = _world()
    totals = totals[(totals["reporter"] == iso3) & (totals["year"] == year) & totals["flow"].isin(flows)]
    if one.series[0] == "us":
        used = totals["basis"] == "wto_via_wdi"
        own = us_trade.records(us_trade.series("us_trade_usd"), iso3, year)
        return pd.concat([own, _as_records(totals, used, "total")], ignore_index=True)
    drawn = _us_rows()
    drawn = drawn[(drawn["iso3"] == iso3) & (drawn["year"] == year)]
    frame = tables.load(mirror_trade.TABLE)
    part = frame[(frame["reporter"] == iso3) & (frame["year"] == year) & frame["flow"].isin(flows)]
    is_part = part["source_id"].isin(drawn["source_id"]) & part["preferred"]
    is_total = totals["source_id"].isin(drawn["source_id_total"])
    parts = [
        _as_records(part, is_part, "with the US"),
        _as_records(totals, is_total, "total"),
        _printed(iso3, "USA", flows, year, is_drawn=False),
    ]
    return pd.concat(parts, ignore_index=True)


def _as_records(rows: pd.DataFrame, is_drawn: pd.Series, what: str) -> pd.DataFrame:
    return rows.assign(
        value=rows["value_usd"],
        unit="USD",
        basis=rows["flow"] + " " + what + ", " + rows["basis"],
        vintage=rows["year"].astype("str"),
        preferred=is_drawn.astype(bool),
    )[RECORD_COLUMNS]


def _printed(home: str, partner: str, flows: tuple[str, ...], year: int, *, is_drawn: bool) -> pd.DataFrame:
    rows = tables.load(PRINTED)
    is_pair = (rows["reporter"] == home) & (rows["partner"] == partner)
    rows = rows[is_pair & (rows["year"] == year) & rows["flow"].isin(flows)]
    return rows.assign(
        value=rows["share_pct"],
        unit="percent",
        basis=rows["flow"] + " share, " + rows["basis"],
        vintage=rows["year"].astype("str"),
        preferred=rows["preferred"].astype(bool) & is_drawn,
    )[RECORD_COLUMNS]


def absence(one: Indicator, iso3: str) -> str:
    """No country trades with itself; for the others no figure was found."""
    itself = one.series[1] if one.series[0] == "printed" else "USA"
    return "not_applicable" if iso3 == itself else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
