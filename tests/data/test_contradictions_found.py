"""Where two sources differ by more than a twentieth on one figure, the reader is told: candidates are found by program.

Compared are the drawn row of a cell and every other row of another publisher, of the six countries; and, where the flow
is a billion dollars or more, what one of the five books with what its partner books. Another edition of one publisher
is no other source: the records of a cell and the remark on editions tell of those."""

from collections import defaultdict

import pandas as pd
import pytest

from data.package import contradictions, notes, sources, tables
from data.package.countries import C5, SIX

APART = 0.05
LARGE_USD = 1e9
OTHER = {"export": "import", "import": "export", "turnover": "turnover"}
# Table: what a cell is (its country first), the value, the flag of the drawn row.
CELLS = {
    "us_trade": (("partner", "flow", "year", "period"), "value_usd", "preferred"),
    "trade_mirror": (("reporter", "flow", "year", "period"), "value_usd", "preferred"),
    "trade_partners": (("reporter", "partner", "flow", "year"), "value_usd", "preferred"),
    "trade_partner_shares": (("reporter", "partner", "flow", "year"), "share_pct", "preferred"),
    "us_trade_products": (("reporter", "partner", "flow", "year", "period", "hs_code"), "value_usd", "preferred"),
    "investment": (("host", "investor", "measure", "unit", "year", "period"), "value", "preferred"),
    "us_aid": (("iso3", "fiscal_year", "agency", "category"), "obligations_usd", "preferred"),
    "minerals_production": (("iso3", "mineral", "stage", "year"), "value", "latest"),
    "minerals_reserves": (("iso3", "mineral", "basis", "year"), "value", "latest"),
}
# Tables whose editions differ in closed years too, so that two extracts of one publisher count as two sources.
EXTRACTS = ("us_aid",)


def are_apart(one: float, other: float) -> bool:
    return abs(one - other) > APART * max(abs(one), abs(other))


def publisher(source_id: str) -> str:
    return sources.describe(source_id)[0].publisher


def told(iso3: str, *source_ids: str) -> bool:
    rows = tables.load("contradictions")
    return any(
        iso3 in str(countries).split(";") and set(source_ids) <= set(str(named).split(";"))
        for countries, named in rows[["iso3", "source_id"]].itertuples(index=False, name=None)
    )


def candidates(table: str) -> set[tuple[str, str, str]]:
    """Country and both sources of every cell on which two publishers differ."""
    key, value, flag = CELLS[table]
    frame = tables.load(table)
    frame = frame[frame[key[0]].isin(SIX) & frame[value].notna()]
    columns = (frame[list(key)].itertuples(index=False, name=None), frame["source_id"], frame[value], frame[flag])
    drawn, others = defaultdict(list), defaultdict(list)
    for cell, source_id, figure, is_drawn in zip(*columns, strict=True):
        if not any(map(pd.isna, cell)):
            (drawn if is_drawn else others)[cell].append((source_id, figure))
    return {
        (str(cell[0]), first, other)
        for cell, rows in drawn.items()
        for first, one in rows
        for other, another in others[cell]
        if (publisher(first) != publisher(other) or table in EXTRACTS) and are_apart(one, another)
    }


def two_sides() -> dict[tuple[str, str], tuple[str, str]]:
    """The five and their partners whose figures for one large flow differ: both sources of the newest year."""
    us = tables.load("us_trade")
    frame = pd.concat([tables.load("trade_partners"), us[us["period"] == us["year"].astype("str")]])
    frame = frame[frame["preferred"] & (frame["status"] != "claim")]
    columns = ["reporter", "partner", "flow", "year", "value_usd", "source_id"]
    own = {row[:4]: row[4:] for row in frame[columns].itertuples(index=False, name=None)}
    newest: dict[tuple[str, str], int] = defaultdict(int)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for (reporter, partner, flow, year), (value, source_id) in own.items():
        theirs = own.get((partner, reporter, OTHER[flow], year))
        if reporter not in C5 or theirs is None or year < newest[reporter, partner]:
            continue
        if max(value, theirs[0]) >= LARGE_USD and are_apart(value, theirs[0]):
            newest[reporter, partner] = year
            found[reporter, partner] = (source_id, theirs[1])
    return found


@pytest.mark.parametrize("table", CELLS)
def test_every_figure_on_which_two_sources_differ_is_told(table):
    assert sorted(candidate for candidate in candidates(table) if not told(*candidate)) == []


def test_every_large_flow_on_which_the_two_sides_differ_is_told():
    assert {pair: ids for pair, ids in two_sides().items() if not told(pair[0], *ids)} == {}


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("exports_by_partner_usd.kaz", "19.0 billion"),
        ("imports_by_partner_usd.kaz", "28.0 billion"),
        ("mirror_exports_usd", "1,031.5 million"),
        ("us_imports_usd", "4,072.9 million"),
        ("us_aid_usd", "41.2 million"),
        ("production.uranium", "2,629"),
        ("mirror_exports_usd", "354.6"),
        ("mirror_imports_usd", "1,254.4"),
        ("mirror_imports_usd", "402, 421 and 528"),
        ("resources.uranium.identified_recoverable", "15 percent"),
    ],
)
def test_reader_of_an_indicator_is_told_what_sources_differ_on(indicator, words):
    said = [one.text for one in contradictions.of(indicator)] + [one.text for one in notes.of(indicator)]
    assert any(words in text for text in said)
