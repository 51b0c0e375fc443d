"""What a curator may get wrong in a cell, done to a copy: named with file, line, column, value and a rule."""

import pytest

from data.checks.letters import visible

IMPORT = {"partner": "TJK", "flow": "import", "year": "2024", "preferred": "true"}
TAJIK = {"iso3": "TJK", "vintage": "MCS2025"}
ANTIMONY = {"iso3": "TJK", "mineral": "antimony"}
TALKS = {"forum_id": "wto", "iso3": "TJK"}
SNIPPET = {"iso3": "TJK"}
SHARE = {"mineral": "antimony"}
WTO = {"forum_id": "wto"}
EMPTY = "unknown is written as an empty cell, never as a word or a sign"
PLAIN = "a number is written plainly, such as 1234.5 or -7"
TEXT = "no space before or after a cell, no line break in it"
CALENDAR = "must be a day, month or year of the calendar, written 2025-11-06, 2025-11 or 2025"
ISO3 = "must have the form [A-Z]{3}"
PARTIAL = r"must have the form [0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


# what is done: table, row, column, new value; the rule in words
CELLS = {
    "a word for a number": ("us_trade", IMPORT, "value_usd", "many", PLAIN),
    "a fraction for a whole number": ("minerals_production", TAJIK, "world_rank", "2.5", "must be a whole number"),
    "TRUE for true": ("forum_members", TALKS, "before_founding", "TRUE", "must be true or false"),
    "yes for true": ("forum_members", TALKS, "before_founding", "yes", "must be true or false"),
    "1 for true": ("forum_members", TALKS, "before_founding", "1", "must be true or false"),
    "no source": ("us_trade", IMPORT, "source_id", "", "must not be empty"),
    "unknown source": (
        "forums",
        WTO,
        "source_id",
        "wto-nowhere",
        "must stand in the table sources, column source_id",
    ),
    "unknown country": ("minerals_reserves", ANTIMONY, "iso3", "QQQ", "must stand in the table countries, column iso3"),
    "unknown forum": ("forum_members", TALKS, "forum_id", "wtx", "must stand in the table forums, column forum_id"),
    "unknown mineral": (
        "us_import_sources",
        SHARE,
        "mineral",
        "antimonium",
        "must stand in the table minerals, column mineral",
    ),
    "unknown article": (
        "article_snippets",
        SNIPPET,
        "article_id",
        "pantau-2025",
        "must stand in the table articles, column article_id",
    ),
    "unknown mineral of a site": (
        "mineral_sites",
        {"iso3": "TJK"},
        "minerals",
        "unobtainium",
        "the minerals of a site stand in the table minerals",
    ),
    "percent above 100": ("us_import_sources", SHARE, "share_pct", "101", "must be at most 100"),
    "percent below 0": ("us_import_sources", SHARE, "share_pct", "-1", "must be at least 0"),
    "negative value": ("us_trade", IMPORT, "value_usd", "-4582392", "must be at least 0"),
    "year too early": ("us_trade", IMPORT, "year", "1902", "must be at least 1992"),
    "year too late": ("us_trade", IMPORT, "year", "2204", "must be at most 2026"),
    "joined before founding": (
        "forum_members",
        TALKS,
        "from_date",
        "1899",
        "nobody joins before the founding, unless before_founding says so",
    ),
    "left before joining": ("forum_members", TALKS, "to_date", "2000-01", "a standing does not end before it began"),
    "visit that ends before it began": (
        "official_visits",
        {"start_date": "1992-02-12"},
        "end_date",
        "1992-02-11",
        "a visit does not end before it began",
    ),
    "NaN": ("us_trade", IMPORT, "note", "NaN", EMPTY),
    "NA": ("us_trade", IMPORT, "note", "NA", EMPTY),
    "N/A": ("minerals_production", TAJIK, "world_total", "N/A", EMPTY),
    "n.a.": ("minerals_production", TAJIK, "world_total", "n.a.", EMPTY),
    "null": ("minerals_production", TAJIK, "world_total", "null", EMPTY),
    "None": ("minerals_production", TAJIK, "world_total", "None", EMPTY),
    "hyphen": ("minerals_production", TAJIK, "world_total", "-", EMPTY),
    "dash": ("minerals_production", TAJIK, "world_total", "—", EMPTY),
    "two points": ("minerals_production", TAJIK, "world_total", "..", EMPTY),
    "grouped by comma": ("us_trade", IMPORT, "value_usd", "4,582,392", f"{PLAIN}; no thousands separators"),
    "grouped by blank": ("us_trade", IMPORT, "value_usd", "4 582 392", f"{PLAIN}; no thousands separators"),
    "grouped by apostrophe": ("us_trade", IMPORT, "value_usd", "4'582'392", f"{PLAIN}; no thousands separators"),
    "grouped by underscore": ("us_trade", IMPORT, "value_usd", "4_582_392", PLAIN),
    "decimal comma": ("us_import_sources", SHARE, "share_pct", "6,5", f"{PLAIN}; the decimal sign is a point"),
    "percent sign": (
        "us_import_sources",
        SHARE,
        "share_pct",
        "65%",
        f"{PLAIN}; no percent sign: the column has its unit",
    ),
    "unit in a number": (
        "minerals_production",
        TAJIK,
        "world_total",
        "106000 t",
        f"{PLAIN}; no unit: the column has its unit",
    ),
    "dollar sign": ("us_trade", IMPORT, "value_usd", "$4582392", f"{PLAIN}; no unit: the column has its unit"),
    "infinite": ("us_trade", IMPORT, "value_usd", "inf", f"{PLAIN}; no powers, no infinity"),
    "Infinity": ("us_trade", IMPORT, "value_usd", "-Infinity", f"{PLAIN}; no powers, no infinity"),
    "power of ten": ("us_trade", IMPORT, "value_usd", "1e400", f"{PLAIN}; no powers, no infinity"),
    "hexadecimal": ("us_trade", IMPORT, "value_usd", "0x45EBF8", f"{PLAIN}; no powers, no infinity"),
    "leading zero": ("us_trade", IMPORT, "value_usd", "04582392", PLAIN),
    "plus sign": ("us_trade", IMPORT, "value_usd", "+4582392", PLAIN),
    "Arabic digits": ("us_trade", IMPORT, "value_usd", "٤٥٨", PLAIN),
    "day first": ("forums", WTO, "founded", "01.01.1995", CALENDAR),
    "month in words": ("forums", WTO, "founded", "January 1995", CALENDAR),
    "month 13": ("forums", WTO, "founded", "1995-13", CALENDAR),
    "31 February": ("forums", WTO, "founded", "1995-02-31", CALENDAR),
    "31 February where a whole day is asked": (
        "official_visits",
        {"start_date": "1992-02-12"},
        "end_date",
        "1992-02-31",
        "must be a day of the calendar, written 2025-11-06",
    ),
    "lower-case code": ("forum_members", TALKS, "iso3", "tjk", ISO3),
    "blank before": ("us_trade", IMPORT, "locator", " row 4642", TEXT),
    "blank after": ("us_trade", IMPORT, "locator", "row 4642 ", TEXT),
    "no-break blank after": ("us_trade", IMPORT, "locator", "row 4642\u00a0", TEXT),
    "only a blank": ("us_trade", IMPORT, "note", " ", TEXT),
    "line break in a cell": ("us_trade", IMPORT, "locator", "row\n4642", TEXT),
    "control character": (
        "us_trade",
        IMPORT,
        "locator",
        "row\x074642",
        "no control characters and no characters without a shape",
    ),
    "null character": (
        "us_trade",
        IMPORT,
        "locator",
        "row\x004642",
        "no control characters and no characters without a shape",
    ),
    "turned writing direction": (
        "us_trade",
        IMPORT,
        "locator",
        "row\u202e4642",
        "no control characters and no characters without a shape",
    ),
    "lost letters": (
        "us_trade",
        IMPORT,
        "locator",
        "Türk\ufffd",
        "no control characters and no characters without a shape",
    ),
    "formula": (
        "us_trade",
        IMPORT,
        "note",
        "=1+1",
        "a text does not begin with = + - or @: a spreadsheet would run it",
    ),
    "formula for a number": ("us_trade", IMPORT, "value_usd", "=1+1", PLAIN),
    "word that is not in the list": (
        "us_trade",
        IMPORT,
        "status",
        "revised",
        "must be one of actual, estimated, provisional, rounded, claim",
    ),
    "value without status": ("minerals_production", TAJIK, "status", "", "must not be empty"),
    "status that says there is none beside a value": (
        "minerals_production",
        TAJIK,
        "status",
        "withheld",
        "a row has a value, or a status that says why it has none",
    ),
    "no value and no reason": (
        "minerals_production",
        TAJIK,
        "value",
        "",
        "a row has a value, or a status that says why it has none",
    ),
    "no locator": ("us_trade", IMPORT, "locator", "", "must not be empty"),
    "output above the world's": (
        "minerals_production",
        TAJIK,
        "value",
        "999999",
        "a country's output is not above the world total",
    ),
    "another unit": ("minerals_reserves", ANTIMONY, "unit", "kt", "one unit per mineral and basis"),
    "aggregate as member": ("forum_members", TALKS, "iso3", "WLD", "a member is a country, not an aggregate"),
    "period of another year": ("us_trade", IMPORT, "period", "2023", "the period begins with the year"),
    "country of an article that is none": (
        "articles",
        {"article_id": "pantau-2025-11-06-seed"},
        "countries",
        "KAZ;XYZ",
        "countries of an article must stand in the table countries",
    ),
    "address without scheme": ("articles", {}, "url", "www.un.org", r"must have the form https?://[^\s<>]+"),
    "address that is a script": (
        "sources",
        {},
        "url",
        "javascript:alert(1)",
        r"must have the form https?://[^\s<>]+",
    ),
    "site on the wrong side of the Earth": (
        "mineral_sites",
        {"iso3": "TJK"},
        "lat",
        "-39",
        "a site lies in its country or within 25 km of it",
    ),
    "latitude above 90": ("mineral_sites", {"iso3": "TJK"}, "lat", "391", "must be at most 90"),
}


