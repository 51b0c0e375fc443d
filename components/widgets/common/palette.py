"""The one search over everything the atlas has: a box in the head of every page (`components/search/`).

What is typed is answered in the browser, from a file of its own (`components/search_index.py`)."""

import streamlit as st

from components import search_index
from components.map import publish
from components.reader import binding, session
from components.words import words

ASKED = "search_asked"
# Brings script and styles of the box, and draws it.
MOUNT = """const script = document.querySelector('script[src*="static/js/"]');
const base = new URL(script ? "../../" : "./", script?.src ?? document.baseURI);
const at = (address) => new URL(address, base).href;
const style = document.createElement("link");
Object.assign(style, { rel: "stylesheet", href: at("STYLE") });
document.head.append(style);
export default async (box) => (await import(at("SCRIPT"))).show(box, base);"""


def _mount_script() -> str:
    script, style = publish.search_addresses()
    return MOUNT.replace("SCRIPT", script).replace("STYLE", style)


_mount = st.components.v2.component("c5plus1_atlas_search", js=_mount_script(), isolate_styles=False)


def show() -> None:
    """Draw the box; on the first page a large one. To be called once in a run, outside any fragment.

    A text that an old link looked for on the Data page is looked for here, and stands in the link no more."""
    wanted = session.current().data_q.strip()
    if wanted:
        session.keep(ASKED, wanted)
        session.choose(data_q="")
    data = {
        "words": words("search"),
        "address": search_index.address(),
        "asked": session.kept(ASKED, ""),
        "isLarge": not session.page(),
    }
    # A host that does not serve by `components/served` has nobody who begins the file before it is asked for.
    _mount(key="search", data=data, on_wanted_change=binding.reporting(search_index.begin))
