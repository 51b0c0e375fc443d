"""What stands on the screen, and whether all of it is one and the same choice: that of the address.

The address is read as the app reads it; what must stand in controls, maps, sentence, table and file name is worked out
here from the data, and compared with what the browser shows."""

import re
import time
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
from playwright.sync_api import Error, TimeoutError

from components.figures import forums_answer, minerals_answer, story_words
from components.figures.headline import sentence
from components.reader import forum_parameters, link, wanted
from components.reader.choice import DIFFERENCE, Choice, ends, fitted
from components.words import counted, word, words
from data import flows, indicator_lists, indicators
from data.analysis import (
    article_links,
    claim_facts,
    claim_selection,
    comparison,
    flow_selection,
    membership_matrix,
    mineral_mentions,
    product_order,
    stories,
)
from data.analysis.comparison import Side
from data.analysis.flow_selection import FlowSelection
from data.output import claims_file, extract
from data.package import articles, countries, descriptor, names
from data.package.articles import Asked
from data.subjects import number_format
from data.vocabulary import cldr, terms

PATIENCE_S = 40
STILL_MS, FILE_MS = 150, 8_000
TRIES = 4
MENU, CSV = re.compile("Download$"), re.compile("^CSV")
SEEN = """() => {
  const all = (selector, read) => [...document.querySelectorAll(`[data-testid="stMain"] ${selector}`)].map(read);
  const said = (node) => node.innerText.trim();
  const named = (selector, name) =>
    Object.fromEntries(all(selector, (node) => [node.getAttribute('aria-label'), node[name]]));
  const app = document.querySelector('[data-testid="stApp"]');
  const rows = (table) => [...table.rows].slice(0, 4).map((row) => [...row.cells].map(said));
  return {
    state: [app?.dataset.testScriptState, app?.dataset.testConnectionState],
    lag: ['data-atlas-lag', 'data-atlas-away'].some((name) => document.documentElement.hasAttribute(name))
      || document.querySelector('[data-testid="stMain"]').inert || document.querySelector('.atlas-ghost') !== null,
    answer: document.querySelector('[data-testid="atlas-answer"]')?.textContent,
    failed: all('[data-testid="stException"], [data-testid="stAlertContentError"], .atlas-fault', said),
    notices: all('[data-testid="stAlertContentWarning"]', said),
    boxes: named('input[role="combobox"]', 'value'),
    texts: named('input[type="text"]:not([role])', 'value'),
    pressed: all('[role="radio"][aria-checked="true"]', said),
    ticked: named('input[type="checkbox"]', 'checked'),
    folds: all('details', (node) => node.open),
    maps: all('.atlas-map', (map) => ({
      ...map.dataset,
      heading: said(map.querySelector('.atlas-heading')),
      shapes: map.querySelectorAll('.choroplethlayer path[d]').length,
      width: map.querySelector('.atlas-picture').clientWidth,
    })),
    painted: all('.atlas-map', ({ dataset: { indicator, year, view, selected } }) => [indicator, year, view, selected]),
    cameras: all('.atlas-plot', (plot) => {
      const { projection, center } = plot._fullLayout?.geo ?? {};
      const turned = { ...projection?.rotation, ...center };
      return [projection?.scale, ...Object.values(turned)].map((number) => number?.toFixed(6));
    }),
    texted: all(':is([data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]) > p', said),
    titles: all('[data-testid="stMarkdownContainer"] h2', said),
    tables: all('[data-testid="stMarkdownContainer"] table', rows),
  };
}"""


def choice_of(address: str) -> tuple[str, Choice, list[str]]:
    """Page, choice as the page shows it, and notices of an address."""
    parts = urlsplit(address)
    page = parts.path.rstrip("/").rpartition("/")[2]
    params = {name: value for name, value in parse_qsl(parts.query) if not name.startswith("embed")}
    choice, notices = link.read(params, page)
    return page, fitted(choice, page), notices


