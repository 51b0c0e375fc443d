"""The main figure of a page, under the name by which it is found, whatever draws it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

KEY = "atlas_figure"
# Streamlit gives no name to what it draws: the part that holds the figure takes it from a component without a place.
# A figure that is wider than its part can be moved there by the keyboard, too.
NAME = f"""export default ({{ parentElement }}) => {{
  const part = parentElement.closest(".st-key-{KEY}");
  part?.setAttribute("data-testid", "atlas-figure");
  const reach = () => {{
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }};
  if (part) new ResizeObserver(reach).observe(part);
}};"""

_mount = st.components.v2.component("c5plus1_atlas_figure", js=NAME, isolate_styles=False)


@contextmanager
def named() -> Iterator[None]:
    """What is drawn within is the main figure of the page."""
    with st.container(key=KEY):
        _mount(key="name_of_figure", height=1)
        yield
