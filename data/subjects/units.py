"""Units in which values are shown, by id: what they are stored in, and what they are divided by to be shown.

They stand in `units.toml`; their names are words (`data/vocabulary/terms.py`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PERCENT, POINTS, PLACES = "percent", "percentage_points", "places"


@dataclass(frozen=True)
class Unit:
    """A unit of display; a value in `unit` over `factor` is shown."""

    unit: str
    factor: float = 1.0


@cache
def every() -> Mapping[str, Unit]:
    """All units of display by id."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return {unit_id: Unit(**fields) for unit_id, fields in tomllib.loads(text).items()}
