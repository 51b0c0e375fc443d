"""Investors in a country by measure: a row of dots for each on an axis of its own; the United States in rust."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figures import clauses
from components.figures import mineral_tones as tones
from components.figures import money_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis.investors import AS_TOLD
from data.package import countries
from data.subjects.investment import US
from data.vocabulary import terms

ROW_PX, AROUND_PX = 92, 12
# Investors with a label beside the United States, and how wide a label is on a narrow screen, in parts of the axis.
LABELLED, WIDTH = 3, 0.42
ABOVE, BELOW = 0.8, -0.8
COMPANIES = "companies"


@drawn_once
def build(rows: pd.DataFrame) -> go.Figure:
    """Dots of `investors.by_measure`, the United States on top; an investor without an amount has none."""
    measures = parts(rows)
    figure = make_subplots(rows=len(measures), cols=1, vertical_spacing=0)
    for at, own in enumerate(measures, start=1):
        drawn = sorted(own[own["value"].notna()].to_dict("records"), key=lambda row: row["investor"] == US)
        _dots(figure, drawn, at)
        least, most = min(0.0, *(row["value"] for row in drawn)), max(row["value"] for row in drawn)
        span = most - least
        axis = {"range": [least - span * 0.03, most + span * 0.03], "visible": False, "fixedrange": True}
        figure.update_xaxes(**axis, row=at, col=1)
        figure.update_yaxes(range=[-1.5, 2.1], visible=False, fixedrange=True, row=at, col=1)
        figure.add_shape(type="line", x0=least, x1=most, y0=0, y1=0, line={"color": tones.GRID}, row=at, col=1)
        _head(figure, own, at)
    figure.update_layout(
        height=AROUND_PX + ROW_PX * len(measures),
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        showlegend=False,
        dragmode=False,
    )
    return figure


def parts(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows of each measure, in their order. Columns as those of the rows."""
    return [own for _, own in rows.groupby(["measure", "unit"], sort=False)]


