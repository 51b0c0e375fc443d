"""One kind of damage, or several, for every named rule: which row, what is written into it, where it is told.

A row is the first that has the cells of `where`; a cell of `where` may end in * for any beginning like it, be ! for one
that is empty, and ? for one that is filled."""

from dataclasses import dataclass

from tests.data.damage import Copy, Expected, Row


@dataclass(frozen=True)
class Broken:
    """A rule, the table, the row, the cells to write.

    `at` is the column that is told where it is not the first one; `also` is another row that the damage needs."""

    rule_id: str
    table: str
    where: Row
    cells: Row
    at: str = ""
    line: int = 0
    also: tuple[Row, Row] | None = None


def _fits(row: Row, where: Row) -> bool:
    for column, wanted in where.items():
        cell = row[column]
        if wanted.endswith("*") and not cell.startswith(wanted[:-1]):
            return False
        if wanted in ("!", "?") and bool(cell) != (wanted == "?"):
            return False
        if wanted not in ("!", "?") and not wanted.endswith("*") and cell != wanted:
            return False
    return True


def damage(copy: Copy, broken: Broken, taken: set[tuple[str, int]]) -> Expected:
    """Break a rule in the first row that fits and is not broken yet."""
    rows = copy.rows(broken.table)
    for where, cells in [broken.also] if broken.also else []:
        other = next(at for at, row in enumerate(rows) if _fits(row, where))
        for column, value in cells.items():
            copy.set(broken.table, other, column, value)
    at = next(at for at, row in enumerate(rows) if _fits(row, broken.where) and (broken.table, at) not in taken)
    taken.add((broken.table, at))
    for column, value in broken.cells.items():
        copy.set(broken.table, at, column, value)
    column = broken.at or next(iter(broken.cells))
    return Expected(
        broken.rule_id,
        f"{broken.table}.csv",
        {0: at + 2, THE_FILE: 0}.get(broken.line, broken.line),
        column,
        "",
        broken.rule_id,
    )


