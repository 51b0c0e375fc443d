"""The reader's choice and its link: `?indicator=&year=&country=&view=&lang=&v=` and what a page adds.

Each part is parsed alone; a part that means nothing gives its default and a notice in words, never an exception.
Every choice is written out, defaults too: a default may move with the next release, a shared link must not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from components.figures import breaks
from components.widgets.choice import (
    CHARTS,
    MODES,
    TOPS,
    VIEWS,
    Choice,
    default,
    earlier,
    ends,
    fit_year,
    is_pair,
    nearest,
)
from components.words import languages, word
from data import articles, countries, cuts, differences, flows, indicators, package
from data.faults import UnknownId

__all__ = ["CHARTS", "MODES", "TOPS", "VIEWS", "Choice", "default", "earlier", "ends", "fit_year", "is_pair", "nearest"]

FIRST = ("indicator", "set")
LONGEST_SEARCH = 100
LONGEST_ECHO = 60
SWITCH = {"on": True, "off": False}
TRADE, COMPARE = "trade", "compare"
_FLOW_PARTS = frozenset({"set", "direction", "measure", "top", "chart", "pair"})
_COMPARE_PARTS = frozenset({"mode", "compare", "compare_year", "change"})
_OTHER_PARTS = frozenset({"flows", "points", "topic", "table", "q"})
# Parts that a page's link leaves out, because nothing there follows from them; most pages leave out those of others.
_LEFT_OUT = {
    TRADE: _COMPARE_PARTS | _OTHER_PARTS | {"classes"},
    COMPARE: _FLOW_PARTS | _OTHER_PARTS,
}


def read(params: Mapping[str, str], page: str = "") -> tuple[Choice, list[str]]:
    """The choice that a link to a page stands for, and a notice for every part that could not be used."""
    choice, notices = default(), []
    readers = _READERS | _READERS_OF.get(page, {})
    for name, value in sorted(params.items(), key=lambda item: (item[0] not in FIRST, item[0])):
        reader = readers.get(name)
        if reader is None:
            notices.append(word("notices.unknown", value=_echo(name)))
        elif value:
            choice, notice = reader(choice, value)
            notices += [notice] if notice else []
    return choice, notices


def write(choice: Choice, page: str = "") -> dict[str, str]:
    """The parts of the link to a page, every choice written out, the data version last."""
    parts = {
        "indicator": choice.indicator,
        "year": str(choice.year),
        "view": choice.view,
        "country": choice.country or "",
        "flows": "on" if choice.flows else "off",
        "set": choice.flow_set,
        "direction": choice.direction,
        "measure": choice.measure,
        "top": str(choice.top),
        "chart": choice.chart,
        "pair": choice.pair or "",
        "mode": choice.mode,
        "compare": choice.compare or "",
        "compare_year": str(choice.compare_year or ""),
        "change": choice.change,
        "points": "on" if choice.points else "off",
        "classes": choice.classes,
        "topic": choice.topic or "",
        "table": choice.table or "",
        "q": choice.q,
        "v": package.version(),
    }
    left_out = _LEFT_OUT.get(page, _FLOW_PARTS | _COMPARE_PARTS)
    return {name: value for name, value in parts.items() if value and name not in left_out}


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
    return _fitted(choice, "year", value, indicators.years(choice.indicator), choice.year)


def _flow_year(choice: Choice, value: str) -> Read:
    return _fitted(choice, "year", value, flows.years(choice.flow_set), choice.year)


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4


def _fitted(choice: Choice, field: str, value: str, years: Iterable[int], other: int) -> Read:
    """The year in the field, or the nearest that has figures; `other` where the value is no year at all."""
    fitted = nearest(years, int(value) if _is_year(value) else other)
    notice = None if value == str(fitted) else word("notices.year", value=_echo(value), shown=fitted)
    return replace(choice, **{field: fitted}), notice  # type: ignore[arg-type]


def _compare(choice: Choice, value: str) -> Read:
    if value in indicators.registry():
        return replace(choice, compare=None if value == choice.indicator else value), None
    shown = indicators.get(choice.compare or choice.indicator).title
    return choice, word("notices.indicator", value=_echo(value), shown=shown)


def _compare_year(choice: Choice, value: str) -> Read:
    one = choice.compare or choice.indicator
    if not _is_year(value):
        return choice, word("notices.year", value=_echo(value), shown=earlier(one, choice.year))
    return _fitted(choice, "compare_year", value, indicators.years(one), earlier(one, choice.year))


def _flow_set(choice: Choice, value: str) -> Read:
    if value in flows.registry():
        return replace(choice, flow_set=value, year=flows.default_year(value)), None
    shown = flows.get(choice.flow_set).title
    return choice, word("notices.set", value=_echo(value), shown=shown)


def _one_of(field: str, options: Iterable[str | int], section: str = TRADE) -> Callable[[Choice, str], Read]:
    known: dict[str, Any] = {str(one): one for one in options}

    def read_option(choice: Choice, value: str) -> Read:
        if value in known:
            return replace(choice, **{field: known[value]}), None
        shown = str(getattr(choice, field))
        names = word(f"{section}.{field}"), shown if shown.isdigit() else word(f"{section}.{shown}")
        return choice, word("notices.option", part=names[0], value=_echo(value), shown=names[1])

    return read_option


def _pair(choice: Choice, value: str) -> Read:
    if is_pair(value.upper()):
        return replace(choice, pair=value.upper()), None
    return choice, word("notices.pair", value=_echo(value))


def _view(choice: Choice, value: str) -> Read:
    if value in VIEWS:
        return replace(choice, view=value), None
    return choice, word("notices.view", value=_echo(value), shown=word(f"views.{choice.view}"))


def _country(choice: Choice, value: str) -> Read:
    if countries.is_country(value.upper()):
        return replace(choice, country=value.upper()), None
    return choice, word("notices.country", value=_echo(value))


def _switch(name: str) -> Callable[[Choice, str], Read]:
    def read_switch(choice: Choice, value: str) -> Read:
        if value in SWITCH:
            return replace(choice, **{name: SWITCH[value]}), None  # type: ignore[arg-type]
        shown = "on" if getattr(choice, name) else "off"
        return choice, word(f"notices.{name}", value=_echo(value), shown=shown)

    return read_switch


def _classes(choice: Choice, value: str) -> Read:
    if len(value) <= LONGEST_SEARCH and breaks.is_method(value):
        return replace(choice, classes=value), None
    return choice, word("notices.classes", value=_echo(value))


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
    "flows": _switch("flows"),
    "points": _switch("points"),
    "classes": _classes,
    "set": _flow_set,
    "direction": _one_of("direction", cuts.DIRECTIONS),
    "measure": _one_of("measure", cuts.MEASURES),
    "top": _one_of("top", TOPS),
    "chart": _one_of("chart", CHARTS),
    "pair": _pair,
    "mode": _one_of("mode", MODES, COMPARE),
    "compare": _compare,
    "compare_year": _compare_year,
    "change": _one_of("change", differences.MEASURES, COMPARE),
    "topic": _topic,
    "table": _table,
    "q": _search,
    "lang": _lang,
    "v": _version,
}
_READERS_OF = {TRADE: {"year": _flow_year}}
