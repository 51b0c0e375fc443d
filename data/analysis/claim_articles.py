"""The articles that claims stand in, as what a reader chooses among."""

from dataclasses import dataclass

from data.analysis import article_links, claim_selection, claim_tests
from data.package.snapshot import kept

SEVERAL = 3


@dataclass(frozen=True)
class Told:
    """An article with so many claims: its title in English where there is one, and as it is printed."""

    id: str
    title: str
    own_title: str
    publisher: str
    published: str
    claims: int

    @property
    def line(self) -> str:
        """Publisher and date."""
        return f"{self.publisher} · {self.published}"


@kept()
def every() -> dict[str, Told]:
    """Articles with claims by id, those with most claims first."""
    rows = {str(row["article_id"]): row for row in claim_tests.rows("articles")}
    found = {}
    for article_id in claim_selection.articles():
        row = rows[article_id]
        own = str(row["title"]).strip("[]")
        title = str(row["title_en"] or own)
        count = len(article_links.claims_of(article_id))
        found[article_id] = Told(article_id, title, own, str(row["publisher"]), str(row["published"]), count)
    return found


def with_several() -> list[Told]:
    """Those of which a reader may want all claims at once."""
    return [one for one in every().values() if one.claims >= SEVERAL]
