"""Each named rule on trade and money finds the breach it is there for, and lets the sound row pass."""

import pytest

from data.checks.rules import money, trade

RULES = {rule.id: rule for rule in (*trade.RULES, *money.RULES)}
TRADE = {"reporter": "KAZ", "flow": "export", "year": "2023", "basis": "national", "source_id": "s"}
IMPORT = {"reporter": "USA", "partner": "KAZ", "flow": "import", "year": "2025", "period": "2025", "basis": "customs"}
MONTHS = [
    {**IMPORT, "period": f"2025-{month:02}", "source_id": "s", "value_usd": "100", "status": "actual"}
    for month in range(1, 13)
]


def _year(value, status="actual"):
    return {**IMPORT, "source_id": "s", "value_usd": value, "status": status, "preferred": "true"}


def _partner(partner, value, flow="export"):
    return {**TRADE, "partner": partner, "flow": flow, "value_usd": value, "preferred": "true"}


def _product(code, value):
    level = str(len(code))
    return {**IMPORT, "hs_level": level, "hs_code": code, "value_usd": value, "source_id": "s", "preferred": "true"}


def _investment(investor, value, **other):
    row = {"host": "KAZ", "measure": "fdi_stock", "unit": "USD", "year": "2021", "period": "2021", "source_id": "s"}
    return {**row, "investor": investor, "value": value, "preferred": "true", **other}


def _deal(deal_id, iso3, repeats=""):
    return {"deal_id": deal_id, "iso3": iso3, "repeats_deal_id": repeats}


CASES = (
    ("months-year", {"us_trade_monthly": MONTHS}, "us_trade", [_year("1206")], [_year("1207")]),
    (
        "turnover",
        {},
        "trade_mirror",
        [_partner("USA", "40"), _partner("USA", "60", "import"), _partner("USA", "101", "turnover")],
        [_partner("USA", "40"), _partner("USA", "60", "import"), _partner("USA", "102", "turnover")],
    ),
    (
        "partners-world",
        {},
        "trade_partners",
        [_partner("CHN", "60"), _partner("RUS", "40"), _partner("EU27", "90"), _partner("WLD", "100")],
        [_partner("CHN", "60"), _partner("RUS", "41"), _partner("WLD", "100")],
    ),
    (
        "shares-whole",
        {},
        "trade_partner_shares",
        [{**TRADE, "share_pct": "60"}, {**TRADE, "share_pct": "40"}],
        [{**TRADE, "share_pct": "60"}, {**TRADE, "share_pct": "40.1"}],
    ),
    (
        "mirror-partners",
        {"trade_mirror": [{**_partner("USA", "5"), "period": "2023"}]},
        "trade_partners",
        [_partner("USA", "5"), _partner("CHN", "6")],
        [_partner("USA", "6")],
    ),
    (
        "chapters-total",
        {"us_trade": [_year("100")]},
        "us_trade_products",
        [_product("71", "60"), _product("27", "40")],
        [_product("71", "60"), _product("27", "30")],
    ),
    (
        "product-part",
        {},
        "us_trade_products",
        [_product("71", "60"), _product("7106", "30"), _product("7115", "30"), _product("710691", "30")],
        [_product("71", "60"), _product("7106", "30"), _product("7115", "32")],
    ),
    (
        "part-year",
        {},
        "trade_mirror",
        [{**_partner("USA", "5"), "period": "2023-05-ytd"}],
        [
            {**_partner("USA", "5"), "period": "2023-05-ytd"},
            {**_partner("USA", "9"), "period": "2023", "preferred": "false"},
        ],
    ),
    (
        "tariff-dates",
        {},
        "us_tariffs",
        [{"date": "2025-04-05", "end_date": "2025-04-05"}, {"date": "2025-04-05", "end_date": ""}],
        [{"date": "2025-04-05", "end_date": "2025-04-04"}],
    ),
    (
        "investment-world",
        {},
        "investment",
        [_investment("USA", "9"), _investment("WLD", "9")],
        [_investment("USA", "10"), _investment("WLD", "9")],
    ),
    (
        "investment-sign",
        {},
        "investment",
        [_investment("USA", "-1", measure="fdi_flow_net")],
        [_investment("USA", "-1", measure="fdi_cumulative")],
    ),
    ("investment-period", {}, "investment", [_investment("USA", "1")], [_investment("USA", "1", period="2020")]),
    (
        "deal-repeats",
        {},
        "deals",
        [_deal("D1", "KAZ"), _deal("D2", "KAZ", "D1")],
        [_deal("D1", "KAZ"), _deal("D2", "UZB", "D1")],
    ),
    (
        "macro-unit",
        {},
        "macro",
        [{"measure": "population", "unit": "persons"}],
        [{"measure": "population", "unit": "USD"}],
    ),
    (
        "tariff-rate",
        {},
        "us_tariffs",
        [{"measure": "legal_status", "rate_pct": ""}, {"measure": "additional_duty", "rate_pct": "10"}],
        [{"measure": "legal_status", "rate_pct": "10"}],
    ),
)


@pytest.mark.parametrize(("rule_id", "beside", "table", "sound", "broken"), CASES, ids=[case[0] for case in CASES])
def test_rule_finds_its_breach_and_nothing_else(rule_id, beside, table, sound, broken):
    find = RULES[rule_id].find
    assert list(find({**beside, table: sound})) == []
    assert [hit[0] for hit in find({**beside, table: broken})] == [table]


def test_rounded_year_may_differ_from_its_months_by_their_printed_step():
    months = [{**row, "value_usd": "1000000", "status": "rounded"} for row in MONTHS]
    find = RULES["months-year"].find
    assert list(find({"us_trade_monthly": months, "us_trade": [_year("12600000", "rounded")]})) == []
    assert len(list(find({"us_trade_monthly": months, "us_trade": [_year("12700000", "rounded")]}))) == 1
