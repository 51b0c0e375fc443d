"""The picture of a step of a story: its heading, the sentence on record, and the figure in the state of the step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from components.figures import story_answer, story_words, timeline
from components.pictures import said, series
from components.pictures.picture import Picture, sized
from components.reader import steps
from components.reader.choice import Choice, selection_of
from components.words import word
from data.analysis import stories
from data.analysis.stories import Step
from data.output import rows
from data.output.drawing import lines_of_text
from data.output.drawing.lines_of_text import Line
from data.output.rows import Column, Query
from data.package import descriptor, sources
from data.subjects import number_format

MOST_ROWS = 18


def draw(choice: Choice, of_map: Picture | None = None) -> Picture:
    """The step at hand; `of_map` is the picture of its map, where its figure is one."""
    step = steps.of(choice)
    ids = story_words.source_ids(step.story, step.number)
    heading = f"{step.number}. {story_words.heading(step)}"
    reading = said.told(story_words.reading(step.story, step.number), ids, heading)
    title, svg = (of_map.title, of_map.svg) if of_map else _figure(step, steps.shown(step, choice.lang))
    made: Callable[..., Picture] = partial(replace, of_map) if of_map else partial(sized, svg=svg)
    return made(
        headline=f"{heading}. {reading}",
        title=f"{story_words.title(step.story)}: {title}",
        source=said.publishers([ids]),
        description=f"{story_answer.of(step.story)} {heading}: {story_words.said(step)}",
        rows=_values(step),
        note=word("story.meant") if step.figure == stories.ROWS else "",
    )


def _figure(step: Step, shown: Choice) -> tuple[str, str]:
    if step.figure == stories.FLOWS:
        return series.of_flows(selection_of(shown), shown.year, shown.top, step.mark)
    if step.figure == stories.ROWS:
        return _rows(step, shown)
    listed = timeline.countries_of(shown.indicator, shown.others, shown.country)
    return series.over_years(shown.indicator, shown.year, listed, step.mark)


def _rows(step: Step, shown: Choice) -> tuple[str, str]:
    """The rows of the table that the step shows, all of which may leave."""
    name = str(shown.table)
    found = rows.find(name, Query(shown.table_rows, shown.table_where, shown.table_sort))[:MOST_ROWS]
    meant = set(stories.matching(rows.raw(name).loc[found], step.mark).index) if step.mark else set()
    columns = [one for one in (rows.column(name, column) for column in step.columns) if one]
    told, written = rows.shown(name), rows.raw(name)
    lines = [
        Line([_cell(one, told.loc[at, one.name], str(written.loc[at, one.name])) for one in columns], at in meant)
        for at in found
    ]
    title = str(descriptor.resource(name)["title"])
    return title, lines_of_text.draw([_head(one) for one in columns], lines, title)


def _cell(one: Column, shown: Any, written: str) -> str:
    if written and one.is_number and not one.is_year:
        return number_format.exact(float(written))
    return written if pd.isna(shown) or one.is_number else str(shown)


def _head(one: Column) -> str:
    return f"{one.title}, {one.unit}" if one.unit else one.title


def _values(step: Step) -> pd.DataFrame:
    """The figures of the sentence, those that may leave."""
    found = stories.values(step.story, step.number)
    is_open = [sources.is_downloadable(str(one or "")) for one in found["source_id"]]
    shown = found[is_open].to_dict("records")
    return pd.DataFrame(
        {
            word("story.what"): [story_words.what(one) for one in shown],
            word("overview.year"): [str(one["year"] or "") for one in shown],
            word("story.value"): [story_words.shown(one) for one in shown],
            word("table.source"): [said.publishers([one["source_id"]]) for one in shown],
        }
    )
