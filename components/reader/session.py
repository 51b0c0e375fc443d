"""The reader's choice in the session: one value that no widget owns, under `CHOICE`.

Widgets are filled from it at every run and report to it (`binding.py`), the map by `choose`. The choice is taken from
the link when that is new, and written back to it at the end of every run."""

import logging
from dataclasses import replace
from typing import Any

import streamlit as st

from components.reader import choice as choices
from components.reader import link
from components.reader.choice import TRADE, Choice
from components.reader.parameters import VERSION as VERSION_PART
from data import indicators
from data.analysis import flow_selection
from data.package import releases, snapshot
from data.package.snapshot import Snapshot

CHOICE = "choice_held"
WRITTEN = "link_written"
NOTICES = "link_notices"
PAGE = "link_page"
READ_UNDER = "link_data"
PAST = "version_held"
DRAWN = "choice_drawn"
FAILED = "choice_failed"
KEPT = "kept_"
# The year before a subject opened on another one, and that one; which subject and year, and what is to be said of it.
BEFORE, OPENED = "year_before", "year_opened"

_LOG = logging.getLogger(__name__)


def _is_new(params: dict[str, str]) -> bool:
    """Whether the session has not been at a link yet, so that the choice is to be read from it."""
    return st.session_state.get(CHOICE) is None or bool(params and params != st.session_state.get(WRITTEN))


def language() -> str:
    """The language of the run, known before its page is: of a link that is new, else of the choice."""
    params = st.query_params.to_dict()
    return link.language(_given(params)) if _is_new(params) else current().lang


def take_version() -> None:
    """Take over which version of the data the link asks for, before anything is read from them.

    A link without one, as the search has it, stays in the version at hand."""
    params = st.query_params.to_dict()
    if _is_new(params) and (VERSION_PART.name in params or st.session_state.get(CHOICE) is None):
        st.session_state[PAST] = link.version(_given(params))


def data() -> Snapshot:
    """The data that the reader's page shows: the newest, or an older version where the link asked for one."""
    version = st.session_state.get(PAST)
    return releases.of(version) if version and releases.is_past(version) else snapshot.newest()


def leave_version() -> None:
    """Go to the newest data, with the choice."""
    st.session_state[PAST] = ""


def _given(params: dict[str, str]) -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in params}


def take_from_link(page: str) -> None:
    """Read the link into the session when the visitor arrived by it or went back or forward to it.

    The navigation opens a page by an empty link, and going back may come upon that: the choice is kept."""
    state, params = st.session_state, st.query_params.to_dict()
    state[PAGE] = page
    if state.get(READ_UNDER) not in (None, snapshot.current().fingerprint):
        _read_anew(page)
    state[READ_UNDER] = snapshot.current().fingerprint
    if _is_new(params):
        state[CHOICE], state[NOTICES] = link.read(_given(params), page, state.get(CHOICE))
    elif not params:
        state[NOTICES] = []
    state[WRITTEN] = params


def _read_anew(page: str) -> None:
    """Take the choice through its link once more: other data may lack what was chosen, which then is said."""
    state = st.session_state
    try:
        params = link.write(current(), page)
    except (LookupError, ValueError):
        params = state.get(WRITTEN, {})
    state[CHOICE], refused = link.read(params, page)
    state[NOTICES] = [*state.get(NOTICES, []), *refused]
    state.pop(DRAWN, None)


def current() -> Choice:
    """The choice as the reader made it."""
    return st.session_state[CHOICE]


def current_with(**changes: Any) -> Choice:
    """The choice as it would be with changes, for a link to somewhere else."""
    return replace(current(), **changes)


def shown() -> Choice:
    """The choice as the page at hand shows it: in years that its subject has figures for."""
    return choices.fitted(current(), st.session_state[PAGE])


def choose(**changes: Any) -> None:
    """Put what the reader chose into the choice."""
    st.session_state[CHOICE] = replace(current(), **changes)


