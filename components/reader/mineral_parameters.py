"""The parts of a link to the Minerals page: mineral, panel, stage, form, and what a supplier's sales are swapped for.

Names of the tables stand in a link as ids ("iron_ore"). Stage, form and supplier are those of the mineral: the usual
one is written out, but held as none, so that it follows from the mineral. `from` and `sort` are names that other pages
have, too (`link.py` tells them apart by what they say)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from components.reader.choice import MINERAL_SORTS, PANELS, SWAP_AS, Choice
from components.reader.parameter import Parameter, Reading, one_of
from data.analysis import mineral_parts
from data.package import countries, names
from data.subjects.minerals import slug

SECTION = "minerals"
MOST_SWAPPED = 100


def _called(value: str, known: Iterable[str]) -> str | None:
    """The name out of the known ones that an id stands for."""
    wanted = slug(value)
    return next((one for one in known if wanted and slug(one) == wanted), None)


def _id(name: str | None) -> str:
    return slug(name or "")


def _mineral(choice: Choice, value: str) -> Reading:
    found = _called(value, mineral_parts.minerals())
    return ({"mineral": found}, None) if found else ({}, names.of("mineral", choice.mineral))


def _part(field: str, kind: str, offered: Callable[[str], tuple[str, ...]]) -> Parameter:
    """A stage or form of the mineral; none where it is the usual one."""

    def read(choice: Choice, value: str) -> Reading:
        known = offered(choice.mineral)
        found = _called(value, known)
        if found is None:
            return {}, names.of(kind, known[0]) if known else ""
        return {field: None if found == known[0] else found}, None

    return Parameter(field, field, read, write=_id, rank=2, label=f"{SECTION}.{field}", notice=f"mineral_{field}")


def _swap(choice: Choice, value: str) -> Reading:
    is_part = value.isascii() and value.isdigit() and len(value) <= len(str(MOST_SWAPPED))
    return ({"swap": int(value)}, None) if is_part and int(value) <= MOST_SWAPPED else ({}, str(choice.swap))


def _supplier(choice: Choice, value: str) -> Reading:
    """A named supplier of the form; none where it is the largest."""
    known = mineral_parts.suppliers(choice.mineral, choice.form)
    code = countries.called(value)
    if code not in known:
        return {}, countries.name(known[0]) if known else ""
    return {"swap_from": None if code == known[0] else code}, None


PANEL = one_of("panel", PANELS, SECTION)
MINERAL = (
    Parameter("mineral", "mineral", _mineral, write=_id, rank=0),
    PANEL,
    _part("stage", "stage", mineral_parts.stages),
    _part("form", "form", mineral_parts.forms),
    Parameter("swap", "swap", _swap, write=str),
    Parameter("from", "swap_from", _supplier, notice="supplier", rank=3),
    replace(one_of("swap_as", SWAP_AS, SECTION), name="as"),
    replace(one_of("mineral_sort", MINERAL_SORTS, SECTION), name="sort"),
)
