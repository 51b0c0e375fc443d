"""Countries: what is between one of the six and the United States, in one minute, and what is disputed; below it, or
through a lens alone, trade, minerals, money, forums and what was said.

What stands on the first screen is drawn first; the rest follows in a fragment of its own."""

import streamlit as st

from components.reader import session
from components.widgets.common import faults, notices, panel
from components.widgets.country import controls, facts, near_map, parts, said, sentences, shown
from data.analysis.headline import USA

WIDE = [440, 460, 400]
WIDE_US = [560, 400, 340]


def _in_a_minute(iso3: str, setup: str) -> None:
    left, middle, right = st.columns(WIDE_US if iso3 == USA else WIDE, gap="medium")
    with left:
        facts.show(iso3)
    with middle:
        sentences.show(iso3)
        near_map.show(iso3, setup)
    with right:
        said.show(iso3)


@st.fragment
@faults.guarded
def _parts(iso3: str, lens: str) -> None:
    parts.show(iso3, lens)
    session.write_to_link()
    panel.answer()


notices.tell_lost()
setup = near_map.prepare()
country, lens = shown.country(), session.current().lens
sentences.show_answer(country, lens)
controls.show()
if lens == controls.EVERYTHING:
    _in_a_minute(country, setup)
_parts(country, lens)
session.write_to_link()
panel.answer()
