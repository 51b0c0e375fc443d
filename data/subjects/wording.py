"""Texts as ids: a template of the vocabulary and the ids in its gaps. They become text where they are shown.

So what is worked out from the tables holds no word of any language, and is the same for all readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data.package import names
from data.vocabulary.terms import TERMS

# The kind of an id, which is the name of the gap, and the id.
Gap = tuple[str, str]


@dataclass(frozen=True)
class Text:
    """A text of the vocabulary by id, and the ids in its gaps by kind; as `str` it is in the language spoken."""

    template: str
    gaps: tuple[Gap, ...] = ()

    def __str__(self) -> str:
        said = TERMS.word(self.template)
        return said.format(**{kind: names.of(kind, name_id) for kind, name_id in self.gaps if f"{{{kind}}}" in said})

    def part(self, name: str, instead: str = "") -> str | None:
        """The text of an entry with several, by the name of the part, with a capital; None where it has none.

        A language that has only the part `instead` of it says that, and not the English part."""
        template = f"{self.template}.{name}"
        is_other = TERMS.own(template) is None and TERMS.own(f"{self.template}.{instead}") is not None
        if is_other or TERMS.find(template) is None:
            return None
        said = str(Text(template, self.gaps))
        return said[:1].upper() + said[1:]


def each(template: str, **columns: Iterable[Any]) -> "np.ndarray[tuple[int], Any]":
    """A text of the records for each row, its gaps filled from columns by kind; None where one of them is empty."""
    rows = zip(*columns.values(), strict=True)
    made = [
        None if any(map(pd.isna, row)) else Text(f"records.{template}", tuple(zip(columns, map(str, row), strict=True)))
        for row in rows
    ]
    return np.array(made, dtype="object")


def shown(cell: object) -> str:
    """What a cell of a record says: a text, or a code of its table, which has a name in some languages."""
    return str(cell) if isinstance(cell, Text) else names.of("basis", str(cell))
