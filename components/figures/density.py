"""Articles by month as bars: the number is printed on each, their height grows with its square root."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis import news
from data.vocabulary import cldr

# One hue, paler outside the period that is chosen; both read on white and on dark.
CHOSEN, OTHER = "#16877f", "#8a929c"
HEIGHT_PX = 150
ROOM = 1.25


@drawn_once
def build(counts: pd.DataFrame, since: str | None, until: str | None) -> go.Figure:
    """Bars from columns `month` ("2025-11") and `articles`; those from `since` to `until` stand out."""
    drawn = counts[counts["articles"] > 0]
    is_chosen = drawn["month"].between(since or counts["month"].iloc[0], until or counts["month"].iloc[-1])
    heights = drawn["articles"] ** 0.5
    figure = go.Figure()
    figure.add_bar(
        x=drawn["month"] + "-15",
        y=heights,
        width=26 * 24 * 3600 * 1000,
        text=drawn["articles"].map(str),
        textposition="outside",
        cliponaxis=False,
        textfont_size=10,
        customdata=[[month] for month in drawn["month"]],
        hovertext=[said(month, count) for month, count in zip(drawn["month"], drawn["articles"], strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": [CHOSEN if one else OTHER for one in is_chosen]},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 0, "t": 6, "b": 22},
        showlegend=False,
        dragmode=False,
        uniformtext={"mode": "show", "minsize": 9},
    )
    ends = [f"{counts['month'].iloc[0]}-01", f"{counts['month'].iloc[-1]}-28"]
    figure.update_xaxes(range=ends, dtick="M12", tickformat="%Y", fixedrange=True)
    figure.update_yaxes(visible=False, range=[0, ROOM * float(heights.max() if len(heights) else 1)], fixedrange=True)
    return figure


def said(month: str, count: int) -> str:
    """A bar in words."""
    return counted("news.in_month", count, month=cldr.month(month))


def alt(counts: pd.DataFrame) -> str:
    """The bars in words: from when to when, how many, and the fullest month."""
    first, last = (cldr.month(counts["month"].iloc[place]) for place in (0, -1))
    if not counts["articles"].any():
        return word("news.alt_none", first=first, last=last)
    month, most = news.fullest(counts)
    return counted(
        "news.alt", int(counts["articles"].sum()), first=first, last=last, month=cldr.month(month), most=most
    )
