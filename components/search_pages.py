"""The pages as things that can be found: those of the navigation, and what is a page of its own to who looks for it:
the lenses of a country, the deals of a summit, the parts of the trade in full, the sets of flows, the stories, the
articles with several claims."""

from collections.abc import Iterator

from components.figures import story_words
from components.reader.choice import CLAIMS, COUNTRY, LENSES, STORY, TRADE, TRADE_PARTS
from components.reader.parameters import PAGES
from components.words import word
from data import flows
from data.analysis import claim_articles, deals, stories
from data.analysis.search import PAGE, Thing
from data.package import tables
from data.vocabulary import cldr


def every() -> Iterator[Thing]:
    """All of them; those with a country in their link take one that was asked for."""
    for address, page in PAGES.items():
        asks = "country" if any(one.name == "country" for one in page.parameters) else ""
        yield Thing(PAGE, page.name, word(f"{page.name}.title"), "", address, {}, asks=asks)
    for lens in LENSES[1:]:
        title, line = word("country.search", lens=word(f"country.{lens}")), word(f"{COUNTRY}.title")
        yield Thing(PAGE, f"{COUNTRY}:{lens}", title, line, COUNTRY, {"lens": lens}, asks="country")
    yield from _deals_of_summits()
    for part in TRADE_PARTS:
        said = word("trade_parts.search", part=word(f"trade_parts.{part}"))
        yield Thing(PAGE, f"{TRADE}:{part}", said, word(f"{TRADE}.title"), TRADE, {"part": part}, asks="country")
    for flow_set in flows.registry().values():
        if "." not in flow_set.id:
            params, line = {"set": flow_set.id}, word(f"{TRADE}.title")
            yield Thing(PAGE, flow_set.id, flow_set.title, line, TRADE, params, asks="country")
    for story, steps in stories.every().items():
        params, line = {"story": story, "step": "1"}, word(f"{STORY}.title")
        headings = " ".join(map(story_words.heading, steps))
        yield Thing(PAGE, story, story_words.title(story), line, STORY, params, text=headings)
    for article in claim_articles.with_several():
        said = word("search.claims_of", title=article.title)
        yield Thing(PAGE, f"{CLAIMS}:{article.id}", said, article.line, CLAIMS, {"article": article.id})


def _deals_of_summits() -> Iterator[Thing]:
    """The days of summits on which deals were announced."""
    events = tables.load("c51_timeline")
    days = set(deals.days())
    for day in events.loc[events["level"] == "summit", "date"]:
        if day in days:
            title, line = word("country.search_deals", day=cldr.written(day)), word(f"{COUNTRY}.title")
            params = {"lens": "money", "deals_from": day, "deals_to": day}
            yield Thing(PAGE, f"{COUNTRY}:deals:{day}", title, line, COUNTRY, params, asks="country")
