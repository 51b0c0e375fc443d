"""What says what a number is, in the language spoken: units, subjects, statuses, standings, bases.

The texts stand in `<language>/*.toml` beside this file, by id. What a button or a caption says stands with the
components; names that stand in tables are found by `data/package/names.py`."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

from data.vocabulary import cldr
from data.vocabulary.language import spoken
from data.vocabulary.texts import Texts

TERMS = Texts(Path(__file__).parent)
MINUS = "\u2212"
# Kind of the indicators whose values are words, which have reasons and statuses of their own.
MEMBERSHIP = "membership"


def unit(unit_id: str) -> str:
    """A unit of display as it reads after many ("deals", "million US dollars")."""
    return TERMS.word(f"units.{unit_id}")


def unit_after(unit_id: str, shown: str) -> str:
    """A unit as it reads after a number as printed: "1 deal", "2 deals", "1.0 percentage points"."""
    number = _number(shown)
    return unit(unit_id) if number is None else TERMS.counted(f"units.{unit_id}", number)


def _number(shown: str) -> Decimal | None:
    """A printed number without sign and grouping, its printed decimals kept: they decide on the plural form."""
    decimal, group = cldr.signs()
    try:
        return Decimal(shown.lstrip(f"{MINUS}+-").replace(group, "").replace(decimal, "."))
    except InvalidOperation:
        return None


def units_by_form() -> dict[str, dict[str, str]]:
    """The forms of each unit that has several, by CLDR plural form, by the unit as it reads after many."""
    texts = TERMS.section("units")
    forms = cldr.locale(spoken()).plural_form.tags
    found: dict[str, dict[str, str]] = {}
    for key, text in texts.items():
        start, _, form = key.rpartition("_")
        if form in forms and start in texts:
            found.setdefault(texts[start], {})[form] = text
    return found


def family(family_id: str) -> str:
    """The subject under which lists offer indicators and sets of flows."""
    return TERMS.word(f"families.{family_id}")


def status(status_id: str, kind: str = "") -> str:
    """What a figure is worth, or why there is none, in a table; in the words that fit the kind of the indicator."""
    own = TERMS.find(f"statuses_membership.{status_id}") if kind == MEMBERSHIP else None
    return TERMS.word(f"statuses.{status_id}") if own is None else own


def absences(kind: str = "") -> dict[str, str]:
    """Why there is no figure, by status, as it stands for itself; in the words that fit the kind of the indicator."""
    return TERMS.section("absences_membership" if kind == MEMBERSHIP else "absences")


def caveat(caveat_id: str) -> str:
    """What to know of an indicator or a set of flows before using it."""
    return TERMS.word(f"caveats.{caveat_id}")


def standing(standing_id: str) -> str:
    """How a country stands in a forum."""
    return TERMS.word(f"memberships.{standing_id}")


def site_kind(kind: str) -> str:
    """What a point on the map is: a mine, a plant, a capital ..."""
    return TERMS.word(f"site_kinds.{kind}")


def reporter(names: str) -> str:
    """That a figure is from the books of the countries named."""
    return TERMS.word("whose.reporter", names=names)


def basis_notes() -> dict[str, str]:
    """What a reader must know of some bases, by basis; the others have nothing to be said of them here."""
    return TERMS.section("bases")


def verdict(verdict_id: str) -> str:
    """What a claim came to, in a word or two."""
    return TERMS.word(f"verdicts.{verdict_id}")


def verdict_rule(verdict_id: str, **limits: object) -> str:
    """The rule behind a verdict, with the limits that it has."""
    return TERMS.word(f"verdict_rules.{verdict_id}", **limits)


def verdict_reason(reason_id: str) -> str:
    """Why a verdict, or a test, came out as it did."""
    return TERMS.word(f"verdict_reasons.{reason_id}")


def rung(rung_id: str) -> str:
    """How far a deal has come, as a rung of the ladder."""
    return TERMS.word(f"rungs.{rung_id}")


def deal_reason(reason_id: str) -> str:
    """Why a deal is in no sum."""
    return TERMS.word(f"deal_reasons.{reason_id}")


def evidence(evidence_id: str) -> str:
    """The class of what a verdict rests on."""
    return TERMS.word(f"evidences.{evidence_id}")


def timing(timing_id: str) -> str:
    """Whether what a verdict rests on was out when the claim was made."""
    return TERMS.word(f"timings.{timing_id}")
