"""What the first sentence of a page says of an indicator in a year: of the five together, or of one country.

Here is what is told and from which figures, no words (`components/figures/headline.py` has those). Nothing is told that
the figures on record do not bear: a sum only where all of the five (or, of partners, a full year) are on record as
statistics on one basis and the unit may be added; an order only among figures that count the same, with how many of
them there are; a tie as a tie. What is on record but counted differently is told side by side."""

from dataclasses import dataclass, replace

import pandas as pd

from data import indicators
from data.indicators import Indicator
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import joined_ids, weakest
from data.subjects import fullness, partner_trade

USA = "USA"
# Of what a figure can never be.
NEVER = "not_applicable"
# Kinds whose figures may be added, in units that may.
ADDED = ("flow", "stock", "balance")
NOT_ADDED_IN = ("usd_per_head",)
MOST_NAMED = 3
SUM, TOP, SAME, ONLY, APART, NONE = "sum", "top", "same", "only", "apart", "none"
ONE, GAP, UNCOVERED = "one", "gap", "uncovered"
FEW, SIGNS, STANDINGS = "few", "signs", "standings"


@dataclass(frozen=True)
class Figures:
    """Countries with one and the same figure."""

    names: tuple[str, ...] = ()
    value: float | str | None = None


@dataclass(frozen=True)
class Headline:
    """One sentence as facts. `form` says which; `of` are the countries whose figure `value` is, none where it is that
    of all together.

    `first` has the largest part of a sum (`share_pct` percent of it, where there are percents) or the lower end of an
    order; `beside` are figures that stand side by side, or standings; `place` is that in the order of `counted`
    figures, 0 where none is told. `on_record` of `most` are there. `status`, `basis` and `source_id` are those of the
    figures told, `cells` their countries."""

    form: str
    indicator: str
    year: int
    of: tuple[str, ...] = ()
    value: float | str | None = None
    place: int = 0
    level: tuple[str, ...] = ()
    counted: int = 0
    on_record: int = 0
    most: int = len(C5)
    first: Figures = Figures()
    share_pct: float | None = None
    beside: tuple[Figures, ...] = ()
    is_partners: bool = False
    status: str = "actual"
    is_partly: bool = False
    basis: str = ""
    source_id: str = ""
    cells: tuple[str, ...] = ()


def may_be_added(indicator: Indicator) -> bool:
    """Whether figures of several countries have a sum that means something."""
    return indicator.kind in ADDED and indicator.display_unit not in NOT_ADDED_IN


@kept(256)
def of(indicator_id: str, year: int, country: str | None) -> Headline:
    """What is said of an indicator in one of its years, of one country or of all; of a country that it can't be of (the
    United States in a figure of their own books) what is said of all. Raises UnknownId."""
    indicator = indicators.get(indicator_id)
    rows = indicators.values(indicator_id, year)
    if country is not None:
        own = rows[rows["iso3"] == country]
        can_be = len(own) and own["status"].iloc[0] != NEVER
        if can_be or country not in (*C5, USA):
            return _of_country(indicator, year, rows, country)
    if indicator.kind == "membership":
        return _standings(indicator, year, rows)
    return (
        _of_partners(indicator, year, rows) if indicators.fullnesses(indicator.id) else _of_five(indicator, year, rows)
    )


def _alike(rows: pd.DataFrame, *, are_partners: bool = False) -> bool:
    """Whether figures count the same: statistics (or our own list) on one basis; of partners, who each keep books of
    their own, all of goods or all of goods and services."""
    if not fullness.is_statistic(rows).all():
        return False
    bases = rows["basis"].map(lambda basis: partner_trade.WIDER in basis) if are_partners else rows["basis"]
    return len(set(bases)) == 1


