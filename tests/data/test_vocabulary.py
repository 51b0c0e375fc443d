"""What says what a number is: every text is asked for, every id that is asked for has one, in any language.

Each section of `data/vocabulary/en/` is compared with the registry that its ids come from."""

import ast
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from components.figures import clauses, headline
from components.served import api
from data import flows, indicators
from data.analysis import (
    claim_evidence,
    claims,
    comparison,
    country_facts,
    country_partners,
    country_sentences,
    deals,
    diplomacy_events,
    flow_selection,
    mirror_gap,
    mirror_reasons,
    stories,
    us_sentences,
    verdicts,
)
from data.output import extract, feed, judged
from data.output.brief import aid, document, trade, us_trade
from data.output.published import api_description, tree
from data.package import countries, descriptor, names, tables
from data.package.statuses import LEFT_OUT, WEAKEST_LAST
from data.subjects import definitions, forums, trade_shares, units
from data.subjects.number_format import LARGER
from data.vocabulary import cldr
from data.vocabulary.terms import TERMS, units_by_form

SUBJECTS = Path(definitions.__file__).parent
ALL = [*indicators.registry().values(), *flows.registry().values()]
GAP = re.compile(r"\{(\w+)\}")


def read() -> dict[str, dict]:
    files = (TERMS.root / "en").glob("*.toml")
    return {section: texts for path in files for section, texts in tomllib.loads(path.read_text("utf-8")).items()}


SECTIONS = read()


def enum(table: str, column: str) -> set[str]:
    fields = descriptor.resource(table)["schema"]["fields"]
    return set(next(field["constraints"]["enum"] for field in fields if field["name"] == column))


def every_code() -> set[str]:
    """All codes that the cells of the tables may have by a fixed list."""
    fields = [field for one in descriptor.package()["resources"] for field in one["schema"]["fields"]]
    return {code for field in fields for code in field.get("constraints", {}).get("enum", ())}


def templates(start: str) -> set[str]:
    return {one.words.template.partition(".")[2] for one in ALL if one.words.template.startswith(f"{start}.")}