class Expected:
    """What must stand on a page for a choice; `faults` says what does not."""

    def __init__(self, seen: dict) -> None:
        self.seen = seen
        self.faults: list[str] = []

    def holds(self, what: str, shown: object, wanted: object) -> None:
        if shown != wanted:
            self.faults.append(f"{what}: {shown!r}, not {wanted!r}")

    def box(self, label: str, wanted: str) -> None:
        self.holds(label, self.seen["boxes"].get(label), wanted)

    def pressed(self, *wanted: str) -> None:
        for label in wanted:
            if label not in self.seen["pressed"]:
                self.faults.append(f"not pressed: {label!r} in {self.seen['pressed']!r}")

    def maps(self, wanted: list[dict[str, str]]) -> None:
        shown = [{name: one.get(name) for name in want} for one, want in zip(self.seen["maps"], wanted, strict=False)]
        self.holds("maps", (len(self.seen["maps"]), shown), (len(wanted), wanted))
        for one in self.seen["maps"]:
            if one["shapes"] == 0:
                self.faults.append("blank map")
            if not re.search(rf"\b{one.get('year')}$", one["heading"]):
                self.faults.append(f"heading {one['heading']!r} over a map of {one.get('year')}")

    def texted(self, wanted: str) -> None:
        if not any(text.startswith(wanted) for text in self.seen["texted"]):
            self.faults.append(f"no text {wanted!r}")

    def table(self) -> list[list[str]]:
        """Head and first rows of the page's own table, which stands below all others."""
        return self.seen["tables"][-1] if self.seen["tables"] else []

    def country(self, choice: Choice) -> None:
        self.box(word("controls.country"), countries.name(choice.country) if choice.country else "")


def _overview(want: Expected, choice: Choice) -> str:
    indicator = indicators.get(choice.indicator)
    want.box(word("controls.subject"), indicator.family_name)
    want.box(word("controls.indicator"), indicator_lists.labels(indicator.family)[choice.indicator])
    want.country(choice)
    want.pressed(word(f"overview.{choice.show}"))
    want.holds("answer", want.seen["answer"], sentence(choice.indicator, choice.year, choice.country))
    is_map = choice.show == "map"
    if is_map:
        want.box(word("controls.view"), word(f"views.{choice.view}"))
    else:
        want.box(word("overview.year"), str(choice.year))
    want.box(word("news.topic"), choice.topic or "")
    want.holds("news search", want.seen["texts"].get(word("news.search")), choice.q)
    shown = {"indicator": choice.indicator, "year": str(choice.year), "view": choice.view}
    want.maps([shown | {"selected": choice.country or ""}] if is_map else [])
    if choice.country:
        want.texted(f"{countries.name(choice.country)}, {choice.year}: {_reading(choice)}")
        want.holds("card", countries.name(choice.country) in want.seen["titles"], True)
    return f"{extract.stem(choice.indicator, choice.year)}.csv"


def _reading(choice: Choice) -> str:
    rows = indicators.values(choice.indicator, choice.year)
    rows = rows[rows["iso3"] == choice.country]
    indicator = indicators.get(choice.indicator)
    if rows.empty:
        return terms.status("not_covered")
    value, status = rows[["value", "status"]].iloc[0]
    is_membership = indicator.kind == "membership"
    if pd.isna(value):
        return terms.absences(indicator.kind)[status]
    return (
        terms.standing(value)
        if is_membership
        else f"{(text := number_format.show(value, indicator))} {terms.unit_after(indicator.display_unit, text)}"
    )


def _trade(want: Expected, choice: Choice) -> str | None:
    want.box(word("trade.set"), flows.get(choice.flow_set).family_name)
    if word("trade.product") in want.seen["boxes"]:
        # None in a set that is not by product: then the list is one that is about to go.
        code = next(iter(flows.get(choice.flow_set).series), "")
        label = product_order.with_share(flows.get(choice.flow_set).label, code, choice.country)
        want.box(word("trade.product"), label)
    want.country(choice)
    want.pressed(word(f"trade.{choice.direction}"), str(choice.top), word(f"views.{choice.view}"))
    selection = FlowSelection(choice.flow_set, choice.country, choice.direction, choice.measure)
    if choice.measure != "value" and not flow_selection.has_shares(selection):
        selection = FlowSelection(choice.flow_set, choice.country, choice.direction)
    if flow_selection.frame(selection).empty:
        want.maps([])
        return None
    want.pressed(word(f"trade.{choice.chart}"), word(f"trade_parts.{choice.part}"))
    want.maps([{"year": str(choice.year), "view": choice.view, "selected": choice.country or ""}])
    rows = flow_selection.frame(selection, choice.year)
    # Where none has a share, it is told how many are on record.
    told = len(rows) or len(flow_selection.frame(flow_selection.in_values(selection), choice.year))
    if choice.pair:
        rows = rows[[{row.origin, row.dest} == set(ends(choice.pair)) for row in rows.itertuples()]]
        want.texted(word("trade.pair", pair=" – ".join(countries.name(end) for end in ends(choice.pair))))
    want.texted(counted("trade.caption", len(rows) if choice.pair else told, year=choice.year))
    wanted = [[countries.name(row.origin), countries.name(row.dest)] for row in rows.head(3).itertuples()]
    want.holds("table", [row[1:3] for row in want.table()[1:] if row[2]], wanted)
    return f"{extract.flows_stem(choice.flow_set, choice.year)}.csv"


