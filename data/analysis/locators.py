"""Where in its sources each figure of an indicator stands, for all of its countries and years at once."""

from collections.abc import Mapping


def of(indicator_id: str) -> Mapping[tuple[str, int], str]:
    """The places by country and year."""
    return {}
