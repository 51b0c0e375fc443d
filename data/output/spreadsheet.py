"""A spreadsheet of an extract (xlsx): its rows with types, its sources one a row, and what holds for all of it.

Texts are written as texts, so that no cell is run as a formula and no code loses its zeros. XlsxWriter needs nothing
else and writes only; openpyxl, which reads too, takes three times as long for a large table."""

import io
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.output.extract import ABOUT, Extract
from data.package import descriptor
from data.vocabulary.terms import TERMS

DATA, SOURCES, ABOUT_SHEET = "data", "sources", "about"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
WIDEST, NARROWEST, ROOM = 60, 8, 2
# What a cell of Excel holds; an address of ours is shorter than what a link of Excel holds.
LONGEST_CELL = 32_767
ADDRESS = "url"


def build(extract: Extract) -> bytes:
    """The file: sheets data, sources, about; the same bytes for the same extract."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, OPTIONS)
    book.set_properties(
        {
            "title": extract.about["title"],
            "comments": extract.about["citation"],
            "created": datetime.fromisoformat(descriptor.released()),
        }
    )
    head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    _fill(book.add_worksheet(DATA), extract.typed(), head, day)
    _fill(book.add_worksheet(SOURCES), extract.sources(), head, day, has_links=True)
    said = [(TERMS.word(f"files.{one}"), extract.about[one]) for one in ABOUT if one in extract.about]
    _fill(book.add_worksheet(ABOUT_SHEET), pd.DataFrame(said, columns=["", " "]), head, day, has_head=False)
    book.close()
    return packed.getvalue()


def _fill(
    sheet: Worksheet,
    frame: pd.DataFrame,
    head: Format,
    day: Format,
    *,
    has_head: bool = True,
    has_links: bool = False,
) -> None:
    """A frame from the first cell on, its head frozen and with filters, its columns as wide as their cells."""
    first = int(has_head)
    if has_head:
        sheet.write_row(0, 0, list(map(str, frame)), head)
        sheet.freeze_panes(1, 1)
        if len(frame):
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for place, name in enumerate(map(str, frame)):
        cells = frame[name].tolist()
        for row, cell in enumerate(cells, first):
            if name == ADDRESS and has_links:
                sheet.write_url(row, place, cell, string=cell)
            else:
                _write(sheet, row, place, cell, day)
        longest = max((len(str(cell)) for cell in [name, *cells] if not pd.isna(cell)), default=0)
        sheet.set_column(place, place, min(max(longest + ROOM, NARROWEST), WIDEST))


def _write(sheet: Worksheet, row: int, column: int, cell: Any, day: Format) -> None:
    """A cell by its type; a gap stays empty."""
    if cell is None or pd.isna(cell):
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell[:LONGEST_CELL])
    else:
        sheet.write_number(row, column, float(cell))
