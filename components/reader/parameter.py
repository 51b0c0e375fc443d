"""A page as the registry has it, and one part of its link: name, field of the Choice, how it is read and written.

Reading gives the changes to the Choice and, where the value was refused or moved, the words for what is shown instead;
the notice `notices.<notice>` is made of both. Which page has which parameters stands in `parameters.py`."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from components.reader.choice import Choice, nearest
from components.words import word

Reading = tuple[dict[str, Any], str | None]
SWITCH = {"on": True, "off": False}


def _as_text(value: Any) -> str:
    return str(value or "")


@dataclass(frozen=True)
class Parameter:
    """`write` turns the field into text; an empty text is left out of the link. A part is read after those of a lower
    rank, which it depends on. `options` are all that it can be, where they are few; `label` is the id of its words."""

    name: str
    field: str
    read: Callable[[Choice, str], Reading]
    write: Callable[[Any], str] = _as_text
    notice: str = ""
    label: str = ""
    rank: int = 1
    options: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page of the navigation: its file in `components/pages`, which is its section of words too (`<name>.title`), the
    icon of its entry, the parameters of its link."""

    name: str
    icon: str
    parameters: tuple[Parameter, ...]


def known(name: str, ids: Callable[[], Collection[str]], shown: Callable[[Choice], str]) -> Parameter:
    """An id out of those that `ids` gives; `shown` says what stands where it is none of them."""

    def read(choice: Choice, value: str) -> Reading:
        return ({name: value}, None) if value in ids() else ({}, shown(choice))

    return Parameter(name, name, read)


def one_of(name: str, options: Iterable[str | int], section: str) -> Parameter:
    """One of a few options, each with words `<section>.<option>`; numbers stand for themselves."""
    offered = tuple(options)
    by_text: dict[str, Any] = {str(option): option for option in offered}

    def read(choice: Choice, value: str) -> Reading:
        if value in by_text:
            return {name: by_text[value]}, None
        shown = str(getattr(choice, name))
        return {}, shown if shown.isdigit() else word(f"{section}.{shown}")

    return Parameter(name, name, read, notice="option", label=f"{section}.{name}", options=offered)


def on_or_off(is_on: bool) -> str:
    """On or off, in words."""
    return word("switch.on" if is_on else "switch.off")


def switch(name: str) -> Parameter:
    """On or off."""

    def read(choice: Choice, value: str) -> Reading:
        return ({name: SWITCH[value]}, None) if value in SWITCH else ({}, on_or_off(getattr(choice, name)))

    def write(is_on: bool) -> str:
        return "on" if is_on else "off"

    return Parameter(name, name, read, write=write)


def is_year(value: str) -> bool:
    """Whether a text is a year of four digits."""
    return value.isascii() and value.isdigit() and len(value) == 4


def year(name: str, years: Callable[[Choice], Iterable[int]]) -> Parameter:
    """A year that has figures: the nearest one to the year asked for, or to the one that stands."""

    def read(choice: Choice, value: str) -> Reading:
        fitting = nearest(years(choice), int(value) if is_year(value) else getattr(choice, name))
        return {name: fitting}, None if value == str(fitting) else str(fitting)

    return Parameter(name, name, read, notice="year")


def text(name: str, field: str, longest: int) -> Parameter:
    """Free text, cut where it is too long."""

    def read(_choice: Choice, value: str) -> Reading:
        return {field: value[:longest]}, str(longest) if len(value) > longest else None

    return Parameter(name, field, read, notice="q")