def _about(form: str, indicator: Indicator, year: int, told: pd.DataFrame | None = None) -> Headline:
    """A headline with status, basis and sources of the figures told, and the countries that they are of."""
    bare = Headline(form, indicator.id, year)
    if told is None or told.empty:
        return bare
    statuses = set(told["status"])
    return replace(
        bare,
        on_record=len(told),
        status=weakest(statuses),
        is_partly=len(statuses) > 1,
        basis=joined_ids(told["basis"]),
        source_id=joined_ids(told["source_id"]),
        cells=tuple(told["iso3"]),
    )


def _ordered(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Figures from the first in order: the best place, the largest of all else. Columns as those of the rows."""
    return rows.sort_values(["value", "iso3"], ascending=[indicator.kind == "rank", True], kind="stable")


def _level(rows: pd.DataFrame, value: object) -> Figures:
    """The countries that have a value."""
    return Figures(tuple(rows.loc[rows["value"] == value, "iso3"]), value)  # type: ignore[arg-type]


def _of_five(indicator: Indicator, year: int, rows: pd.DataFrame) -> Headline:
    five = _ordered(rows[rows["iso3"].isin(C5) & rows["value"].notna()], indicator)
    if five.empty:
        return _without_five(indicator, year, rows)
    told = _about(TOP, indicator, year, five)
    top, last = _level(five, five["value"].iloc[0]), _level(five, five["value"].iloc[-1])
    if len(five) == 1:
        return replace(told, form=ONLY, of=top.names, value=top.value)
    if not _alike(five):
        return replace(told, form=APART, beside=_each(five))
    if len(five) == len(C5) and may_be_added(indicator) and five["value"].any():
        return _sum(told, indicator, five)
    if indicator.kind == "balance":
        return replace(told, form=SIGNS, beside=_by_sign(five))
    if top.names == last.names:
        return replace(told, form=SAME, of=top.names, value=top.value)
    return replace(told, of=top.names, value=top.value, first=last)


def _each(rows: pd.DataFrame) -> tuple[Figures, ...]:
    return tuple(Figures((iso3,), value) for iso3, value in zip(rows["iso3"], rows["value"], strict=True))


def _by_sign(rows: pd.DataFrame) -> tuple[Figures, ...]:
    """The countries above zero, at zero and below it, each group with the sign as its value."""
    signs = ((1.0, rows["value"] > 0), (0.0, rows["value"] == 0), (-1.0, rows["value"] < 0))
    return tuple(Figures(tuple(rows.loc[is_so, "iso3"]), sign) for sign, is_so in signs if is_so.any())


def _sum(told: Headline, indicator: Indicator, ordered: pd.DataFrame) -> Headline:
    total = float(ordered["value"].sum())
    if indicator.kind == "balance":
        return replace(told, form=SUM, value=total, beside=_by_sign(ordered))
    return replace(
        told, form=SUM, value=total, first=_level(ordered, ordered["value"].iloc[0]), share_pct=_share(ordered)
    )


def _share(ordered: pd.DataFrame) -> float | None:
    """Percent that the largest figure is of all together; None where one is below zero, for then there are none."""
    values = ordered["value"]
    return None if (values < 0).any() else float(values.iloc[0] / values.sum() * 100)


def _without_five(indicator: Indicator, year: int, rows: pd.DataFrame) -> Headline:
    """The figure of the United States where it has one; else that there is none, why, and who else has one."""
    known, of_five = rows[rows["value"].notna()], rows[rows["iso3"].isin(C5)]
    own = known[known["iso3"] == USA]
    if len(own):
        form = ONE if (of_five["status"] == NEVER).all() else ONLY
        return replace(_about(form, indicator, year, own), of=(USA,), value=own["value"].iloc[0])
    reasons = set(of_five["status"])
    gap = Figures(value=reasons.pop()) if len(reasons) == 1 else Figures()
    bare = replace(_about(NONE, indicator, year), first=gap, counted=len(known))
    if known.empty or not _alike(known):
        return bare
    top = _level(known, _ordered(known, indicator)["value"].iloc[0])
    told = _about(NONE, indicator, year, known[known["iso3"].isin(top.names)])
    return replace(told, first=gap, counted=len(known), beside=(top,))


def _of_partners(indicator: Indicator, year: int, rows: pd.DataFrame) -> Headline:
    known = rows[rows["value"].notna()]
    full = indicators.fullnesses(indicator.id)[year]
    counted = _ordered(known[fullness.is_statistic(known)], indicator)
    most = max(full.most, len(known))
    us = known[known["iso3"] == USA]
    if known.empty or not full.is_full or not _alike(counted, are_partners=True):
        form = NONE if known.empty else APART if full.is_full else FEW
        # The United States, and those beside it with the largest figures: no order is told.
        others = _ordered(known[known["iso3"] != USA], indicator).head(MOST_NAMED)
        named = pd.concat([us, others]).head(MOST_NAMED)
        about = replace(_about(form, indicator, year, named), beside=_each(named))
        return replace(about, on_record=len(known), most=most, is_partners=True)
    first = _level(counted, counted["value"].iloc[0])
    beside = tuple(_level(us, value) for value in us["value"] if USA not in first.names)
    told = _about(TOP, indicator, year, counted)
    told = replace(told, counted=len(counted), most=most, is_partners=True, beside=beside, first=first)
    total = float(counted["value"].sum())
    if may_be_added(indicator) and indicator.kind != "balance" and total:
        return replace(told, form=SUM, value=total, share_pct=_share(counted))
    return replace(told, of=first.names, value=first.value)


def _of_country(indicator: Indicator, year: int, rows: pd.DataFrame, country: str) -> Headline:
    own = rows[rows["iso3"] == country]
    if own.empty:
        return replace(_about(UNCOVERED, indicator, year), of=(country,))
    value = own["value"].iloc[0]
    if pd.isna(value):
        gap = Figures(value=own["status"].iloc[0])
        return replace(_about(GAP, indicator, year), of=(country,), first=gap, cells=(country,))
    told = replace(_about(ONE, indicator, year, own), of=(country,), value=value)
    if indicator.kind == "membership":
        same = rows[rows["iso3"].isin(C5) & (rows["value"] == value) & (rows["iso3"] != country)]
        return replace(told, form=STANDINGS, level=tuple(same["iso3"]))
    return _placed(told, indicator, rows, country)


def _placed(told: Headline, indicator: Indicator, rows: pd.DataFrame, country: str) -> Headline:
    """The place of a country in the order of the five, or of the partners of a full year; none where none is told."""
    known, are_partners = rows[rows["value"].notna()], bool(indicators.fullnesses(indicator.id))
    is_told = not are_partners or indicators.fullnesses(indicator.id)[told.year].is_full
    group = known[fullness.is_statistic(known)] if are_partners else known[known["iso3"].isin(C5)]
    is_one_of = country in set(group["iso3"]) and indicator.kind != "balance"
    about = replace(told, on_record=len(group), is_partners=are_partners)
    if not (is_told and is_one_of) or len(group) < 2 or not _alike(group, are_partners=are_partners):
        return about
    better = group["value"] < told.value if indicator.kind == "rank" else group["value"] > told.value
    level = tuple(one for one in _level(group, told.value).names if one != country)
    most = indicators.fullnesses(indicator.id)[told.year].most if are_partners else len(C5)
    return replace(about, place=int(better.sum()) + 1, level=level, counted=len(group), most=max(most, len(group)))


def _standings(indicator: Indicator, year: int, rows: pd.DataFrame) -> Headline:
    """The five by their standing, those without one last, and then the United States."""
    known = rows[rows["value"].notna() & rows["iso3"].isin((*C5, USA))]
    found = [_level(known[known["iso3"].isin(C5)], one) for one in dict.fromkeys(known["value"])]
    without = Figures(tuple(one for one in C5 if one not in set(known["iso3"])))
    own = Figures((USA,), next(iter(known.loc[known["iso3"] == USA, "value"]), None))
    groups = tuple(one for one in (*found, without) if one.names)
    return replace(_about(STANDINGS, indicator, year, known), beside=(*groups, own))
