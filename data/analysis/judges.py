"""How a claimed number stands to a figure, relation by relation: supported, roughly, not_supported or contradicted."""

from collections.abc import Callable
from itertools import pairwise

from data.analysis.claim_figures import Measured

# Speech rounds: 25 for 24 percent, 1 for 1.05 billion. Five percent is what rounding to one or two digits can cost.
CLOSE_PCT = 5.0
# Beyond rounding, but of the same size: another month, another edition, services in or out move a figure this much.
ROUGH_PCT = 20.0
# Half or double is no matter of definition any more: the figure says something else.
FACTOR = 2.0
# One place off is a matter of the edition; a rank twice as far down and two places off is another rank.
PLACES = 2
# "Persistent", "keeps": three years in four, the newest among them, is roughly what such words say.
MOST = 0.75

Judge = Callable[[float, Measured], str]


def difference_pct(claimed: float, value: float) -> float | None:
    """How far a claimed number is off, in percent of the measured one; None where that is zero."""
    return (claimed - value) / abs(value) * 100 if value else None


def _by_size(claimed: float, value: float) -> str:
    off = difference_pct(claimed, value)
    if off is None:
        return "supported" if claimed == value else "contradicted"
    if abs(off) <= CLOSE_PCT:
        return "supported"
    if abs(off) <= ROUGH_PCT:
        return "roughly"
    return "contradicted" if claimed / value >= FACTOR or claimed / value <= 1 / FACTOR else "not_supported"


def _equal(claimed: float, measured: Measured) -> str:
    return _by_size(claimed, measured.value)


def _at_least(claimed: float, measured: Measured) -> str:
    if measured.value >= claimed:
        return "supported"
    by_size = _by_size(claimed, measured.value)
    return "roughly" if by_size == "supported" else by_size


def _at_most(claimed: float, measured: Measured) -> str:
    if measured.value <= claimed:
        return "supported"
    by_size = _by_size(claimed, measured.value)
    return "roughly" if by_size == "supported" else by_size


def _rank(claimed: float, measured: Measured) -> str:
    """A place as good as the claimed one in a list that leaves countries out bears it out no further than roughly."""
    if measured.value == claimed or (not measured.is_whole and measured.value < claimed):
        return "supported" if measured.is_whole else "roughly"
    ratio = max(claimed, measured.value) / min(claimed, measured.value)
    is_far = abs(claimed - measured.value) >= PLACES and ratio >= FACTOR
    return "contradicted" if is_far else "not_supported"


def _first_year(claimed: float, measured: Measured) -> str:
    return "supported" if claimed == measured.value else "not_supported"


def _direction(holds: list[bool]) -> str:
    """By every year on record: all, most of them and the newest, some, none."""
    if all(holds):
        return "supported"
    if holds[-1] and sum(holds) >= MOST * len(holds):
        return "roughly"
    return "not_supported" if any(holds) else "contradicted"


def _negative(_claimed: float, measured: Measured) -> str:
    return _direction([value < 0 for _, value in measured.series])


def _growing(_claimed: float, measured: Measured) -> str:
    return _direction([later > earlier for (_, earlier), (_, later) in pairwise(measured.series)])


def _member(_claimed: float, measured: Measured) -> str:
    """An accession that was announced and not signed bears the claim out no further than roughly."""
    return {"member": "supported", "announced": "roughly"}.get(measured.word, "not_supported")


JUDGES: dict[str, Judge] = {
    "equal": _equal,
    "at_least": _at_least,
    "at_most": _at_most,
    "growth": _equal,
    "rank": _rank,
    "first_year": _first_year,
    "negative": _negative,
    "growing": _growing,
    "member": _member,
}
# These ask for a direction or a standing, not for a size, so the claim needs no number.
WITHOUT_NUMBER = ("negative", "growing", "member")
WITHOUT_DIFFERENCE = ("rank", "first_year", *WITHOUT_NUMBER)


def against(relation: str, measured: Measured, claimed: float | None) -> list[int]:
    """Years of the series that do not fit the claim, where a relation looks at several."""
    if relation == "negative":
        return [year for year, value in measured.series if value >= 0]
    if relation == "growing":
        return [year for (_, earlier), (year, later) in pairwise(measured.series) if later <= earlier]
    if relation == "rank" and len(measured.series) > 1:
        return [year for year, place in measured.series if place != claimed]
    return []
