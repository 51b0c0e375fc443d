"""Every id that the registry of indicators uses has words on the screen."""

import re
from pathlib import Path

from data import indicators
from data.indicators import TELLING_STATUSES
from data.vocabulary import terms

PALETTE = Path(__file__).parents[2] / "components" / "map" / "js" / "base" / "palette.js"


def test_every_caveat_has_words():
    for indicator in indicators.registry().values():
        for caveat in indicator.caveats:
            assert len(terms.caveat(caveat)) > 40


def test_every_reason_for_a_missing_value_has_words_and_a_colour_in_both_themes():
    reasons = set(terms.absences())
    assert set(TELLING_STATUSES) <= reasons
    palettes = re.findall(r"missing: \{(.*?)\}", PALETTE.read_text("utf-8"), re.DOTALL)
    assert len(palettes) == 2
    for palette in palettes:
        assert set(re.findall(r"(\w+):", palette)) == reasons
    assert all(terms.status(reason) for reason in reasons)
