"""The arrow keys: one step back and one on, except where an arrow means something of its own (see `keys.js`)."""

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "c5plus1_atlas_story_keys", js=(Path(__file__).parent / "keys.js").read_text("utf-8"), isolate_styles=False
)


def listen() -> None:
    """Hear the keys; to be called once in a run, outside any fragment."""
    _mount(key="story_keys_setup", height=1)
