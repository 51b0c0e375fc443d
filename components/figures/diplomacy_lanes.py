"""What happened between the five and the United States on one time line: a lane for each kind of event, and the
articles of each month below.

A day is a dot; what is known to the month or the year is a bar as wide as that, for it may have been on any day of it.
What would lie on each other stands in rows of its lane."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis.diplomacy_events import LANES
from data.package import countries
from data.subjects import number_format

ROW_PX, ARTICLES_PX, HEAD_PX, FOOT_PX = 9, 62, 26, 6
SUMMIT = "summit"
# How far apart two dots of a row stand, so that they do not touch.
APART = timedelta(days=110)
BAR, LEAST_ROWS = 0.62, 2
Part = dict[Any, Any]


@drawn_once
def build(events: pd.DataFrame, articles: pd.DataFrame) -> go.Figure:
    """The lanes of `diplomacy_events.events` and the months of `articles_by_time`; lanes without an event are left out.

    Made of plain dictionaries at once: Plotly looks over all that it has whenever something is added."""
    places, ends = _rows(events)
    most = ends[-1][1] if ends else 1
    height = HEAD_PX + FOOT_PX + ROW_PX * most + ARTICLES_PX
    top = (FOOT_PX + ARTICLES_PX) / (height - HEAD_PX - FOOT_PX)
    names = [(f"<b>{charted(word(f'lanes.{lane}'))}</b>", (start + end - 1) / 2) for lane, end, start in _named(ends)]
    layout = {
        "height": height,
        "margin": {"l": 132, "r": 8, "t": HEAD_PX, "b": FOOT_PX},
        "showlegend": False,
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "separators": number_format.separators(),
        "shapes": [_line(end) for _, end, _ in _named(ends)[:-1]],
        "annotations": [_beside(text, at) for text, at in names] + [_articles_name()],
        "xaxis": {"type": "date", "side": "top", "anchor": "y", "nticks": 18, "tickformat": "%Y", "fixedrange": True}
        | {"gridcolor": tones.GRID, "showgrid": True, "range": _range(events, articles)},
        "yaxis": {"visible": False, "range": [most - 0.5, -0.6], "domain": [min(top, 0.9), 1], "fixedrange": True},
        "yaxis2": {"visible": False, "domain": [0, min(top, 0.9) - 0.03], "fixedrange": True},
    }
    return go.Figure([*_bars(events, places), *_dots(events, places), *_articles(articles)], layout)


def _range(events: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """From the first year that anything is of to a little past the last day."""
    first = min([*events["start"], *articles["start"]], default="2015-01-01")
    last = max([*events["end"], *articles.loc[articles["precision"] == "month", "end"]], default=first)
    return [f"{first[:4]}-01-01", str(date.fromisoformat(last) + APART)]


def _rows(events: pd.DataFrame) -> tuple[dict[str, float], list[tuple[str, int]]]:
    """The row of each event by its id, and where each lane ends; a lane has room for its name."""
    places: dict[str, float] = {}
    ends: list[tuple[str, int]] = []
    first = 0
    for lane in LANES:
        free: list[date] = []
        own: dict[str, int] = {}
        for row in events[events["lane"] == lane].to_dict("records"):
            start, end = (date.fromisoformat(str(row[name])) for name in ("start", "end"))
            place = next((at for at, taken in enumerate(free) if taken <= start), len(free))
            free[place : place + 1] = [max(end, start + APART)]
            own[str(row["event_id"])] = place
        if free:
            aside = max(0, LEAST_ROWS - len(free)) / 2
            places |= {event_id: first + place + aside for event_id, place in own.items()}
            first += max(LEAST_ROWS, len(free))
            ends.append((lane, first))
    return places, ends


def _named(ends: list[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Each lane with its end and its start."""
    starts = [0, *(end for _, end in ends)]
    return [(lane, end, start) for (lane, end), start in zip(ends, starts, strict=False)]


def _line(at: int) -> Part:
    look = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
    return look | {"y0": at - 0.5, "y1": at - 0.5, "line": {"color": tones.GRID, "width": 1}}


