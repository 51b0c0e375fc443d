"""Tables whose texts somebody has poisoned: they pass the checks, and stand on every page as they were written."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from components.widgets.common.claim_texts import BADGES
from data.package import descriptor, snapshot
from data.vocabulary import terms
from tests.browser.conftest import Visit, start_app
from tests.browser.hostile import HOSTILE

# Every text that a page shows and that no rule ties to another one.
PLACES = {
    "countries": ["name"],
    "sources": ["publisher", "title", "licence"],
    "minerals": ["name"],
    "minerals_production": ["locator", "note"],
    "us_trade": ["locator", "note"],
    "forums": ["name", "short_name"],
    "articles": ["publisher", "title", "title_en"],
    "article_snippets": ["summary", "quote", "quote_speaker", "quote_translation"],
    "contradictions": ["title", "text"],
    "series_notes": ["text"],
    "claims": ["speaker", "claim"],
}
COUNTRY = "country=KAZ"
PAGES = [
    f"?{COUNTRY}&indicator=production.uranium&year=2022",
    f"trade?{COUNTRY}&set=partners&chart=bars",
    f"compare?{COUNTRY}&mode=side&compare=member.wto",
    f"forums?{COUNTRY}&since=2001-06-15&forum=wto",
    "data?q=trade",
    "data?table=us_trade",
    "claims?claim=CL003",
    f"minerals?{COUNTRY}&mineral=antimony",
    f"country?{COUNTRY}",
    "story?story=november_2025&step=9",
]
# Nothing of this is ours; the heading of the page has colour, numbers and details a smaller size.
MADE = ", ".join(
    f'[data-testid="stMain"] {one}'
    for one in (
        # A heading links to itself by its own words.
        'a[href*="evil" i]:not([href^="#"])',
        'a[href^="mailto"]',
        'a[href^="ftp"]',
        "img:not(.atlas-facts img)",
        "em",
        "del",
        "s",
        "script",
        ".katex",
        ".stMarkdownBadge",
        ".stMarkdownColoredText",
        ".stMarkdownColoredBackground",
        ".stMarkdownShimmer",
        'p [aria-label$=" icon"]',
        "svg a",
    )
)
# The badges that the atlas draws itself.
BADGES_OF_OURS = ["◆", *(f"{sign} {terms.verdict(verdict)}" for verdict, (sign, _) in BADGES.items())]
SEEN = """([made, ours]) => ({
  text: [...document.querySelectorAll('[data-testid="stMain"] :is(p, li, td, th, h1, h2, h3, h4, h5, summary, text)')]
    .filter((node) => !node.closest('.hoverlayer') && !node.querySelector('p, li'))
    .map((node) => node.textContent.split(/\\s+/).filter(Boolean).join(' ')),
  made: [...document.querySelectorAll(made)]
    .filter((node) => !ours.includes(node.textContent))
    .map((node) => node.outerHTML.slice(0, 200)),
})"""


def poison(folder: Path) -> None:
    """Put a hostile text before or behind every text of PLACES, and behind titles and descriptions of the tables."""
    count = 0

    def poisoned(text: str) -> str:
        nonlocal count
        count += 1
        place = count % len(HOSTILE)
        added = f"{HOSTILE[place]} zq{place}q"
        # A text that a spreadsheet would run is refused.
        return f"{text} {added}" if count % 2 or added[0] in "=+-@" else f"{added} {text}"

    for name, columns in PLACES.items():
        path = folder / descriptor.resource(name)["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            # A title in another language has a translation, and is told by its letters.
            own = [one for one in columns if one != "title" or row.get("language", "en") == "en"]
            row.update({column: poisoned(row[column]) for column in own if row[column]})
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    whole = json.loads((folder / descriptor.DESCRIPTOR).read_text("utf-8"))
    for resource in whole["resources"]:
        for one in (resource, *resource["schema"]["fields"]):
            texts = {key: one[key] for key in ("title", "description") if key in one}
            one.update({key: " ".join(poisoned(text).split()) for key, text in texts.items()})
    (folder / descriptor.DESCRIPTOR).write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")


# The check names most of these texts; what is held here is the screen, should one of their kind pass. The file with all
# indicators, which is put together beside the work, would not be there in time.
UNCHECKED = """from components import live, preload
live._judge = lambda _directory: []
preload.FIRST_S = 3600"""
UNFOLD = """() => document.querySelectorAll('[data-testid="stMain"] details:not([open]) > summary')
    .forEach((one) => one.click())"""


@pytest.fixture(scope="module")
def poisoned(windows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("poisoned") / "curated"
    shutil.copytree(snapshot.folder(), folder)
    poison(folder)
    process, address = start_app(before=UNCHECKED, ATLAS_DATA_DIR=str(folder))
    one = Visit(windows, address)
    yield one.open()
    one.close()
    process.terminate()
    process.wait(timeout=40)


def turn_to(one: Visit, address: str) -> None:
    """Turn to a link, and wait until it is written out in full, which is the last that a run of the page does."""
    one.turn_to(address)
    one.page.wait_for_url(re.compile(f"/{address.partition('?')[0]}[?].*&v="))
    one.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


@pytest.mark.parametrize("address", PAGES)
def test_poisoned_texts_stand_as_written_and_make_nothing(poisoned, address):
    page = poisoned.page
    turn_to(poisoned, address)
    page.wait_for_selector(
        ".atlas-map[data-ready='true'], .st-key-cite_open, .st-key-cite_claim, .st-key-asked_story", timeout=60_000
    )
    page.evaluate(UNFOLD)
    page.wait_for_timeout(500)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    assert page.get_by_test_id("stMain").locator("details:not([open])").count() == 0
    page.wait_for_timeout(500)
    seen = page.evaluate(SEEN, [MADE, BADGES_OF_OURS])
    assert page.locator('[data-testid="stException"], [data-testid="stAlertContentError"], .atlas-fault').count() == 0
    assert seen["made"] == []
    marked = [(text, int(place)) for text in seen["text"] for place in re.findall(r"zq(\d+)q", text)]
    assert len(marked) > 10
    # At the beginning of a sentence, and in the middle of one, a name may begin with another letter.
    wrong = [
        (text, HOSTILE[place])
        for text, place in marked
        if text.count(f"zq{place}q")
        > text.casefold().count(" ".join(f"{HOSTILE[place]} zq{place}q".casefold().split()))
    ]
    assert wrong == []


def test_name_of_a_country_in_the_label_of_the_map_is_text(poisoned):
    turn_to(poisoned, f"?{COUNTRY}&indicator=us_imports_usd&year=2020&view=central_asia")
    poisoned.ready(indicator="us_imports_usd", year="2020", view="central_asia")
    poisoned.hover(68, 48)
    made = poisoned.page.locator(".hoverlayer").evaluate(
        "(node) => [...node.querySelectorAll('a, image, foreignObject')].length"
    )
    assert made == 0
