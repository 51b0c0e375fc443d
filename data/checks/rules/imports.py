"""Rules of the tables on what the United States imports: reliance, sources of imports, origins of uranium."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator

from data.checks.rules.rule import ABSENT, Finder, Hit, Row, Rule, Tables, lines, no_aggregate, number, one_drawn

RELIANCE, SOURCES, URANIUM = "us_import_reliance", "us_import_sources", "us_uranium_origins"
# Shares are printed as whole percents: of the sums at hand, three of imports come to 101 and that of uranium for 2024
# to 102. Anything above is no rounding.
MOST_IMPORTS, MOST_URANIUM = 101.0, 102.0


def _sum_not_above(table: str, key: tuple[str, ...], most: float, counts: Callable[[Row], bool]) -> Finder:
    """Finds groups of rows (those that count, by key) whose shares add up to more than `most`."""

    def find(tables: Tables) -> Iterator[Hit]:
        totals: dict[tuple[str, ...], float] = defaultdict(float)
        last: dict[tuple[str, ...], int] = {}
        for line, row in lines(tables, table):
            if counts(row):
                group = tuple(row[one] for one in key)
                totals[group] += number(row["share_pct"]) or 0.0
                last[group] = line
        for group, total in totals.items():
            if total > most:
                yield table, last[group], "share_pct", f"{total:g} for {', '.join(group)}"

    return find


def _is_country(row: Row) -> bool:
    return row["origin_kind"] == "country"


def _percentage_or_exporter(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, RELIANCE):
        if (row["net_import_reliance_pct"] == "") != (row["relation"] == "net_exporter"):
            yield RELIANCE, line, "net_import_reliance_pct", row["net_import_reliance_pct"]


def _share_or_reason(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, SOURCES):
        if (row["share_pct"] == "") != (row["status"] in ABSENT):
            yield SOURCES, line, "share_pct", row["share_pct"]


def _rank_by_share(tables: Tables) -> Iterator[Hit]:
    shares: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for _, row in lines(tables, SOURCES):
        if row["partner"] and (share := number(row["share_pct"])) is not None:
            insort(shares[row["mineral"], row["form"], row["period"]], share)
    for line, row in lines(tables, SOURCES):
        share, rank = number(row["share_pct"]), number(row["rank"])
        if share is None or rank is None:
            continue
        others = shares[row["mineral"], row["form"], row["period"]]
        if rank != 1 + len(others) - bisect_right(others, share):
            yield SOURCES, line, "rank", row["rank"]


def _origin_fits_kind(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, URANIUM):
        expected = {"group": row["origin"] == "", "total": row["origin"] == "WLD"}
        if not expected.get(row["origin_kind"], row["origin"] not in ("", "WLD")):
            yield URANIUM, line, "origin_kind", row["origin_kind"]


def _price_has_source(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, URANIUM):
        if len({row[one] == "" for one in ("price_usd_per_lb", "price_source_id", "price_locator")}) > 1:
            yield URANIUM, line, "price_source_id", row["price_source_id"]


def _says_something(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, URANIUM):
        if not (row["quantity_klb_u3o8e"] or row["share_pct"] or row["price_usd_per_lb"]):
            yield URANIUM, line, "share_pct", ""


RULES = (
    Rule(
        "one-latest-reliance",
        "exactly one row per mineral, form and year is the latest",
        ("us_import_reliance",),
        one_drawn(RELIANCE, "latest", ("mineral", "form", "year")),
    ),
    Rule(
        "reliance-relation",
        "net import reliance has a percentage, except where the country is a net exporter",
        ("us_import_reliance",),
        _percentage_or_exporter,
    ),
    Rule(
        "import-shares",
        "the shares in US imports of a mineral, form and period add up to 100 at most; 101 is let pass as rounding, "
        "because the shares are printed as whole percents",
        ("us_import_sources",),
        _sum_not_above(SOURCES, ("mineral", "form", "period"), MOST_IMPORTS, bool),
    ),
    Rule(
        "import-share-or-reason",
        "a source of imports has a share, or a status that says why not",
        ("us_import_sources",),
        _share_or_reason,
    ),
    Rule(
        "import-rank",
        "the place of a source of imports follows from the shares",
        ("us_import_sources",),
        _rank_by_share,
    ),
    Rule(
        "import-partner",
        "a source of imports is a country, not an aggregate",
        ("countries", "us_import_sources"),
        no_aggregate(SOURCES, "partner"),
    ),
    Rule(
        "uranium-shares",
        "the shares of single countries in the uranium of a year add up to 100 at most; 102 is let pass, because the "
        "rounded shares printed for 2024 add up to that",
        ("us_uranium_origins",),
        _sum_not_above(URANIUM, ("year",), MOST_URANIUM, _is_country),
    ),
    Rule(
        "uranium-origin",
        "a group of countries has no country code, so that no country gets it",
        ("us_uranium_origins",),
        _origin_fits_kind,
    ),
    Rule("uranium-price", "a price has a source and a place in it", ("us_uranium_origins",), _price_has_source),
    Rule(
        "uranium-figure",
        "a row on uranium has a quantity, a share or a price",
        ("us_uranium_origins",),
        _says_something,
    ),
)
