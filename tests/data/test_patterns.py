"""Patterns of the descriptor: none that takes for ever is let through, in whatever script, and all of ours are."""

import re
import time

import pytest

from data.checks import descriptor_keys, patterns
from data.package import descriptor

ENDLESS = [
    "(a+)+",
    "(a|a)*b",
    "(a*)*",
    "a*a*b",
    "([а-я][а-я]*)*",
    "([α-ω]+)+",
    "([^a]ж*)*",
    "(?i:(aA*)*)",
    "(ж|ж)*ы",
    "(\\w+ж?)+!",
    "([中-国]国*)*",
]


@pytest.mark.parametrize("pattern", ENDLESS)
def test_pattern_that_takes_for_ever_is_not_let_through(pattern):
    assert patterns.reason(pattern)


def test_every_pattern_of_the_descriptor_is_let_through_and_quick():
    found = {
        field.get("constraints", {}).get("pattern", "")
        for resource in descriptor.package()["resources"]
        for field in resource["schema"]["fields"]
    } - {""}
    assert len(found) > 5
    began = time.process_time()
    for pattern in found:
        assert patterns.reason(pattern) == "", pattern
        for text in ("a" * 5000, "1" * 5000, "ж" * 5000, "A-" * 2500, "a;" * 2500):
            re.fullmatch(pattern, text)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "value", ["2026-1-1T0:0:0Z", "２０２６-01-01T00:00:00Z", "2026-01-01", "2026-02-30T00:00:00Z", 5]
)
def test_moment_of_another_form_is_none(value):
    (_, is_moment, _) = descriptor_keys.OF_PACKAGE["created"]
    assert is_moment("2026-11-24T00:00:00Z")
    assert not is_moment(value)
