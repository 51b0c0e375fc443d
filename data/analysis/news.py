"""The news as a whole: how many articles there are by month, and how many of them have no month."""

import pandas as pd

from data.package import articles
from data.package.articles import Asked

COLUMNS = ["month", "articles"]


def by_month(asked: Asked) -> pd.DataFrame:
    """Number of articles in each month from the first article on record to the last, whatever period is asked for.

    Columns as COLUMNS; a month without an article has 0. An article that is dated by the year alone is in none."""
    dates = _dates(asked)
    counts = dates[dates.str.len() > articles.YEAR_LENGTH].str[:7].value_counts()
    months = articles.months()
    return pd.DataFrame({"month": months, "articles": counts.reindex(months, fill_value=0).to_numpy()})


def fullest(counts: pd.DataFrame) -> tuple[str, int]:
    """The month with most articles, the first of several, and how many; of a frame as `by_month` gives it."""
    place = int(counts["articles"].to_numpy().argmax())
    return str(counts["month"].iloc[place]), int(counts["articles"].iloc[place])


def undated(asked: Asked) -> int:
    """How many of the articles are dated by the year alone, whatever period is asked for."""
    return int((_dates(asked).str.len() == articles.YEAR_LENGTH).sum())


def _dates(asked: Asked) -> pd.Series:
    """The date of each article that is asked for, as exact as it is known."""
    return articles.snippets(asked.at_any_time()).drop_duplicates("article_id")["published"]
