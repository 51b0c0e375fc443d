"""What the table of claims is shown with beyond its own columns: the verdict, the figure on record, and its source."""

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from data.analysis import claims
from data.package.statuses import LEFT_OUT

held = claims.held
# What is worked out for the rows of a table: name, type, kind of words.
COMPUTED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    claims.TABLE: (
        ("verdict", "string", "verdict"),
        ("value", "string", ""),
        ("unit", "string", "unit"),
        ("year", "integer", ""),
        ("difference_pct", "number", ""),
        ("evidence", "string", "evidence"),
        ("evidence_source_id", "string", "source"),
        ("working", "string", ""),
    )
}


def columns(rows: pd.DataFrame) -> dict[str, list[str]]:
    """What is worked out for claims, as text, in the order of their rows; columns as COMPUTED.

    Of a claim that a figure tests which may not be passed on nothing is told: a verdict would tell its size."""
    found = claims.verdicts().set_index("claim_id").loc[rows["claim_id"]]
    is_held = found.index.isin(held())
    behind = zip(found["source_id"], rows["source_id"], strict=True)
    found = found.assign(evidence_source_id=[_without(ids, own) for ids, own in behind])
    made = {name: found[name].map(text).mask(is_held, "") for name, *_ in COMPUTED[claims.TABLE]}
    return {name: list(cells) for name, cells in (made | {"verdict": made["verdict"].mask(is_held, LEFT_OUT)}).items()}


def _without(ids: str, own: str) -> str:
    return ";".join(one for one in ids.split(";") if one != own)


def text(value: object) -> str:
    """A cell as text, a number in plain digits; empty where there is none."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return ""
    return format(Decimal(f"{value:.15g}"), "f") if isinstance(value, float) else str(value)
