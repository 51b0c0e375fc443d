"""The right side of a step: the sentence with its sources, the figure in its exact state, the way to its page."""

from functools import partial
from typing import Any

import streamlit as st

from components import cache
from components.figures import bars, flow_map, singled_out, story_words, timeline
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding
from components.reader.choice import Choice, selection_of
from components.reader.parameters import PAGES
from components.widgets.common import figure, links, prose, provenance, value_panel
from components.widgets.story import files, rows, state
from components.words import word
from data import flows, indicators
from data.analysis import stories
from data.analysis.stories import Step
from data.package import countries
from data.vocabulary import terms

KEY, CHART = "story_map", "story_chart"
QUIET = {"displayModeBar": False}
# Statuses that need no word: they are what a reader expects.
PLAIN = ("", "actual", "rounded")


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    return component.prepare(countries.names(), countries.SIX, countries.C5, None, None, key=f"{KEY}_setup")


def show(step: Step, setup: str) -> None:
    """Draw the sentence, the figure and the way to its page."""
    said = literal(story_words.reading(step.story, step.number))
    prose.show("story_reading", f"**{said}**  \n{_sources(step)}")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        page, opened = state.opened(step)
        links.view(page, opened, word("story.open", page=word(f"{PAGES[page].name}.title")))
        files.show(step)
    choice = state.shown(step)
    with figure.named(), prose.anew("story_figure", step.key):
        if step.figure == stories.MAP:
            _map(choice, setup)
        elif step.figure == stories.CHART:
            _chart(choice, step.mark)
        elif step.figure == stories.FLOWS:
            _flows(choice, step.mark)
        else:
            rows.show(step)


def _sources(step: Step) -> str:
    """Publishers of the figures of the sentence, and what those are worth that are not plain facts."""
    found = stories.values(step.story, step.number)
    there = found[[value is not None for value in found["value"]]]
    worth = [terms.status(one) for one in dict.fromkeys(there["status"]) if one not in PLAIN]
    named = word("story.sources", sources=value_panel.few_publishers(story_words.source_ids(step.story, step.number)))
    said = f" {literal(word('story.partly', statuses=', '.join(worth)))}" if worth else ""
    return f":small[{named}{said}]"


def _map(choice: Choice, setup: str) -> None:
    request = MapRequest(
        payload=cache.map_payload(choice.indicator, choice.classes),
        setup=setup,
        year=choice.year,
        view=choice.view,
        selected=choice.country,
        key=KEY,
        parts={},
        on_choice=lambda: None,
    )
    component.draw(request)


def _chart(choice: Choice, mark: str) -> None:
    shown = tuple(timeline.countries_of(choice.indicator, choice.others, choice.country))
    st.markdown(f":small[{literal(indicators.get(choice.indicator).title)}]")
    st.plotly_chart(
        singled_out.chart(choice.indicator, choice.year, shown, mark),
        key=CHART,
        config=QUIET,
        alt=timeline.alt(choice.indicator, shown),
        on_select=binding.reporting(partial(_clicked, choice.indicator)),
        selection_mode="points",
    )
    st.caption(" ".join(map(literal, timeline.notes(choice.indicator, shown))))


def _clicked(indicator_id: str) -> None:
    """Open what is on record for the figure that was clicked."""
    points: list[dict[str, Any]] = st.session_state[CHART]["selection"]["points"]
    found = [point["customdata"] for point in points if point.get("customdata")]
    if found:
        iso3, year, *_ = found[0]
        provenance.ask(indicator_id, [str(iso3)], int(year))


def _flows(choice: Choice, mark: str) -> None:
    selection = selection_of(choice)
    title = f"{flows.get(selection.set_id).title}, {choice.year}, {flow_map.unit(selection)}"
    st.markdown(f":small[{literal(title)}]")
    st.plotly_chart(
        singled_out.flows(selection, choice.year, choice.top, mark),
        key="story_flows",
        config=QUIET,
        alt=bars.alt(selection, choice.year, choice.top),
    )
