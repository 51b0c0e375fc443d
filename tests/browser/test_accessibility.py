"""axe-core finds nothing serious that is ours, on every page, light and dark, on a desk and on a phone; nothing is cut
off at 320 pixels; and in forced colours every mark of the map has a line."""

import os
from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "?country=KAZ",
    "trade?country=KAZ&part=sides",
    "minerals?country=KAZ",
    "forums?country=TKM",
    "country?country=KAZ",
    "compare?country=UZB",
    "data?table=claims",
    "claims?claim=CL003",
    "story?story=november_2025&step=12",
)
# Each page wide and on a phone, dark on one of the two.
STATES = [(link, width, place % 2 == (width == 390)) for place, link in enumerate(PAGES) for width in (1440, 390)]
# What Streamlit draws without asking us: its header, the toolbar of a chart, the inside of its lists.
FOREIGN = ("stHeader", "stToolbar", "stElementToolbar", "stSidebar", "stMainMenu", "stSelectbox", "glide", "modebar")
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => {
      const chain = [];
      for (let node = document.querySelector(target[0]); node; node = node.parentElement)
        chain.push(node.dataset?.testid ?? '', node.getAttribute('class') ?? '');
      return { id, where: chain.join(' '), html: html.slice(0, 160), why: failureSummary.slice(0, 200) };
    }));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        reason = f"no axe-core at {AXE}: npm ci brings it"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    return AXE.read_text("utf-8")


@pytest.mark.parametrize(("link", "width", "dark"), STATES)
def test_nothing_serious_is_ours(readers, axe, link, width, dark):
    one = readers(width, 844 if width == 390 else 1000, dark=dark).look(link)
    one.page.evaluate(axe)
    found = one.page.evaluate(RUN)
    ours = [one for one in found if not any(part in one["where"] for part in FOREIGN)]
    assert ours == [], "\n".join(f"{one['id']}: {one['html']}\n  {one['why']}" for one in ours)


@pytest.mark.parametrize("link", PAGES)
def test_nothing_is_cut_off_at_320_pixels(readers, link):
    one = readers(320, 800).look(link)
    assert one.page.get_by_test_id("stMain").evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0


def test_colours_of_the_legend_stay_in_forced_colours(visit):
    one = visit().open("?country=KAZ&year=2020")
    read = """() => [...document.querySelectorAll('.atlas-legend .atlas-swatch')].map(
      (node) => getComputedStyle(node).backgroundColor)"""
    before = one.page.evaluate(read)
    one.page.emulate_media(forced_colors="active")
    assert one.page.evaluate(read) == before
    assert len(set(before)) > 3