ANY = -1
THE_FILE = -2
MOST_OF_A_TABLE = 5
TRUE, FALSE = {"preferred": "true"}, {"preferred": "false"}
KAZ_2020 = {"partner": "KAZ", "year": "2020", "preferred": "true", "flow": "import"}
BROKEN = (
    Broken("source-resolves", "contradictions", {"source_id": "usgs*"}, {"source_id": "usgs-mcs-2024;no-such-source"}),
    Broken("after-release", "agreements", {"date": "2025*"}, {"date": "2031-01-01"}),
    Broken("after-release", "forums", {"founded": "?"}, {"founded": "2040"}),
    Broken("after-release", "official_visits", {"end_date": "2025*"}, {"end_date": "2026-12-31"}),
    *(
        Broken("address", "sources", {"kind": "official", "url": "https*"}, {"url": url})
        for url in (
            *("https://user:word@example.org/x", "https://localhost/x", "http://127.0.0.1/x", "https://[::1]/x"),
            *('https://example.org/"x', "https://example.org/'x", "https:///x", "https://nohost", "https://xn/a"),
            *("https://10.0.0.1/x", "https://a.internal/x", "https://example.org\\x", "https://example.org:x/"),
            *("https://example.org/%00", "https://example.org/`x`", "https://-a.org/x"),
        )
    ),
    Broken("address", "deals", {"note": "?"}, {"note": "see javascript:alert(1)"}),
    Broken("address", "agreements", {"note": "?"}, {"note": "see ftp://files.org/list"}),
    Broken("address", "claims", {"note": "?"}, {"note": "see https://user:word@files.org/list"}),
    Broken("address", "forums", {"website": "?"}, {"website": "localhost"}),
    Broken("one-spelling", "us_import_sources", {"partner_name": "Canada"}, {"partner_name": "CANADA"}),
    Broken("one-spelling", "articles", {"quote_speaker": "Donald Trump"}, {"quote_speaker": "Donald trump"}),
    Broken(
        "source-page",
        "sources",
        {"kind": "news"},
        {
            "url": "https://24.kg/english/186854_USAID_to_allocate__15_million_for_agricultural_development_of_southern_regions"
        },
        line=ANY,
    ),
    Broken("one-preferred", "us_trade", KAZ_2020, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-month", "us_trade_monthly", {"period": "2016-05", **TRUE}, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-product", "us_trade_products", {"year": "2024", **TRUE}, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-mirror", "trade_mirror", TRUE, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-partner", "trade_partners", TRUE, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-share", "trade_partner_shares", TRUE, {"preferred": "false"}, line=ANY),
    Broken("partners-reporter", "trade_partners", {"reporter": "CHN"}, {"reporter": "WLD"}),
    Broken("period-year", "us_trade", {"year": "2019"}, {"period": "2018"}),
    Broken("months-year", "us_trade", {"year": "2021", "source_id": "census-api-country*"}, {"value_usd": "1234567"}),
    Broken("turnover", "trade_mirror", {"flow": "turnover", "basis": "national_dashboard"}, {"value_usd": "1000000"}),
    Broken("partners-world", "trade_partners", {"partner": "WLD", "basis": "comtrade_via_wits"}, {"value_usd": "1000"}),
    Broken(
        "shares-whole",
        "trade_partner_shares",
        {"share_pct": "?", "partner": "CHN", "source_id": "cia*"},
        {"share_pct": "99"},
        line=ANY,
    ),
    Broken(
        "mirror-partners", "trade_partners", {"partner": "USA", "reporter": "UZB", "flow": "export"}, {"value_usd": "5"}
    ),
    Broken(
        "chapters-total",
        "us_trade_products",
        {"hs_level": "2", "basis": "customs", "flow": "import", "partner": "TJK"},
        {"value_usd": "77777777"},
        line=ANY,
    ),
    Broken(
        "product-part",
        "us_trade_products",
        {"hs_level": "4", "partner": "UZB", "year": "2024"},
        {"value_usd": "999999999999"},
        line=ANY,
    ),
    Broken("tariff-dates", "us_tariffs", {"end_date": "?"}, {"end_date": "2001-01-01"}),
    Broken("tariff-rate", "us_tariffs", {"measure": "legal_status"}, {"rate_pct": "5"}),
    Broken("one-preferred-investment", "investment", TRUE, {"preferred": "false"}, line=ANY),
    Broken("one-preferred-aid", "us_aid", TRUE, {"preferred": "false"}, line=ANY),
    Broken("investment-period", "investment", {"year": "2015"}, {"period": "2014"}),
    Broken(
        "investment-world",
        "investment",
        {"measure": "fdi_stock", "investor": "USA", "unit": "EUR"},
        {"value": "900000000000"},
    ),
    Broken("investment-sign", "investment", {"measure": "companies"}, {"value": "-3"}),
    Broken("deal-repeats", "deals", {"repeats_deal_id": "!"}, {"repeats_deal_id": "D999"}),
    Broken("deal-stages", "deal_stages", {"deal_stage": "announced (up to)"}, {"up_to": "false"}),
    Broken("macro-country", "macro", {"iso3": "AZE"}, {"iso3": "WLD"}),
    Broken("macro-unit", "macro", {"measure": "population"}, {"unit": "USD"}),
    Broken("one-latest-production", "minerals_production", {"latest": "true"}, {"latest": "false"}, line=ANY),
    Broken("one-latest-reserves", "minerals_reserves", {"latest": "true"}, {"latest": "false"}, line=ANY),
    Broken(
        "value-or-reason",
        "minerals_production",
        {"value": "?", "mineral": "copper"},
        {"status": "withheld"},
        at="value",
    ),
    Broken("value-or-reason", "minerals_production", {"value": "?", "mineral": "gold"}, {"value": ""}),
    Broken("headline", "minerals", {"headline_basis": "reserves"}, {"headline_basis": "reserve"}),
    Broken(
        "production-world",
        "minerals_production",
        {"world_total": "?", "value": "?", "mineral": "uranium", "iso3": "KAZ"},
        {"value": "999999"},
    ),
    Broken("reserves-world", "minerals_reserves", {"world_total": "?", "iso3": "KAZ"}, {"value": "1600000000"}),
    Broken(
        "production-unit",
        "minerals_production",
        {"mineral": "antimony", "unit": "t", "iso3": "TJK"},
        {"unit": "kt"},
        line=ANY,
    ),
    Broken("reserves-unit", "minerals_reserves", {"mineral": "gold", "unit": "t"}, {"unit": "kt"}, line=ANY),
    Broken("rank-by-value", "minerals_production", {"world_rank": "4"}, {"world_rank": "3"}),
    Broken(
        "open-before-restricted",
        "minerals_production",
        {"iso3": "AUS", "year": "2015", "source_id": "bgs-wms-2026", "mineral": "antimony"},
        {"latest": "true"},
        also=({"iso3": "AUS", "year": "2015", "mineral": "antimony", "latest": "true"}, {"latest": "false"}),
    ),
    Broken("one-latest-reliance", "us_import_reliance", {"latest": "true"}, {"latest": "false"}, line=ANY),
    Broken("reliance-relation", "us_import_reliance", {"relation": "equal"}, {"net_import_reliance_pct": ""}),
    Broken("import-shares", "us_import_sources", {"share_pct": "?", "mineral": "zinc"}, {"share_pct": "100"}, line=ANY),
    Broken("import-share-or-reason", "us_import_sources", {"status": "not_reported"}, {"share_pct": "7"}),
    Broken("import-rank", "us_import_sources", {"rank": "2", "share_pct": "?"}, {"rank": "4"}),
    Broken("import-partner", "us_import_sources", {"partner": "DEU"}, {"partner": "WLD"}),
    Broken(
        "uranium-shares",
        "us_uranium_origins",
        {"origin_kind": "country", "share_pct": "?", "year": "2023"},
        {"share_pct": "99"},
        line=ANY,
    ),
    Broken("uranium-origin", "us_uranium_origins", {"origin_kind": "group"}, {"origin": "CAN"}, at="origin_kind"),
    Broken("uranium-price", "us_uranium_origins", {"price_usd_per_lb": "?"}, {"price_source_id": ""}),
    Broken(
        "uranium-figure",
        "us_uranium_origins",
        {"share_pct": "?", "price_usd_per_lb": "!", "quantity_klb_u3o8e": "!"},
        {"share_pct": ""},
    ),
    Broken("capital-six", "countries", {"iso3": "KGZ"}, {"capital": "", "capital_lat": "", "capital_lon": ""}),
    Broken("capital-country", "countries", {"iso3": "KAZ"}, {"capital_lat": "71.4667", "capital_lon": "51.1667"}),
    Broken("capital-country", "countries", {"iso3": "TJK"}, {"capital_lat": ""}),
    Broken("embassy-country", "diplomatic_ties", {"iso3": "TJK"}, {"us_embassy_lat": "68.8", "us_embassy_lon": "38.5"}),
    Broken("embassy-capital", "diplomatic_ties", {"iso3": "UZB"}, {"us_embassy_city": "Bishkek"}),
    Broken("embassy-capital", "diplomatic_ties", {"iso3": "KAZ"}, {"us_embassy_lat": "43.2"}),
    Broken("site-minerals", "mineral_sites", {"minerals": "gold"}, {"minerals": "gold;unobtainium"}),
    Broken("site-country", "mineral_sites", {"iso3": "KGZ"}, {"iso3": "TKM"}, at="lat"),
    Broken("site-country", "mineral_sites", {"iso3": "KAZ"}, {"lat": "71.5", "lon": "50.5"}),
    Broken("member-country", "forum_members", {"iso3": "FRA"}, {"iso3": "WLD"}),
    Broken("member-founding", "forum_members", {"from_date": "19*", "before_founding": "false"}, {"from_date": "1801"}),
    Broken("member-dates", "forum_members", {"to_date": "?", "from_date": "?"}, {"to_date": "1950"}),
    Broken("articles-quote", "articles", {"quote": "?"}, {"quote_speaker": ""}),
    Broken("articles-quote", "articles", {"quote": "?"}, {"quote_translation": ""}),
    Broken("article-snippets-quote", "article_snippets", {"quote": "?"}, {"quote_speaker": ""}),
    Broken("articles-language", "articles", {"language": "en"}, {"language": "qq"}),
    Broken("articles-quote-language", "articles", {"quote": "?"}, {"quote_language": "xx"}),
    Broken("article-snippets-quote-language", "article_snippets", {"quote": "?"}, {"quote_language": "zz"}),
    Broken("article-topics", "articles", {"topics": "trade"}, {"topics": "commerce"}),
    Broken("article-source", "articles", {"language": "en"}, {"publisher": "Another Paper"}),
    Broken("article-source", "articles", {"language": "en"}, {"url": "https://another.org/page"}),
    Broken("article-script", "articles", {"language": "ru", "title_en": "?"}, {"language": "en"}),
    Broken("snippet-id", "article_snippets", {"scope": "country"}, {"snippet_id": "another-s01"}),
    Broken("article-countries", "articles", {"countries": "KAZ;USA"}, {"countries": "KAZ;QQQ"}),
    Broken("article-title", "articles", {"title_en": "?"}, {"title_en": ""}),
    Broken("snippet-country", "article_snippets", {"snippet_id": "24kg-2015*"}, {"iso3": "TKM"}),
    Broken("snippet-topic", "article_snippets", {"topic": "aviation"}, {"topic": "water"}),
    Broken("snippet-scope", "article_snippets", {"scope": "region"}, {"scope": "country"}),
    Broken("profile-script", "country_profiles", {"iso3": "UZB"}, {"name_ru": "Uzbekistan"}),
    Broken("mineral-script", "minerals", {"mineral": "tungsten"}, {"name_ru": "wolfram", "name_id": "вольфрам"}),
    Broken("event-participants", "c51_timeline", {"participants": "TKM;USA"}, {"participants": "TKM;USA;RUS"}),
    Broken("agreement-countries", "agreements", {"parties": "USA;KGZ"}, {"parties": "USA;KGZ;QQQ"}),
    Broken("agreement-us", "agreements", {"parties": "USA;TKM"}, {"parties": "RUS;TKM"}),
    Broken("agreement-dates", "agreements", {"ended": "?"}, {"ended": "1950"}),
    Broken("agreement-ended", "agreements", {"ended": "?"}, {"ended": ""}),
    Broken("visit-dates", "official_visits", {"type": "US*"}, {"end_date": "1950-01-01"}),
    Broken("visit-direction", "official_visits", {"type": "US*"}, {"from_iso3": "KAZ", "to_iso3": "USA"}),
    Broken("ties-order", "diplomatic_ties", {"iso3": "KGZ"}, {"relations_established": "1990-01-01"}),
    Broken("contradiction-countries", "contradictions", {"iso3": "KAZ"}, {"iso3": "KAZ;QQQ"}),
    Broken("note-years", "series_notes", {"kind": "jump"}, {"year_to": "1975"}),
    Broken("note-country", "series_notes", {"iso3": "KAZ"}, {"iso3": "QQQ"}),
    Broken("claim-article", "claims", {"article_id": "?"}, {"article_id": ""}),
    Broken("claim-unit", "claims", {"claimed_unit": "event"}, {"claimed_value": "3"}, at="claimed_unit"),
    Broken("claim-test", "claims", {"test_indicator": "?", "test_relation": "equal"}, {"test_iso3": ""}),
    Broken("claim-window", "claims", {"test_relation": "growing"}, {"test_from_year": "2001"}),
    Broken(
        "claim-number",
        "claims",
        {"test_relation": "at_least", "claimed_value": "?"},
        {"claimed_value": "", "claimed_unit": "qualitative"},
    ),
    Broken("claim-forecast", "claims", {"is_forecast": "true", "due_date": "?"}, {"due_date": ""}),
    Broken("claim-late", "claims", {"test_late": "settled"}, {"test_late": "own_period"}),
    Broken("claim-edition", "claims", {"test_edition_source_id": "?"}, {"test_editions": "false"}),
    Broken("claim-years", "claim_tests", {"test_from_year": "?"}, {"test_from_year": "2036"}),
    Broken("claim-test-number", "claim_tests", {"test": "2"}, {"test": "5"}, line=ANY),
    Broken("claim-country", "claims", {"claim_id": "CL026"}, {"iso3": "TKM"}),
    Broken("claim-test-countries", "claims", {"test_iso3": "KAZ"}, {"test_iso3": "QQQ"}),
    Broken("claim-further-test-countries", "claim_tests", {"test_iso3": "KAZ"}, {"test_iso3": "QQQ"}),
    Broken("story-quote", "story_steps", {"quote": "?"}, {"quote": "one " * 30 + "more"}),
    Broken("story-quote", "story_steps", {"quote": "?"}, {"quote_language": ""}, at="quote"),
    Broken("story-steps", "story_steps", {"story": "us_uranium", "step": "6"}, {"step": "8"}),
    Broken("story-claims", "story_steps", {"claim_ids": "?"}, {"claim_ids": "CL999"}),
    Broken("story-columns", "story_steps", {"figure": "rows"}, {"columns": ""}),
    Broken("story-value", "story_values", {"table": "?", "take": "count"}, {"claim_id": "CL001"}, at="take"),
    Broken("story-value", "story_values", {"take": "sum"}, {"take": "value"}),
    Broken("story-countries", "story_values", {"iso3": "KAZ"}, {"iso3": "QQQ"}),
    Broken("story-values-indicator", "story_values", {"indicator": "?"}, {"indicator": "us_imports_eur"}),
    Broken("claims-indicator", "claims", {"test_indicator": "?"}, {"test_indicator": "us_imports_eur"}),
    Broken(
        "claim-tests-indicator", "claim_tests", {"test_indicator": "?"}, {"test_indicator": "production.unobtainium"}
    ),
    Broken("contradictions-indicator", "contradictions", {"indicators": "?"}, {"indicators": "us_aid_usd;us_aid_us"}),
    Broken("series-notes-indicator", "series_notes", {"kind": "spike"}, {"indicators": "us_imports_usd.hs0000"}),
    Broken("locator", "macro", {"iso3": "AZE", "year": "2001"}, {"year": "2002"}),
    Broken("locator", "us_aid", {"iso3": "KGZ", "fiscal_year": "2001"}, {"iso3": "TJK"}),
    Broken("locator", "us_trade_monthly", {"period": "2014-03"}, {"period": "2014-04"}),
    Broken("production-edition", "minerals_production", {"vintage": "MCS2024"}, {"year": "2025"}),
    Broken("reserves-edition", "minerals_reserves", {"vintage": "MCS2024"}, {"year": "2025"}),
    Broken("reliance-edition", "us_import_reliance", {"vintage": "MCS2025", "year": "2024"}, {"year": "2025"}),
    Broken("import-edition", "us_import_sources", {"vintage": "MCS2025"}, {"vintage": "MCS2022"}, at="period"),
    Broken("import-period", "us_import_sources", {"mineral": "zinc"}, {"period": "2024-2021"}),
    Broken("ties-five", "diplomatic_ties", {"iso3": "TKM"}, {"iso3": "UZB"}, line=THE_FILE),
    Broken("profiles-six", "country_profiles", {"iso3": "TKM"}, {"iso3": "UZB"}, line=THE_FILE),
    Broken("part-year", "us_trade_products", {"period": "2025-09-ytd"}, {"preferred": "true"}, at="period"),
    Broken("series-slip", "macro", {"iso3": "UZB", "measure": "gdp_usd", "year": "2010"}, {"value": "49765676402000"}),
    Broken("series-slip", "us_aid", {"iso3": "TJK", "fiscal_year": "2010"}, {"obligations_usd": "48000"}),
    Broken(
        "series-slip",
        "trade_partners",
        {"reporter": "KGZ", "partner": "RUS", "flow": "import", "year": "2020"},
        {"value_usd": "1300000"},
    ),
    Broken(
        "series-slip", "us_trade", {"partner": "UZB", "year": "2003", "flow": "export"}, {"value_usd": "256000000000"}
    ),
    Broken("series-slip", "minerals_reserves", {"mineral": "copper", "iso3": "KAZ"}, {"value": "20"}),
    Broken("series-slip", "us_trade_monthly", {"partner": "KAZ", "period": "2019-05"}, {"value_usd": "99000000000"}),
    Broken(
        "production-one-world",
        "minerals_production",
        {"mineral": "antimony", "world_total": "?", "iso3": "TJK"},
        {"world_total": "123456"},
        line=ANY,
    ),
    Broken(
        "reserves-one-world",
        "minerals_reserves",
        {"mineral": "antimony", "world_total": "?"},
        {"world_total": "5000000"},
        line=ANY,
    ),
    Broken("event-id", "c51_timeline", {"date": "2016*"}, {"date": "2017-01-01"}),
    Broken("agreement-id", "agreements", {"date": "2004*"}, {"date": "2017-01-01"}),
    Broken("visit-id", "official_visits", {"start_date": "2006*"}, {"start_date": "2005-01-01"}),
    Broken("mineral-name", "minerals", {"mineral": "zinc"}, {"name": "Zinc oxide"}),
    Broken(
        "forum-name",
        "forums",
        {"forum_id": "aiib"},
        {"name": "Bank", "short_name": "Asian Development Bank"},
        at="short_name",
    ),
    Broken(
        "articles-quote-words", "articles", {"quote_language": "en"}, {"quote_translation": "Something else was said"}
    ),
    Broken("article-snippets-quote-words", "article_snippets", {"quote_language": "ru"}, {"quote": "In English"}),
    Broken(
        "trade-books", "us_trade_products", {"partner": "KGZ", "reporter": "USA"}, {"reporter": "KGZ", "partner": "USA"}
    ),
    Broken(
        "aid-paid", "us_aid", {"iso3": "UZB", "disbursements_usd": "?"}, {"disbursements_usd": "9000000000"}, line=ANY
    ),
    Broken("member-ended", "forum_members", {"status": "member", "iso3": "UZB", "to_date": "!"}, {"to_date": "2020"}),
)
