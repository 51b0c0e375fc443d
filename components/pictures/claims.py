"""The picture of the Claims page: said against recorded, a dot for each claim with two numbers."""

from typing import Any

import pandas as pd

from components.figures import claims_answer, said_recorded
from components.pictures import said
from components.pictures.picture import Picture, sized
from components.reader import wanted
from components.reader.choice import Choice
from components.words import word
from data.analysis import claim_selection
from data.output import claims_file, judged
from data.output.drawing import bars, multiples
from data.output.drawing.bars import Bar
from data.output.drawing.multiples import Dot
from data.vocabulary import terms

# Of each verdict the shape of its mark: those of `said_recorded.MARKS`, as far as they are drawn here.
SHAPES = {"supported": "disc", "roughly": "square", "depends": "diamond", "not_supported": "triangle"}
OTHERS = "cross"
MANY = said_recorded.MANY


def shown(choice: Choice) -> str | None:
    """Id of the claim that is told in full: the one chosen, else the first of those asked for; None where none is."""
    if choice.claim:
        return choice.claim
    rows = claim_selection.frame(wanted.claims(choice))
    return str(rows["claim_id"].iloc[0]) if len(rows) else None


def draw(choice: Choice) -> Picture:
    """The dots of the claims asked for, in their order, with a ring round the one that is told in full.

    A claim that a figure tests which may not be passed on has a mark and no words."""
    asked = wanted.claims(choice)
    rows = claim_selection.frame(asked)
    drawn = rows[rows["ratio"].notna()]
    chosen = shown(choice)
    held = judged.held()
    alt = said_recorded.alt(rows[~rows["claim_id"].isin(held)])
    dots = [_dot(row, chosen, len(drawn), is_held=row["claim_id"] in held) for row in drawn.to_dict("records")]
    svg = multiples.draw(dots, said_recorded.limits(), alt) if dots else _tally(rows, alt)
    return sized(
        headline=claims_answer.of(asked, is_narrow=wanted.is_narrow(choice)),
        title=word("claims.figure") if dots else word("claims.verdicts"),
        source=said.publishers(rows["source_id"]),
        description=alt,
        svg=svg,
        rows=_table(rows),
        note=f"{_legend(drawn)}. {word('picture.hollow')}" if dots else "",
    )


def _dot(row: dict[Any, Any], chosen: str | None, number: int, *, is_held: bool) -> Dot:
    low, high = said_recorded.limits()[1]
    is_chosen = row["claim_id"] == chosen
    is_told = not is_held and (number <= MANY or is_chosen or not low <= row["ratio"] <= high)
    words = f"{said_recorded.multiple(row['ratio'])}: {row['claim']}" if is_told else ""
    tone, _ = said_recorded.MARKS[row["verdict"]]
    shape = SHAPES.get(row["verdict"], OTHERS)
    return Dot(float(row["ratio"]), shape, tone, words, is_chosen=is_chosen, hollow=bool(row["is_told"]))


def _tally(rows: pd.DataFrame, label: str) -> str:
    """Where no claim has two numbers: how many came to which verdict."""
    counts = rows["verdict"].value_counts()
    found = [(one, int(counts.get(one, 0))) for one in said_recorded.MARKS]
    tallied = [Bar(terms.verdict(one), count, str(count), said_recorded.MARKS[one][0]) for one, count in found if count]
    return bars.draw(tallied or [Bar(word("claims.none"), None, "")], label, 480, 160)


def _legend(drawn: pd.DataFrame) -> str:
    signs = {"disc": "●", "square": "■", "diamond": "◆", "triangle": "▲", OTHERS: "×"}
    there = [one for one in said_recorded.MARKS if one in set(drawn["verdict"])]
    return " · ".join(f"{signs[SHAPES.get(one, OTHERS)]} {terms.verdict(one)}" for one in there)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims as they may leave."""
    made = claims_file.download(rows)
    return pd.DataFrame(
        {
            word("claims.column_verdict"): made["verdict"].map(terms.verdict),
            word("claims.column_claim"): made["claim"],
            word("claims.column_speaker"): made["speaker"],
            word("claims.column_date"): made["date"],
            word("claims.column_said"): made["claimed_value"],
            word("claims.column_recorded"): made["value"],
            word("claims.column_year"): made["year"],
        }
    )
