"""The facts of a country as they leave: what `python -m data country` prints and the page offers as files.

A row whose figure rests on a restricted source stays, empty, with the status withheld_by_licence (`panel_frame.py`)."""

import pandas as pd

from data.analysis import country_facts
from data.output import panel_frame
from data.output.leaving import Leaving
from data.package import countries, licensing, names
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.vocabulary.terms import TERMS

FIGURES = ("value", "rank_of_five", "ranked")
SWITCHES = ("is_ceiling", "is_tied")
KINDS = {"year": "integer", "value": "number", "rank_of_five": "integer", "ranked": "integer"}


def measure_name(measure: str, mineral: str = "") -> str:
    """What a measure is called, in the language spoken; that of a mineral with its name."""
    if measure != country_facts.TOP_MINERAL:
        return TERMS.word(f"country_measures.{measure}")
    if not mineral:
        return TERMS.word(f"country_measures.{measure}_none")
    return TERMS.word(f"country_measures.{measure}", mineral=names.inside("mineral", mineral))


@kept(len(countries.SIX), worded=True)
def facts(iso3: str) -> Leaving:
    """The facts of a country (`country_facts.facts`). Raises UnknownId."""
    return _leaving(country_facts.facts(iso3), FIGURES)


@kept(len(countries.SIX), worded=True)
def series(iso3: str) -> Leaving:
    """The series behind the facts (`country_facts.series`). Raises UnknownId."""
    return _leaving(country_facts.series(iso3), ("value",))


def _leaving(rows: pd.DataFrame, figures: tuple[str, ...]) -> Leaving:
    text = panel_frame.as_text(rows, figures)
    for switch in (one for one in SWITCHES if one in text):
        text[switch] = text[switch].str.lower()
    called = [measure_name(*one) for one in zip(rows["measure"], rows["mineral"], strict=True)]
    frame = text.assign(country=[countries.name(one) for one in rows["iso3"]], measure_name=called)
    cited = tuple(joined_ids(rows["source_id"]).split(";"))
    kinds = {name: kind for name, kind in KINDS.items() if name in frame}
    return Leaving(frame, cited, frozen(kinds), int(licensing.is_withheld(rows).sum()))