def choose_language(language: str) -> None:
    """Take over a language. What the last one said of the link is said no more."""
    choose(lang=language)
    st.session_state[NOTICES] = []


def choose_indicator(indicator_id: str) -> None:
    """Take over an indicator. One that tells of a date opens on its newest one, one that is thin in the year at hand on
    its newest full one; after it the year before comes back."""
    first = _year_asked()
    moved: int | None = None
    key = "opened_year"
    if indicators.get(indicator_id).is_dated:
        moved = indicators.years(indicator_id)[-1]
    elif choices.nearest(indicators.years(indicator_id), first) in indicators.thin_years(indicator_id):
        moved, key = indicators.default_year(indicator_id), "opened_full"
    year = _open(indicator_id, first, moved, key)
    choose(indicator=indicator_id, year=year)


def choose_flows(**changes: Any) -> None:
    """Take over set, country or direction of the flows. A thin year gives way to the newest full one, as it does for an
    indicator; one that the reader went to in this set stays. A line that the flows do not have is chosen no more."""
    before, first = current(), _year_asked()
    wanted = replace(before, year=first, **changes)
    now = choices.fitted(wanted, TRADE)
    is_same = (before.flow_set, before.country) == (wanted.flow_set, wanted.country)
    was_thin = is_same and _is_thin(choices.fitted(before, TRADE))
    moved = flow_selection.default_year(choices.selection_of(now)) if _is_thin(now) and not was_thin else None
    year = _open((wanted.flow_set, wanted.country), first, moved, "opened_full")
    choose(**changes, pair=now.pair, year=year)


def _is_thin(choice: Choice) -> bool:
    return choice.year in flow_selection.thin_years(choices.selection_of(choice))


def _year_asked() -> int:
    """The year that the reader chose: not the one that a subject opened on by itself."""
    left, moved = kept(BEFORE, (None, None))
    return left if moved == current().year else current().year


def _open(subject: Any, first: int, moved: int | None, key: str) -> int:
    """The year to show of a subject: the one it moved to, else the first. What is to be said of it is kept, not in
    words: the reader may go on in another language."""
    before, year = current().year, first if moved is None else moved
    keep(BEFORE, (None, None) if moved is None else (first, moved))
    text: tuple[str, int] | None = None
    if moved is not None and year != first:
        text = (key, first)
    elif year != before:
        text = ("returned_year", before)
    keep(OPENED, (subject, year, text))
    return year


def keep(name: str, value: Any) -> None:
    """Hold something that the reader did on a page but that no link speaks of, such as an open fold."""
    st.session_state[f"{KEPT}{name}"] = value


def kept(name: str, default: Any = None) -> Any:
    """What `keep` holds under the name."""
    return st.session_state.get(f"{KEPT}{name}", default)


def has_moved(name: str, shown: Any) -> bool:
    """Whether what a page shows is another than when it was last asked so; it is held under the name then."""
    if shown == kept(name):
        return False
    keep(name, shown)
    return True


def page() -> str:
    """The address of the page at hand."""
    return str(st.session_state[PAGE])


def write_to_link() -> None:
    """Put the choice into the address bar, so that it can be copied at any time."""
    wanted = link.write(current(), st.session_state[PAGE])
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted
    if current() != st.session_state.get(FAILED):
        st.session_state[DRAWN] = current()


def give_up() -> Choice | None:
    """Note that the choice could not be drawn; the last one that could, None where there is no other."""
    st.session_state[FAILED] = current()
    try:
        write_to_link()
    except Exception:
        _LOG.exception("the choice could not be written into the link")
    return st.session_state.get(DRAWN)


def restore(choice: Choice) -> None:
    """Take another choice in place of the one that is held; the language stays."""
    st.session_state[CHOICE] = replace(choice, lang=current().lang)


def notices() -> list[str]:
    """Which parts of the link were not used, in words."""
    return list(st.session_state.get(NOTICES, []))
