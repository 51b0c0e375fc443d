"""The trade in full below the flows, one part at a time, so that a change of one draws that alone.

It is a fragment within the page's: where it changed what the flows follow, the whole page is drawn anew."""

import streamlit as st

from components.reader import session
from components.widgets.common import controls, faults
from components.widgets.trade import duties, home, partners, products, sides, years

ALL_FIVE = "years"
DRAWN = {
    "products": products.show,
    "partners": partners.show,
    "sides": sides.show,
    "duties": duties.show,
}
FOLLOWED = "trade_followed"


def _followed() -> tuple[str | None, int, str | None]:
    choice = session.current()
    return choice.country, choice.year, choice.pair


def show() -> None:
    """Draw the part that is open, after the flows have been drawn."""
    session.keep(FOLLOWED, _followed())
    _part()


@st.fragment
@faults.guarded
def _part() -> None:
    if session.kept(FOLLOWED) != _followed():
        st.rerun()
    choice = session.shown()
    with st.container(key="asked_part", horizontal=True, vertical_alignment="bottom"):
        controls.one_of("part", wrap=True)
        iso3 = "" if choice.part == ALL_FIVE else home.choose(choice)
    if choice.part == ALL_FIVE:
        years.show(choice)
    else:
        home.tell(choice)
        DRAWN[choice.part](choice, iso3)
    session.write_to_link()