# Where the fault is told for another cell of the line, or with more than its value.
TOLD_FOR = {
    "status that says there is none beside a value": ("value", "17000"),
    "country of an article that is none": ("countries", "XYZ"),
    "site on the wrong side of the Earth": ("lat", "-39, 68.65: 8385 km away from TJK"),
}
# Rules that a slip breaks on other lines as well.
FOLLOWING = {
    "address that is a script": {"article-source"},
    "percent above 100": {"import-rank"},
    "percent below 0": {"import-rank"},
    "year too early": {"one-preferred", "period-year"},
    "year too late": {"one-preferred", "period-year"},
    "day first": {"member-founding"},
    "month in words": {"member-founding"},
    "month 13": {"member-founding"},
    "31 February": {"member-founding"},
    "no value and no reason": {"rank-by-value"},
    "output above the world's": {"rank-by-value"},
    "country of an article that is none": {"snippet-country"},
}


@pytest.mark.parametrize("name", CELLS)
def test_damaged_cell_is_named_with_file_line_column_value_and_rule(small_copy, set_cell, found, name):
    table, where, column, value, rule = CELLS[name]
    line = set_cell(table, where, column, value)
    column, value = TOLD_FOR.get(name, (column, visible(value)))
    own, others = [], set()
    for one in found():
        is_own = (one.file, one.line, one.column) == (f"{table}.csv", line, column)
        own += [(one.value, one.rule)] if is_own else []
        others |= set() if is_own else {one.rule_id}
    assert own == [(value, rule)]
    assert others == FOLLOWING.get(name, set())
