"""Trade of the five with their partners, as they report it, and, apart from it, as the partners report it.

The two sides are never in one series: what a country books stands under its own name, what its partners book of the
same goods (their imports are its exports) under theirs. Statistics go before press figures of statistics, which keep a
basis of their own; statements are no statistics and only records behind a cell. The country's own trade with the United
States is also in the table trade_mirror, that of the United States in us_trade. Aggregates such as the world or the
European Union are never partners on a map."""

import pandas as pd

from data.package import countries, tables
from data.package.snapshot import kept
from data.package.statuses import CLAIM, is_press
from data.subjects import arithmetic, definitions, us_trade, wording
from data.subjects.base import RECORD_COLUMNS, BySeries, FlowSet, Indicator, Subject, by_series

TABLE, MIRROR_TABLE = "trade_partners", "trade_mirror"
OWN, MIRROR = "own", "mirror"
SETS = {"partners": OWN, "partners_mirror": MIRROR}
OTHER_FLOW = {"export": "import", "import": "export", "turnover": "turnover"}
PAIR = ["home", "other", "year"]
ROW = ["reporter", "partner", "flow", "year", "basis", "source_id"]
COVERED = "goods"
# What a basis is called by that counts services, too.
WIDER = "goods_services"
# The entry of each flow seen from the one of the five; that of the other side's books ends in `_mirror`.
ENTRIES = {"exports_by_partner": "export", "imports_by_partner": "import", "trade_by_partner": "both"}


def indicators() -> list[Indicator]:
    """Exports, imports and both for each of the five that has figures, first its own ones, then those of its partners.

    The countries drawn are the partners."""
    return [
        definitions.indicator("partner_trade", entry + ("_mirror" if side == MIRROR else ""), {"country": home})
        for side in (OWN, MIRROR)
        for entry, flow in ENTRIES.items()
        for home in countries.C5
        if (home,) in _by_home(side, flow)
    ]


def _all_rows() -> pd.DataFrame:
    """Every full-year row of trade by partner and, in the years that it covers, of trade with the United States."""
    frame = tables.load(TABLE)
    first = frame["year"].min()
    more = [tables.load(name).assign(table=place) for place, name in enumerate((us_trade.TABLE, MIRROR_TABLE))]
    with_us = [rows[(rows["period"] == rows["year"].astype("str")) & (rows["year"] >= first)] for rows in more]
    rows = pd.concat([*with_us, frame.assign(table=len(more))], ignore_index=True)
    is_country = {code: countries.is_country(code) for code in {*rows["reporter"], *rows["partner"]}}
    both = rows["partner"].map(is_country).astype(bool) & rows["reporter"].map(is_country).astype(bool)
    return rows[both].assign(coverage=rows["coverage"].fillna(COVERED))


@kept()
def _seen_from_home() -> pd.DataFrame:
    """Every row once for each of the five in it: whose `side`, `home`, the `other` one, `seen` (the flow from home).

    Of one cell the row to be drawn comes first: statistics before the press, tables of trade with the US before ours
    of all partners, which repeats them."""
    rows = _all_rows()
    own = rows[rows["reporter"].isin(countries.C5)]
    own = own.assign(side=OWN, home=own["reporter"], other=own["partner"], seen=own["flow"])
    others = rows[rows["partner"].isin(countries.C5)]
    others = others.assign(
        side=MIRROR, home=others["partner"], other=others["reporter"], seen=others["flow"].map(OTHER_FLOW)
    )
    both = pd.concat([own, others], ignore_index=True)
    both = both.assign(is_press=both["basis"].map(is_press).astype(bool), value=both["value_usd"])
    return both.sort_values(["is_press", "table"], kind="stable", ignore_index=True)


