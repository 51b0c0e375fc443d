"""What is between a country and the United States at a glance: sentences, and twelve measures with their lines."""

from dataclasses import replace
from typing import Any

import pandas as pd

from data import indicators
from data.analysis import claim_selection, country_facts, country_sentences
from data.analysis.claim_selection import Asked
from data.analysis.headline import USA
from data.analysis.verdicts import WORDS
from data.output import frames, judged
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.output.drawing import sparkline
from data.package import countries, names
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

FIRST_YEAR = 1992
# The status that most figures have has a sign of its own in a crowded table.
ROUNDED = "rounded"


def blocks(iso3: str) -> tuple[Block, ...]:
    """Sentences whose figures may leave, then the table; of the United States a column for each of the five.

    How many claims came out how is not told where a figure that may not leave decides one of them."""
    told = [one for one in country_sentences.sentences(iso3) if said.is_open(one.source_id)]
    if not judged.held().isdisjoint(claim_selection.frame(Asked(verdicts=WORDS, country=iso3))["claim_id"]):
        told = [one for one in told if one.topic != country_sentences.CLAIMS]
    return (*(Words(one.text, one.source_id) for one in told), _table_of_us() if iso3 == USA else _table(iso3))


def _table(iso3: str) -> Table:
    facts = country_facts.facts(iso3)
    series = country_facts.series(iso3)
    series = series[~said.held(series)]
    last = int(max(facts["year"].max(), series["year"].max()))
    columns = (
        Column(said.word("fact"), width_pct=27),
        Column(said.word("fact_line", first=FIRST_YEAR, last=last), width_pct=14),
        Column(said.word("fact_newest"), is_number=True),
        Column(said.word("fact_year")),
        Column(said.word("fact_place"), width_pct=20),
        Column(said.word("fact_status"), width_pct=17),
    )
    rows = [_row(one, series, last) for one in _with_gate(facts)]
    title = said.word("facts_title", country=countries.in_sentence(iso3))
    return Table(title, columns, tuple(rows), said.word("facts_note"))


def _with_gate(facts: pd.DataFrame) -> list[dict[Any, Any]]:
    """The rows; one whose figure may not leave has none, nor a place."""
    held = said.held(facts)
    gone = {"value": None, "year": None, "rank_of_five": None, "unranked": "gap", "status": said.WITHHELD}
    rows = facts.astype("object").where(facts.notna(), None).to_dict("records")
    return [row | gone if out else row for row, out in zip(rows, held, strict=True)]


def _row(fact: dict[Any, Any], series: pd.DataFrame, last: int) -> tuple[Cell, ...]:
    name = _name(fact["measure"], fact["mineral"])
    own = series[series["measure"] == fact["measure"]]
    points = [(int(year), value) for year, value in zip(own["year"], own["value"], strict=True) if pd.notna(year)]
    is_told = fact["value"] is not None
    line = sparkline.draw(points, FIRST_YEAR, last, name) if is_told else ""
    return (
        Cell(name),
        Cell(svg=line),
        _value(fact),
        Cell(str(fact["year"]) if is_told else ""),
        Cell(_place(fact)),
        Cell(terms.status(fact["status"])),
    )


def _name(measure: str, mineral: str) -> str:
    if measure != country_facts.TOP_MINERAL:
        return TERMS.word(f"country_measures.{measure}")
    if not mineral:
        return TERMS.word(f"country_measures.{measure}_none")
    return TERMS.word(f"country_measures.{measure}", mineral=names.inside("mineral", mineral))


def _value(fact: dict[Any, Any]) -> Cell:
    if fact["value"] is None:
        return Cell("–")
    value = float(fact["value"])
    if fact["indicator"]:
        indicator = indicators.get(fact["indicator"])
        shown = said.percent(value) if indicator.unit == "percent" else number_format.spoken(value, indicator)
    else:
        shown = number_format.few_digits(value)
        shown = f"{shown} {terms.unit_after(fact['unit'], shown)}"
    shown = said.word("at_most", share=shown) if fact["is_ceiling"] else shown
    return Cell(shown, fact["source_id"], value=frames.number(value))


def _place(fact: dict[Any, Any]) -> str:
    if fact["rank_of_five"] is None:
        return TERMS.word(f"country_unranked.{fact['unranked']}")
    name = "fact_tied" if fact["is_tied"] else "fact_rank"
    return said.word(name, rank=fact["rank_of_five"], ranked=fact["ranked"])


def _table_of_us() -> Table:
    """One row for each measure, one column for each of the five; a gap with its reason."""
    facts = _with_gate(country_facts.facts(USA))
    columns = [Column(said.word("fact"), width_pct=17), *(Column(countries.name(one)) for one in countries.C5)]
    rows = []
    for measure in country_facts.MEASURES:
        own = {row["iso3"]: row for row in facts if row["measure"] == measure}
        head = TERMS.word(f"country_measures.{measure}_none" if measure == country_facts.TOP_MINERAL else _key(measure))
        rows.append((Cell(head), *(_of_partner(own[one]) for one in countries.C5)))
    return Table(said.word("facts_title_us"), tuple(columns), tuple(rows), said.word("facts_note_us"))


def _key(measure: str) -> str:
    return f"country_measures.{measure}"


def _of_partner(fact: dict[Any, Any]) -> Cell:
    """A figure with its year, and with the name of the mineral where it is of one; else why there is none."""
    if fact["value"] is None:
        return Cell(terms.status(fact["status"]))
    cell = _value(fact)
    if fact["unit"] in said.MONEY:
        cell = replace(cell, text=said.amount(float(fact["value"]), fact["unit"]))
    what = f"{names.of('mineral', fact['mineral'])}, " if fact["mineral"] else ""
    is_rounded = fact["status"] == ROUNDED
    told = ", ".join(filter(None, (f"{what}{fact['year']}", "" if is_rounded else said.status(fact["status"]))))
    shown = said.word("fact_rounded", shown=cell.text) if is_rounded else cell.text
    return Cell(f"{shown} ({told})", cell.source_id, value=cell.value)
