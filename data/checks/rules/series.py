"""Rules on figures beside their neighbours: a decimal point three places off, one world total per edition."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.checks.rules.rule import Finder, Hit, Row, Rule, Tables, lines, number

SLIP = 25.0
NOTES = "series_notes"
YEAR = 4
MONTHS = 12
MOST_NEIGHBOURS = 40


@dataclass(frozen=True)
class Series:
    """Where the figures of a table stand, what tells its series apart, and which remarks can speak of them.

    `within` is how many months apart neighbours may be; below `floor` one consignment makes the step; `places` are the
    columns of countries that a remark may name."""

    table: str
    value: str
    time: str
    key: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    within: int = 3 * MONTHS
    floor: float = 0.0
    places: tuple[str, ...] = ("iso3",)


TRADE = ("reporter", "partner", "flow")
US_TRADE = ("us_imports_usd", "us_exports_usd", "us_trade_usd", "us_balance_usd")
SERIES = (
    Series("us_trade", "value_usd", "year", TRADE, US_TRADE, places=("partner",)),
    Series("us_trade_monthly", "value_usd", "period", TRADE, US_TRADE, within=3, places=("partner",)),
    Series(
        "us_trade_products",
        "value_usd",
        "year",
        (*TRADE, "hs_code"),
        ("us_imports_usd.", "mirror_"),
        floor=25e6,
        places=("partner",),
    ),
    Series("trade_mirror", "value_usd", "year", TRADE, ("mirror_",), places=("reporter",)),
    Series(
        "trade_partners",
        "value_usd",
        "year",
        TRADE,
        ("exports_by", "imports_by", "trade_by"),
        floor=1e6,
        places=TRADE[:2],
    ),
    Series("minerals_production", "value", "year", ("iso3", "mineral", "stage", "unit"), ("production.",)),
    Series("minerals_production", "world_total", "year", ("mineral", "stage", "unit"), ("production.",), places=()),
    Series("minerals_reserves", "value", "year", ("iso3", "mineral", "basis", "unit"), ("reserves.",)),
    Series("minerals_reserves", "world_total", "year", ("mineral", "basis", "unit"), ("reserves.",), places=()),
    Series(
        "investment",
        "value",
        "year",
        ("host", "investor", "measure", "unit"),
        ("us_fdi", "fdi_", "by_investor"),
        places=("host", "investor"),
    ),
    Series("us_aid", "obligations_usd", "fiscal_year", ("iso3", "agency", "category"), ("us_aid",)),
    Series("us_aid", "disbursements_usd", "fiscal_year", ("iso3", "agency", "category"), ("us_aid",)),
    Series("macro", "value", "year", ("iso3", "measure"), ("gdp", "population")),
    Series("us_uranium_origins", "quantity_klb_u3o8e", "year", ("origin_name",), ("us_uranium",), places=("origin",)),
    Series("us_uranium_origins", "price_usd_per_lb", "year", ("origin_name",), ("us_uranium",), places=("origin",)),
)
Point = tuple[int, float, int, Row]


def _month(time: str) -> int | None:
    year, month = number(time[:YEAR]), number(time[YEAR + 1 :] or "1")
    return None if year is None or month is None else int(year) * MONTHS + int(month)


def _points(one: Series, tables: Tables) -> dict[tuple[str, ...], list[Point]]:
    found: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for line, row in lines(tables, one.table):
        value, month = number(row[one.value]), _month(row[one.time])
        if value and month is not None:
            found[tuple(row[part] for part in one.key)].append((month, abs(value), line, row))
    return found


def _far_from_neighbours(tables: Tables) -> Iterator[Hit]:
    notes = tables.get(NOTES, [])
    for one in SERIES:
        for points in _points(one, tables).values():
            points.sort(key=lambda point: point[0])
            for at, (month, value, line, row) in enumerate(points):
                near = [other for _, other in _near(points, at, one.within)]
                is_far = near and (value >= SLIP * max(near) or value * SLIP <= min(near))
                if is_far and max(value, *near) >= one.floor and not _is_told(one, row, month // MONTHS, notes):
                    yield one.table, line, one.value, row[one.value]


def _near(points: list[Point], at: int, within: int) -> Iterator[tuple[int, float]]:
    """The other points of a series, sorted by time, that are not too far away."""
    month = points[at][0]
    for step in (-1, 1):
        for other in range(at + step, at + step * (MOST_NEIGHBOURS + 1), step):
            if not 0 <= other < len(points) or abs(points[other][0] - month) > within:
                break
            yield points[other][:2]


def _is_told(one: Series, row: Row, year: int, notes: list[Row]) -> bool:
    """Whether a remark speaks of this figure or of the step to it."""
    codes = {row[part] for part in one.places} | {""}
    return any(
        note["iso3"] in codes
        and (number(note["year_from"]) or 0) - 1 <= year <= (number(note["year_to"]) or 0) + 1
        and any(_speaks_of(indicator, one) for indicator in note["indicators"].split(";"))
        for note in notes
    )


def _speaks_of(indicator: str, one: Series) -> bool:
    """Whether a series of the atlas is made of these rows; totals are not made of products."""
    return indicator in US_TRADE if one.remarks is US_TRADE else indicator.startswith(one.remarks)


def _one_world_total(table: str, part: str) -> Finder:
    """Finds rows whose world total is not that of most rows of the same edition, or not that of the world's row."""
    key = ("mineral", part, "year", "vintage", "unit")

    def find(tables: Tables) -> Iterator[Hit]:
        by_edition: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for row in tables.get(table, []):
            if row["world_total"]:
                by_edition[tuple(row[one] for one in key)][row["world_total"]] += 1
        usual = {edition: totals.most_common(1)[0][0] for edition, totals in by_edition.items()}
        for line, row in lines(tables, table):
            edition = tuple(row[one] for one in key)
            if row["world_total"] and row["world_total"] != usual[edition]:
                yield table, line, "world_total", row["world_total"]

    return find


RULES = (
    Rule(
        "series-slip",
        f"a figure {SLIP:g} times its neighbours in time, or less than that part of them, has a remark in series_notes",
        (*dict.fromkeys(one.table for one in SERIES), NOTES),
        _far_from_neighbours,
    ),
    Rule(
        "production-one-world",
        "one edition has one world total per mineral, stage and year",
        ("minerals_production",),
        _one_world_total("minerals_production", "stage"),
    ),
    Rule(
        "reserves-one-world",
        "one edition has one world total per mineral, basis and year",
        ("minerals_reserves",),
        _one_world_total("minerals_reserves", "basis"),
    ),
)
