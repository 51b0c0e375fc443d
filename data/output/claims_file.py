"""The claims on the screen as a file: the rows and columns of `claim_selection.frame`, through the licence gate.

A claim that a figure tests which may not be passed on is left out: its verdict would tell the size of the figure, and
so would its place among the claims of one verdict."""

import pandas as pd

from data.analysis import claim_selection, claims
from data.analysis.claim_selection import Asked
from data.output import extract, frames, judged
from data.output.extract import LINK, Extract
from data.package import descriptor

COLUMNS = [*claim_selection.COLUMNS, "source_title", "source_url", "licence"]
KINDS = {"claimed_value": "number", "difference_pct": "number", "ratio": "number", "year": "integer"}


def download(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `claim_selection.frame` as text, in their order, columns as COLUMNS."""
    left = rows[~rows["claim_id"].isin(judged.held())].reset_index(drop=True)
    made = {name: left[name].map(judged.text) for name in claim_selection.COLUMNS}
    return pd.DataFrame({**made, **frames.cited(left)}, columns=COLUMNS)


def withheld(rows: pd.DataFrame) -> int:
    """How many of the rows may not leave."""
    return int(rows["claim_id"].isin(judged.held()).sum())


def extract_of(asked: Asked, link: str) -> Extract:
    """The claims asked for as they may leave."""
    rows = claim_selection.frame(asked)
    cited = (part for ids in rows["source_id"] for part in ids.split(";") if part)
    about = extract.about(descriptor.resource(claims.TABLE)["title"], "", link)
    return Extract(download(rows).assign(**{LINK: link}), KINDS, about, tuple(dict.fromkeys(cited)))


def stem() -> str:
    """Name of the file without its ending."""
    return extract.table_stem(f"{claims.TABLE}_with_verdicts")
