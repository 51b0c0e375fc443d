"""Every word of the locale is used, and every id that the code asks for is there.

An id is asked for as it is, or it is put together; then `COMPOSED` names where its last part comes from, and the words
are compared with that. Of the words that the map's scripts and the news take as a whole section, `WHOLE` says which."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from components import words
from components.figures import breaks, facts_table
from components.reader import choice, parameters
from components.widgets.claims import method
from components.widgets.claims.table import TEXTS
from components.widgets.common import citing, downloads, provenance
from components.widgets.country import forums as country_forums
from components.widgets.forums import beside, forum, line, matrix, sets
from components.widgets.minerals import lens, ranking, sources, uranium
from components.widgets.trade import duties, partners, products, sides, years
from components.widgets.trade.table import HEAD
from data import indicators
from data.analysis import (
    capacity,
    catalogue,
    claim_ratio,
    claim_selection,
    comparison,
    concentration,
    country_facts,
    diplomacy_events,
    flow_selection,
    investors,
    membership,
    membership_change,
    mirror_gap,
    mirror_reasons,
    partners_in_context,
    producers,
    scenario,
    search,
    table_groups,
    tariff_dates,
    us_trade_by_year,
)
from data.analysis.judges import JUDGES
from data.analysis.verdicts import BEST_FIRST
from data.checks.descriptor_fields import TYPES
from data.package import descriptor, tables
from data.package.dates import PRECISIONS
from data.package.statuses import LEFT_OUT, WEAKEST_LAST
from data.subjects import number_format, partner_trade

ROOT = Path(__file__).parents[2]
TREES = [ast.parse(path.read_text("utf-8")) for path in [ROOT / "app.py", *(ROOT / "components").rglob("*.py")]]
NODES = [node for tree in TREES for node in ast.walk(tree)]
SOURCES = "\n".join(path.read_text("utf-8") for path in [ROOT / "app.py", *(ROOT / "components").rglob("*.py")])
SCRIPTS = "\n".join(
    path.read_text("utf-8")
    for part in ("map", "search", "offline")
    for path in (ROOT / "components" / part).rglob("*.js")
)
LOCALE = {
    section: texts
    for path in (words.TEXTS.root / "en").glob("*.toml")
    for section, texts in tomllib.loads(path.read_text("utf-8")).items()
}
TITLES = {f"{page.name}.title" for page in parameters.PAGES.values()}
IDS = [f"{section}.{name}" for section, texts in LOCALE.items() for name in texts]
PLURAL = re.compile("_(?:zero|one|two|few|many)$")

DIRECTIONS, MEASURES = flow_selection.DIRECTIONS, flow_selection.QUANTITIES
PARAMETERS = [parameter for page in parameters.PAGES.values() for parameter in page.parameters]
# The words of parameters with options: that of the whole, and those of the options.
OFFERED = {parameter.label for parameter in PARAMETERS if parameter.label} | {
    f"{parameter.label.partition('.')[0]}.{option}"
    for parameter in PARAMETERS
    for option in parameter.options
    if not isinstance(option, int)
}
ENUMS = {
    (resource["name"], field["name"]): field.get("constraints", {}).get("enum", [])
    for resource in descriptor.package()["resources"]
    for field in resource["schema"]["fields"]
}
# Figures on minerals with a table of the same rows.
TWINS = (lens, ranking, sources, uranium)
# Tables on the page of forums.
FORUM_TABLES = (beside.COLUMNS, beside.TWIN, beside.CHANGES, forum.COLUMNS, line.COLUMNS, line.MONTHS, matrix.COLUMNS)
FORUM_TABLES += (sets.SET_COLUMNS, sets.PAIR_COLUMNS)
# Parts of the trade in full, each with such a table.
PARTS = (duties, partners, products, sides, years)
# Ids put together in the code, and the last parts that they can have.
INVESTOR_MEASURES = {key.partition(" ")[0] for key in investors.MEASURES}
COMPOSED = {
    "{}.{}": {one.partition(".")[2] for one in OFFERED},
    "aid.{}": {"bar", "mark"},
    "alternatives.{}": set(provenance.RECORD_HEAD),
    "capacity.{}": {
        *(capacity.OTHER_FORM, capacity.OTHER_WEIGHT, capacity.NO_OUTPUT, capacity.NO_TOTAL, capacity.NOBODY, LEFT_OUT),
    },
    "copy.{}": {"link", "done", "failed", "embed", "embedded"},
    "changes.{}": {"key", "column", "old", "new", "source_id"},
    "cite.{}": set(citing.OF_FIGURE),
    "classing.{}": {"auto", "own", *breaks.METHODS},
    "claims.{}": {"series", "relation", "tolerance", "evidence_class", *claim_selection.SORTS},
    "claims.column_{}": {*TEXTS, "year", "ratio"},
    "claims.method_{}": set(method.PARTS),
    "claims.relation_{}": set(JUDGES),
    "claims.why_{}": {*claim_ratio.NO_SIZE.values(), claim_ratio.ZERO},
    "columns.{}": {"name", "meaning", "form"},
    "compare.{}": {
        "mode",
        "change",
        *choice.MODES,
        *comparison.CHANGE_KINDS,
        "year_from",
        "year_to",
        "said_change",
        "said_percent",
        "standing",
        "standing_same",
    },
    "deals.{}": {
        *("known", "up_to"),
        *("from", "to", "sector", "firm", "rung"),
        *("all_from", "all_to", "all_sectors", "all_firms", "all_rungs"),
    },
    "constraints.{}": {"required", "unique", "minimum", "maximum"},
    "country.forum_{}": set(country_forums.COLUMNS),
    "country.{}": {*facts_table.HEADS, *choice.LENSES},
    "country.sign_{}": set(WEAKEST_LAST),
    "country.unit_{}": {
        *(indicators.get(one).display_unit for one in country_facts.INDICATORS.values() if one),
        *number_format.LARGER.values(),
        *("percent", *country_facts.COUNTS.values()),
    },
    "download.{}": set(downloads.EVERY),
    "certainties.{}": {*membership.CERTAINTIES, membership_change.OPEN},
    "changes_of_standing.{}": set(membership_change.CHANGES),
    "forum_kinds.{}": set(membership.kinds()),
    "forums.line_{}": set(membership_change.CHANGES),
    "forums.sets_title_{}": set(membership.TIES),
    "forums_answer.country_{}": set(membership.TIES),
    "forums_answer.six_{}": set(membership.TIES),
    "forums_table.{}": {column for columns in FORUM_TABLES for column in columns},
    "lanes.{}": set(diplomacy_events.LANES),
    "precisions.{}": set(PRECISIONS.values()),
    "flows.none_{}": {"left_out", *MEASURES},
    "flows.{}": {"missing", "missing_net"},
    "flows.{}_{}": {f"{kind}_{tone}" for kind in ("net", *MEASURES) for tone in ("out", "in")},
    "form_kinds.{}": {one["kind"] for forms in capacity.registry()["forms"].values() for one in forms.values()},
    "fullness.{}": {"countries", "flows"},
    "investor_measures.{}": INVESTOR_MEASURES,
    "investor_measures_by.{}": INVESTOR_MEASURES,
    "investor_orders.{}": set(investors.RANK_BASES),
    "investors.{}": {f"{key}{told}" for key in ("item", "item_us", "item_without") for told in ("", "_told")},
    "lens.alt_{}": set(producers.BASES),
    "lens.cell_{}": set(producers.BASES),
    "lens.title_{}": set(producers.BASES),
    "map.{}": {"status", "source"},
    "minerals.{}": set(choice.MINERAL_SORTS),
    "money.{}": {"bn", "m", *(key.partition(" ")[2] for key in investors.MEASURES)},
    "minerals_answer.five_{}": set(producers.BASES),
    "minerals_answer.needed_{}": set(producers.BASES),
    "minerals_answer.one_{}": set(producers.BASES),
    "minerals_answer.{}": {"first", "next", *ENUMS["us_import_reliance", "relation"]},
    "minerals_table.{}": {column for wing in TWINS for column in wing.COLUMNS} | {*ranking.EDITION_COLUMNS},
    "mirror_gap.title_{}": {*mirror_gap.FINDINGS},
    "mirror_gap.valued_{}": {one for valued in mirror_gap.VALUED.values() for one in valued},
    "mirror_reasons.{}": set(mirror_reasons.every()["kind"]),
    "news.{}": {"from", "to"},
    "news.date_{}": set(ENUMS["articles", "date_basis"]) - {"page"},
    "notices.{}": {parameter.notice or parameter.name for parameter in PARAMETERS}
    | {"opened_year", "opened_full", "returned_year"},
    "origin.{}": set(catalogue.SOURCE_COLUMNS),
    "partner_context.title_{}_{}": {
        f"{kind}_{direction}" for kind in ("share", "value") for direction in partners_in_context.DIRECTIONS
    },
    "partner_context.{}": set(partner_trade.SETS.values()),
    "provenance.{}": {"value", "year", "status", "whose", "basis", "edition", "how", "source", "place", "licence"},
    "ranking.none_{}": set(producers.BASES),
    "ranking.title_{}": set(producers.BASES),
    "ranking.{}": {producers.OTHER_NAMED, producers.NOT_NAMED},
    "redistribution.{}": set(ENUMS["sources", "redistribution"]),
    "series.largest_{}": {"balance", "flow"},
    "supply.{}": {
        *(
            concentration.TOO_LITTLE,
            concentration.NO_TOTAL,
            concentration.PARTIAL,
            scenario.NOBODY,
            scenario.NO_OUTPUT,
            LEFT_OUT,
        ),
        *ENUMS["concentration_marks", "level"],
    },
    "table_groups.{}": set(table_groups.GROUPS),
    "tariff_dates.{}": {*tariff_dates.STANDINGS, *tariff_dates.MEASURES},
    "trade.one_{}": set(partner_trade.SETS.values()),
    "trade.share_{}": set(DIRECTIONS) - {"net"},
    "trade.title_{}": set(DIRECTIONS),
    "trade.{}": {"direction", "measure", *DIRECTIONS, *MEASURES, *choice.CHARTS, *HEAD},
    "trade_parts.{}": set(choice.LEVELS),
    "trade_table.{}": {column for part in PARTS for column in part.COLUMNS} | {"iso3", *duties.MONTHS},
    "types.{}": set(TYPES),
    "us_trade_years.{}": set(us_trade_by_year.FLOWS),
    "us_trade_years.of_{}": set(us_trade_by_year.FLOWS),
    "verdict_counts.{}": set(BEST_FIRST),
    "views.{}": set(choice.VIEWS),
    "what_if.as_{}": set(scenario.WAYS),
    "what_if.{}": {"lowest", "lowest_at_end", "lowest_now"},
    "search.kind_{}": set(search.CALLED),
}


def is_taken(name: str) -> bool:
    """Whether a script takes a word: `words.name`, `words[a ? "name" : "other"]`, `counted(words, "name", ...)`."""
    return bool(re.search(rf'words(?:\.{name}\b|\[[^\]]*"{name}"|, [^,]*"{name}")', SCRIPTS))


# What the search can find, and a figure.
FOUND = {f"kind_{kind}" for kind in ("answer", *search.KINDS)}
# Sections that are taken as a whole, and the words that are asked for there.
WHOLE = {
    "map": {name for name in LOCALE["map"] if is_taken(name)},
    "alt": {name for name in LOCALE["alt"] if is_taken(name)},
    "offline": {name for name in LOCALE["offline"] if is_taken(name)},
    "speaker_kinds": set(claim_selection.KINDS),
    "search": {name for name in LOCALE["search"] if is_taken(name)} | FOUND | {"on_map"},
    "languages": set(tables.load("articles")["language"]),
    "money_columns": {name for name in LOCALE["money_columns"] if f'"{name}"' in SOURCES},
}


def pattern(node: ast.JoinedStr) -> str:
    """A composed text with its gaps empty."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def asked_literally() -> set[str]:
    return {node.value for node in NODES if isinstance(node, ast.Constant) and node.value in IDS}


