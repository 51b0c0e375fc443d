"""The first sentence of a page in words: what `data/analysis/headline.py` found, in the templates of the vocabulary.

A sentence is put together of a clause of the indicator ("The US bought {value} of goods from {whom} in {when}"), the
place of the figure among those that it may be compared with, and what to mind of it."""

from collections.abc import Callable, Mapping, Sequence

from components.figures import whose
from components.figures.clauses import Clauses, country_name, form, listed, named, ordinal, share
from data import indicators
from data.analysis import headline
from data.analysis.headline import Figures
from data.package import countries
from data.package.snapshot import kept
from data.package.statuses import CLAIM, is_press
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

# Statuses that the sentence leaves to the line below it.
PLAIN = ("actual", "rounded")


@kept(256, worded=True)
def sentence(indicator_id: str, year: int, country: str | None) -> str:
    """The headline of an indicator in one of its years, of a country or of all. Raises UnknownId."""
    found = headline.of(indicator_id, year, country)
    one = Clauses(found, indicators.get(indicator_id))
    said, notes = FORMS[found.form](one), _notes(one)
    return _capital(form("noted", said=said, notes=notes) if notes else form("end", said=said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _notes(one: Clauses) -> str:
    """The weakest status of the figures told, and what their basis is."""
    status = "" if one.found.status in PLAIN else terms.status(one.found.status)
    if status and one.found.is_partly:
        status = form("partly", status=status)
    return "; ".join(filter(None, (status, whose.notes(one.found.basis))))


def _sum(one: Clauses) -> str:
    found = one.found
    said = one.said(one.all(), found.value)
    if one.indicator.kind == "balance":
        return form("signs", said=said, signs=_sides(one))
    if found.share_pct is None:
        return said
    gaps = {"said": said, "share": share(found.share_pct), "part": one.part("part", named(found.first.names))}
    if len(found.first.names) > 1:
        return form("share_each", **gaps)
    if not found.beside:
        return form("share", **gaps)
    (us,) = found.beside
    own = share(float(us.value or 0) / float(found.value or 1) * 100)
    return form("share_us", **gaps, own=own, us=one.part("part", named(us.names)))


def _sides(one: Clauses) -> str:
    """Who is above zero and who below."""
    sides = {1.0: "above", -1.0: "below"}
    told = [group for group in one.found.beside if float(group.value or 0) in sides]
    is_all = len(one.found.beside) == 1 and one.found.on_record == one.found.most
    return ", ".join(
        one.part(sides[float(group.value or 0)], form("each") if is_all else named(group.names)) for group in told
    )


def _signs(one: Clauses) -> str:
    return form("balance_signs", noun=one.noun(one.all()), when=one.found.year, signs=_sides(one))


def _top(one: Clauses) -> str:
    found = one.found
    said = one.said(named(found.of), found.value)
    if found.is_partners and found.counted == 1:
        return form("only_partner", said=said)
    place = "order" if len(found.of) == 1 else "order_each"
    said = form(place, said=said, order=one.order(), group=one.group())
    for us in found.beside:
        said = form("beside", said=said, name=named(us.names), value=one.value(us.value))
    if found.is_partners:
        return said
    last = one.value(found.first.value)
    if last == one.value(found.value):
        # Rounded, both ends read alike.
        return said
    return form("ends", said=said, order=one.order("orders_last"), names=named(found.first.names), value=last)


def _same(one: Clauses) -> str:
    is_all = one.found.on_record == one.found.most
    said = one.said(form("each") if is_all else named(one.found.of), one.found.value)
    return said if is_all else form("same", said=said)


def _only(one: Clauses) -> str:
    said = one.said(named(one.found.of), one.found.value)
    return form("only_us" if headline.USA in one.found.of else "only", said=said)


def _apart(one: Clauses) -> str:
    """Figures side by side that have no sum and no order: of unlike bases, or no statistics."""
    if one.found.is_partners:
        return form("partners_apart", count=one.found.on_record, when=one.found.year, list=_items(one))
    is_told = one.found.status == CLAIM or is_press(one.found.basis)
    return form("apart_told" if is_told else "apart", noun=one.noun(one.all()), when=one.found.year, list=_items(one))


def _items(one: Clauses) -> str:
    """Countries with their figures, side by side."""
    return listed([form("item", name=named(each.names), value=one.value(each.value)) for each in one.found.beside])


def _few(one: Clauses) -> str:
    return TERMS.counted("headline_forms.few", one.found.on_record, when=one.found.year, list=_items(one))


def _none(one: Clauses) -> str:
    found = one.found
    noun, status = one.noun(one.all()), found.first.value
    if isinstance(status, str) and status not in ("not_reported", headline.NEVER):
        said = form("none_why", noun=noun, when=found.year, reason=terms.status(status, one.indicator.kind))
    else:
        said = form("none", noun=noun, when=found.year)
    if not found.counted:
        return said
    if not found.beside:
        return TERMS.counted("headline_forms.others_unlike", found.counted, said=said)
    (first,) = found.beside
    gaps = {"names": named(first.names), "value": one.value(first.value)}
    return TERMS.counted("headline_forms.others", found.counted, said=said, **gaps)


def _one(one: Clauses) -> str:
    found = one.found
    said = one.said(named(found.of), found.value)
    if found.on_record == 1 and found.of[0] in countries.C5 and not found.is_partners:
        return form("only", said=said)
    if not found.place or (one.indicator.kind == "rank" and found.place > 1):
        return said
    gaps = {"said": said, "order": one.order() if found.place == 1 else ordinal(found.place), "group": one.group()}
    return form("order_level", **gaps, names=named(found.level)) if found.level else form("order", **gaps)


def _gap(one: Clauses) -> str:
    found, kind = one.found, one.indicator.kind
    reason = terms.status(str(found.first.value), kind)
    said = form("gap", noun=one.noun(named(found.of)), when=found.year, reason=reason)
    if kind == terms.MEMBERSHIP:
        said = _standing_of(one, [Figures(found.of)])
    other = indicators.elsewhere(one.indicator.id, found.of[0], found.year)
    if found.first.value != "not_reported" or other is None:
        return said
    shown = terms.standing(other["value"]) if kind == terms.MEMBERSHIP else one.value(other["value"])
    return form("elsewhere", said=said, year=other["year"], value=shown)


def _uncovered(one: Clauses) -> str:
    return form("uncovered", title=one.indicator.title, name=named(one.found.of))


def _standings(one: Clauses) -> str:
    found = one.found
    said = _standing_of(one, found.beside or (Figures(found.of, found.value),))
    if not found.level:
        return said
    return TERMS.counted("headline_forms.so", len(found.level), said=said, names=named(found.level))


def _standing_of(one: Clauses, groups: Sequence[Figures]) -> str:
    """Who stands how, one group after the other; those that stand alike in one."""
    alike: dict[object, tuple[str, ...]] = {}
    for group in groups:
        alike[group.value] = (*alike.get(group.value, ()), *group.names)
    clauses = "; ".join(_standing(codes, value) for value, codes in alike.items())
    return form("standing", noun=one.noun(""), when=one.found.year, standings=clauses)


def _standing(codes: tuple[str, ...], value: object) -> str:
    others = [one for one in codes if one not in countries.C5]
    is_all = len(codes) - len(others) == len(countries.C5)
    said = listed([form("all_five"), *map(country_name, others)]) if is_all else named(codes)
    if value is None:
        return TERMS.word("stand.none", names=said)
    return TERMS.counted(f"stand.{value}", len(codes), names=said)


# What says each form, as a clause without its end.
FORMS: Mapping[str, Callable[[Clauses], str]] = {
    headline.SUM: _sum,
    headline.TOP: _top,
    headline.SAME: _same,
    headline.ONLY: _only,
    headline.APART: _apart,
    headline.NONE: _none,
    headline.ONE: _one,
    headline.GAP: _gap,
    headline.UNCOVERED: _uncovered,
    headline.FEW: _few,
    headline.SIGNS: _signs,
    headline.STANDINGS: _standings,
}