def _compare(want: Expected, choice: Choice) -> str:
    indicator = indicators.get(choice.indicator)
    want.box(word("controls.subject"), indicator.family_name)
    want.box(word("controls.indicator"), indicator.title)
    want.country(choice)
    want.pressed(word(f"compare.{choice.mode}"), word(f"views.{choice.view}"))
    seen_alike = {"view": choice.view, "selected": choice.country or ""}
    if choice.mode == DIFFERENCE:
        first, second = (Side(choice.indicator, year) for year in sorted((choice.year, choice.compare_year)))
        want.box(word("compare.year_from"), str(first.year))
        want.box(word("compare.year_to"), str(second.year))
        is_drawn = comparison.is_measured(choice.indicator) and first.year != second.year
        want.maps([{"year": str(second.year), **seen_alike}] if is_drawn else [])
    else:
        other = choice.compare or choice.indicator
        first, second = Side(choice.indicator, choice.year), Side(other, choice.compare_year)
        want.box(
            word("compare.right_subject"), indicators.get(other).family_name if choice.compare else word("compare.same")
        )
        if choice.compare:
            want.box(word("compare.right_indicator"), indicators.get(other).title)
        sides = (first, second)
        want.maps([{"indicator": one.indicator_id, "year": str(one.year), **seen_alike} for one in sides])
    head = (want.table() or [[]])[0]
    for place, side in enumerate((first, second), start=1):
        title = f"{indicators.get(side.indicator_id).title}, {side.year}"
        want.holds("head of the table", head[place][: len(title)] if len(head) > place else None, title)
    return f"{extract.pair_stem(first, second)}.csv"


def _data(want: Expected, choice: Choice) -> str | None:
    title = descriptor.resource(choice.table)["title"] if choice.table else None
    want.box(word("data.table"), title or "")
    if choice.table:
        want.holds("title", want.seen["titles"], [title])
    return f"{extract.table_stem(choice.table)}.csv" if choice.table else None


def _news(want: Expected, choice: Choice) -> None:
    want.country(choice)
    want.box(word("news.topic"), choice.topic or "")
    want.box(word("news.publisher"), articles.publishers()[choice.publisher] if choice.publisher else "")
    want.box(word("news.written_in"), words("languages")[choice.written_in] if choice.written_in else "")
    want.box(word("news.from"), cldr.month(choice.news_from) if choice.news_from else "")
    want.box(word("news.to"), cldr.month(choice.news_to) if choice.news_to else "")
    want.holds("news search", want.seen["texts"].get(word("news.search")), choice.q)
    among = article_links.articles_on(choice.indicator) if choice.about else None
    period = {"since": choice.news_from, "until": choice.news_to}
    of_news = Asked(choice.country, choice.topic, choice.q, choice.publisher, choice.written_in, **period, among=among)
    count = articles.snippets(of_news)["article_id"].nunique()
    shown = [title for title in want.seen["titles"] if title.endswith(counted("news.count", count, shown="").strip())]
    want.holds("articles", bool(shown), count > 0)


def _story(want: Expected, choice: Choice) -> str:
    step = stories.steps(choice.story)[choice.step - 1]
    want.box(word("story.story"), story_words.title(choice.story))
    want.holds("title", want.seen["titles"], [f"{step.number}. {story_words.heading(step)}"])
    want.texted(story_words.said(step))
    want.texted(story_words.reading(step.story, step.number))
    drawn = dict(step.params)
    is_map = step.figure == stories.MAP
    want.maps([{"indicator": drawn["indicator"], "year": drawn["year"]}] if is_map else [])
    if step.figure == stories.ROWS:
        return f"{extract.table_stem(drawn['table'])}_rows.csv"
    if step.figure == stories.FLOWS:
        return f"{extract.flows_stem(drawn['set'], int(drawn['year']))}.csv"
    return f"{extract.stem(drawn['indicator'], int(drawn['year']))}.csv"


def _claims(want: Expected, choice: Choice) -> str | None:
    want.country(choice)
    names = claim_selection.speakers() | words("speaker_kinds")
    want.box(word("claims.speaker"), names[choice.speaker] if choice.speaker else "")
    want.box(word("claims.evidence"), terms.evidence(choice.evidence) if choice.evidence else "")
    want.box(word("claims.sort"), word(f"claims.{choice.claim_sort}"))
    rows = claim_selection.frame(wanted.claims(choice))
    shown = choice.claim or next(iter(rows["claim_id"]), None)
    if shown:
        want.holds("card", f"“{claim_facts.get(shown).row['claim']}”" in want.seen["titles"], True)
    return f"{claims_file.stem()}.csv" if len(rows) else None


