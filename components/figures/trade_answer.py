"""What the page of trade answers first: who of the five sold the United States most in a year, and what."""

from components.figures import mineral_words, trade_words
from components.words import word
from data.analysis import ranked_products, us_trade_by_year
from data.package import countries, names
from data.package.snapshot import kept


@kept(worded=True)
def sentence(year: int) -> str:
    """The sentence; empty where no imports of the year are on record."""
    first = us_trade_by_year.first(year)
    if first is None:
        return ""
    rows = us_trade_by_year.every()
    own = rows[(rows["iso3"] == first) & (rows["flow"] == "import") & (rows["year"] == year)].iloc[0]
    gaps = {"year": year, "name": countries.name(first), "money": trade_words.money(own["value_usd"])}
    if year not in ranked_products.years(first):
        return word("trade_parts.answer_plain", **gaps)
    product = ranked_products.of(first, year).iloc[0]
    gaps |= {"pct": mineral_words.percent(product["share_pct"]), "product": names.of("product", product["hs_code"])}
    return word("trade_parts.answer", **gaps)