def _dots(figure: go.Figure, drawn: list[dict[Any, Any]], at: int) -> None:
    figure.add_scatter(
        x=[row["value"] for row in drawn],
        y=[0] * len(drawn),
        mode="markers",
        marker={
            "size": [14 if row["investor"] == US else 11 for row in drawn],
            "symbol": ["diamond" if row["investor"] == US else "circle" for row in drawn],
            "color": [tone(row["investor"]) for row in drawn],
            "opacity": 1,
            "line": {"width": 1, "color": "rgba(255, 255, 255, 0.9)"},
        },
        cliponaxis=False,
        hovertext=[charted(hover(row)) for row in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
        row=at,
        col=1,
    )
    for row, (height, anchor) in _labels(drawn):
        figure.add_annotation(
            x=row["value"],
            y=height,
            text=charted(label(row)),
            showarrow=False,
            xanchor=anchor,
            xshift={"left": -6, "right": 6}.get(anchor, 0),
            font={"size": 11, **({"color": tones.CHOSEN} if row["investor"] == US else {})},
            row=at,
            col=1,
        )


def _labels(drawn: list[dict[Any, Any]]) -> list[tuple[dict[Any, Any], tuple[float, str]]]:
    """Whom a label names, at which height and to which side of its dot: the United States first, then the largest, as
    far as no label touches another."""
    by_size = sorted(drawn, key=lambda row: (row["investor"] != US, -row["value"]))
    least, most = min(0.0, *(row["value"] for row in drawn)), max(row["value"] for row in drawn)
    taken: dict[float, list[float]] = {ABOVE: [], BELOW: []}
    found = []
    for row in by_size[: LABELLED + 1]:
        at = (row["value"] - least) / (most - least or 1.0)
        anchor = "left" if at < WIDTH / 2 else "right" if at > 1 - WIDTH / 2 else "center"
        begin = at - {"left": 0, "right": WIDTH, "center": WIDTH / 2}[anchor]
        free = [side for side, spans in taken.items() if all(abs(begin - one) >= WIDTH for one in spans)]
        if free:
            taken[free[0]].append(begin)
            found.append((row, (free[0], anchor)))
    return found


def _head(figure: go.Figure, own: pd.DataFrame, at: int) -> None:
    axis = "" if at == 1 else str(at)
    place = {"xref": f"x{axis} domain", "x": 0, "yref": f"y{axis}", "y": 1.75}
    figure.add_annotation(text=head(own.iloc[0]), showarrow=False, xanchor="left", font={"size": 11}, **place)


def head(row: Any) -> str:
    """What a row of dots is of: measure, year, unit, how many investors."""
    measure = said.measure(row["measure"])
    return word(
        "investors.head_told" if row["rank_basis"] == AS_TOLD else "investors.head",
        measure=charted(measure[:1].upper() + measure[1:]),
        year=row["year"],
        unit=said.unit(row["unit"]),
        on_record=row["on_record"],
    )


def tone(investor: str) -> str:
    """Rust for the United States, grey for the others, teal for Central Asia."""
    return tones.CHOSEN if investor == US else tones.FIVE if investor in countries.C5 else tones.OTHER


def label(row: Any) -> str:
    """Place, investor and amount of a dot."""
    key = "investors.dot_tied" if row["is_tied"] else "investors.dot"
    place = "–" if pd.isna(row["rank"]) else str(int(row["rank"]))
    return word(
        key, place=place, country=countries.name(row["investor"]), amount=said.amount(row["value"], row["unit"])
    )


def hover(row: Any) -> str:
    """All that is to be known of a dot."""
    return f"{label(row)} · {said.measure(row['measure'])}, {row['year']} · {terms.status(row['status'])}"


def unplaced(rows: pd.DataFrame) -> str:
    """Who was named in an order without an amount; empty where nobody was."""
    own = rows[rows["value"].isna()]
    if own.empty:
        return ""
    listed = [
        word("investors.named_place", country=countries.name(row["investor"]), place=int(row["rank"]))
        for row in own.to_dict("records")
    ]
    return word("investors.no_amount", listed=", ".join(listed))


def alone(rows: pd.DataFrame) -> str:
    """What is on record of the United States alone (`investors.us_alone`); empty where that is nothing."""
    if rows.empty:
        return ""
    listed = [
        word(
            "investors.alone_item",
            measure=said.measure(row["measure"]),
            year=row["year"],
            amount=said.with_unit(row["value"], row["unit"]),
            status=terms.status(row["status"]),
        )
        for row in rows.to_dict("records")
    ]
    return word("investors.alone", listed="; ".join(listed))


def alt(rows: pd.DataFrame) -> str:
    """The dots in words: the first three of each measure."""
    texts = []
    for own in parts(rows):
        first = own.iloc[0]
        listed = "; ".join(label(row) for row in own[own["value"].notna()].head(LABELLED).to_dict("records"))
        texts.append(
            word("investors.alt_row", measure=said.measure(first["measure"]), year=first["year"], listed=listed)
        )
    return word("investors.alt", country=countries.name(rows["host"].iloc[0]), said=" ".join(texts))


def answer(host: str, rows: pd.DataFrame) -> str:
    """Who is first by each measure and which place the United States has; of a measure in two units the first."""
    if rows.empty:
        return word("investors.none", country=countries.name(host))
    told = {own["measure"].iloc[0]: own for own in parts(rows)[::-1]}
    items = [_item(own) for own in list(told.values())[::-1]]
    text = word("investors.answer", country=clauses.country_name(host), listed="; ".join(items))
    return text if set(told) - {COMPANIES} else f"{text} {word('investors.no_amounts')}"


def _item(own: pd.DataFrame) -> str:
    first = own.loc[own["rank"] == 1, "investor"].tolist()
    mine = own[own["investor"] == US]
    key = "item_without" if mine.empty else "item_us" if first == [US] else "item"
    key = f"{key}_told" if own["rank_basis"].iloc[0] == AS_TOLD else key
    return word(
        f"investors.{key}",
        measure=said.measure_after_by(own["measure"].iloc[0]),
        year=own["year"].iloc[0],
        first=clauses.named(first),
        place="" if mine.empty else clauses.ordinal(int(mine["rank"].iloc[0])),
        on_record=own["on_record"].iloc[0],
    )