def in_code() -> set[str]:
    """Texts in the code of the subjects, among them the templates of records."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SUBJECTS.glob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def records() -> set[str]:
    bounds = enum("us_import_reliance", "relation") & {"above", "below"}
    named = {one.removeprefix("records.") for one in in_code() if isinstance(one, str)}
    return {record for record in SECTIONS["records"] if record in named} | bounds


def plain(section: str) -> set[str]:
    """Ids of a section without the forms of plurals."""
    forms = cldr.locale("en").plural_form.tags
    texts = SECTIONS[section]
    return {text for text in texts if not (text.rpartition("_")[2] in forms and text.rpartition("_")[0] in texts)}


def asked_of(section: str) -> set[str]:
    """The texts of a section that the modules of the headline ask for."""
    code = "".join(Path(module.__file__).read_text("utf-8") for module in (headline, clauses))
    return {text for text in plain(section) if re.search(rf'["{{.]{text}["}}]|"{text}s?"', code)}


def texts_in(module: ModuleType, section: str) -> set[str]:
    """The texts of a section that stand in a module as they are."""
    code = Path(module.__file__ or "").read_text("utf-8")
    return {text for text in plain(section) if re.search(rf'["._]{text}"', code)}


def definitions_of_kind() -> set[str]:
    return set(definitions.VALUES["kind"])


def reasons() -> set[str]:
    """Why verdicts and tests come out as they do: the ids that the rule gives, as far as there are words for them."""
    trees = [ast.parse(Path(one.__file__).read_text("utf-8")) for one in (verdicts, claim_evidence)]
    given = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {reason for reason in SECTIONS["verdict_reasons"] if reason in given} | set(claims.outcomes()["reason"])


# What is found of two sides of a trade that are both on record.
MIRRORED = (mirror_gap.NO_FREIGHT, mirror_gap.EXPORTER_LARGER, mirror_gap.WITHIN, mirror_gap.BEYOND)


def asked_in_brief() -> set[str]:
    """The texts that the brief asks for: those that stand in its modules, and those put together there."""
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(document.__file__).parent.glob("*.py")]
    given = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    made = [
        *(f"section_{one}" for one in document.SECTIONS),
        *(f"trade_{one}" for one, *_ in trade.SERIES),
        *(f"us_{one}" for one in us_trade.SERIES),
        *(f"us_share_{one}" for one in us_trade.DIRECTIONS),
        *(f"aid_{one}" for one, *_ in aid.VIEWS),
        *(f"reason_{one}" for one in set(mirror_reasons.every()["kind"])),
        *(f"{one}_short" for one in ("billion", "million")),
        *(f"rung_{one}" for one in deals.RUNGS),
        *(f"deal_{one}" for one in (deals.REPEATED, deals.SUPERSEDED)),
        *(f"lane_{one}" for one in diplomacy_events.LANES),
        *(f"mirror_{one}" for one in (*MIRRORED, "exports_title", "imports_title")),
    ]
    asked = {str(one).removeprefix("brief.") for one in given} | set(made)
    return (plain("brief") & asked) | set(made)


def asked_in_published() -> set[str]:
    """The texts on what is published: those in the modules that publish and serve, and the kinds of files."""
    paths = (*Path(tree.__file__).parent.glob("*.py"), *Path(api.__file__).parent.glob("*.py"))
    given = {
        node.value
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    }
    made = {*tree.KINDS, *(f"parameter_{one}" for one in (*api_description.TYPE_OF, "version"))}
    return (plain("published") & given) | made


GONE = {"not_reported", "withheld", "not_applicable", LEFT_OUT}
CHANGES = {comparison.NO_FIRST, comparison.NO_SECOND, comparison.NO_BOTH, comparison.NO_BASE}
ABSENCES = {*GONE, *CHANGES, *indicators.TELLING_STATUSES, "no_share"}
STORY_STEPS = {step.key for steps in stories.every().values() for step in steps}
REGISTRIES = {
    "brief": asked_in_brief(),
    "indicators": templates("indicators"),
    "flow_sets": templates("flow_sets"),
    "families": {one.family for one in ALL},
    "units": set(units.every()),
    "statuses": {*WEAKEST_LAST, *ABSENCES, comparison.NOT_COVERED, flow_selection.INCOMPLETE},
    "statuses_membership": {"not_reported"},
    "absences": ABSENCES,
    "absences_membership": GONE,
    "memberships": set(forums.NEAREST_FIRST),
    "site_kinds": {*enum("mineral_sites", "kind"), "capital"},
    "whose": {"reporter"},
    "issuers": set(tables.load("critical_lists")["issuer"]),
    "reckonings": set(trade_shares.RECKONINGS),
    "measures": set(definitions.measures("investment")),
    "records": records(),
    "headlines": {*templates("indicators"), "other"},
    "headline_measures": set(definitions.measures("investment")),
    "headline_forms": asked_of("headline_forms"),
    "groups": {"five", "some", "partners"},
    "orders": definitions_of_kind() - {"membership"},
    "orders_last": definitions_of_kind() - {"membership"},
    "ordinals": {*(f"p{place}" for place in clauses.ORDINALS), "other"},
    "numbers": {f"n{count}" for count in range(2, len(countries.C5))},
    "stand": {*forums.NEAREST_FIRST, "none"},
    "verdicts": {*verdicts.WORDS, LEFT_OUT},
    "verdict_rules": set(verdicts.WORDS),
    "verdict_reasons": reasons(),
    "evidences": set(claim_evidence.CLASSES),
    "timings": {"on_day", "later", "undated"},
    "caveats": {caveat for one in ALL for caveat in one.caveats},
    "feed": texts_in(feed, "feed"),
    "files": set(extract.ABOUT),
    "provenance": {"taken_over"},
    "published": asked_in_published(),
    "rungs": {*deals.RUNGS, deals.SUPERSEDED},
    "deal_reasons": set(deals.REASONS) - {deals.COUNTED},
    "story_takes": enum("story_values", "take") - {stories.SUM},
    "story_titles": set(stories.every()),
    "story_abouts": set(stories.every()),
    "story_headings": STORY_STEPS,
    "story_texts": STORY_STEPS,
    "story_readings": STORY_STEPS,
    "lists": {"share"},
    "diplomacy": {"visit_from_us", "visit_to_us"},
    "country_measures": {*country_facts.MEASURES, f"{country_facts.TOP_MINERAL}_none"},
    "country_unranked": set(country_facts.UNRANKED),
    "country_sentences": {
        text
        for module in (country_sentences, country_partners, us_sentences)
        for text in texts_in(module, "country_sentences")
    },
    "computed": {name for columns in judged.COMPUTED.values() for name, *_ in columns},
}
# Sections in which a text is the exception: the ids that could have one.
MAY_HAVE = {
    "stages": set(map(names.key, tables.load("minerals_production")["stage"])),
    "bases": set().union(
        *(enum(table, "basis") for table in ("us_trade", "trade_mirror", "trade_partners", "trade_partner_shares")),
        {"claim"},
    ),
    "in_sentence": set(countries.names()),
    "cells": {names.key(code) for code in every_code()} | {"yes", "no"},
}


def test_every_section_is_held_to_its_registry():
    assert set(SECTIONS) == {*REGISTRIES, *MAY_HAVE}


@pytest.mark.parametrize("section", REGISTRIES)
def test_texts_of_a_section_are_those_of_its_registry(section):
    assert plain(section) == REGISTRIES[section]


@pytest.mark.parametrize("section", MAY_HAVE)
def test_exceptions_are_of_ids_that_there_are(section):
    assert plain(section) <= MAY_HAVE[section]


def test_every_unit_of_display_is_used():
    used = {one.display_unit for one in ALL} | {*LARGER.values()} | {units.PERCENT, units.POINTS, units.PLACES}
    assert set(units.every()) == used


def test_every_entry_of_a_subject_is_used():
    entries = {path.stem: definitions.read(path) for path in SUBJECTS.glob("*.toml") if path.stem != "units"}
    given = {indicator for whole in entries.values() for indicator in whole["indicators"]}
    variants = {"member_of_one_name", "us_import_reliance_of_form", "us_import_share_of_form"}
    assert given == templates("indicators") - variants
    assert {flow_set for whole in entries.values() for flow_set in whole["flow_sets"]} == templates("flow_sets")


def test_titles_and_labels_have_no_gap_that_the_indicator_does_not_fill():
    for one in ALL:
        section, _, template = one.words.template.partition(".")
        for text in SECTIONS[section][template].values():
            assert set(GAP.findall(text)) <= {kind for kind, _ in one.words.gaps}, one.id


def test_every_gap_of_a_title_is_an_id_of_a_kind_and_has_a_name():
    gaps = {gap for one in ALL for gap in one.words.gaps}
    assert {kind for kind, _ in gaps} <= set(names.KINDS)
    assert all(names.of(kind, name_id) for kind, name_id in gaps)


def test_every_gap_of_a_record_is_of_a_kind():
    assert {gap for text in SECTIONS["records"].values() for gap in GAP.findall(text)} <= set(names.KINDS)


def test_keys_of_codes_tell_them_apart():
    coded = {
        "deposit": tables.load("minerals_reserves")["basis"],
        "stage": tables.load("minerals_production")["stage"],
        "form": [*tables.load("us_import_reliance")["form"], *tables.load("us_import_sources")["form"]],
    }
    for codes in coded.values():
        assert len({*map(names.key, codes)}) == len({*codes})


def test_unit_of_every_count_has_a_singular():
    several = units_by_form()
    for indicator in indicators.registry().values():
        if indicator.kind == "count":
            assert set(several[indicator.unit_name]) == {"one"}, indicator.id
