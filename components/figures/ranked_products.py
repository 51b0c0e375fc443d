"""US imports from a country in a year by product: ranked bars with what the first so many explain, or the same as
areas.

The products that are not named stand together in a grey bar; what no product of the level is on record for is
hatched."""

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import mineral_words, trade_words
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis import ranked_products
from data.analysis.ranked_products import PRODUCT, REST
from data.package import countries, names
from data.subjects import number_format
from data.vocabulary import terms

MOST = 10
ROW_PX, AROUND_PX, AREA_PX = 27, 16, 360
LONGEST = 26
OTHERS = "others"


def shown(rows: pd.DataFrame, most: int = MOST) -> pd.DataFrame:
    """The bars: the first products, the others added up, the rest. Columns as those of the rows, and `parts`, of how
    many products a bar is."""
    products = rows[rows["kind"] == PRODUCT]
    first, others = products.head(most).assign(parts=1), products[most:]
    made = [first]
    if len(others):
        sums = {"value_usd": others["value_usd"].sum(), "share_pct": others["share_pct"].sum()}
        made.append(others.head(1).assign(kind=OTHERS, hs_code="", parts=len(others), **sums))
    made.append(rows[rows["kind"] == REST].assign(parts=0))
    return pd.concat([one for one in made if len(one)], ignore_index=True)


@drawn_once
def build(rows: pd.DataFrame, most: int = MOST) -> go.Figure:
    """Bars of `ranked_products.of`, the largest on top."""
    drawn = shown(rows, most).to_dict("records")
    names_of = [charted(label(row)) for row in drawn]
    figure = go.Figure(
        go.Bar(
            y=names_of,
            x=[row["value_usd"] / trade_words.MILLION for row in drawn],
            orientation="h",
            marker={
                "color": [_tone(row) for row in drawn],
                "pattern": {"shape": [tones.HATCH if row["kind"] == REST else "" for row in drawn]},
                "line": {"width": 0},
            },
            text=[charted(value(row)) for row in drawn],
            textposition="outside",
            cliponaxis=False,
            hovertext=[charted(point(row)) for row in drawn],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    figure.update_layout(
        height=AROUND_PX + ROW_PX * max(len(drawn), 3),
        margin={"l": 0, "r": 96, "t": 4, "b": 4},
        bargap=0.25,
        showlegend=False,
        dragmode=False,
        separators=number_format.separators(),
    )
    figure.update_yaxes(
        categoryorder="array", categoryarray=names_of[::-1], automargin=True, ticksuffix=" ", fixedrange=True
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    return figure


@drawn_once
def areas(rows: pd.DataFrame, most: int = MOST) -> go.Figure:
    """The same as rectangles, as large as their values."""
    drawn = shown(rows, most).to_dict("records")
    figure = go.Figure(
        go.Treemap(
            labels=[charted(label(row)) for row in drawn],
            parents=[""] * len(drawn),
            values=[row["value_usd"] / trade_words.MILLION for row in drawn],
            text=[charted(value(row)) for row in drawn],
            texttemplate="%{label}<br>%{text}",
            marker={
                "colors": [_tone(row) for row in drawn],
                "line": {"width": 2, "color": "rgba(255, 255, 255, 0.6)"},
                "pattern": {"shape": [tones.HATCH if row["kind"] == REST else "" for row in drawn]},
            },
            textfont={"color": [tones.OTHER if row["kind"] == REST else "#ffffff" for row in drawn]},
            hovertext=[charted(point(row)) for row in drawn],
            hovertemplate="%{hovertext}<extra></extra>",
            tiling={"pad": 1},
            sort=True,
        )
    )
    legible = {"mode": "hide", "minsize": 9}
    return figure.update_layout(height=AREA_PX, margin={"l": 0, "r": 0, "t": 4, "b": 4}, uniformtext=legible)


def _tone(row: dict) -> str:
    return tones.FIVE if row["kind"] == PRODUCT else tones.OTHER if row["kind"] == OTHERS else tones.PALE


def label(row: dict) -> str:
    """The product with its code, so that no two bars have one name."""
    if row["kind"] == OTHERS:
        return counted("ranked_products.others", row["parts"])
    if row["kind"] == REST:
        return rest()
    name = names.of("product", row["hs_code"])
    return f"{row['hs_code']} {name if len(name) <= LONGEST else name[:LONGEST].rstrip() + '…'}"


def rest() -> str:
    """What no product is named for."""
    return word("ranked_products.rest")


def value(row: dict) -> str:
    """Value and share of a bar."""
    pct = mineral_words.percent(row["share_pct"])
    return word("ranked_products.value", millions=trade_words.millions(row["value_usd"]), pct=pct)


def point(row: dict) -> str:
    """A bar in words: whole name, value, share, what it and those before it explain."""
    name = names.of("product", row["hs_code"]) if row["kind"] == PRODUCT else label(row)
    parts = [f"{name}: {trade_words.money(row['value_usd'])}"]
    parts.append(word("ranked_products.share", pct=mineral_words.percent(row["share_pct"])))
    if row["kind"] == PRODUCT:
        parts.append(word("ranked_products.together", pct=mineral_words.percent(row["cumulative_pct"])))
    return " · ".join([*parts, terms.status(row["status"])])


def title(rows: pd.DataFrame, most: int = 3) -> str:
    """The finding: what the first few products explain."""
    first = rows[rows["kind"] == PRODUCT].head(most)
    if first.empty:
        return word("ranked_products.none", name=countries.name(str(rows["iso3"].iloc[0])))
    return counted(
        "ranked_products.title",
        len(first),
        name=countries.name(str(first["iso3"].iloc[0])),
        year=first["year"].iloc[0],
        first=names.of("product", first["hs_code"].iloc[0]),
        pct=mineral_words.percent(ranked_products.explained(rows, most)),
    )


def alt(rows: pd.DataFrame, most: int = MOST) -> str:
    """The bars in words."""
    return "; ".join(point(row) for row in shown(rows, most).to_dict("records"))
