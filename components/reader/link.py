"""The reader's choice and its link: `?indicator=&year=&country=&view=&lang=&v=` and what else the page has.

Each part is parsed alone; a part that means nothing gives its default and a notice in words, never an exception. Every
choice of the page is written out, defaults too: a default may move with the next release, a shared link must not.
What was chosen on other pages stands in one part of its own, `also`, where it is not the default: so a reload, a new
server and a copied link lose nothing, and no page's link speaks of things that are not on it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from components.reader import mangled
from components.reader.choice import TRADE, Choice, default, fitted, selection_of
from components.reader.parameter import Parameter, Reading
from components.reader.parameters import ASKED, LANG, PAGES, VERSION
from components.words import counted, languages, word
from data.analysis import flow_selection
from data.package import descriptor, releases
from data.vocabulary.language import ENGLISH

ALSO = "also"
# What of a link to the flows decides which year is the newest full one.
FRAMING = ("set", "country", "direction")
LONGEST_ALSO = 1000
LONGEST_ECHO = 60
MOST_NAMED = 3
EVERY = {one.name: one for page in reversed(PAGES.values()) for one in page.parameters}
# All parameters that a part may stand for: pages call by one name what is not the same ("from" a month, or a supplier).
NAMESAKES = {
    name: tuple({one.field: one for page in PAGES.values() for one in page.parameters if one.name == name}.values())
    for name in EVERY
}
# Parts whose value may be anything, so that there is nothing to mend in it.
TEXTS = frozenset(one.name for one in EVERY.values() if one.notice == "q")
CARRIED = {one.field: one for page in PAGES.values() for one in page.parameters if one.field and one != LANG} | ASKED


def read(
    params: Mapping[str, str | Sequence[str]], page: str = "", held: Choice | None = None
) -> tuple[Choice, list[str]]:
    """The choice that a link to a page stands for, and a notice for every part that could not be used.

    A part may have come several times, with a value each; how it may be mangled stands in `mangled.py`. With a choice
    `held`, what belongs to other pages is that of the reader, not of the link: it may be an old one."""
    own = {parameter.name: parameter for parameter in PAGES[page].parameters}
    choice = default()
    if held:
        fields = {one.field for one in own.values()}
        choice = replace(held, **{field: getattr(choice, field) for field in fields if field})
    here = EVERY | own
    parts = mangled.mend(params, {*here, ALSO}, {*TEXTS, ALSO})
    notices = _unread(parts)
    said = set()
    for name in _ordered(parts.values, here):
        if parts.values[name]:
            one = _meant(choice, here[name], parts.values[name])
            choice, notice = _read_part(choice, one, parts.values[name])
            notices += notice
            said |= {one.field} if own.get(name) == one else set()
    return _finished(choice, parts.values, page, said - {"year"}, is_new=not held, notices=notices)


def language(params: Mapping[str, str | Sequence[str]]) -> str:
    """The language of a link to any page, as `read` takes it; English where it names none that there is.

    It needs no data: the list of their faults has words, too."""
    said = mangled.mend(params, {*EVERY, ALSO}, {*TEXTS, ALSO}).values.get(LANG.name, "")
    there = languages()
    return next((one for one in (mangled.trimmed(said), *mangled.meant(said)) if one in there), ENGLISH)


def version(params: Mapping[str, str | Sequence[str]]) -> str:
    """The older version of the data that a link to any page names; empty where it names none that there is."""
    said = mangled.mend(params, {*EVERY, ALSO}, {*TEXTS, ALSO}).values.get(VERSION.name, "")
    return next((one for one in (mangled.trimmed(said), *mangled.meant(said)) if one and releases.is_past(one)), "")


def _finished(
    choice: Choice, parts: Mapping[str, str], page: str, said: set[str], *, is_new: bool, notices: list[str]
) -> tuple[Choice, list[str]]:
    """The choice with what the link leaves to others: the newest full year of flows, what it says of other pages.

    What it `said` in parts of the page's own is settled."""
    if page == TRADE and any(map(parts.get, FRAMING)) and not parts.get("year"):
        choice = replace(choice, year=flow_selection.default_year(selection_of(choice)))
    if not is_new or not parts.get(ALSO):
        return choice, notices
    readers = {field: one for field, one in CARRIED.items() if field not in said}
    choice, notice = _read_also(choice, parts[ALSO], readers)
    return choice, notices + notice


