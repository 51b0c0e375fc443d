"""What the matrix of forums says of a standing: a shape each with the year of entry, and the same in words.

Half a shape is a standing that may have begun or ended within the year or month that is known, a question mark one of
which nothing is known on the day, or beside a shape a first day that is not known."""

from typing import Any

from components.words import word
from data.analysis.membership import FORMER, SURE, WITHIN
from data.package import countries, names
from data.package.dates import UNKNOWN
from data.vocabulary import terms

SHAPES = {
    "member": "circle",
    "signatory": "square",
    "associate": "diamond",
    "partner": "diamond-open",
    "observer": "circle-open",
    "announced": "circle-open-dot",
    "applicant": "x-thin-open",
    "former": "circle-x-open",
}
HALVES = {"circle": "◐", "square": "◧", "diamond": "⬖"}
SIGNS = {
    "member": "●",
    "signatory": "■",
    "associate": "◆",
    "partner": "◇",
    "observer": "○",
    "announced": "⊙",
    "applicant": "×",
    "former": "⊗",
}
DOUBT = "?"
LEFT = "–"
Part = dict[Any, Any]


def half(row: Part) -> str:
    """The mark of a standing that is not sure: half of its shape with its year, or a question mark."""
    if row["certainty"] != WITHIN:
        return DOUBT
    shape = SHAPES[row["standing"]].removesuffix("-open").removesuffix("-open-dot")
    return f"{HALVES.get(shape, HALVES['circle'])} {year(row)}"


def year(row: Part) -> str:
    """The year of entry beside a glyph, of a former member that of leaving; a question mark where it is not known."""
    if row["from_precision"] == UNKNOWN:
        return DOUBT
    text = str(row["from_date"])[:4]
    return f"{LEFT}{text}" if row["standing"] == FORMER else text


def since(row: Part) -> str:
    """Since when a standing is on record, in words."""
    if row["from_precision"] == UNKNOWN:
        return word("forums.since_unknown")
    if row["standing"] == FORMER:
        return word("forums.until", day=row["from_date"])
    return word("forums.since", day=row["from_date"])


def cell(row: Part) -> str:
    """A cell in words: country, forum, standing, since when, how sure."""
    said = [
        f"{countries.name(row['iso3'])}, {names.of('forum_short', row['forum_id'])}: {terms.standing(row['standing'])}"
    ]
    said.append(since(row))
    said += [] if row["certainty"] == SURE else [word(f"certainties.{row['certainty']}")]
    return " · ".join(said)


def legend() -> str:
    """What the glyphs say, in one line."""
    said = [f"{sign} {terms.standing(one)}" for one, sign in SIGNS.items()]
    said += [f"{HALVES['circle']} {word('certainties.within')}", f"{DOUBT} {word('certainties.unknown')}"]
    return " · ".join(said)
