"""A brief as one file of HTML that needs no other: sections in their order, then every source with licence and address.

Nothing in it depends on the day or the place of the printing. It is well formed as XML, too."""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from pathlib import Path

from data.output.brief.blocks import Block, Cell, Column, Figure, Section, Table, Words, cited
from data.package import addresses, sources
from data.package.sources import Source
from data.vocabulary.language import spoken
from data.vocabulary.terms import TERMS

STYLE = (Path(__file__).parent / "sheet.css").read_text("utf-8")
ANCHOR = "source-"
# A dash that no line breaks at.
TO = "\u2060–\u2060"


@dataclass(frozen=True)
class _Numbers:
    """What was numbered so far: sources by id, and the next figure and table."""

    of_source: Mapping[str, int]
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))


def page(title: str, about: str, address: str, sections: Sequence[Section], picture: str = "") -> str:
    """The whole file; `about` stands below the title, with the address of the page that shows the same, a `picture`
    (SVG) beside both.

    Raises UnknownId for a source that is none."""
    ids = [part for one in sections for joined in cited(one) for part in joined.split(";") if part]
    listed = sources.describe(";".join(dict.fromkeys(ids)))
    numbers = _Numbers({one.id: number for number, one in enumerate(listed, 1)})
    body = "\n".join(_section(one, numbers) for one in sections)
    told = f'<h1>{html.escape(title)}</h1>\n<p class="about">{html.escape(about)} {_linked(address)}</p>'
    head = f"<header>\n<div>{told}</div>\n{picture}\n</header>" if picture else told
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(spoken())}">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{head}\n{body}\n{_sources(listed)}\n</main>\n</body>\n</html>\n"
    )


def _section(section: Section, numbers: _Numbers) -> str:
    """Blocks of half a width that follow each other stand side by side; sentences stand in two columns."""
    parts = []
    for kind, several in groupby(section.blocks, _place):
        told = "\n".join(_block(one, numbers) for one in several)
        parts.append(f'<div class="{kind}">\n{told}\n</div>' if kind else told)
    body = "\n".join(parts)
    return f"<section>\n<h2>{html.escape(section.title)}</h2>\n{body}\n</section>"


def _place(block: Block) -> str:
    """The class of what a block stands in with those like it; empty where it stands for itself."""
    return "words" if isinstance(block, Words) else "pair" if block.is_half else ""


def _block(block: Block, numbers: _Numbers) -> str:
    if isinstance(block, Words):
        return f"<p>{html.escape(block.text)}{_references(block.source_id, numbers)}</p>"
    note = f'<p class="note">{html.escape(block.note)}</p>' if block.note else ""
    if isinstance(block, Figure):
        name = TERMS.word("brief.figure", number=next(numbers.figures), title=block.title)
        caption = f"{html.escape(name)}{_references(block.source_id, numbers)}"
        return f"<figure>\n<figcaption>{caption}</figcaption>\n{block.svg}\n{note}</figure>"
    return f'<div class="tabled">\n{_table(block, numbers)}\n{note}</div>'


def _table(table: Table, numbers: _Numbers) -> str:
    name = TERMS.word("brief.table", number=next(numbers.tables), title=table.title)
    head = "".join(map(_heading, table.columns))
    rows = "\n".join(_row(row, table, numbers) for row in table.rows)
    caption = f"<caption>{html.escape(name)}{_references(table.source_id, numbers)}</caption>"
    return f"<table>\n{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _heading(column: Column) -> str:
    width = f' style="width: {column.width_pct}%"' if column.width_pct else ""
    return f'<th scope="col"{_kind(column)}{width}>{html.escape(column.name)}</th>'


def _kind(column: Column) -> str:
    return ' class="number"' if column.is_number else ""


def _row(row: Sequence[Cell], table: Table, numbers: _Numbers) -> str:
    cells = zip(table.columns, row, strict=True)
    return f"<tr>{''.join(f'<td{_kind(column)}>{_cell(cell, numbers)}</td>' for column, cell in cells)}</tr>"


def _cell(cell: Cell, numbers: _Numbers) -> str:
    text = html.escape(cell.text)
    if cell.value:
        text = f'<data value="{html.escape(cell.value)}">{text}</data>'
    parts = "; ".join(f"{html.escape(part.text)}{_references(part.source_id, numbers)}" for part in cell.parts)
    return f"{cell.svg}{text}{_references(cell.source_id, numbers)}{parts}"


def _references(source_ids: str, numbers: _Numbers) -> str:
    """The numbers of the sources, each leading to its place in the list; of three and more in a row both ends."""
    found = sorted({numbers.of_source[one] for one in source_ids.split(";") if one})
    runs = [[number for _, number in run] for _, run in groupby(enumerate(found), lambda pair: pair[1] - pair[0])]
    told = [
        f"{_reference(run[0])}{TO}{_reference(run[-1])}" if len(run) > 2 else ", ".join(map(_reference, run))
        for run in runs
    ]
    # A blank that no line breaks at: a number never stands without what it is of.
    return f"<sup>\u202f{', '.join(told)}</sup>" if told else ""


def _reference(number: int) -> str:
    return f'<a href="#{ANCHOR}{number}">{number}</a>'


def _sources(listed: Sequence[Source]) -> str:
    rows = "\n".join(
        f'<li id="{ANCHOR}{number}" data-source="{html.escape(one.id)}">{_source(one)}</li>'
        for number, one in enumerate(listed, 1)
    )
    title, note = TERMS.word("brief.sources"), TERMS.word("brief.sources_note")
    return (
        f"<section>\n<h2>{html.escape(title)}</h2>\n"
        f'<p class="note">{html.escape(note)}</p>\n<ol class="sources">\n{rows}\n</ol>\n</section>'
    )


def _source(one: Source) -> str:
    told = [f"{one.publisher}: {one.title}", *([one.published] if one.published else []), one.licence]
    return f"{html.escape('. '.join(part.rstrip('.') for part in told if part))}. {_linked(one.url)}"


def _linked(text: str) -> str:
    """A text; a link without its scheme where it is an address."""
    shown = html.escape(text.removeprefix("https://").removeprefix("http://"))
    return html.escape(text) if addresses.fault(text) else f'<a href="{html.escape(text)}">{shown}</a>'
