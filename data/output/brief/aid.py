"""US aid to a country by fiscal year: what was committed and what was paid out."""

import pandas as pd

from data.analysis import aid_by_agency
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import tones, years
from data.package import countries
from data.subjects import number_format

HEIGHT_PX, WIDTH_PX = 130, 330
VIEWS = (("obligations_usd", tones.CHOSEN, ""), ("disbursements_usd", tones.OTHER, "4 2"))


def blocks(iso3: str) -> tuple[Block, ...]:
    """Two lines, the partial year left out."""
    rows, gone = said.open_rows(aid_by_agency.of(iso3))
    rows = rows[rows["status"] != "provisional"]
    country = countries.in_sentence(iso3)
    if rows.empty:
        return (Words(said.joined(said.word("aid_none", country=country), said.left_out(gone))),)
    lines = [years.Line(said.word(f"aid_{view}"), _points(rows, view), tone, dashes) for view, tone, dashes in VIEWS]
    first, last = int(rows["fiscal_year"].min()), int(rows["fiscal_year"].max())
    title = said.word("aid_title", first=first, last=last)
    newest = rows[rows["fiscal_year"] == last].iloc[0]
    note = said.word("aid_note", year=last, amount=said.amount(float(newest["obligations_usd"]), "USD"))
    svg = years.draw(lines, first, last, title, _millions, WIDTH_PX, HEIGHT_PX)
    return (
        Figure(
            title,
            svg,
            said.joined(note, said.worth(rows["status"]), said.left_out(gone)),
            said.ids(rows["source_id"]),
            is_half=True,
        ),
    )


def _points(rows: pd.DataFrame, view: str) -> list[tuple[int, float | None]]:
    known = rows[rows[view].notna()]
    return [(int(year), float(value)) for year, value in zip(known["fiscal_year"], known[view], strict=True)]


def _millions(value: float) -> str:
    return number_format.few_digits(value / said.MILLION)
