"""Text from outside stands on the screen as it was written, in every element of Streamlit that reads Markdown."""

import pytest

from tests.browser.conftest import ROOT, start_app
from tests.browser.hostile import HOSTILE

# Where a text stands in our Markdown: alone, in a title, small, in a list, a quotation, a table, a second line, a link.
MARKDOWN = """{}

#### {}

:small[**{}** · {}]

- {}

> “{}”
>
> {}

words\x20\x20
{}

| head | {} |
|---|---|
| {} | cell |

:small[link LINK]"""
SHOWN = "{0} {0} {0} · {0} {0} “{0}” {0} words {0} head {0} {0} cell link {0}"
APP = f"""
import streamlit as st
from components.markdown import linked, literal
from tests.browser.hostile import HOSTILE

LABELLED = {{
    "caption": st.caption, "warning": st.warning, "button": st.button, "error": lambda one: st.error("x", title=one),
}}
for place, text in enumerate(HOSTILE):
    with st.container(key=f"markdown_{{place}}"):
        told = {MARKDOWN!r}.replace("{{}}", literal(text))
        st.markdown(told.replace("LINK", linked(text, "https://x.org/?a=[1]|&copy;", hint=text)))
    for name, draw in LABELLED.items():
        with st.container(key=f"{{name}}_{{place}}"):
            draw(literal(text))
options = [literal(text) for text in HOSTILE]
for name, draw in {{"tabs": st.tabs, "radio": lambda all: st.radio("x", all)}}.items():
    with st.container(key=f"{{name}}_all"):
        draw(options)
"""
SEEN = """() => Object.fromEntries([...document.querySelectorAll('[class*="st-key-"]')].map((box) => {
  const name = [...box.classList].find((one) => one.startsWith('st-key-')).slice(7);
  const own = [...box.querySelectorAll('[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]')];
  const nodes = (one) => [...one.querySelectorAll('*')].filter((node) => !node.closest('[data-testid*="Heading"] a'));
  return [name, own.map((one) => ({
    text: one.innerText.split(/\\s+/).filter(Boolean).join(' '),
    made: nodes(one).map((node) => [node.localName, node.getAttribute('style'), node.getAttribute('href'), node.title]),
  }))];
}))"""
PLAIN = [["p", None, None, ""], ["div", None, None, ""], ["span", None, None, ""]]
FRAMED = ["h4", "strong", "ul", "li", "blockquote", "br", "table", "thead", "tbody", "tr", "th", "td"]
SMALL = 2


@pytest.fixture(scope="module")
def seen(browser, tmp_path_factory):
    """By element, the text of its parts and all that the browser made of them."""
    root = tmp_path_factory.mktemp("texts")
    (root / "app.py").write_text(APP, "utf-8")
    process, address = start_app(root=root, PYTHONPATH=str(ROOT), STREAMLIT_BROWSER_GATHER_USAGE_STATS="false")
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector(".st-key-radio_all [data-testid=stMarkdownContainer]", timeout=30_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    found = page.evaluate(SEEN)
    page.close()
    process.terminate()
    process.wait(timeout=40)
    return found


def shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_our_markdown_is_shown_as_it_was_written(seen, text):
    (box,) = seen[f"markdown_{HOSTILE.index(text)}"]
    assert box["text"] == SHOWN.replace("{0}", shown(text))
    made = [one for one in box["made"] if one not in PLAIN]
    small = [one for one in made if one[0] == "span"]
    assert [style[:10] for _, style, *_ in small] == ["font-size:"] * SMALL
    links = [(href, shown(title)) for tag, _, href, title in made if tag == "a" and not href.startswith("#")]
    assert links == [("https://x.org/?a=%5B1%5D%7C&copy;", shown(text))]
    own = {"a", "span", "svg", "path", "line", *FRAMED}
    assert [one for one in made if one[0] not in own or (one[1] and one not in small)] == []


def test_text_in_labels_and_messages_is_shown_as_it_was_written(seen):
    wrong = []
    for name in ("caption", "warning", "button", "error"):
        for place, text in enumerate(HOSTILE):
            boxes = seen[f"{name}_{place}"]
            made = [one for box in boxes for one in box["made"] if one not in PLAIN]
            if shown(text) not in [box["text"] for box in boxes] or made:
                wrong.append((name, text, boxes))
    assert wrong == []


@pytest.mark.parametrize("name", ["tabs", "radio"])
def test_text_in_options_is_shown_as_it_was_written(seen, name):
    boxes = [box for box in seen[f"{name}_all"] if box["text"] != "x"]
    assert [box["text"] for box in boxes] == [shown(text) for text in HOSTILE]
    assert [one for box in boxes for one in box["made"] if one not in PLAIN] == []
