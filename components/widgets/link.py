"""The reader's choice and its link: `?indicator=&year=&country=&view=&flows=&topic=&table=&q=&lang=&v=`.

Each part is parsed alone; a part that means nothing gives its default and a notice in words, never an exception.
Every choice is written out, defaults too: a default may move with the next release, a shared link must not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from components.words import languages, word
from data import articles, countries, indicators, package
from data.faults import UnknownId

VIEWS = ("us_central_asia", "central_asia", "eurasia", "world", "globe")
LONGEST_SEARCH = 100
LONGEST_ECHO = 60
SWITCH = {"on": True, "off": False}


@dataclass(frozen=True)
class Choice:
    """What the reader has chosen; everything on the screen follows from it and the data version."""

    indicator: str
    year: int
    view: str = VIEWS[0]
    country: str | None = None
    flows: bool = True
    topic: str | None = None
    table: str | None = None
    q: str = ""
    lang: str = "en"


def default() -> Choice:
    """The first indicator of the registry, in its default year."""
    first = next(iter(indicators.registry()))
    return Choice(indicator=first, year=indicators.default_year(first))


def fit_year(indicator_id: str, year: int) -> int:
    """The year itself where the indicator has figures for it, else the nearest one that has."""
    return min(indicators.years(indicator_id), key=lambda one: (abs(one - year), -one))


def read(params: Mapping[str, str]) -> tuple[Choice, list[str]]:
    """The choice that a link stands for, and a notice for every part that could not be used."""
    choice, notices = default(), []
    for name, value in sorted(params.items(), key=lambda item: (item[0] != "indicator", item[0])):
        reader = _READERS.get(name)
        if reader is None:
            notices.append(word("notices.unknown", value=_echo(name)))
        elif value:
            choice, notice = reader(choice, value)
            notices += [notice] if notice else []
    return choice, notices


def write(choice: Choice) -> dict[str, str]:
    """The parts of the link, every choice written out, the data version last."""
    parts = {
        "indicator": choice.indicator,
        "year": str(choice.year),
        "view": choice.view,
        "country": choice.country or "",
        "flows": "on" if choice.flows else "off",
        "topic": choice.topic or "",
        "table": choice.table or "",
        "q": choice.q,
        "v": package.version(),
    }
    return {name: value for name, value in parts.items() if value}


def _echo(value: str) -> str:
    clean = "".join(sign for sign in value if sign.isprintable())
    return clean if len(clean) <= LONGEST_ECHO else f"{clean[:LONGEST_ECHO]}..."


Read = tuple[Choice, str | None]


def _indicator(choice: Choice, value: str) -> Read:
    try:
        known = indicators.get(value)
    except UnknownId:
        shown = indicators.get(choice.indicator).title
        return choice, word("notices.indicator", value=_echo(value), shown=shown)
    return replace(choice, indicator=known.id, year=indicators.default_year(known.id)), None


def _year(choice: Choice, value: str) -> Read:
    is_number = value.isascii() and value.isdigit() and len(value) == 4
    if is_number and int(value) in indicators.years(choice.indicator):
        return replace(choice, year=int(value)), None
    fitted = fit_year(choice.indicator, int(value)) if is_number else choice.year
    return replace(choice, year=fitted), word("notices.year", value=_echo(value), shown=fitted)


def _view(choice: Choice, value: str) -> Read:
    if value in VIEWS:
        return replace(choice, view=value), None
    return choice, word("notices.view", value=_echo(value), shown=word(f"views.{choice.view}"))


def _country(choice: Choice, value: str) -> Read:
    if countries.is_country(value.upper()):
        return replace(choice, country=value.upper()), None
    return choice, word("notices.country", value=_echo(value))


def _flows(choice: Choice, value: str) -> Read:
    if value in SWITCH:
        return replace(choice, flows=SWITCH[value]), None
    shown = "on" if choice.flows else "off"
    return choice, word("notices.flows", value=_echo(value), shown=shown)


def _topic(choice: Choice, value: str) -> Read:
    if value in articles.topics():
        return replace(choice, topic=value), None
    return choice, word("notices.topic", value=_echo(value))


def _table(choice: Choice, value: str) -> Read:
    if value in package.names():
        return replace(choice, table=value), None
    return choice, word("notices.table", value=_echo(value))


def _search(choice: Choice, value: str) -> Read:
    cut = value[:LONGEST_SEARCH]
    notice = word("notices.q", shown=LONGEST_SEARCH) if len(value) > LONGEST_SEARCH else None
    return replace(choice, q=cut), notice


def _lang(choice: Choice, value: str) -> Read:
    if value in languages():
        return replace(choice, lang=value), None
    return choice, word("notices.lang", value=_echo(value))


def _version(choice: Choice, value: str) -> Read:
    if value == package.version():
        return choice, None
    return choice, word("notices.v", value=_echo(value), shown=package.version())


_READERS: dict[str, Callable[[Choice, str], tuple[Any, str | None]]] = {
    "indicator": _indicator,
    "year": _year,
    "view": _view,
    "country": _country,
    "flows": _flows,
    "topic": _topic,
    "table": _table,
    "q": _search,
    "lang": _lang,
    "v": _version,
}
