"""The parts of a link to the Trade page beside those of the flows: which part is open, and how it is drawn."""

from components.reader.choice import CONTEXTS, DRAWN_AS, LEVELS, TRADE_PARTS, Choice
from components.reader.parameter import Parameter, Reading, one_of
from data.analysis.mirror_gap import MOST_CIF

SECTION = "trade_parts"


def _cif(choice: Choice, value: str) -> Reading:
    is_part = value.isascii() and value.isdigit() and len(value) <= len(str(MOST_CIF))
    return ({"cif": int(value)}, None) if is_part and int(value) <= MOST_CIF else ({}, str(choice.cif))


PARTS = (
    one_of("part", TRADE_PARTS, SECTION),
    one_of("level", LEVELS, SECTION),
    one_of("drawn", DRAWN_AS, SECTION),
    one_of("context", CONTEXTS, SECTION),
    Parameter("cif", "cif", _cif, write=str),
)
