"""The picture of the Forums page: the matrix of forums by the six on a day."""

from typing import Any

import pandas as pd

from components.figures import forum_glyphs, forums_answer
from components.pictures import said
from components.pictures.picture import Picture, sized
from components.reader import choice as choices
from components.reader import wanted
from components.reader.choice import FORUMS, Choice
from components.words import counted, word
from data.analysis import membership_matrix
from data.analysis.membership import NO, SURE, WITHIN
from data.output import forum_frames
from data.output.drawing import matrix, tones
from data.output.drawing.matrix import Cell, Column, Row
from data.package import licensing
from data.package.countries import C5, SIX
from data.vocabulary import terms

# The shapes of `forum_glyphs.SHAPES` by the names that they have in a drawing.
SHAPES = {
    "circle": "disc",
    "square": "square",
    "diamond": "diamond",
    "diamond-open": "open_diamond",
    "circle-open": "ring",
    "circle-open-dot": "dotted_ring",
    "x-thin-open": "cross",
    "circle-x-open": "crossed_ring",
}
HALVES = {"disc": "half_disc", "ring": "half_disc", "square": "half_square", "diamond": "half_diamond"}
COLUMN_PX, NAMES_PX, SIZE_PX = 52, 150, 4.5


def draw(choice: Choice) -> Picture:
    """A row for each forum that fits, under the name of its kind; a glyph and the year of entry for each standing."""
    shown = choices.fitted(choice, FORUMS)
    day, forums = str(shown.forums_on), wanted.forums(shown)
    cells = membership_matrix.rows(day, forums)
    held = licensing.is_withheld(cells)
    columns = [Column(one, COLUMN_PX, 8, is_chosen=one == shown.country) for one in SIX]
    title = word("forums.matrix_title", day=day)
    alt = counted("picture.forums", len(forums), day=day)
    return sized(
        headline=forums_answer.of(day, shown.ties, forums, shown.country),
        title=title,
        source=said.publishers(cells["source_id"]),
        description=alt,
        svg=matrix.draw(_rows(cells[~held], shown), columns, alt, NAMES_PX),
        rows=_table(shown),
        note=forum_glyphs.legend(),
    )


def _rows(cells: pd.DataFrame, shown: Choice) -> list[Row]:
    found: list[Row] = []
    kind = ""
    for forum, own in cells.groupby("forum_id", sort=False):
        first = own.iloc[0]
        if first["kind"] != kind:
            kind = str(first["kind"])
            found.append(Row(word(f"forum_kinds.{kind}")))
        by_country = {row["iso3"]: row for row in own.to_dict("records")}
        made = [_cell(by_country.get(iso3), shown.country) for iso3 in SIX]
        found.append(Row(str(first["short_name"]), made, is_chosen=forum == shown.forum))
    return found


def _cell(row: dict[Any, Any] | None, country: str | None) -> Cell | None:
    if row is None or row["certainty"] == NO:
        return None
    tone = tones.CHOSEN if row["iso3"] not in C5 else tones.FIVE
    tone = tones.OTHER if country in C5 and row["iso3"] in C5 and row["iso3"] != country else tone
    if row["certainty"] not in (SURE, WITHIN):
        return Cell(forum_glyphs.DOUBT)
    shape = SHAPES[forum_glyphs.SHAPES[row["standing"]]]
    shape = shape if row["certainty"] == SURE else HALVES.get(shape, "half_disc")
    return Cell(forum_glyphs.year(row), shape, SIZE_PX, tone)


def _table(shown: Choice) -> pd.DataFrame:
    made = forum_frames.matrix(str(shown.forums_on), shown.ties, shown.forum_kind, with_us=shown.with_us).frame
    known = made[made["certainty"] != NO].reset_index(drop=True)
    return pd.DataFrame(
        {
            word("forums_table.forum_id"): known["forum_name"],
            word("forums_table.iso3"): known["country"],
            word("forums_table.standing"): [terms.standing(one) if one else "" for one in known["standing"]],
            word("forums_table.from_date"): known["from_date"],
            word("forums_table.to_date"): known["to_date"],
            word("forums_table.source_id"): known["source_title"],
        }
    )
