"""The sentence at the head of the Forums page, from what is counted in `data/analysis/membership_answer.py`."""

from components.figures import clauses
from components.words import counted, word
from data.analysis import membership_answer
from data.package import countries
from data.package.countries import SIX
from data.package.snapshot import kept


@kept(128, worded=True)
def of(day: str, ties: str, forums: tuple[str, ...], country: str | None) -> str:
    """Of all six, or of a country; a sentence also where no forum fits."""
    if not forums:
        return word("forums_answer.none")
    return _country(country, day, ties, forums) if country else _six(day, ties, forums)


def _six(day: str, ties: str, forums: tuple[str, ...]) -> str:
    found = membership_answer.of_six(day, ties, forums)
    gaps = {"forums": found.forums, "together": found.together, "without": found.without}
    said = [word(f"forums_answer.six_{ties}", day=day, **gaps)]
    if found.most:
        who = clauses.listed([countries.name(iso3) for iso3 in found.most])
        shared = _amount(found.shared, found.uncertain)
        if len(found.most) > 1 and found.uncertain:
            shared = counted("forums_answer.beside_at_most", found.uncertain, sure=found.shared)
        said.append(counted("forums_answer.most", len(found.most), who=who, shared=shared))
    return " ".join(said)


def _country(country: str, day: str, ties: str, forums: tuple[str, ...]) -> str:
    found = membership_answer.of_country(country, day, ties, forums)
    gaps = {"country": countries.name(country), "day": day, "own": _amount(found.own, found.uncertain)}
    gaps["shared"] = "" if country == SIX[-1] else f", {word('forums_answer.with_us', shared=found.shared)}"
    said = [word(f"forums_answer.country_{ties}", forums=len(forums), **gaps)]
    said += [word("forums_answer.since", year=found.since)] if found.since else []
    said += [counted("forums_answer.others", found.others)] if found.others else []
    said += [counted("forums_answer.undated", found.undated)] if found.undated else []
    return " ".join(said)


def _amount(sure: int, uncertain: int) -> str:
    """A number of seats, those that are open beside it and never in it."""
    return counted("forums_answer.beside", uncertain, sure=sure) if uncertain else str(sure)
