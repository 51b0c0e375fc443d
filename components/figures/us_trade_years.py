"""US trade with each of the five by year, one small chart each on the same two axes: imports as a line, exports beside
it.

Values reach from a fifth of a million to billions, so the axis grows by factors of ten. A year without a figure is a
gap."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import trade_words
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis import breaks, us_trade_by_year
from data.package import countries
from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import number_format
from data.vocabulary import terms

ROW_PX, AROUND_PX = 92, 40
# What of the height of a chart stays empty below it.
GAP = 0.1
STYLES = {
    "import": {"color": tones.FIVE, "dash": "solid", "symbol": "circle", "width": 2.2},
    "export": {"color": tones.CHOSEN, "dash": "dot", "symbol": "diamond-open", "width": 1.8},
}
BREAK = "rgba(138, 146, 156, 0.5)"


@dataclass(frozen=True)
class Line:
    """One flow of one country over the years: heights in million US dollars, None where there is no figure."""

    iso3: str
    flow: str
    years: tuple[int, ...]
    heights: tuple[float | None, ...]
    said: tuple[str, ...]
    breaks: tuple[int, ...]


@kept(worded=True)
def _lines() -> tuple[Line, ...]:
    """All lines, with the words of every point: they are the same whatever year is asked for."""
    found = []
    for (iso3, flow), own in us_trade_by_year.every().groupby(["iso3", "flow"], sort=False):
        shown = own.sort_values("year").to_dict("records")
        heights = [row["value_usd"] / trade_words.MILLION if pd.notna(row["value_usd"]) else None for row in shown]
        said = [charted(point(row)) for row in shown]
        broken = breaks.years(own.assign(value=own["value_usd"]))
        years = [int(row["year"]) for row in shown]
        found.append(Line(str(iso3), str(flow), tuple(years), tuple(heights), tuple(said), tuple(broken)))
    return tuple(found)


@drawn_once
def build(year: int) -> go.Figure:
    """The charts of `us_trade_by_year.every`, one below the other, with a line at the year."""
    traces, marks = [], [_rule(year, "paper", tones.GRID)]
    axes = {iso3: f"y{at}" if at > 1 else "y" for at, iso3 in enumerate(C5, start=1)}
    for line in _lines():
        traces.append(_trace(line) | {"yaxis": axes[line.iso3]})
        marks += [_rule(first - 0.5, f"{axes[line.iso3]} domain", BREAK) for first in line.breaks]
    name = {"x": 0.01, "y": 0.97, "xref": "paper", "xanchor": "left", "yanchor": "top", "showarrow": False}
    names = [
        {**name, "yref": f"{axis} domain", "text": f"<b>{charted(countries.name(iso3))}</b>"}
        for iso3, axis in axes.items()
    ]
    return go.Figure(traces, _layout() | {"annotations": names, "shapes": marks})


def _rule(at: float, reference: str, tone: str) -> dict:
    """A line from the foot to the top of a chart, or of all of them."""
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": reference, "line": {"color": tone}}


def _trace(line: Line) -> dict:
    style = STYLES[line.flow]
    return {
        "type": "scatter",
        "x": line.years,
        "y": line.heights,
        "mode": "lines+markers",
        "connectgaps": False,
        "name": word(f"us_trade_years.{line.flow}"),
        "line": {"color": style["color"], "dash": style["dash"], "width": style["width"]},
        "marker": {"symbol": style["symbol"], "size": 4, "color": style["color"]},
        "hovertext": line.said,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _layout() -> dict:
    first, last = _lines()[0].years[0], _lines()[0].years[-1]
    scale = {"type": "log", "range": [-0.9, 4.1], "tickvals": [1, 10, 100, 1000], "tickformat": ","}
    axes = {}
    for at in range(len(C5)):
        top = 1 - at / len(C5)
        own = {"domain": [top - (1 - GAP) / len(C5), top], "gridcolor": tones.GRID, "fixedrange": True}
        axes[f"yaxis{at + 1}" if at else "yaxis"] = scale | own
    return {
        "height": AROUND_PX + ROW_PX * len(C5),
        "margin": {"l": 0, "r": 8, "t": 4, "b": 4},
        "showlegend": False,
        "dragmode": False,
        "separators": number_format.separators(),
        "xaxis": {
            "range": [first - 0.6, last + 0.6],
            "tickformat": "d",
            "fixedrange": True,
            "anchor": f"y{len(C5)}",
            "showgrid": False,
        },
        **axes,
    }


def point(row: dict) -> str:
    """A year of one flow in words."""
    name = word(f"us_trade_years.of_{row['flow']}", name=countries.name(row["iso3"]), year=row["year"])
    if pd.isna(row["value_usd"]):
        return f"{name}: {terms.status(row['status'])}"
    return f"{name}: {trade_words.money(row['value_usd'])} · {terms.status(row['status'])}"


@kept(64, worded=True)
def title(year: int) -> str:
    """The finding: who of the five sold the United States most in the year, and how many it sells to more than it buys
    from."""
    rows = us_trade_by_year.every()
    own = rows[rows["year"] == year]
    sold = own[own["flow"] == "import"].dropna(subset=["value_usd"]).sort_values("value_usd", ascending=False)
    bought = own[own["flow"] == "export"].dropna(subset=["value_usd"]).set_index("iso3")["value_usd"]
    if sold.empty:
        return word("us_trade_years.none", year=year)
    both = sold[sold["iso3"].isin(bought.index)]
    surplus = int((both["iso3"].map(bought) > both["value_usd"]).sum())
    first = sold.iloc[0]
    gaps = {"name": countries.name(first["iso3"]), "year": year, "money": trade_words.money(first["value_usd"])}
    if len(both) < len(C5):
        return word("us_trade_years.title_imports", **gaps)
    return counted("us_trade_years.title", surplus, **gaps)


def alt(year: int) -> str:
    """The year in words, country by country."""
    rows = us_trade_by_year.every()
    return "; ".join(point(row) for row in rows[rows["year"] == year].to_dict("records"))
