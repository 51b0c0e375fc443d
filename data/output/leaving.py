"""The frame of a figure as it may leave the atlas: what a page offers as files and the command line prints."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.output import extract
from data.output.extract import Extract


@dataclass(frozen=True)
class Leaving:
    """A frame of text, the ids of all sources behind it, the types of its columns that are not text, and how many
    figures it leaves out."""

    frame: pd.DataFrame
    cited: tuple[str, ...]
    kinds: Mapping[str, str]
    withheld: int

    def extract(self, title: str, link: str) -> Extract:
        """The file of the frame, with the title of its figure and the address it is taken from."""
        return extract.of_rows(self.frame, self.kinds, self.cited, title, link)
