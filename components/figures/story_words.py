"""The sentence beside a figure of a story: its template filled with the values that `data/analysis/stories.py` found.

A missing value is said in words: why there is none."""

from collections.abc import Mapping
from typing import Any

from components.figures.clauses import ordinal
from data import indicators
from data.analysis import stories
from data.analysis.stories import Step
from data.package import descriptor
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

RANK = "rank"


def title(story: str) -> str:
    """What a story is called."""
    return TERMS.word(f"story_titles.{story}")


def about(story: str) -> str:
    """What a story is about."""
    return TERMS.word(f"story_abouts.{story}")


def heading(step: Step) -> str:
    """What a step is called."""
    return TERMS.word(f"story_headings.{step.key}")


def said(step: Step) -> str:
    """What a step says, in our words."""
    return TERMS.word(f"story_texts.{step.key}")


@kept(64, worded=True)
def reading(story: str, number: int) -> str:
    """The sentence of a step, every figure of it looked up."""
    gaps: dict[str, Any] = {}
    for row in stories.values(story, number).to_dict("records"):
        gaps |= {row["name"]: shown(row), f"{row['name']}_year": row["year"]}
    return TERMS.word(f"story_readings.{story}_{number}", **gaps)


def source_ids(story: str, number: int) -> str:
    """The sources of all figures of the sentence."""
    return joined_ids(stories.values(story, number)["source_id"])


def what(row: Mapping[Any, Any]) -> str:
    """What a figure is: the indicator, or the table and how its rows are taken."""
    if row["indicator"]:
        return indicators.get(str(row["indicator"])).title
    return TERMS.word(f"story_takes.{row['take']}", table=descriptor.resource(row["table"])["title"])


def shown(row: Mapping[Any, Any]) -> str:
    """A figure as it reads in a sentence; of a missing one, why there is none."""
    value, indicator_id = row["value"], indicators.current(str(row["indicator"]))
    if value is None:
        kind = indicators.get(indicator_id).kind if indicator_id else ""
        return terms.status(str(row["status"]), kind)
    if not indicator_id:
        return str(value) if isinstance(value, str) else number_format.plain(value)
    if isinstance(value, str):
        return terms.standing(value)
    indicator = indicators.get(indicator_id)
    is_rank = RANK in (indicator.kind, row["unit"])
    return ordinal(int(value)) if is_rank else number_format.spoken(value, indicator)
