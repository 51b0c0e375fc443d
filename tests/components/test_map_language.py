"""Numbers and plurals in the language of the page, in the browser's own code."""

import pytest

from data.subjects import number_format
from data.vocabulary import cldr, terms
from data.vocabulary.language import speaking

VALUES = (0, 1, 2, 5, 21, 1234567, -1, -1234.5, 0.25, 1.0)


@pytest.fixture(scope="module")
def run(node):
    return node(("base/language", "base/cells", "controls/alt", "layers/flows"), "withSigns, numberOf, formOf, counted")


def of(language: str) -> dict:
    """What the setup says of a language."""
    with speaking(language):
        return {"language": language, "signs": list(cldr.signs())}


def printed(language: str) -> list[str]:
    with speaking(language):
        return [number_format.plain(value, decimals) for value in VALUES for decimals in (0, 1, 2)]


@pytest.mark.parametrize("language", ["en", "ru", "id", "hi", "ar"])
def test_signs_are_those_that_the_server_prints(run, language):
    told = run("d.texts.map((text) => withSigns(text, d))", {**of(language), "texts": printed("en")})
    assert told == printed(language)


@pytest.mark.parametrize("language", ["en", "ru", "id"])
def test_printed_number_is_read_as_it_was(run, language):
    told = run("d.texts.map((text) => numberOf(text, d))", {**of(language), "texts": printed(language)})
    assert told == run("d.texts.map((text) => numberOf(text, d))", {**of("en"), "texts": printed("en")})
    assert told[15:18] == [1234567.0] * 3


@pytest.mark.parametrize("language", ["en", "ru", "id", "ar"])
def test_plural_form_is_the_one_of_the_server(run, language):
    texts = printed(language)
    told = run("d.texts.map((text) => formOf(text, d))", {**of(language), "texts": texts})
    with speaking(language):
        assert told == [cldr.locale(language).plural_form(abs(terms._number(text))) for text in texts]


def test_text_is_the_one_of_the_plural_form_where_there_is_one(run):
    words = {"rows": "many", "rows_one": "one", "rows_few": "few"}
    given = {**of("ru"), "words": words, "counts": [1, 2, 5, 21]}
    assert run('d.counts.map((count) => counted(d.words, "rows", count, d))', given) == ["one", "few", "many", "one"]


@pytest.mark.parametrize(("language", "shown"), [("en", "1,234.5 M"), ("ru", "1\u00a0234,5 M")])
def test_value_of_a_line_has_the_signs_of_the_language(run, language, shown):
    whole = {"unit": "M", "decimals": 1, "measures": {"out": "Exports"}, "words": {"status": "", "source": ""}}
    line = {"origin": "USA", "dest": "KAZ", "tone": "out", "cell": {"value": 1234.5, "status": "", "source": ""}}
    told = run("flows.flowLabel(d.flows, d.line, 2024, {}, d)", {**of(language), "flows": whole, "line": line})
    assert told[1] == shown


def test_highest_and_lowest_are_found_among_numbers_of_the_language(run):
    data = {
        **of("ru"),
        "title": "T",
        "unit": "t",
        "years": [2024],
        "classes": [{"label": "a"}],
        "missing": [],
        "cells": {
            one: {"runs": [[0, 0, 0, 0]], "texts": text} for one, text in (("A", "1\u00a0000,5"), ("B", "999,9"))
        },
        "alt": {"range": "{high}; {low}; {count}", "range_few": "{high}; {low}; {count} (few)"},
    }
    assert run("alt.describe(d, {}, 0)", data) == "A 1\u00a0000,5; B 999,9; 2 (few)"
