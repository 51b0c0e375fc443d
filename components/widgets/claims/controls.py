"""What the claims can be narrowed down by: verdicts as chips with their numbers, and one row of lists."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.markdown import literal
from components.reader import binding, session, wanted
from components.reader.choice import Choice
from components.widgets.common import controls
from components.widgets.common.claim_texts import BADGES
from components.words import word, words
from data import indicators
from data.analysis import claim_articles, claim_selection
from data.analysis.verdicts import WORDS
from data.vocabulary import cldr, terms

PERIOD = (
    ("claims_from", "claims.from", "claims.first_month"),
    ("claims_to", "claims.to", "claims.last_month"),
)
WIDTHS = [1.5, 1.3, 1, 1.3, 1.1, 1.3, 0.8]


def show() -> None:
    """Draw the chips, the row of lists, and what takes a narrowing back."""
    choice = session.current()
    _chips(choice)
    with st.container(key="claims_controls"):
        columns = st.columns(WIDTHS, gap="small")
    lists: tuple[tuple[str, str, Sequence[str], Callable[[str], str], str], ...] = (
        ("claim_article", "claims.article", claim_selection.articles(), _article, "claims.all_articles"),
        ("speaker", "claims.speaker", _speakers(), _speaker, "claims.all_speakers"),
        ("claim_subject", "claims.subject", claim_selection.subjects(), terms.family, "claims.all_subjects"),
        ("evidence", "claims.evidence", claim_selection.evidences(), terms.evidence, "claims.all_evidence"),
    )
    with columns[2]:
        controls.country(placeholder=word("claims.all_countries"), has_label=False)
    for place, (field, label, options, shown, empty) in zip((0, 1, 3, 4), lists, strict=True):
        _list(columns[place], field, label, options, shown, empty)
    columns[5].selectbox(
        word("claims.sort"),
        claim_selection.SORTS,
        **binding.bind("claim_sort"),
        format_func=lambda one: word(f"claims.{one}"),
        label_visibility="collapsed",
    )
    months = claim_selection.months()[::-1]
    with columns[6].popover(word("claims.period"), icon=":material/calendar_month:", key="claims_period"):
        for field, label, empty in PERIOD:
            bound = binding.bind(field)
            st.selectbox(
                word(label),
                months,
                index=None,
                **bound,
                format_func=cldr.month,
                placeholder=word(empty),
            )
    _narrowed(choice)


def _list(
    column: st.delta_generator.DeltaGenerator,
    field: str,
    label: str,
    options: Sequence[str],
    shown: Callable[[str], str],
    empty: str,
) -> None:
    column.selectbox(
        word(label),
        options,
        index=None,
        **binding.bind(field),
        format_func=shown,
        placeholder=word(empty),
        label_visibility="collapsed",
    )


def _chips(choice: Choice) -> None:
    """A chip for each verdict, with its sign and how many claims came to it, pressed where they are shown."""
    rows = claim_selection.tallies(wanted.claims(choice))
    counts = dict(zip(rows["verdict"], rows["claims"], strict=True))
    st.pills(
        word("claims.verdicts"),
        WORDS,
        selection_mode="multi",
        **binding.bind_to("verdicts", list(choice.verdicts), _choose),
        format_func=lambda one: literal(
            word("claims.chip", sign=BADGES[one][0], verdict=terms.verdict(one), count=counts[one])
        ),
        label_visibility="collapsed",
    )


def _choose(chosen: Sequence[str]) -> None:
    session.choose(verdicts=tuple(one for one in WORDS if one in chosen))


def _speakers() -> list[str]:
    """All speakers of a kind together, then each."""
    return [*claim_selection.KINDS, *claim_selection.speakers()]


def _speaker(speaker_id: str) -> str:
    return words("speaker_kinds").get(speaker_id) or claim_selection.speakers()[speaker_id]


def _article(article_id: str) -> str:
    told = claim_articles.every()[article_id]
    return f"{told.title} ({told.publisher}, {told.published})"


def _narrowed(choice: Choice) -> None:
    """That only what an indicator tests is shown, and a button that takes back everything."""
    if not wanted.is_narrow(choice):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if choice.tested:
            title = indicators.get(choice.indicator).title
            st.toggle(literal(word("claims.tested", title=title)), **binding.bind("tested"))
        st.button(word("claims.clear"), on_click=_clear, key="claims_clear", icon=":material/filter_alt_off:")


def _clear() -> None:
    session.choose(**{**wanted.EVERY_CLAIM, "country": None, "verdicts": claim_selection.TESTED})
