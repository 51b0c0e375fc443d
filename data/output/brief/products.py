"""What the United States imports from a country, by product, with how much the first ones explain."""

from data.analysis import ranked_products
from data.analysis.ranked_products import PRODUCT
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import bars, tones
from data.output.drawing.bars import Bar
from data.package import countries, names

MOST = 5
NAMES_PX = 205


def blocks(iso3: str) -> tuple[Block, ...]:
    """Bars of the largest chapters of the newest year, and of all others together."""
    rows, gone = said.open_rows(ranked_products.of(iso3))
    if rows.empty or gone:
        return (Words(said.word("products_none", country=countries.in_sentence(iso3))),)
    top = rows[rows["kind"] == PRODUCT].head(MOST)
    year, total = int(top["year"].iloc[0]), float(top["total_usd"].iloc[0])
    drawn = [
        Bar(names.of("product", one["hs_code"]), one["share_pct"], said.percent(one["share_pct"]), tones.CHOSEN)
        for one in top.to_dict("records")
    ]
    others = rows.drop(top.index)
    rest = float(others["share_pct"].sum())
    if len(others):
        drawn.append(Bar(said.counted("products_rest", len(others)), rest, said.percent(rest), hatched=True))
    title = said.word("products_title", year=year)
    explained = said.percent(ranked_products.explained(rows, MOST))
    note = said.joined(
        said.word("products_note", count=len(top), explained=explained, total=said.amount(total, "USD")),
        said.worth(rows["status"]),
    )
    svg = bars.draw(drawn, title, names=NAMES_PX)
    return (Figure(title, svg, note, said.ids(rows["source_id"]), is_half=True),)
