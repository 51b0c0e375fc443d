"""On which lists of critical minerals the mineral stands, and as a table of dots the minerals of the lens."""

import pandas as pd
import streamlit as st

from components.figures import clauses
from components.markdown import linked, literal
from components.reader.choice import Choice
from components.widgets.common import folds, prose
from components.words import word
from data.analysis import critical_standing, mineral_lens
from data.package import names, sources

ON, OFF = "●", "○"


def show(choice: Choice) -> None:
    """The sentence on the mineral, and the table folded."""
    frame = critical_standing.standing().set_index("mineral")
    name = names.of("mineral", choice.mineral)
    prose.show("lists_title", f"## {literal(word('minerals.lists'))}")
    st.markdown(literal(_sentence(name, frame, choice.mineral)))
    with folds.fold("critical_lists", word("minerals.lists_table"), icon=":material/grid_on:") as fold:
        if fold.open:
            st.markdown(_table(frame, choice.mineral))
    cited = sources.describe(critical_standing.sources())
    st.caption(" · ".join(dict.fromkeys(linked(one.publisher, one.url, hint=one.title) for one in cited)))


def _called(issuer: str, year: int) -> str:
    return f"{names.of('issuer', issuer)} {year}"


def _sentence(name: str, frame: pd.DataFrame, mineral: str) -> str:
    if mineral not in frame.index:
        return word("minerals.on_no_list", mineral=name)
    lists = critical_standing.lists()
    on = [_called(issuer, year) for one, issuer, year in lists if frame.loc[mineral, one]]
    off = [_called(issuer, year) for one, issuer, year in lists if not frame.loc[mineral, one]]
    said = word("minerals.on_lists", mineral=name, listed=clauses.listed(on))
    return f"{said} {word('minerals.off_lists', listed=clauses.listed(off))}" if off else said


def _table(frame: pd.DataFrame, mineral: str) -> str:
    lists = critical_standing.lists()
    heads = [literal(_called(issuer, year)) for _, issuer, year in lists]
    rows = list(dict.fromkeys([mineral, *mineral_lens.rows()["mineral"]]))
    lines = [f"| {literal(word('minerals.mineral'))} | {' | '.join(heads)} |", f"|---|{':-:|' * len(heads)}"]
    for one in rows:
        is_on = [one in frame.index and bool(frame.loc[one, list_id]) for list_id, _, _ in lists]
        dots = " | ".join(
            f"{ON if on else OFF} {literal(word('minerals.listed_yes' if on else 'minerals.listed_no'))}"
            for on in is_on
        )
        lines.append(f"| {literal(names.of('mineral', one))} | {dots} |")
    return "\n".join(lines)


def _dot(is_on: bool) -> str:
    return f"{ON if is_on else OFF} {literal(word('minerals.listed_yes' if is_on else 'minerals.listed_no'))}"
