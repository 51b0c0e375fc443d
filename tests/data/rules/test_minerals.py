"""Each rule on minerals lets sound rows pass and names the row that breaks it."""

from data.checks.rules import imports, minerals, sites
from data.checks.rules.rule import Rule, Tables


def _hits(rules: tuple[Rule, ...], rule_id: str, tables: Tables) -> list[tuple[str, int, str, str]]:
    return list(next(rule for rule in rules if rule.id == rule_id).find(tables))


def _output(iso3: str, value: str, rank: str = "", **more: str) -> dict[str, str]:
    row = {"iso3": iso3, "mineral": "antimony", "stage": "mine", "year": "2023", "vintage": "MCS2025"}
    return {**row, "value": value, "world_rank": rank, "source_id": "usgs", "latest": "true", **more}


def test_world_rank_must_follow_from_the_values_of_its_edition():
    sound = [_output("CHN", "40000", "1"), _output("TJK", "17000", "2"), _output("WLD", "99000")]
    assert _hits(minerals.RULES, "rank-by-value", {minerals.PRODUCTION: sound}) == []
    wrong = [sound[0], _output("TJK", "17000", "3")]
    hits = _hits(minerals.RULES, "rank-by-value", {minerals.PRODUCTION: wrong})
    assert hits == [(minerals.PRODUCTION, 3, "world_rank", "3")]


def test_world_rank_is_not_certain_beside_a_withheld_producer():
    rows = [_output("CHN", "40000", "1"), _output("USA", "")]
    hits = _hits(minerals.RULES, "rank-by-value", {minerals.PRODUCTION: rows})
    assert hits == [(minerals.PRODUCTION, 2, "world_rank", "1")]


def test_restricted_source_is_not_drawn_where_an_open_one_has_a_figure():
    register = [{"source_id": "usgs", "redistribution": "open"}, {"source_id": "bgs", "redistribution": "restricted"}]
    closed = _output("TJK", "30238", source_id="bgs", vintage="BGS2026")
    alone = {"sources": register, minerals.PRODUCTION: [closed]}
    assert _hits(minerals.RULES, "open-before-restricted", alone) == []
    both = {"sources": register, minerals.PRODUCTION: [closed, _output("TJK", "17000", latest="false")]}
    hits = _hits(minerals.RULES, "open-before-restricted", both)
    assert hits == [(minerals.PRODUCTION, 2, "latest", "bgs")]


def _share(partner: str, share: str, rank: str = "") -> dict[str, str]:
    row = {"mineral": "mercury", "form": "all", "period": "2021-2024", "partner": partner, "rank": rank}
    return {**row, "share_pct": share, "status": "rounded" if share else "not_reported"}


def test_import_shares_may_add_to_101_by_rounding_and_to_no_more():
    assert _hits(imports.RULES, "import-shares", {imports.SOURCES: [_share("CAN", "60"), _share("", "41")]}) == []
    hits = _hits(imports.RULES, "import-shares", {imports.SOURCES: [_share("CAN", "60"), _share("", "42")]})
    assert hits == [(imports.SOURCES, 3, "share_pct", "102 for mercury, all, 2021-2024")]


def test_import_rank_follows_from_the_shares_and_ties_share_a_place():
    sound = [_share("CAN", "40", "1"), _share("CHN", "20", "2"), _share("KAZ", "20", "2"), _share("", "80")]
    assert _hits(imports.RULES, "import-rank", {imports.SOURCES: sound}) == []
    wrong = [sound[0], _share("KAZ", "20", "3")]
    assert _hits(imports.RULES, "import-rank", {imports.SOURCES: wrong}) == [(imports.SOURCES, 3, "rank", "3")]


def _origin(name: str, code: str, kind: str, share: str) -> dict[str, str]:
    return {"year": "2024", "origin_name": name, "origin": code, "origin_kind": kind, "share_pct": share}


def test_uranium_shares_count_countries_only():
    rows = [_origin("Kazakhstan", "KAZ", "country", "60"), _origin("Canada", "CAN", "country", "42")]
    rows.append(_origin("KAZ+RUS+UZB", "", "group", "70"))
    assert _hits(imports.RULES, "uranium-shares", {imports.URANIUM: rows}) == []
    rows.append(_origin("Russia", "RUS", "country", "1"))
    hits = _hits(imports.RULES, "uranium-shares", {imports.URANIUM: rows})
    assert hits == [(imports.URANIUM, 5, "share_pct", "103 for 2024")]


def test_group_of_countries_must_not_carry_a_country_code():
    rows = [_origin("KAZ+RUS+UZB", "KAZ", "group", "42"), _origin("Canada", "", "country", "42")]
    hits = _hits(imports.RULES, "uranium-origin", {imports.URANIUM: rows})
    assert [hit[1] for hit in hits] == [2, 3]


def test_net_exporter_has_no_percentage_and_all_others_have_one():
    rows = [
        {"relation": "above", "net_import_reliance_pct": "50"},
        {"relation": "net_exporter", "net_import_reliance_pct": ""},
        {"relation": "net_exporter", "net_import_reliance_pct": "10"},
        {"relation": "equal", "net_import_reliance_pct": ""},
    ]
    hits = _hits(imports.RULES, "reliance-relation", {imports.RELIANCE: rows})
    assert [hit[1] for hit in hits] == [4, 5]


def _site(iso3: str, lat: str, lon: str) -> dict[str, str]:
    return {"iso3": iso3, "lat": lat, "lon": lon, "minerals": "gold"}


def test_site_lies_in_its_country_or_within_25_km():
    muruntau, bay = _site("UZB", "41.51667", "64.58333"), _site("TKM", "42.08389", "53.3725")
    assert _hits(sites.RULES, "site-country", {sites.SITES: [muruntau, bay]}) == []
    hits = _hits(sites.RULES, "site-country", {sites.SITES: [_site("TJK", "41.51667", "64.58333")]})
    assert [(hit[1], hit[2]) for hit in hits] == [(2, "lat")]
    swapped = _hits(sites.RULES, "site-country", {sites.SITES: [_site("UZB", "64.58333", "41.51667")]})
    assert len(swapped) == 1


def test_site_minerals_resolve():
    hits = _hits(
        sites.RULES, "site-minerals", {sites.SITES: [_site("UZB", "41", "64")], "minerals": [{"mineral": "tin"}]}
    )
    assert hits == [(sites.SITES, 2, "minerals", "gold")]
