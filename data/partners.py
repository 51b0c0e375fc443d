"""Trade of the five with their partners: a map of the partners of each of the five, and all of it as flows.

A country's own figure is drawn first. Where it has none, the figure of the partner for the same goods is drawn: what
one exports the other imports. For the United States that is the table us_trade. A claim comes last. Aggregates such as
the world or the European Union are never partners on a map."""

from dataclasses import replace
from functools import cache

import pandas as pd

from data import countries, derived, tables, trade
from data.subject import RECORD_COLUMNS, BySeries, FlowSet, Indicator, Subject, by_series

TABLE = "trade_partners"
CAVEATS = ("partners_mirrored", "partners_incomplete", "uzb_goods_services", "two_sides")
OTHER_FLOW = {"export": "import", "import": "export", "turnover": "turnover"}
OWN, US_SIDE, MIRRORED, CLAIMED = 0, 1, 2, 3
ROW = ["reporter", "partner", "flow", "year", "basis", "source_id"]
_BASE = Indicator(
    id="",
    title="",
    unit="USD",
    kind="flow",
    theme="trade",
    family="Trade of the five by partner",
    decimals=1,
    scale="log",
    display_unit="million US dollars",
    display_factor=trade.MILLION,
    table=TABLE,
    caveats=CAVEATS,
)
# prefix, title, flow seen from the one of the five
_SERIES = (
    ("exports_by_partner_usd", "Exports of {name}, by partner", "export"),
    ("imports_by_partner_usd", "Imports of {name}, by partner", "import"),
    ("trade_by_partner_usd", "Trade of {name}, both ways, by partner", "both"),
)


def indicators() -> list[Indicator]:
    """Exports, imports and both for each of the five; the countries drawn are its partners."""
    return [
        replace(
            _BASE,
            id=f"{prefix}.{home.lower()}",
            title=title.format(name=countries.name(home)),
            series=(home, flow),
        )
        for prefix, title, flow in _SERIES
        for home in countries.C5
    ]


def _all_rows() -> pd.DataFrame:
    """Every row of trade by partner, and of US trade in the years that the former covers, full years only."""
    frame = tables.load(TABLE)
    us = tables.load(trade.TABLE)
    us = us[(us["period"] == us["year"].astype("str")) & (us["year"] >= frame["year"].min())]
    rows = pd.concat([frame.assign(from_us=False), us.assign(from_us=True)], ignore_index=True)
    is_country = {code: countries.is_country(code) for code in {*rows["reporter"], *rows["partner"]}}
    return rows[rows["partner"].map(is_country).astype(bool) & rows["reporter"].map(is_country).astype(bool)]


@cache
def _seen_from_home() -> pd.DataFrame:
    """Every row once for each of the five in it: `home`, the `other` side, `seen` (the flow from home), `rank`."""
    rows = _all_rows()
    own = rows[rows["reporter"].isin(countries.C5)]
    own = own.assign(home=own["reporter"], other=own["partner"], seen=own["flow"], rank=OWN)
    told = rows[rows["partner"].isin(countries.C5)]
    rank = told["from_us"].map({True: US_SIDE, False: MIRRORED})
    told = told.assign(home=told["partner"], other=told["reporter"], seen=told["flow"].map(OTHER_FLOW), rank=rank)
    both = pd.concat([own, told], ignore_index=True)
    return both.assign(rank=both["rank"].mask(both["status"] == "claim", CLAIMED))


@cache
def drawn(flow: str) -> pd.DataFrame:
    """The rows that are drawn of `export`, `import` or `both`: of the side that goes first, preferred ones only.

    For both, a side counts if it has exports and imports, or else a printed turnover."""
    rows = _seen_from_home()
    rows = rows[rows["preferred"]]
    pair = ["home", "other", "year"]
    if flow != "both":
        return rows[rows["seen"] == flow].sort_values("rank", kind="stable").drop_duplicates(pair)
    is_turnover = rows["seen"] == "turnover"
    rows = rows.assign(choice=rows["rank"] * 2 + is_turnover)
    counts = rows.groupby([*pair, "choice"])["seen"].transform("nunique")
    rows = rows[is_turnover | (counts == 2)]
    return rows[rows["choice"] == rows.groupby(pair)["choice"].transform("min")]


@cache
def _by_home(flow: str) -> BySeries:
    """What is drawn of a flow, by the one of the five that it is seen from."""
    rows = drawn(flow).sort_values("seen").rename(columns={"other": "iso3", "value_usd": "value"})
    return by_series(rows, ["home"])


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a series, one per partner and year."""
    home, flow = one.series
    return derived.gathered(_by_home(flow)[(home,)], sum)


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row on record between the two countries in the year, from both sides; the drawn ones are marked."""
    home, flow = one.series
    wanted = [flow, "turnover"] if flow != "both" else list(OTHER_FLOW)
    rows = _seen_from_home()
    rows = rows[(rows["home"] == home) & (rows["other"] == iso3) & (rows["year"] == year) & rows["seen"].isin(wanted)]
    used = {tuple(row) for row in drawn(flow)[ROW].itertuples(index=False, name=None)}
    is_used = [row in used for row in rows[ROW].itertuples(index=False, name=None)]
    told = rows["reporter"].map(countries.name) + ": " + rows["flow"] + ", " + rows["basis"]
    found = rows.assign(
        value=rows["value_usd"], unit="USD", basis=told, vintage=rows["year"].astype("str"), preferred=is_used
    )
    return found.sort_values("rank", kind="stable")[RECORD_COLUMNS]


def absence(one: Indicator, iso3: str) -> str:
    """A country is not its own partner; for the others no figure was found."""
    return "not_applicable" if iso3 == one.series[0] else "not_reported"


def flow_sets() -> list[FlowSet]:
    """The five with all their partners."""
    return [trade.flow_set("partners", "Trade of the five with their partners", _BASE.family, CAVEATS)]


def flow_values(_one: FlowSet) -> pd.DataFrame:
    """One row per exporter, importer and year, in current US dollars.

    Between two of the five both may have a figure: that of the exporting country is taken."""
    rows = pd.concat([drawn("export"), drawn("import")], ignore_index=True)
    rows = trade.as_flows(rows.assign(reporter=rows["home"], partner=rows["other"], flow=rows["seen"]))
    return rows.sort_values(["rank", "seen"], kind="stable").drop_duplicates(["origin", "dest", "year"])


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