def asked_composed() -> set[str]:
    """The composed ids among the arguments of `word` and `counted`, or put together for them."""
    sections = "|".join(LOCALE)
    found = [pattern(node) for node in NODES if isinstance(node, ast.JoinedStr)]
    return {one for one in found if re.fullmatch(rf"(?:{sections}|\{{\}})\.[a-z_]*\{{\}}(?:_\{{\}})?", one)}


def composed_ids() -> set[str]:
    """All ids that `COMPOSED` stands for; those of `{}.{}` are of the sections of the parameters' labels."""
    made = {
        template.partition("{}")[0] + part
        for template, parts in COMPOSED.items()
        if template != "{}.{}"
        for part in parts
    }
    return OFFERED | TITLES | made


def whole_ids() -> set[str]:
    return {f"{section}.{name}" for section, names in WHOLE.items() for name in names}


def test_every_composed_id_names_where_its_last_part_comes_from():
    assert asked_composed() == set(COMPOSED)


def test_every_section_taken_as_a_whole_is_named():
    asked = {
        node.args[0].value
        for node in NODES
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "words"
        and isinstance(node.args[0], ast.Constant)
    }
    assert asked == set(WHOLE)


def test_every_word_of_the_locale_is_used():
    asked = asked_literally() | composed_ids() | whole_ids()
    assert [one for one in IDS if one not in asked and PLURAL.sub("", one) not in asked] == []


