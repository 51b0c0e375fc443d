"""A frame on the command line: CSV on the standard output, numbers as in every CSV of ours."""

import sys

import pandas as pd

from data.output import frames


def show(frame: pd.DataFrame) -> None:
    """Print a frame with its header; what is missing is empty."""
    shown = frame.copy()
    for column in shown:
        if pd.api.types.is_float_dtype(shown[column]) or pd.api.types.is_object_dtype(shown[column]):
            shown[column] = shown[column].map(_plain, na_action="ignore")
    write(shown)


def write(frame: pd.DataFrame) -> None:
    """Print a frame whose cells are text already, as what leaves is."""
    sys.stdout.write(frame.to_csv(index=False, lineterminator="\n"))


def _plain(cell: str | float) -> str:
    return frames.number(cell) if isinstance(cell, float) else str(cell)
