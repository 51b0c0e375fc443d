"""What the colours of a map say: those of the classes, and of the reasons for a gap that there are in its year."""

from collections.abc import Sequence

from components.map.payload import Payload
from components.pictures import map_areas, tones
from components.words import word

Entry = tuple[str, str]


def of(payload: Payload, year: int) -> tuple[Entry, ...]:
    """Colours, as CSS, with their words: classes in their order, of a colour that runs on its ends, then the gaps."""
    fills = tones.fills(payload["scale"])
    ends = payload["scale"]["ends"]
    labels = _ends(fills, ends) if ends else [one["label"] for one in payload["classes"]]
    told = [(tones.paint(fill), label) for fill, label in zip(fills, labels, strict=True) if label]
    codes = {map_areas.code(payload, iso3, year) for iso3 in payload["cells"]}
    gaps = sorted(-code - 1 for code in codes if code is not None and code < 0)
    absences = [payload["missing"][place] for place in gaps]
    return (*told, *((tones.paint(f"missing-{one['status']}"), one["label"]) for one in absences))


def _ends(fills: Sequence[str], ends: Sequence[str]) -> list[str]:
    """A label for the first, the middle and the last of the colours; the others have none."""
    places = {0: ends[0], len(fills) // 2: ends[1], len(fills) - 1: ends[2]}
    return [places.get(place, "") for place in range(len(fills))]


def joined(*legends: Sequence[Entry]) -> tuple[Entry, ...]:
    """Several legends as one, each entry once."""
    return tuple(dict.fromkeys(entry for one in legends for entry in one))


def unit(payload: Payload) -> str:
    """The unit of the numbers of a map, in words; empty where it tells standings."""
    return "" if payload["categorical"] else word("picture.unit", unit=payload["unit"])