def test_every_word_that_is_asked_for_is_there():
    literal = set(re.findall(r"""(?<!TERMS\.)(?<![a-z_])(?:word|counted)\(\s*["']([a-z_.0-9]*[a-z0-9])["']""", SOURCES))
    assert len(literal) > 40
    assert sorted((literal | composed_ids() | whole_ids()) - set(IDS)) == []


def test_count_of_one_has_its_own_words():
    assert words.counted("card.more_sources", 1) == "and 1 more source"
    assert words.counted("card.more_sources", 3) == "and 3 more sources"


def test_unknown_id_is_an_error():
    with pytest.raises(KeyError):
        words.word("map.nonsense")


# Numbers that stand for how many there are, and a noun after one of them within two words.
HOW_MANY = r"\{(?:count|rows|shown|added|removed|cells|drawn)(?::,)?\}"
OF_MANY = re.compile(rf"{HOW_MANY} (?:[a-z]+ ){{0,2}}[a-z]+s\b")
# Said of groups of sites and of several claims only, which are two at least; of the longest text that is searched for.
NEVER_ONE = {"map.sites_here", "notices.q", "claims.in_article"}


def text_of(text: str) -> str:
    section, _, name = text.partition(".")
    return LOCALE[section][name]


def test_every_count_has_words_for_one():
    counts = [one for one in IDS if OF_MANY.search(text_of(one)) and one not in NEVER_ONE]
    assert len(counts) > 15
    assert [count for count in counts if f"{count}_one" not in IDS] == []


def test_words_for_one_name_no_plural_after_the_number():
    ones = [text_of(one) for one in IDS if one.endswith("_one")]
    assert len(ones) > 25
    assert [text for text in ones if re.search(r"\b1 (?:other |more |smaller )?[a-z]+s\b", text)] == []


def test_text_with_words_for_one_is_only_asked_for_with_its_count():
    plain = set(re.findall(r"""(?<![a-z_])word\(\s*f?["']([a-z_.]+)["']""", SOURCES))
    assert [one for one in IDS if one.endswith("_one") and one.removesuffix("_one") in plain] == []
