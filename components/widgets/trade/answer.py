"""What the page answers first: who of the five sold the United States most in the year, and what."""

from components.figures import mineral_words, trade_words
from components.markdown import literal
from components.widgets.common import prose
from components.widgets.trade import home
from components.words import word
from data.analysis import ranked_products, us_trade_by_year
from data.package import countries, names


def show(year: int) -> None:
    """The sentence; nothing where no imports of the year are on record."""
    first = home.first(year)
    if first is None:
        return
    rows = us_trade_by_year.every()
    own = rows[(rows["iso3"] == first) & (rows["flow"] == "import") & (rows["year"] == year)].iloc[0]
    gaps = {"year": year, "name": countries.name(first), "money": trade_words.money(own["value_usd"])}
    if year not in ranked_products.years(first):
        prose.show("trade_answer", literal(word("trade_parts.answer_plain", **gaps)))
        return
    product = ranked_products.of(first, year).iloc[0]
    gaps |= {"pct": mineral_words.percent(product["share_pct"]), "product": names.of("product", product["hs_code"])}
    prose.show("trade_answer", literal(word("trade_parts.answer", **gaps)))
