"""The sentence at the head of the News page: how many articles there are of what is asked for, and when."""

from components.words import counted, word
from data.analysis import news
from data.package import articles, countries
from data.package.articles import Asked
from data.vocabulary import cldr


def of(asked: Asked) -> str:
    """How many articles there are of what is asked for, the newest of them, and the fullest month."""
    rows = articles.snippets(asked).drop_duplicates("article_id")
    if rows.empty:
        return word("news.none")
    of = word("news.of_country", country=countries.name(asked.country)) if asked.country else ""
    said = [counted("news.answer", len(rows), of=of, newest=rows["published"].max())]
    month, most = news.fullest(news.by_month(asked))
    if asked.since is None and asked.until is None and most > 1:
        said.append(word("news.most", month=cldr.month(month), count=most))
    return " ".join(said)
