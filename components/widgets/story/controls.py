"""The controls of a story in one row: which one, which step, one step back and one on."""

from functools import partial

import streamlit as st

from components.figures import story_words
from components.reader import binding, session
from components.words import word
from data.analysis import stories


def show() -> None:
    """Draw the row. The arrow keys press its buttons (`keys.js`)."""
    choice = session.current()
    steps = stories.steps(choice.story)
    with st.container(key="asked_story", horizontal=True, vertical_alignment="center", gap="xsmall"):
        with st.container(key="asked_story_title", width=330):
            st.selectbox(
                word("story.story"),
                list(stories.every()),
                **binding.bind_to("story", choice.story, _story_chosen),
                format_func=story_words.title,
                label_visibility="collapsed",
            )
        _turn("story.before", "story.before_help", "arrow_back", choice.step - 1, is_off=choice.step == 1)
        with st.container(key="asked_story_step"):
            st.selectbox(
                word("story.step"),
                [step.number for step in steps],
                **binding.bind("step", is_shared=True),
                format_func=lambda number: _named(choice.story, number),
                label_visibility="collapsed",
            )
        _turn("story.next", "story.next_help", "arrow_forward", choice.step + 1, is_off=choice.step == len(steps))


def _named(story: str, number: int) -> str:
    steps = stories.steps(story)
    return word("story.of", step=number, steps=len(steps), heading=story_words.heading(steps[number - 1]))


def _story_chosen(story: str) -> None:
    session.choose(story=story, step=1)


def _turn(label: str, hint: str, icon: str, step: int, *, is_off: bool) -> None:
    st.button(
        word(label),
        key=label.replace(".", "_"),
        icon=f":material/{icon}:",
        on_click=binding.reporting(partial(session.choose, step=step)),
        disabled=is_off,
        help=word(hint),
    )
