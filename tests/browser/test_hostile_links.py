"""Links that somebody means harm with: what was sent stands in our notices as it was sent, and makes nothing."""

from urllib.parse import quote, urlencode

import pytest

from components.reader import link
from tests.browser.hostile import HOSTILE

# Parts of the data page whose value a notice repeats; the page is the one without a map.
VALUES = ("indicator", "year", "view", "country", "lang", "v", "table")
STEP = len(VALUES)
MADE = ":is(a, img, em, del, code, strong, h1, h2, h3, h4, li, hr, table, input, script, [style], [role='img'])"
BOX = '[data-testid="stAlertContentWarning"] [data-testid="stMarkdownContainer"]'
SEEN = """([box, made]) => [...document.querySelectorAll(box)].map((one) => ({
  text: one.innerText.split(/\\s+/).filter(Boolean).join(' '),
  made: [...one.querySelectorAll(made)].map((node) => node.outerHTML),
}))"""


def shown(text: str) -> str:
    return " ".join(text.split())


def noticed(one, query: str, wanted: list[str]) -> list[dict]:
    """The notices on the page of a link, once they are those that the link gives."""
    one.turn_to(query)
    one.page.wait_for_function(
        """([box, wanted]) => {
            const text = (one) => one.innerText.split(/\\s+/).filter(Boolean).join(' ');
            const said = [...document.querySelectorAll(box)].map(text);
            return wanted.length === said.length && wanted.every((text) => said.includes(text));
        }""",
        arg=[BOX, [shown(one) for one in wanted]],
        timeout=15_000,
    )
    return one.page.evaluate(SEEN, [BOX, MADE])


@pytest.mark.parametrize("first", range(0, len(HOSTILE), STEP))
def test_hostile_values_stand_in_the_notices_as_they_were_sent(reader, first):
    texts = HOSTILE[first : first + STEP]
    params = dict(zip(VALUES, texts, strict=False))
    _, wanted = link.read(params, "data")
    assert all(any(shown(text) in shown(notice) for notice in wanted) for text in texts)
    boxes = noticed(reader, f"data?{urlencode(params)}", wanted)
    assert [made for box in boxes for made in box["made"]] == []


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 3))
def test_hostile_names_stand_in_one_notice_as_they_were_sent(reader, first):
    names = [f"x {text}" for text in HOSTILE[first : first + 3]]
    query = "&".join(f"{quote(name, safe='')}=1" for name in names)
    _, wanted = link.read(dict.fromkeys(names, "1"), "data")
    assert all(shown(name) in shown(wanted[0]) for name in names)
    boxes = noticed(reader, f"data?{query}", wanted)
    assert [made for box in boxes for made in box["made"]] == []
    assert len(boxes) == 1