def _beside(text: str, at: float) -> Part:
    look = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -6, "showarrow": False, "font": {"size": 11}}
    return look | {"y": at, "text": text}


def _articles_name() -> Part:
    return _beside(f"<b>{charted(word('lanes.articles'))}</b>", 0) | {"yref": "y2", "yanchor": "bottom"}


def _tone(row: Part) -> str:
    return tones.CHOSEN if row["lane"] == SUMMIT else tones.FIVE


def _is_open(row: Part) -> bool:
    """What was no meeting of C5+1 in form, or is announced and not more, has an open mark."""
    return row["in_format"] is False or row["status"] == "claim"


def _bars(events: pd.DataFrame, places: dict[str, float]) -> Iterator[Part]:
    wide = events[events["precision"] != "day"].to_dict("records")
    if wide:
        yield {
            "type": "bar",
            "orientation": "h",
            "base": [row["start"] for row in wide],
            "x": [_length(row) for row in wide],
            "y": [places[row["event_id"]] for row in wide],
            "width": BAR,
            "marker": {
                "color": [tones.CLEAR if _is_open(row) else _tone(row) for row in wide],
                "line": {"color": [_tone(row) for row in wide], "width": 1},
                "opacity": 0.75,
            },
            **_hover(wide),
        }


def _length(row: Part) -> int:
    """Milliseconds from the first day to the end of the last one."""
    days = (date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days + 1
    return days * 24 * 3600 * 1000


def _dots(events: pd.DataFrame, places: dict[str, float]) -> Iterator[Part]:
    exact = events[events["precision"] == "day"].to_dict("records")
    if exact:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [row["start"] for row in exact],
            "y": [places[row["event_id"]] for row in exact],
            "marker": {
                "size": [11 if row["lane"] == SUMMIT else 7 for row in exact],
                "symbol": [
                    "diamond" if row["lane"] == SUMMIT else "circle-open" if _is_open(row) else "circle"
                    for row in exact
                ],
                "color": [_tone(row) for row in exact],
                "line": {"width": 1.4, "color": [_tone(row) for row in exact]},
                "opacity": 1,
            },
            "cliponaxis": False,
            **_hover(exact),
        }


def _hover(rows: list[Part]) -> Part:
    return {
        "customdata": [[row["event_id"]] for row in rows],
        "hovertext": [charted(say(row)) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def when(row: Part) -> str:
    """The date of an event as exact as it is known."""
    exact = {"day": 10, "month": 7, "year": 4}[row["precision"]]
    lasts = row["precision"] == "day" and row["end"] != row["start"]
    return f"{row['start']} – {row['end']}" if lasts else str(row["start"])[:exact]


def say(row: Part) -> str:
    """An event in words: date, what, where."""
    return " · ".join(filter(None, (when(row), str(row["title"]), str(row["place"]))))


def _articles(rows: pd.DataFrame) -> Iterator[Part]:
    """A column for each month; a hatched one as wide as the year for those of which no more is known."""
    for precision, pattern in (("year", {"shape": tones.HATCH, "size": 5}), ("month", {})):
        own = rows[rows["precision"] == precision]
        if len(own):
            spans = [_length(row) for row in own.to_dict("records")]
            yield {
                "type": "bar",
                "x": [
                    f"{date.fromisoformat(row['start']) + timedelta(milliseconds=span / 2):%Y-%m-%d}"
                    for row, span in zip(own.to_dict("records"), spans, strict=True)
                ],
                "y": [int(one) for one in own["articles"]],
                "width": spans,
                "yaxis": "y2",
                "marker": {"color": tones.PALE if precision == "year" else tones.OTHER, "pattern": pattern},
                "hovertext": [
                    charted(counted("lanes.in", int(row["articles"]), when=when(row))) for row in own.to_dict("records")
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }


def alt(events: pd.DataFrame, country: str | None = None) -> str:
    """The figure in words: how many events of each kind, and the last summit."""
    counts = events["lane"].value_counts()
    listed = "; ".join(f"{word(f'lanes.{lane}')} {counts[lane]}" for lane in LANES if lane in counts)
    whom = countries.name(country) if country else word("lanes.all_five")
    return word("lanes.alt", country=whom, listed=listed)
