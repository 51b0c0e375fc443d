"""Trade between a country and the United States over the years, as both sides report it."""

import pandas as pd

from data import indicators
from data.analysis import breaks
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import tones, years
from data.vocabulary import terms

# The US books solid, the country's own dashed; what the US buys in rust.
SERIES = (
    ("us_imports_usd", tones.CHOSEN, ""),
    ("us_exports_usd", tones.OTHER, ""),
    ("mirror_exports_usd", tones.CHOSEN, "2 3"),
    ("mirror_imports_usd", tones.OTHER, "2 3"),
)
BILATERAL = SERIES[0][0]
WIDTH_PX, HEIGHT_PX = 330, 150


def blocks(iso3: str) -> tuple[Block, ...]:
    """The lines of the four series; a series without any figure is said to have none."""
    lines, cited, statuses, without, wider, gone = [], [], [], [], [], 0
    for indicator_id, tone, dashes in SERIES:
        rows = indicators.values(indicator_id)
        own = rows[rows["iso3"] == iso3]
        shown, held = said.open_rows(own)
        shown = shown[shown["value"].notna()]
        name, gone = said.word(f"trade_{indicator_id}"), gone + held
        if shown.empty:
            without.append(name)
            continue
        points = list(zip(shown["year"].astype(int), shown["value"].astype(float), strict=True))
        lines.append(years.Line(name, points, tone, dashes, tuple(breaks.years(shown))))
        wider += _bases(name, shown)
        cited += shown["source_id"].tolist()
        statuses += shown["status"].tolist()
    listed = indicators.years(BILATERAL)
    scale = said.scale(value for line in lines for _, value in line.points)
    title = said.word("trade_title", first=listed[0], last=listed[-1], unit=scale.unit)
    note = said.joined(
        said.word("trade_note"),
        said.word("trade_without", series="; ".join(without)) if without else "",
        f"{'; '.join(wider)}." if wider else "",
        said.worth(statuses),
        said.left_out(gone),
    )
    if not lines:
        return (Words(note),)
    svg = years.draw(lines, listed[0], listed[-1], title, scale.say, WIDTH_PX, HEIGHT_PX)
    return (Figure(title, svg, note, said.ids(cited), is_half=True),)


def _bases(name: str, rows: pd.DataFrame) -> list[str]:
    """What is to be known of the bases of a series, with the years that are on them."""
    told = terms.basis_notes()
    return [
        said.word("trade_basis", series=name, years=said.span(map(int, own["year"])), basis=told[str(basis)])
        for basis, own in rows.groupby("basis")
        if basis in told
    ]
