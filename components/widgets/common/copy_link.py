"""Buttons that copy the address of the view at hand, or the markup that sets it into another page."""

from pathlib import Path

import streamlit as st

from components.pictures.pages import PICTURES
from components.reader import session
from components.reader.parameters import PAGES
from components.words import word

CSS = """
.atlas-copy { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; font-size: 0.9rem; }
.atlas-copy button {
  min-height: 32px; padding: 0 0.7rem; border: 1px solid var(--st-border-color); border-radius: 0.4rem;
  background: var(--st-background-color); color: inherit; font: inherit; cursor: pointer;
}
.atlas-copy button:hover { border-color: var(--st-primary-color); }
.atlas-copy button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
.atlas-copy span { overflow-wrap: anywhere; }
"""

_mount = st.components.v2.component(
    "c5plus1_atlas_copy_link",
    js=(Path(__file__).parent / "copy_link.js").read_text("utf-8"),
    css=CSS,
    isolate_styles=False,
)


def show() -> None:
    """Draw the buttons; to be called once in a run, outside any fragment.

    A page without a picture has but the first."""
    page = session.page()
    name = PAGES[page].name
    words = {one: word(f"copy.{one}") for one in ("link", "done", "failed", "embed", "embedded")}
    title = f"{word('app.name')}: {word(f'{name}.title')}"
    with st.container(key="copy_link"):
        _mount(
            key="copy_the_link",
            data={**words, "page": page, "name": name if page in PICTURES else "", "title": title},
        )
