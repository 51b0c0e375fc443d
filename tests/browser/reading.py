"""What a page says to eyes and ears, piece by piece, and what of it is plain English of ours."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from data.analysis import deals
from data.checks.rules.registry import RULES
from data.package import snapshot
from tests.pseudo import ACCENTED, CLOSES, OPENS

# Texts of the page's elements, drawn ones too, of the attributes that are read out or shown, and of lists.
SAID = """() => {
  const skipped = ['script', 'style', 'noscript', '[data-testid*="Icon"]', 'code',
    '[data-testid="stDataFrame"] td', 'link'].join();
  const said = [document.title];
  for (const one of document.querySelectorAll('.hovertext, svg text')) {
    if (one.closest('.hovertext') && !one.matches('.hovertext')) continue;
    const lines = [...one.querySelectorAll('tspan')].filter((line) => !line.querySelector('tspan'));
    said.push(lines.length ? lines.map((line) => line.textContent).join(' ') : one.textContent);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest(`${skipped}, svg`)) said.push(walker.currentNode.data);
  }
  for (const name of ['alt', 'title', 'aria-label', 'aria-description', 'placeholder']) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      if (!one.closest(skipped)) said.push(one.getAttribute(name));
    }
  }
  document.querySelectorAll('input[role="combobox"]').forEach((one) => said.push(one.value));
  return [...new Set(said.map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean))];
}"""
# Columns of what stays in the language of its source.
SOURCED = re.compile(
    "publisher|title|title_en|licence|url|summary|quote|quote_speaker|quote_translation|note|locator|text|vintage"
    "|category|operator|activity|.*place|source_id|occasion|outcome|person|seat|claim|speaker|speaker_role|test_note|us_party|instrument"
)
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
# What is a code, or an address, or the name of a file; and ways to say a number that are English.
CODE = re.compile(
    r"https?://\S+|^https?$|\S*[_@#]\S*|\S+\.(?:csv|json|zip|md|parquet|xml)\b|\b[A-Z]{2,4}\b(?!\w)|\b(?:C5|HS|U3O8)\S*"
)
# The versions of the shapes and of the licence are no numbers.
NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.])(?!4\.[01]\b)\d+\.\d+(?![\d.])")
FEW = 3


class Sourced:
    """Texts that stay as their source has them, found at the start of what is left of a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        tidy = {" ".join(text.split()) for text in texts} - {""}
        self._all = "\n".join(sorted(tidy))
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for text in sorted(tidy, key=len, reverse=True):
            first = WORD.search(text)
            if first:
                self._by_word[first[0]].append((text, first.start()))

    def span(self, told: str, at: re.Match[str]) -> tuple[int, int] | None:
        """Where the text stands whose first word is the one at `at`: a whole text, or some words of a long one."""
        for text, before in self._by_word.get(at[0], ()):
            start = at.start() - before
            if start >= 0 and told.startswith(text, start) and not WORD.match(told[start + len(text) - 1 :][:2]):
                return start, start + len(text)
        ends = [found.end() for found in re.finditer(r"\S+", told[at.start() :])]
        for place in range(len(ends), FEW - 1, -1):
            if told[at.start() : at.start() + ends[place - 1]].rstrip(" .,;:)»”") in self._all:
                return at.start(), at.start() + ends[place - 1]
        return None


def _strings(node: object) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from _strings(one)
    elif isinstance(node, list):
        for one in node:
            yield from _strings(one)


@cache
def sourced(*, with_descriptor: bool) -> Sourced:
    """What the tables have from their sources; what the page of data says of the tables and their checks, too."""
    found = [rule.words for rule in RULES] if with_descriptor else []
    found += deals.firms()
    for name, body in snapshot.newest().files.items():
        if Path(name).suffix == ".csv":
            for row in csv.DictReader(io.StringIO(body.decode("utf-8"))):
                found += [cell for column, cell in row.items() if SOURCED.fullmatch(column)]
                found += [row["name"], row["minerals"]] if name == "mineral_sites.csv" else []
        elif with_descriptor:
            found += _strings(json.loads(body))
    return Sourced(found)


def plain_english(told: str, known: Sourced) -> list[str]:
    """Words of a text that are neither translated nor of a source nor a code; numbers in English signs."""
    left, found, at = told, [], 0
    codes = [code.span() for code in CODE.finditer(told)]
    while word := WORD.search(left, at):
        span = known.span(told, word) or next((span for span in codes if span[0] <= word.start() < span[1]), None)
        found += [] if span else [word[0]]
        start, end = span or word.span()
        at = max(end, word.end())
        left = left[:start] + " " * (at - start) + left[at:]
    is_ours = any(sign in told for sign in (*ACCENTED, OPENS, CLOSES))
    return found + (NUMBER.findall(left) if is_ours or not found else [])
