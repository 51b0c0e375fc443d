"""What a section of a brief is made of: words, figures and tables, each with the sources behind it.

All of it is text as it stands in the data; it becomes markup in `sheet.py` and nowhere else. Figures, tables and
sources get their numbers there, too, in the order in which they come."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """A sentence or more."""

    text: str
    source_id: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its words and the sources behind them, several such (`parts`), or a drawing (`svg`).

    `value` is the figure in the words as every CSV of ours has it, for machines."""

    text: str = ""
    source_id: str = ""
    parts: tuple[Words, ...] = ()
    svg: str = ""
    value: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, whether numbers stand in it, and its part of the width in percent (0: free)."""

    name: str
    is_number: bool = False
    width_pct: int = 0


@dataclass(frozen=True)
class Table:
    """A table with what it shows as its title, what is to be known of it below, and the sources of the whole.

    Two blocks that are `is_half` as wide as the sheet stand side by side."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    source_id: str = ""
    is_half: bool = False


@dataclass(frozen=True)
class Figure:
    """A drawing with what it shows as its title, and what is to be known of it below."""

    title: str
    svg: str
    note: str = ""
    source_id: str = ""
    is_half: bool = False


Block = Words | Table | Figure


@dataclass(frozen=True)
class Section:
    """A part of the brief under a heading."""

    title: str
    blocks: tuple[Block, ...] = field(default=())


def cited(section: Section) -> list[str]:
    """Ids of the sources of a section as they come, those of several joined by semicolons; some more than once."""
    found: list[str] = []
    for block in section.blocks:
        found.append(block.source_id)
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        found += [one for cell in cells for one in (cell.source_id, *(part.source_id for part in cell.parts))]
    return [one for one in found if one]
