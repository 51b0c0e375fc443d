"""The pages in the order of the navigation, by their address, with the parameters of their links.

A new page is one more entry of PAGES; no other page hears of it."""

from dataclasses import replace

from components.figures import breaks
from components.reader import claim_parameters, story_parameters, table_rows, trade_parameters
from components.reader.choice import (
    CHARTS,
    CLAIMS,
    COMPARE,
    COUNTRY,
    FORUMS,
    LENSES,
    MINERALS,
    MODES,
    NEWS,
    SHOWS,
    STORY,
    TOPS,
    TRADE,
    VIEWS,
    Choice,
    earlier,
    ends,
    has_lines,
    is_pair,
    nearest,
    other,
    selection_of,
)
from components.reader.deal_parameters import DEALS
from components.reader.forum_parameters import FORUM
from components.reader.mineral_parameters import MINERAL
from components.reader.parameter import (
    SWITCH,
    Page,
    Parameter,
    Reading,
    is_year,
    known,
    on_or_off,
    one_of,
    switch,
    text,
    year,
)
from components.words import languages, word
from data import flows, indicators
from data.analysis import comparison, flow_selection
from data.analysis.flow_selection import FlowSelection
from data.output import rows
from data.package import articles, countries, descriptor
from data.vocabulary.language import ENGLISH

LONGEST_TEXT = 100
MOST_OTHERS = 6
ASKED_YEARS = range(1900, 2101)


def _nothing(_choice: Choice) -> str:
    return ""


def _if_not_english(language: str) -> str:
    return "" if language == ENGLISH else language


def _country(_choice: Choice, value: str) -> Reading:
    """A country by its code, or by its name as people write it into a link."""
    code = countries.called(value)
    return ({"country": code}, None) if code else ({}, "")


def _indicator(choice: Choice, value: str) -> Reading:
    now = indicators.current(value)
    if now not in indicators.registry():
        return {}, indicators.get(choice.indicator).title
    changes = {"indicator": now, "year": indicators.default_year(now)}
    return changes, None if now == value else indicators.get(now).title


def _flow_set(choice: Choice, value: str) -> Reading:
    if value in flows.registry():
        return {"flow_set": value, "year": flow_selection.default_year(FlowSelection(value))}, None
    return {}, flows.get(choice.flow_set).title


def _lines(choice: Choice, value: str) -> Reading:
    """Lines on or off; what the subject has by itself goes on following from the subject."""
    usual = has_lines(choice.indicator)
    if value not in SWITCH:
        return {}, on_or_off(usual)
    return {"flows": None if SWITCH[value] == usual else SWITCH[value]}, None


def _on_or_off(is_on: bool | None) -> str:
    return "" if is_on is None else "on" if is_on else "off"


def _asked(field: str) -> Parameter:
    """A year as it was asked for on another page, whether this one can show it or not."""

    def read(_choice: Choice, value: str) -> Reading:
        return ({field: int(value)}, None) if is_year(value) and int(value) in ASKED_YEARS else ({}, "")

    return Parameter(field, field, read)


def _pair(choice: Choice, value: str) -> Reading:
    """A line of the set; whether the chosen country has it is seen only when it is shown (`fitted`)."""
    pair = value.upper()
    is_known = is_pair(pair) and frozenset(ends(pair)) in flow_selection.pairs(FlowSelection(choice.flow_set))
    return ({"pair": pair}, None) if is_known else ({}, flows.get(choice.flow_set).title)


def _others(_choice: Choice, value: str) -> Reading:
    """Countries of the chart beside the six, by code or name, as many as a chart can tell apart."""
    codes = tuple(dict.fromkeys(filter(None, map(countries.called, value.split(",")))))
    found = tuple(code for code in codes if code not in countries.SIX)[:MOST_OTHERS]
    is_read = len(found) == len(value.split(","))
    return {"others": found}, None if is_read else ", ".join(map(countries.name, found)) or word("chart.no_others")


def _compare(choice: Choice, value: str) -> Reading:
    now = indicators.current(value)
    if now not in indicators.registry():
        return {}, indicators.get(choice.compare or choice.indicator).title
    changes = {"compare": None if now == choice.indicator else now}
    return changes, None if now == value else indicators.get(now).title


def _classes(_choice: Choice, value: str) -> Reading:
    return ({"classes": value}, None) if len(value) <= LONGEST_TEXT and breaks.is_method(value) else ({}, "")


def _month(name: str, field: str) -> Parameter:
    """A month of the news, at which a period begins or ends."""

    def read(_choice: Choice, value: str) -> Reading:
        return ({field: value}, None) if value in articles.months() else ({}, "")

    return Parameter(name, field, read, notice="month", label=f"news.{name}")


