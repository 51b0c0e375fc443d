"""US duties on one country's goods on the time line of its trade: rates from day to day, and below them the imports by
month.

A duty that was charged is a thick line from its first to its last day, one that never was an open circle; the average
that was observed is a line over its year, the model's rate a thin step. Months at another value than the others are
hatched."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figures import mineral_tones as tones
from components.figures import trade_words
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis.tariff_dates import ADDITIONAL, ENDED, FIRST_YEAR, IN_FORCE, MODEL, NEVER, OBSERVED
from data.package import countries, descriptor
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX = 380
# What stands in the table of two years.
COMPARED = (ADDITIONAL, OBSERVED)
CIF = "cif"
LINES: dict[str, dict[str, Any]] = {
    ADDITIONAL: {"color": tones.CHOSEN, "width": 5},
    OBSERVED: {"color": tones.FIVE, "width": 4},
    MODEL: {"color": tones.OTHER, "width": 1.5},
    NEVER: {"color": tones.CHOSEN, "width": 1.5, "dash": "dot"},
}


@drawn_once
def build(rows: pd.DataFrame, months: pd.DataFrame) -> go.Figure:
    """The rows of `tariff_dates.of` with a rate, over the months of `monthly_imports.of`."""
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.06, row_heights=[0.64, 0.36])
    rated = rows[rows["rate_pct"].notna()]
    for kind, line in LINES.items():
        shown = [row for row in rated.to_dict("records") if _kind(row) == kind]
        if shown:
            figure.add_scatter(**_steps(shown, line), row=1, col=1)
    for row in rated[(rated["measure"] == ADDITIONAL) & rated["took_effect"]].to_dict("records"):
        label = {"text": percent(row["rate_pct"]), "font": {"size": 11, "color": tones.CHOSEN}, "xanchor": "left"}
        shift = 10 if row["rate_pct"] else -10
        figure.add_annotation(x=row["date"], y=row["rate_pct"], yshift=shift, showarrow=False, **label, row=1, col=1)
    figure.add_bar(**_months(months), row=2, col=1)
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 0, "t": 8, "b": 4},
        showlegend=False,
        dragmode=False,
        bargap=0.2,
        separators=number_format.separators(),
    )
    figure.update_xaxes(
        range=[f"{FIRST_YEAR}-01-01", descriptor.released()], type="date", tickformat="%Y-%m", fixedrange=True
    )
    figure.update_yaxes(gridcolor=tones.GRID, fixedrange=True)
    figure.update_yaxes(
        range=[-3, max(30.0, float(rated["rate_pct"].max()) * 1.15)], title=terms.unit("percent"), row=1, col=1
    )
    figure.update_yaxes(title=terms.unit("million_usd"), tickformat=",", row=2, col=1)
    return figure


def _kind(row: dict[Any, Any]) -> str:
    return NEVER if row["standing"] == NEVER else str(row["measure"])


def _steps(shown: list[dict[Any, Any]], line: dict[str, Any]) -> dict[str, Any]:
    """A line for each row from its first day to its last; one that is not over leads to the day of the release."""
    ends = [row["until"] if pd.notna(row["until"]) else _open_end(row) for row in shown]
    said = [charted(point(row)) for row in shown]
    return {
        "x": [part for row, end in zip(shown, ends, strict=True) for part in (row["date"], end, None)],
        "y": [part for row in shown for part in (row["rate_pct"], row["rate_pct"], None)],
        "mode": "lines+markers",
        "line": line,
        "marker": {"size": 9, "symbol": "circle-open"} if shown[0]["standing"] == NEVER else {"size": 5},
        "hovertext": [text for one in said for text in (one, one, None)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _open_end(row: dict[Any, Any]) -> str:
    """The end of a row that has none: what never was charged is a day, all else goes on."""
    return str(row["date"]) if row["standing"] == NEVER else descriptor.released()


def _months(months: pd.DataFrame) -> dict[str, Any]:
    shown = months.to_dict("records")
    return {
        "x": [f"{row['month']}-15" for row in shown],
        "y": [row["value_usd"] / trade_words.MILLION for row in shown],
        "marker": {
            "color": tones.FIVE_PALE,
            "pattern": {"shape": [tones.HATCH if row["basis"] == CIF else "" for row in shown], "size": 4},
            "line": {"width": 0},
        },
        "hovertext": [charted(month(row)) for row in shown],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def month(row: dict[Any, Any]) -> str:
    """A month of imports in words."""
    if pd.isna(row["value_usd"]):
        return f"{row['month']}: {terms.status(row['status'])}"
    valued = word(f"mirror_gap.valued_{row['basis']}")
    return f"{row['month']}: {trade_words.money(row['value_usd'])}, {valued} · {terms.status(row['status'])}"


def percent(rate: float) -> str:
    """A rate with its sign, as printed."""
    return f"{number_format.few_digits(rate)} %" if rate else f"{number_format.plain(0)} %"


def span(row: dict[Any, Any]) -> str:
    """From when to when, as the source dates it."""
    if row["measure"] == OBSERVED:
        return str(row["date"])[:4]
    first = str(row["date"])
    if pd.isna(row["until"]):
        return word("tariff_dates.from", day=first)
    return word("tariff_dates.span", day=first, end=row["until"])


def point(row: dict[Any, Any]) -> str:
    """A row in words: the rate, what it is, its days, its standing."""
    rate = percent(row["rate_pct"]) if pd.notna(row["rate_pct"]) else word("tariff_dates.no_rate")
    standing = row["standing"]
    kept = f" ({word(f'tariff_dates.{standing}')})" if standing in (NEVER, ENDED, IN_FORCE) else ""
    return f"{rate}: {row['instrument']}, {span(row)}{kept}"


def title(rows: pd.DataFrame) -> str:
    """The finding: the observed average of the first year and of the newest, and the highest duty that was charged."""
    observed = rows[rows["measure"] == OBSERVED].sort_values("date")
    charged = rows[(rows["measure"] == ADDITIONAL) & rows["took_effect"] & rows["rate_pct"].notna()]
    if observed.empty or charged.empty:
        return word("tariff_dates.title_none", name=countries.name(str(rows["iso3"].iloc[0])))
    first, newest = observed.iloc[0], observed.iloc[-1]
    return word(
        "tariff_dates.title",
        name=countries.name(str(first["iso3"])),
        most=number_format.few_digits(charged["rate_pct"].max()),
        before=number_format.few_digits(first["rate_pct"]),
        first=str(first["date"])[:4],
        after=number_format.few_digits(newest["rate_pct"]),
        newest=str(newest["date"])[:4],
    )


def cell(rows: pd.DataFrame, year: int) -> str:
    """What stands in the table of two years for a country: the average, then every duty with its days."""
    parts = [
        word("tariff_dates.observed", rate=percent(row["rate_pct"]), year=str(row["date"])[:4])
        for row in rows[rows["measure"] == OBSERVED].to_dict("records")
    ]
    duties = rows[rows["measure"] == ADDITIONAL].to_dict("records")
    parts += [point(row) for row in duties] or [word("tariff_dates.no_duty", year=year)]
    return "; ".join(parts)


def alt(rows: pd.DataFrame) -> str:
    """The duties in words, in the order of their dates."""
    rated = rows[rows["measure"].isin([ADDITIONAL, OBSERVED])]
    return "; ".join(point(row) for row in rated.to_dict("records"))
