"""Countries: what is between one of the six and the United States, in one minute, and what is disputed; below it, or
through a lens alone, trade, money, minerals, forums and what was said.

What stands on the first screen is drawn first; each group below it is a fragment, so that the filters of the deals draw
no trade anew."""

import streamlit as st

from components.figures import country_answer
from components.reader import session
from components.widgets.common import answer, faults, notices, panel
from components.widgets.country import controls, facts, near_map, parts, said, sentences, shown
from data.analysis.headline import USA

WIDTHS = [440, 460, 400]
WIDTHS_OF_US = [560, 400, 340]


def _in_a_minute(iso3: str, setup: str) -> None:
    left, middle, right = st.columns(WIDTHS_OF_US if iso3 == USA else WIDTHS, gap="medium")
    with left:
        facts.show(iso3)
    with middle:
        sentences.show(iso3)
        near_map.show(iso3, setup)
    with right:
        said.show(iso3)


@st.fragment
@faults.guarded
def _group(iso3: str, group: str) -> None:
    parts.show(iso3, group)
    session.write_to_link()
    panel.answer()


notices.tell_lost()
setup = near_map.prepare()
country, lens = shown.country(), session.current().lens
answer.show(country_answer.of(country, lens))
controls.show()
if lens == parts.EVERYTHING:
    _in_a_minute(country, setup)
session.write_to_link()
for group in parts.groups(lens):
    _group(country, group)
panel.answer()
