"""The flows of a year as a Sankey: exporters on the left, importers on the right, the rest as one band each way.

Every name has the sum of its bands beside it: widths are read badly."""

import plotly.graph_objects as go

from components.figures import bars, flow_map
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.subjects import number_format

BAND = {"out": "rgba(47,127,209,.32)", "in": "rgba(217,98,43,.32)", "other": "rgba(138,146,156,.3)"}
NODE = "#8a929c"
# So high that names of thin bands stand below each other.
LEAST_PX, NODE_PX = 300, 40
PAD_PX = 22


@drawn_once
def build(selection: FlowSelection, year: int, top: int) -> go.Figure:
    """Bands as wide as their values; a country that both exports and imports stands on both sides."""
    links = _links(selection, year, top)
    lefts = list(dict.fromkeys(left for left, _, _, _ in links))
    rights = list(dict.fromkeys(right for _, right, _, _ in links))
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            textfont={"size": 13},
            valueformat=",.1f",
            valuesuffix=f" {flow_map.unit(selection)}",
            node={
                "label": [*_labels(links, lefts, 0, selection), *_labels(links, rights, 1, selection)],
                "color": NODE,
                "pad": PAD_PX,
                "thickness": 12,
                "line": {"width": 0},
                "hovertemplate": "%{label} " + flow_map.unit(selection) + "<extra></extra>",
            },
            link={
                "source": [lefts.index(left) for left, _, _, _ in links],
                "target": [len(lefts) + rights.index(right) for _, right, _, _ in links],
                "value": [value / flow_map.factor(selection) for _, _, value, _ in links],
                "color": [BAND[tone] for _, _, _, tone in links],
                "customdata": [_band(link, selection) for link in links],
                "hovertemplate": "%{customdata} " + flow_map.unit(selection) + "<extra></extra>",
            },
        )
    )
    figure.update_layout(
        height=max(LEAST_PX, NODE_PX * max(len(lefts), len(rights))),
        margin={"l": 4, "r": 4, "t": 12, "b": 12},
        separators=number_format.separators(),
    )
    return figure


def _labels(links: list[tuple[str, str, float, str]], ends: list[str], at: int, selection: FlowSelection) -> list[str]:
    """The names of one side, each with the sum of its bands."""
    sums = {end: sum(value for *pair, value, _ in links if pair[at] == end) for end in ends}
    return [charted(f"{end} {flow_map.number(value, selection)}") for end, value in sums.items()]


def _band(link: tuple[str, str, float, str], selection: FlowSelection) -> str:
    origin, dest, value, _ = link
    return charted(f"{origin} → {dest}: {flow_map.number(value, selection)}")


def is_fit(selection: FlowSelection, year: int) -> bool:
    """Whether what meets at a country may be added up: shares only of one country's exports, or of its imports."""
    if selection.quantity == flow_selection.QUANTITIES[0]:
        return flow_map.has_rest(selection, year)
    return (
        len(flow_selection.reporters(selection)) == 1
        and selection.direction in flow_selection.ENDS
        and flow_selection.adds_up(selection, year)
    )


def _links(selection: FlowSelection, year: int, top: int) -> list[tuple[str, str, float, str]]:
    """Origin, destination, value and tone of each band; figures of the press are not among them."""
    rows, _ = flow_map.apart(flow_selection.frame(selection, year))
    rows = rows[rows["value"] > 0].assign(
        tone=[bars.tone_of(one, selection) for one in rows.loc[rows["value"] > 0, "origin"]]
    )
    found = [
        (countries.name(row["origin"]), countries.name(row["dest"]), float(row["value"]), row["tone"])
        for row in rows[rows["rank"] <= top].to_dict("records")
    ]
    if selection.quantity == "share":
        return found
    side = flow_selection.reporters(selection)
    home = countries.name(side[0]) if len(side) == 1 else word("flows.home_node")
    for tone, rest in rows[rows["rank"] > top].groupby("tone"):
        others = counted("flows.other", len(rest))
        ends = (home, others) if tone == "out" else (others, home)
        found.append((*ends, float(rest["value"].sum()), "other"))
    return found
