"""The addresses under which programs find what the pages show: what there is, in which version, on which terms."""

import streamlit as st

from components.markdown import literal
from components.widgets.common import folds, site, snippets
from components.words import word
from data import indicators
from data.output import snippets as calls
from data.output.published import above, links, tree
from data.output.published.kind import Kind
from data.package import descriptor

FEED = "/feed.xml"
GAP = "{id}"
MCP = "python -m data mcp"
BETWEEN = " · "


def show(table: str | None) -> None:
    """The addresses, and calls for the table at hand or for the first indicator; folded away, sent when opened."""
    with folds.fold("api_open", word("api.title"), icon=":material/api:") as fold:
        if fold.open:
            home = site.address()
            st.markdown(word("api.about", version=descriptor.version()))
            st.markdown("\n".join(_addresses(home)))
            st.markdown(word("api.terms"))
            file = calls.of_table(table, home) if table else calls.of_indicator(next(iter(indicators.registry())), home)
            snippets.show(file)
            st.markdown(word("api.mcp"))
            st.code(MCP, language="bash")


def _addresses(home: str) -> list[str]:
    """Every address with what it gives, files of one folder in one line."""
    folders: dict[str, list[Kind]] = {}
    for kind in tree.KINDS.values():
        folders.setdefault(kind.folder or kind.id, []).append(kind)
    lines = [f"- {_above(home, address)}: {literal(word(f'api.{key}'))}" for address, key in _tops().items()]
    return lines + [_line(kinds) for kinds in folders.values()]


def _tops() -> dict[str, str]:
    return {above.INDEX: "index", above.OPENAPI: "openapi", above.VERSIONS: "versions", FEED: "feed"}


def _above(home: str, address: str) -> str:
    return f"[{literal(address)}](<{home}{address}>)"


def _line(kinds: list[Kind]) -> str:
    first, *others = kinds
    path = first.path(GAP if first.folder else next(iter(first.ids())))
    address = links.file("", path, descriptor.version())
    asked = [f"?{'&'.join(f'{name}=' for name in first.narrows)}"] if first.narrows else []
    shown = BETWEEN.join(f"`{one}`" for one in (address, *(f".{one.ending}" for one in others), *asked))
    return f"- {shown}: {literal(first.said())}"