def _unread(parts: mangled.Parts) -> list[str]:
    """One line for all parts that mean nothing, and one for all that came with several values."""
    notices = []
    if parts.unknown:
        notices.append(counted("notices.unknown", len(parts.unknown), value=_listed(parts.unknown)))
    if parts.doubled:
        notices.append(word("notices.doubled", value=_listed(parts.doubled)))
    return notices


def _listed(names: list[str]) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(map(_echo, names[:MOST_NAMED]))
    left = len(names) - MOST_NAMED
    return f"{shown} {counted('notices.more', left)}" if left > 0 else shown


def _ordered(parts: Mapping[str, str], readers: Mapping[str, Parameter]) -> list[str]:
    """The parts that can be read, each after those that it depends on, whichever of its namesakes it is."""
    ranks = {name: max(one.rank for one in (first, *NAMESAKES.get(name, ()))) for name, first in readers.items()}
    return sorted(parts.keys() & readers.keys(), key=lambda name: (ranks[name], name))


def _meant(choice: Choice, first: Parameter, value: str) -> Parameter:
    """The parameter that a part stands for: the first, or where the value means nothing there, a namesake of another
    page for which it does."""
    named = (first, *(one for one in NAMESAKES[first.name] if one.field != first.field))
    return next((one for one in named if _meaning(choice, one, value)[1] is None), first)


def _meaning(choice: Choice, parameter: Parameter, value: str) -> Reading:
    """What a part says as it stands; else what it certainly means, where there is such a thing."""
    first = parameter.read(choice, value if parameter.name in TEXTS else mangled.trimmed(value))
    if first[1] is None or parameter.name in TEXTS:
        return first
    read = (parameter.read(choice, one) for one in mangled.meant(value))
    return next((one for one in read if one[1] is None), first)


def _read_part(choice: Choice, parameter: Parameter, value: str) -> tuple[Choice, list[str]]:
    changes, shown = _meaning(choice, parameter, value)
    choice = replace(choice, **changes)
    if shown is None:
        return choice, []
    part = word(parameter.label) if parameter.label else ""
    key = f"notices.{parameter.notice or parameter.name}"
    return choice, [word(key, value=_echo(value), shown=shown, part=part)]


def _read_also(choice: Choice, value: str, readers: Mapping[str, Parameter]) -> tuple[Choice, list[str]]:
    """What was chosen on other pages; one notice where any of it means nothing."""
    given = parse_qsl(value[:LONGEST_ALSO], keep_blank_values=True)
    parts = {mangled.clean_name(name, readers): said for name, said in given}
    is_wrong = len(value) > LONGEST_ALSO or not parts or not parts.keys() <= readers.keys()
    for field in _ordered(parts, readers):
        changes, shown = _meaning(choice, readers[field], parts[field])
        choice = replace(choice, **{field: changes[field]}) if field in changes else choice
        is_wrong = is_wrong or shown is not None
    return choice, [word("notices.also", value=_echo(value))] if is_wrong else []


def write(choice: Choice, page: str = "") -> dict[str, str]:
    """The parts of the link to a page, every choice of the page as it is shown there, the data version last."""
    shown, own = fitted(choice, page), PAGES[page].parameters
    parts = {one.name: one.write(getattr(shown, one.field)) for one in own if one.field}
    also = _carried(choice, shown, {one.field for one in own})
    parts |= {ALSO: urlencode(also), "v": descriptor.version()}
    return {name: value for name, value in parts.items() if value}


def _carried(choice: Choice, shown: Choice, own: set[str]) -> dict[str, str]:
    standard = default()
    texts = {
        field: (one.write(getattr(choice, field)), one.write(getattr(standard, field)))
        for field, one in CARRIED.items()
        if field not in own
    }
    asked = {"year": str(choice.year)} if choice.year != shown.year else {}
    return asked | {field: text for field, (text, usual) in texts.items() if text != usual}


def _echo(value: str) -> str:
    clean = "".join(sign for sign in value if sign.isprintable())
    return clean if len(clean) <= LONGEST_ECHO else f"{clean[:LONGEST_ECHO]}..."
