"""What is between the United States and the five in sentences, each over all of them (`country_sentences.py`)."""

import pandas as pd

from data.analysis.country_facts import SHARED, SIGNED
from data.analysis.country_parts import (
    DEALS,
    FORUMS,
    INVESTMENT,
    MINERALS,
    TRADE,
    Cell,
    Part,
    Sentence,
    at,
    country,
    said,
    sentence,
    value,
)
from data.package import countries


def sentences(facts: pd.DataFrame) -> list[Sentence | None]:
    """The sentences in the order of their topics; None where nothing is on record."""
    return [make(facts) for make in (_trade, _minerals, _investment, _forums, _deals)]


def _trade(facts: pd.DataFrame) -> Sentence | None:
    bought, sold = _first(facts, "us_imports"), _first(facts, "us_exports")
    return sentence(
        TRADE,
        said("us_imports", bought, country=country(bought), **at(bought, "imports")) if bought else None,
        said("us_exports", sold, country=country(sold), **at(sold, "exports")) if sold else None,
    )


def _first(facts: pd.DataFrame, measure: str) -> Cell | None:
    """The first of the five in a measure, where all of them have a like figure and it is first alone."""
    is_first = (facts["rank_of_five"] == 1) & (facts["ranked"] == len(countries.C5)) & ~facts["is_tied"]
    return next(iter(facts[(facts["measure"] == measure) & is_first].to_dict("records")), None)


def _known(facts: pd.DataFrame, measure: str) -> list[Cell]:
    """The cells of the newest year of a measure that have a value, the largest first."""
    rows = facts[(facts["measure"] == measure) & facts["value"].notna()]
    newest = rows[rows["year"] == rows["year"].max()]
    return list(newest.sort_values(["value", "iso3"], ascending=[False, True]).to_dict("records"))


def _listed(name: str, known: list[Cell]) -> Part | None:
    if not known:
        return None
    listed = ", ".join(said("each", country=country(one), value=value(one))[0] for one in known)
    return said(name, *known, year=str(known[0]["year"]), listed=listed)


def _minerals(facts: pd.DataFrame) -> Sentence | None:
    return sentence(MINERALS, _listed("us_uranium", _known(facts, "uranium")))


def _investment(facts: pd.DataFrame) -> Sentence | None:
    return sentence(INVESTMENT, _listed("us_stock", _known(facts, "us_stock")))


def _forums(facts: pd.DataFrame) -> Sentence | None:
    return sentence(FORUMS, _counts("us_forums", _known(facts, SHARED)))


def _deals(facts: pd.DataFrame) -> Sentence | None:
    return sentence(DEALS, _counts("us_deals", _known(facts, SIGNED)))


def _counts(name: str, known: list[Cell]) -> Part | None:
    listed = ", ".join(f"{country(one)} {int(one['value'])}" for one in known)
    return said(name, *known, listed=listed) if known else None
