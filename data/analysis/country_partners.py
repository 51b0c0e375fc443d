"""The United States beside China and Russia in all trade of a country, as one part of a sentence: shares of one year in
the country's own books."""

from data.analysis import partners_in_context
from data.package import countries
from data.package.statuses import joined_ids
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

BESIDE = ("USA", "CHN", "RUS")
BOTH = "both"


def said(iso3: str) -> tuple[str, str] | None:
    """The text and the ids of its sources, the largest share first; None where the books have no shares of a year."""
    rows = partners_in_context.of(iso3, BOTH)
    rows = rows[rows["partner"].isin(BESIDE) & rows["share_pct"].notna()]
    newest = rows[rows["year"] == rows["year"].max()].sort_values(["share_pct", "partner"], ascending=[False, True])
    if "USA" not in set(newest["partner"]):
        return None
    listed = ", ".join(_share(*one) for one in zip(newest["partner"], newest["share_pct"], strict=True))
    gaps = {"country": countries.in_sentence(iso3), "year": str(newest["year"].iloc[0]), "listed": listed}
    return TERMS.word("country_sentences.partners", **gaps), joined_ids(newest["source_id"])


def _share(partner: str, share_pct: float) -> str:
    shown = number_format.few_digits(share_pct)
    value = f"{shown} {terms.unit_after('percent', shown)}"
    return TERMS.word("country_sentences.each", country=countries.in_sentence(partner), value=value)
