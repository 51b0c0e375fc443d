"""What two countries report of the same trade, year by year, and the gap that is left when freight is taken off.

One of the two is the United States, the other one of the five. An importer's value may contain freight and insurance,
an exporter's does not. US imports are drawn at customs value, without freight, so that a factor takes nothing off them;
imports of the five are taken as c.i.f., as customs statistics usually value them: their tables do not say so."""

import pandas as pd

from data.analysis import mirror_reasons
from data.faults import UnknownId
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import joined_ids, weakest
from data.subjects import mirror_trade, us_trade

US = "USA"
# The largest share of freight and insurance that is asked for, percent of the value without them.
MOST_CIF = 25
CIF, CUSTOMS, FAS, FOB = "cif", "customs", "fas", "fob"
# Of which value each side's figure is, by importer.
VALUED = {US: (CUSTOMS, FOB), "": (CIF, FAS)}
FINDINGS = ("one_side", "no_freight", "exporter_larger", "within_freight", "beyond_freight")
ONE_SIDE, NO_FREIGHT, EXPORTER_LARGER, WITHIN, BEYOND = FINDINGS
COLUMNS = ["reporter", "partner", "year", "origin", "dest", "importer", "reporter_usd", "reporter_valued"]
COLUMNS += ["partner_usd", "partner_valued", "cif_pct", "reporter_less_freight_usd", "partner_less_freight_usd"]
COLUMNS += ["gap_usd", "ratio", "closing_pct", "finding", "reasons", "status", "source_id", "reporter_basis"]
COLUMNS += ["partner_basis"]
FIGURES = (
    "reporter_usd",
    "partner_usd",
    "reporter_less_freight_usd",
    "partner_less_freight_usd",
    "gap_usd",
    "ratio",
    "closing_pct",
)


@kept(256)
def of(reporter: str, partner: str = US, cif: int = 0) -> pd.DataFrame:
    """One row per year and direction of the goods, first what the reporter exports. Columns COLUMNS.

    Money in current US dollars. `gap_usd` is the reporter's figure less the partner's, `ratio` the first over the
    second, both after `cif_pct` is taken off the importer's figure: value / (1 + cif_pct / 100). `closing_pct` is the
    freight that would leave no gap. `finding` is one of: a side is missing (`one_side`), no freight in it
    (`no_freight`), the exporter has more (`exporter_larger`), freight up to MOST_CIF can explain it (`within_freight`),
    or cannot (`beyond_freight`); `reasons` are kinds of `mirror_reasons`. Raises UnknownId, ValueError for a factor out
    of bounds."""
    home = _home(reporter, partner)
    if not 0 <= cif <= MOST_CIF:
        raise ValueError(f"{cif} is not between 0 and {MOST_CIF}")
    exports = _of_flow(home, "export", US, reporter == home, cif)
    imports = _of_flow(home, "import", home, reporter == home, cif)
    rows = exports + imports if reporter == home else imports + exports
    return pd.DataFrame([{"reporter": reporter, "partner": partner, **row} for row in rows], columns=COLUMNS)


def _home(reporter: str, partner: str) -> str:
    """The one of the five of a pair."""
    if US not in (reporter, partner):
        raise UnknownId("pair with the United States", f"{reporter}-{partner}", [f"{one}-{US}" for one in C5])
    home = partner if reporter == US else reporter
    if home not in C5:
        raise UnknownId("country of the five", home, list(C5))
    return home


def _side(rows: pd.DataFrame, home: str) -> dict[int, dict]:
    return {int(row["year"]): row for row in rows[rows["iso3"] == home].to_dict("records")}


def _of_flow(home: str, flow: str, importer: str, is_home_first: bool, cif: int) -> list[dict]:
    """The rows of a flow of home, from the oldest year that either side has to the newest."""
    own = _side(mirror_trade.reported(flow), home)
    other = _side(us_trade.values(us_trade.series(mirror_trade.US_FLOW[flow])), home)
    ends = {"origin": home, "dest": US} if flow == "export" else {"origin": US, "dest": home}
    found = []
    for year in sorted(own.keys() | other.keys()):
        sides = (own.get(year), other.get(year)) if is_home_first else (other.get(year), own.get(year))
        is_importer_first = (importer == home) == is_home_first
        row = _compared(sides, importer, is_importer_first, cif)
        reasons = ";".join(mirror_reasons.kinds(home, flow, year)) if own.get(year) else ""
        found.append({"year": year, **ends, "importer": importer, **row, "reasons": reasons})
    return found


def _compared(sides: tuple[dict | None, dict | None], importer: str, is_importer_first: bool, cif: int) -> dict:
    """What two sides make of each other: gap, ratio, what freight would close the gap, and the finding."""
    first, second = (float("nan") if side is None else float(side["value"]) for side in sides)
    has_freight = importer != US
    taken = cif if has_freight else 0
    valued = VALUED[US if importer == US else ""]
    off = 1 + taken / 100
    less = (first / off, second) if is_importer_first else (first, second / off)
    imported, exported = (first, second) if is_importer_first else (second, first)
    told = [side for side in sides if side is not None]
    return {
        "reporter_usd": first,
        "partner_usd": second,
        "reporter_valued": valued[not is_importer_first] if sides[0] else "",
        "partner_valued": valued[is_importer_first] if sides[1] else "",
        "cif_pct": float(taken),
        "reporter_less_freight_usd": less[0],
        "partner_less_freight_usd": less[1],
        "gap_usd": less[0] - less[1],
        "ratio": less[0] / less[1] if less[1] else float("nan"),
        "closing_pct": (imported / exported - 1) * 100 if has_freight and exported else float("nan"),
        "finding": _finding(imported, exported, has_freight),
        "status": weakest(side["status"] for side in told),
        "source_id": joined_ids(side["source_id"] for side in told),
        "reporter_basis": sides[0]["basis"] if sides[0] else "",
        "partner_basis": sides[1]["basis"] if sides[1] else "",
    }


def _finding(imported: float, exported: float, has_freight: bool) -> str:
    if pd.isna(imported) or pd.isna(exported):
        return ONE_SIDE
    if not has_freight:
        return NO_FREIGHT
    if exported > imported:
        return EXPORTER_LARGER
    return BEYOND if imported / (1 + MOST_CIF / 100) > exported else WITHIN
