"""What is said of a country: the claims that are farthest from the record, and the newest article on each topic."""

import pandas as pd

from data.analysis import claim_facts, claim_ratio
from data.analysis.verdicts import BEST_FIRST
from data.package import articles, countries
from data.package.articles import Asked
from data.package.snapshot import kept


@kept(len(countries.SIX))
def farthest(iso3: str) -> tuple[str, ...]:
    """Ids of the claims on a country that something on record decides, the farthest from the record first: by verdict,
    and by how many times the figure recorded is said, or the other way round."""
    ratios = claim_ratio.ratios().set_index("claim_id")["ratio"]
    decided = [one for one in claim_facts.of_country(iso3) if claim_facts.get(one).is_decided]

    def distance(claim_id: str) -> tuple[int, float]:
        ratio = float(ratios.get(claim_id, 1.0))
        return BEST_FIRST.index(claim_facts.get(claim_id).verdict), max(ratio, 1 / ratio)

    return tuple(sorted(decided, key=distance, reverse=True))


@kept(len(countries.SIX))
def newest_by_topic(iso3: str) -> pd.DataFrame:
    """The newest article on each topic of a country, the newest first; an article stands under one topic only.

    Columns as those of `articles.snippets`."""
    return newest(iso3).drop_duplicates("article_id").drop_duplicates("topic").reset_index(drop=True)


def newest(iso3: str, topic: str | None = None) -> pd.DataFrame:
    """What articles say of a country, on a topic where one is given, the newest first.

    Columns as those of `articles.snippets`."""
    rows = articles.snippets(Asked(country=iso3, topic=topic))
    return rows.sort_values(["published", "snippet_id"], ascending=[False, True], kind="stable", ignore_index=True)