def _version(_choice: Choice, value: str) -> Reading:
    return {}, None if value == descriptor.version() else descriptor.version()


def _compare_year(choice: Choice, value: str) -> Reading:
    """The other year of a comparison; none where it is the one that follows from the year, and so goes on following."""
    usual = earlier(other(choice), choice.year)
    if not is_year(value):
        return {}, str(usual)
    fitting = nearest(indicators.years(other(choice)), int(value))
    return {"compare_year": None if fitting == usual else fitting}, None if value == str(fitting) else str(fitting)


INDICATOR = Parameter("indicator", "indicator", _indicator, rank=0)
YEAR = year("year", lambda choice: indicators.years(choice.indicator))
FLOW_YEAR = replace(year("year", lambda choice: flow_selection.years(selection_of(choice))), rank=2)
# The years asked for, where a page can only show others.
ASKED = {"year": _asked("year"), "compare_year": _asked("compare_year")}
VIEW = known("view", lambda: VIEWS, lambda choice: word(f"views.{choice.view}"))
OF_COUNTRY = Parameter("country", "country", _country)
LANG = replace(known("lang", languages, _nothing), write=_if_not_english)
VERSION = Parameter("v", "", _version)
EVERYWHERE = (VIEW, OF_COUNTRY, LANG, VERSION)
CLASSES = Parameter("classes", "classes", _classes)
FLOWS = (
    Parameter("set", "flow_set", _flow_set, rank=0),
    one_of("direction", flow_selection.DIRECTIONS, TRADE),
    one_of("measure", flow_selection.QUANTITIES, TRADE),
    one_of("top", TOPS, TRADE),
    one_of("chart", CHARTS, TRADE),
    Parameter("pair", "pair", _pair, rank=2),
)
COMPARED = (
    replace(one_of("mode", MODES, COMPARE), rank=0),
    Parameter("compare", "compare", _compare, notice="indicator"),
    Parameter("compare_year", "compare_year", _compare_year, notice="year", rank=3),
    one_of("change", comparison.CHANGE_KINDS, COMPARE),
)
TOPIC = known("topic", articles.topics, _nothing)
NEWS_TEXT = text("q", "q", LONGEST_TEXT)
PRESS = (
    known("publisher", articles.publishers, _nothing),
    known("written_in", articles.languages, _nothing),
    _month("from", "news_from"),
    _month("to", "news_to"),
    switch("about"),
)
ROWS = (
    text("rows", "table_rows", LONGEST_TEXT),
    Parameter("where", "table_where", table_rows.read_where, write=rows.as_text),
    Parameter("sort", "table_sort", table_rows.read_sort),
)
PAGES: dict[str, Page] = {
    "": Page(
        "overview",
        "map",
        (
            INDICATOR,
            YEAR,
            *EVERYWHERE,
            one_of("show", SHOWS, "overview"),
            Parameter("with", "others", _others, write=",".join, notice="with"),
            switch("all_years"),
            Parameter("flows", "flows", _lines, write=_on_or_off),
            switch("points"),
            CLASSES,
            TOPIC,
            NEWS_TEXT,
        ),
    ),
    TRADE: Page(TRADE, "swap_horiz", (INDICATOR, FLOW_YEAR, *EVERYWHERE, *FLOWS, *trade_parameters.PARTS)),
    MINERALS: Page(MINERALS, "diamond", (INDICATOR, YEAR, *EVERYWHERE, *MINERAL)),
    FORUMS: Page(FORUMS, "groups", (INDICATOR, YEAR, *EVERYWHERE, *FORUM)),
    COUNTRY: Page(COUNTRY, "flag", (INDICATOR, YEAR, *EVERYWHERE, one_of("lens", LENSES, COUNTRY), TOPIC, *DEALS)),
    COMPARE: Page(COMPARE, "compare", (INDICATOR, YEAR, *EVERYWHERE, *COMPARED, CLASSES)),
    NEWS: Page(NEWS, "newspaper", (INDICATOR, YEAR, *EVERYWHERE, TOPIC, NEWS_TEXT, *PRESS)),
    STORY: Page(STORY, "auto_stories", (LANG, VERSION, *story_parameters.STEPS)),
    CLAIMS: Page(CLAIMS, "gavel", (INDICATOR, YEAR, *EVERYWHERE, *claim_parameters.OWN)),
    "data": Page(
        "data",
        "table",
        (
            INDICATOR,
            YEAR,
            *EVERYWHERE,
            replace(known("table", descriptor.names, _nothing), rank=0),
            text("q", "data_q", LONGEST_TEXT),
            *ROWS,
        ),
    ),
}
