"""Partial dates: text such as 2015, 2015-11 or 2015-11-01, as exact as the source."""

import pandas as pd


def first_day(date: str | None) -> str | None:
    """The first whole day a partial date may mean; None where there is no date."""
    return None if date is None or pd.isna(date) else f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]