def _minerals(want: Expected, choice: Choice) -> None:
    is_uranium = choice.panel == "uranium"
    want.box(word("minerals.mineral"), names.of("mineral", "uranium" if is_uranium else choice.mineral))
    want.pressed(word(f"minerals.{choice.panel}"))
    if not is_uranium:
        answer = minerals_answer.of(choice.panel, choice.mineral, choice.country, choice.form, choice.year)
        want.holds("answer", want.seen["answer"], answer)
    shown = {"view": choice.view, "selected": choice.country or ""}
    leading = mineral_mentions.leading("uranium" if is_uranium else choice.mineral)
    want.maps([shown | {"indicator": leading}] if leading else [])


def _forums(want: Expected, choice: Choice) -> None:
    want.country(choice)
    want.pressed(word(f"forums.{choice.ties}"))
    want.pressed(forum_parameters.kind_name(choice.forum_kind))
    want.holds("answer", want.seen["answer"], forums_answer.of(*forums_asked(choice), choice.country))
    shown = {"view": choice.view, "selected": choice.country or ""}
    want.maps([shown | {"indicator": f"member.{choice.forum}"}])


def forums_asked(choice: Choice) -> tuple[str, str, tuple[str, ...]]:
    """Day, kind of tie and forums that the sentence of the page is of."""
    day = str(choice.forums_on)
    shown = membership_matrix.order(day, choice.ties, choice.forum_kind, with_us=choice.with_us)
    return day, choice.ties, shown


def _country(want: Expected, choice: Choice) -> str | None:
    shown = choice.country if choice.country in countries.SIX else countries.SIX[0]
    want.pressed(countries.name(shown))
    want.pressed(word(f"country.{choice.lens}"))
    if choice.lens != "all":
        want.maps([])
        return None
    view = "us_central_asia" if shown == "USA" else f"near_{shown}"
    want.maps([{"view": view, "selected": shown, "indicator": "us_trade_usd"}])
    return f"{extract.panel_stem('country', shown)}.csv"


PAGES = {
    "": _overview,
    "trade": _trade,
    "minerals": _minerals,
    "forums": _forums,
    "country": _country,
    "compare": _compare,
    "news": _news,
    "claims": _claims,
    "story": _story,
    "data": _data,
}


def look(page) -> tuple[dict, list[str], str | None]:
    """What is seen, what does not fit the address, and the name that the file of the page must have."""
    seen = page.evaluate(SEEN)
    name, choice, notices = choice_of(page.url)
    want = Expected(seen)
    want.holds("at rest", (*seen["state"], seen["lag"]), ("notRunning", "CONNECTED", False))
    want.holds("failures", seen["failed"], [])
    want.holds("notices of the address", notices, [])
    want.holds("maps ready", [one["ready"] for one in seen["maps"]], ["true"] * len(seen["maps"]))
    file = PAGES[name](want, choice)
    return seen, want.faults, file


def settled(page, patience_s: float = PATIENCE_S, *, file: bool = True) -> dict:
    """What is seen once nothing moves any more and all of it fits the address, the name of the file too if asked."""
    until, before = time.monotonic() + patience_s, None
    while True:
        try:
            seen, faults, name = look(page)
        except Error:
            # The page is being loaded anew, as it is where a script of Streamlit's did not come.
            seen, faults, name = None, ["no page to look at"], None
        if not faults and seen == before:
            break
        assert time.monotonic() < until, f"{page.url}: {'; '.join(faults) or 'never at rest'}"
        before = seen
        page.wait_for_timeout(STILL_MS)
    if file and name:
        assert file_name(page) == name
    return seen


def file_name(page) -> str:
    """The name of the first CSV file in the menu of downloads, which is taken; of flows in the last menu: that of the
    part of the trade in full stands before it.

    A menu that is drawn anew under the hand takes no click, so that it is asked again."""
    menus = page.get_by_role("button", name=MENU)
    menu = menus.last if urlsplit(page.url).path.endswith("/trade") else menus.first
    entry = page.get_by_test_id("stPopoverBody").get_by_role("button", name=CSV).first
    for _ in range(TRIES):
        # Not by the mouse: it would have to scroll there.
        if not entry.is_visible():
            menu.dispatch_event("click")
        try:
            with page.expect_download(timeout=FILE_MS) as started:
                entry.dispatch_event("click", timeout=FILE_MS)
        except TimeoutError:
            continue
        menu.dispatch_event("click")
        return started.value.suggested_filename
    raise AssertionError(f"{page.url}: no file came")
