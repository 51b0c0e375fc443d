"""The reader's choice: what every page is drawn from, its defaults and what may be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data import flows, indicators
from data.analysis import claim_selection, comparison, flow_selection, membership, mineral_parts, stories
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.vocabulary.language import ENGLISH

VIEWS = ("five", "us_central_asia", "central_asia", "eurasia", "world", "globe")
TOPS = (5, 10, 20)
CHARTS = ("bars", "sankey")
YEARS_BACK = 5
SHOWS = ("map", "chart", "table")
MODES = ("side", "difference")
SIDE, DIFFERENCE = MODES
TRADE, MINERALS, COMPARE, NEWS = "trade", "minerals", "compare", "news"
CLAIMS, STORY, DATA = "claims", "story", "data"
FORUMS, COUNTRY = "forums", "country"
LENSES = ("all", "trade", "minerals", "forums", "money", "claims")
PANELS = ("output", "reserves", "sources", "uranium")
SWAP_AS = ("one", "five")
MINERAL_SORTS = ("share", "reliance", "concentration", "alphabet")
HALF = 50
TRADE_PARTS = ("years", "products", "partners", "sides", "duties")
LEVELS = ("chapters", "headings", "subheadings")
DRAWN_AS = ("bars", "areas")
CONTEXTS = ("both", "exports", "imports")


@dataclass(frozen=True)
class Choice:
    """What the reader has chosen; everything on the screen follows from it and the data version.

    `year` is the year asked for: a page shows the nearest one that its subject has figures for (`fitted`). `show` is
    the form that the overview has, `others` are the countries that its chart has beside the six, `all_years` the rows
    that its table has. `flows` are the lines of US trade; None leaves it to the subject. `compare` is the other
    indicator where it is another one, `compare_year` the other year once the reader has chosen one; `q` is looked for
    in the news, `data_q` in the data. `written_in` is the language of articles, not of the atlas; `news_from` and
    `news_to` are months; with `about` only articles that speak of the indicator are shown. `part` of the trade in full
    is open below the flows: products of a `level`, `drawn` as bars or areas, partners in the `context` of exports or
    imports, or both sides with `cif` percent taken off. `table_rows`, `table_where` and `table_sort` say which rows of
    a table are shown (see `data/output/rows.py`). `story` is the one that is told, `step` the place in it. `stage` and
    `form` are those of the `mineral`, None for the usual ones; `swap` percent of what `swap_from` sells (None for the
    largest supplier) is taken over by Central Asia, as one supplier or as five. `claim` is the one that is told in full
    beside the others, None the first of them; `verdicts` to `claims_to` narrow the claims down, `tested` to those that
    the indicator tests; with `due` the lane of forecasts is open. `forums_on` is the day on which standings in forums
    are told, None for the newest on record, `forums_since` another one to tell the changes from; `forum_kind` and
    `with_us` narrow the forums down, `ties` says what counts as a seat; `forum` is the one on the map, None for the
    first. `lens` is what the page of a country tells of it: all, or one subject. `deals_from` to `rung` narrow the
    deals with US firms down: days (or months, years), sector, firm, how far."""

    indicator: str
    year: int
    view: str = VIEWS[0]
    show: str = SHOWS[0]
    others: tuple[str, ...] = ()
    all_years: bool = False
    country: str | None = None
    flows: bool | None = None
    flow_set: str = flow_selection.FlowSelection.set_id
    direction: str = flow_selection.DIRECTIONS[0]
    measure: str = flow_selection.QUANTITIES[0]
    top: int = TOPS[1]
    chart: str = CHARTS[0]
    pair: str | None = None
    part: str = TRADE_PARTS[0]
    level: str = LEVELS[0]
    drawn: str = DRAWN_AS[0]
    context: str = CONTEXTS[0]
    cif: int = 0
    mode: str = SIDE
    compare: str | None = None
    compare_year: int | None = None
    change: str = comparison.ABSOLUTE
    points: bool = False
    classes: str = "auto"
    topic: str | None = None
    publisher: str | None = None
    written_in: str | None = None
    news_from: str | None = None
    news_to: str | None = None
    about: bool = False
    claim: str | None = None
    verdicts: tuple[str, ...] = claim_selection.TESTED
    claim_article: str | None = None
    speaker: str | None = None
    claim_subject: str | None = None
    evidence: str | None = None
    claims_from: str | None = None
    claims_to: str | None = None
    tested: bool = False
    claim_sort: str = claim_selection.SORTS[0]
    due: bool = True
    table: str | None = None
    q: str = ""
    data_q: str = ""
    table_rows: str = ""
    table_where: tuple[tuple[str, str], ...] = ()
    table_sort: str = ""
    story: str = stories.FIRST
    step: int = 1
    mineral: str = mineral_parts.FIRST
    panel: str = PANELS[0]
    stage: str | None = None
    form: str | None = None
    swap: int = HALF
    swap_from: str | None = None
    swap_as: str = SWAP_AS[0]
    mineral_sort: str = MINERAL_SORTS[0]
    forums_on: str | None = None
    forums_since: str | None = None
    forum_kind: str | None = None
    forum: str | None = None
    ties: str = membership.FULL
    with_us: bool = False
    lens: str = LENSES[0]
    deals_from: str | None = None
    deals_to: str | None = None
    sector: str | None = None
    firm: str | None = None
    rung: str | None = None
    lang: str = ENGLISH


def default() -> Choice:
    """The first indicator of the registry, in its default year."""
    first = next(iter(indicators.registry()))
    return Choice(indicator=first, year=indicators.default_year(first), mineral=mineral_parts.first())


def nearest(years: Iterable[int], year: int) -> int:
    """The year itself where it is one of the years, else the nearest one, the later of two."""
    return min(years, key=lambda one: (abs(one - year), -one))


def other(choice: Choice) -> str:
    """Id of the indicator that the other year of a comparison belongs to."""
    return choice.indicator if choice.mode == DIFFERENCE else choice.compare or choice.indicator


def has_lines(indicator_id: str) -> bool:
    """Whether the lines of US trade belong to an indicator: only to figures of the same family."""
    return indicators.get(indicator_id).family == flows.get(flows.US_TRADE).family


def fitted(choice: Choice, page: str) -> Choice:
    """The choice as a page can show it: in the nearest years with figures, in a direction and with a pair that the
    flows have, with or without lines, and with another year to compare with."""
    lines = has_lines(choice.indicator) if choice.flows is None else choice.flows
    if page == TRADE:
        offered = flow_selection.directions(choice.flow_set, choice.country)
        shown = replace(choice, flows=lines, direction=choice.direction if choice.direction in offered else offered[0])
        pair = (
            shown.pair
            if shown.pair and frozenset(ends(shown.pair)) in flow_selection.pairs(selection_of(shown))
            else None
        )
        return replace(shown, pair=pair, year=nearest(flow_selection.years(selection_of(shown)), choice.year))
    shown = replace(choice, year=nearest(indicators.years(choice.indicator), choice.year), flows=lines)
    if page == MINERALS:
        return _with_usual_parts(shown)
    if page == FORUMS:
        return replace(
            shown,
            forums_on=choice.forums_on or membership.newest_day(),
            forum=choice.forum or membership.first_forum(),
        )
    if page != COMPARE:
        return shown
    if choice.compare_year is None:
        return replace(shown, compare_year=earlier(other(choice), shown.year))
    return replace(shown, compare_year=nearest(indicators.years(other(choice)), choice.compare_year))


def _with_usual_parts(choice: Choice) -> Choice:
    """The choice with the stage, form and supplier that are the usual ones where none is chosen or the mineral has not
    the chosen one."""
    stages, forms = mineral_parts.stages(choice.mineral), mineral_parts.forms(choice.mineral)
    form = choice.form if choice.form in forms else next(iter(forms), None)
    suppliers = mineral_parts.suppliers(choice.mineral, form)
    return replace(
        choice,
        stage=choice.stage if choice.stage in stages else next(iter(stages), None),
        form=form,
        swap_from=choice.swap_from if choice.swap_from in suppliers else next(iter(suppliers), None),
    )


def selection_of(choice: Choice) -> FlowSelection:
    """The selection of flows that the choice stands for; a measure that it cannot have gives way to the value."""
    asked = FlowSelection(choice.flow_set, choice.country, choice.direction, choice.measure)
    return (
        asked
        if asked.quantity == flow_selection.QUANTITIES[0] or flow_selection.has_shares(asked)
        else replace(asked, quantity=flow_selection.QUANTITIES[0])
    )


def is_pair(text: str) -> bool:
    """Whether a text names a line between two countries, as "KAZ-USA" does."""
    codes = text.split("-")
    return len(codes) == 2 and codes[0] != codes[1] and all(map(countries.is_country, codes))


def ends(pair: str) -> tuple[str, str]:
    """Origin and destination of a pair."""
    origin, dest = pair.split("-")
    return origin, dest


def earlier(indicator_id: str, year: int) -> int:
    """The year to compare another one with by default: five years before it, else the nearest other with figures."""
    years = indicators.years(indicator_id)
    others = [one for one in years if one != year]
    return nearest(others or years, year - YEARS_BACK)
