"""The figures of a step's sentence one by one, folded: what each is, of whom and when, what it is worth, whose."""

import streamlit as st

from components.figures import story_words
from components.markdown import literal
from components.widgets.common import folds
from components.widgets.common.table import References
from components.words import word
from data.analysis import stories
from data.analysis.stories import Step
from data.package import countries
from data.vocabulary import terms


def show(step: Step) -> None:
    """The table; it is sent when the reader opens the fold."""
    with folds.fold("story_cells", word("story.cells"), icon=":material/table_rows:") as fold:
        if fold.open:
            st.markdown("\n".join(_lines(step)))


def _lines(step: Step) -> list[str]:
    references = References()
    head = [word("story.what"), word("table.country"), word("overview.year"), word("story.value")]
    head += [word("table.status"), word("table.source")]
    lines = [f"| {' | '.join(map(literal, head))} |", "|---|---|---|--:|---|---|"]
    for row in stories.values(step.story, step.number).to_dict("records"):
        status = row["status"] and row["value"] is not None
        cells = [
            literal(story_words.what(row)),
            literal(", ".join(countries.name(one) for one in row["iso3"].split(";") if one)),
            "" if row["year"] is None else str(row["year"]),
            literal(story_words.shown(row)),
            literal(terms.status(row["status"])) if status else "",
            references.cite(row["source_id"]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, "", *references.addresses()]
