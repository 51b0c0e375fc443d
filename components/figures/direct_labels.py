"""Names at the ends of lines in place of a legend, moved apart where lines end close together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

APART_PX = 17


@dataclass(frozen=True)
class End:
    """Where a line ends: its name, the last year, the height there in units of the axis, its colour."""

    name: str
    year: int
    height: float
    tone: str


def add(
    figure: go.Figure, ends: Sequence[End], reach: Sequence[float], axis_px: int, *, is_log: bool, downwards: bool
) -> None:
    """Write the names into a figure with a grid of axes. See `placed`."""
    for label in placed(ends, reach, axis_px, is_log=is_log, downwards=downwards):
        figure.add_annotation(**label, row=1, col=1)


def placed(
    ends: Sequence[End], reach: Sequence[float], axis_px: int, *, is_log: bool, downwards: bool
) -> list[dict[str, Any]]:
    """The names as annotations. `reach` are all heights of the axis, which is so many pixels long; on one that grows by
    factors none is zero. `downwards` is that of ranks, on which a larger number stands lower."""
    scale = math.log10 if is_log else float
    scaled = [scale(height) for height in reach]
    span = max(scaled) - min(scaled) or 1.0
    sign = 1 if downwards else -1
    before: float | None = None
    found = []
    for end in sorted(ends, key=lambda one: sign * one.height):
        place = sign * scale(end.height) / span * axis_px
        moved = place if before is None else max(place, before + APART_PX)
        before = moved
        found.append(
            {
                "x": end.year,
                "y": scale(end.height),
                "text": end.name,
                "font": {"color": end.tone, "size": 13},
                "xanchor": "left",
                "xshift": 9,
                "yshift": place - moved,
                "showarrow": False,
            }
        )
    return found