@kept()
def drawn(side: str, flow: str) -> pd.DataFrame:
    """The rows of one side that are drawn of `export`, `import` or `both`: preferred ones, and no statements.

    Both is exports and imports of one coverage, both statistics or both of the press; else a printed turnover.
    Columns: those of `trade_partners` and side, home, other, seen, value, table, is_press."""
    rows = _seen_from_home()
    rows = rows[rows["preferred"] & (rows["side"] == side) & (rows["status"] != CLAIM)]
    rows = rows.drop_duplicates([*PAIR, "seen"])
    if flow != "both":
        return rows[rows["seen"] == flow]
    is_turnover = rows["seen"] == "turnover"
    parts = rows[~is_turnover]
    alike = parts.groupby(PAIR)[["seen", "coverage", "is_press"]].transform("nunique")
    sums = parts[(alike["seen"] == 2) & (alike["coverage"] == 1) & (alike["is_press"] == 1)]
    summed = set(sums[PAIR].itertuples(index=False, name=None))
    turnovers = rows[is_turnover]
    is_alone = [pair not in summed for pair in turnovers[PAIR].itertuples(index=False, name=None)]
    return pd.concat([sums, turnovers[is_alone]])


@kept()
def _by_home(side: str, flow: str) -> BySeries:
    """What is drawn of a flow, by the one of the five that it is seen from."""
    return by_series(drawn(side, flow).sort_values("seen").assign(iso3=lambda rows: rows["other"]), ["home"])


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series, one per partner and year. Columns: DRAWN_COLUMNS."""
    side, home, flow = indicator.series
    return arithmetic.by_country_year(_by_home(side, flow)[(home,)], sum)


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row on record between the two countries in the year, from both sides; the drawn ones are marked.

    Columns: RECORD_COLUMNS."""
    side, home, flow = indicator.series
    wanted = [flow, "turnover"] if flow != "both" else list(OTHER_FLOW)
    rows = _seen_from_home()
    rows = rows[(rows["home"] == home) & (rows["other"] == iso3) & (rows["year"] == year) & rows["seen"].isin(wanted)]
    # Trade with the United States stands in two tables.
    rows = rows.drop_duplicates(ROW)
    used = {tuple(row) for row in drawn(side, flow)[ROW].itertuples(index=False, name=None)}
    is_used = [row in used for row in rows[ROW].itertuples(index=False, name=None)]
    basis = wording.each("flow_of_country", country=rows["reporter"], flow=rows["flow"], basis=rows["basis"])
    found = rows.assign(unit="USD", basis=basis, vintage=rows["year"].astype("str"), preferred=is_used)
    found = found.assign(is_other=found["side"] != side, is_claim=found["status"] == CLAIM)
    return found.sort_values(["is_other", "is_claim"], kind="stable")[RECORD_COLUMNS]


def absence(indicator: Indicator, iso3: str) -> str:
    """A country is not its own partner; for the others no figure was found."""
    return "not_applicable" if iso3 == indicator.series[1] else "not_reported"


def flow_sets() -> list[FlowSet]:
    """The five with all their partners, as the five report it and as the partners do."""
    return definitions.flow_sets("partner_trade")


def flow_values(flow_set: FlowSet) -> pd.DataFrame:
    """One row per exporter, importer and year, in current US dollars.

    Between two of the five both may have a figure: that of the one that exports is taken, of the partners' figures that
    of the one that imports. Columns: FLOW_COLUMNS without the unit, and others."""
    (side,) = flow_set.series
    rows = pd.concat([drawn(side, "export"), drawn(side, "import")])
    return as_flows(rows.sort_values("seen", kind="stable")).drop_duplicates(["origin", "dest", "year"])


def seen_from(flow_set: FlowSet, home: str) -> pd.DataFrame:
    """The flows of one of the five in both directions, all of one side's books.

    Columns: FLOW_COLUMNS without the unit, and others."""
    (side,) = flow_set.series
    rows = pd.concat([drawn(side, "export"), drawn(side, "import")])
    return as_flows(rows[rows["home"] == home])


def as_flows(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows seen from home with origin and destination of the goods. Columns: those of the rows, origin, dest."""
    is_export = rows["seen"] == "export"
    return rows.assign(
        origin=rows["home"].where(is_export, rows["other"]), dest=rows["other"].where(is_export, rows["home"])
    )


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
