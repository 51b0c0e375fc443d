"""Every id that the registry of indicators uses has words on the screen."""

import json
from pathlib import Path

from data import indicators
from data.indicators import TELLING_STATUSES
from data.vocabulary import terms

TONES = Path(__file__).parents[2] / "components" / "map" / "tones.json"


def test_every_caveat_has_words():
    for indicator in indicators.registry().values():
        for caveat in indicator.caveats:
            assert len(terms.caveat(caveat)) > 40


def test_every_reason_for_a_missing_value_has_words_and_a_colour_in_both_themes():
    reasons = set(terms.absences())
    assert set(TELLING_STATUSES) <= reasons
    palettes = json.loads(TONES.read_text("utf-8"))
    assert set(palettes) == {"light", "dark"}
    assert all(set(palette["missing"]) == reasons for palette in palettes.values())
    assert all(terms.status(reason) for reason in reasons)
