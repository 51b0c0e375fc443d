"""What can be taken home of a step: the frame that its figure is drawn from, in every form."""

from functools import partial

import pandas as pd

from components import cache
from components.reader.choice import Choice, selection_of
from components.widgets.common import downloads
from components.widgets.story import rows, state
from components.words import counted
from data.analysis import flow_selection, stories
from data.analysis.stories import Step
from data.output import extract, frames
from data.output import rows as table_rows

KEY = "download_story"


def show(step: Step) -> None:
    """The menu of downloads."""
    choice = state.shown(step)
    if step.figure == stories.ROWS:
        _rows(choice)
    elif step.figure == stories.FLOWS:
        _flows(choice)
    else:
        downloads.of_indicator(choice.indicator, choice.year, key=KEY)


def _rows(choice: Choice) -> None:
    name, query = str(choice.table), rows.query(choice)
    found = len(table_rows.find(name, query))
    make = partial(extract.of_table, name, query, downloads.here())
    downloads.plain(make, counted("rows.part", found), f"{extract.table_stem(name)}_rows", 0, key=KEY)


def _flows(choice: Choice) -> None:
    selection = selection_of(choice)
    held = flow_selection.left_out(selection, choice.year)
    drawn = flow_selection.placed(selection, choice.year)
    found = pd.concat([drawn, held], ignore_index=True) if len(held) else drawn
    frame = frames.flows_download(found, selection.set_id)
    withheld = int((frame["status"] == frames.WITHHELD).sum())
    downloads.of_flows(cache.Table(found, frame, withheld), selection.set_id, choice.year, key=KEY)
