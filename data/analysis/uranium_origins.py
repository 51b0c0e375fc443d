"""Uranium that US reactors bought, by origin and year: what the agency tells of single countries and of groups.

A group is never divided among its members: it is shown where none of its members is named alone. What neither countries
nor such groups account for is untold; a year without any origin is untold altogether, and has no share."""

from itertools import chain

import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept

TABLE = "us_uranium_origins"
COUNTRY, GROUP, UNTOLD = "country", "group", "untold"
BETWEEN = "+"
WHOLE = 100.0
COLUMNS = ["year", "origin", "members", "kind", "is_of_five", "share_pct", "quantity_klb_u3o8e", "status"]
COLUMNS += ["source_id", "locator"]
NOTHING_TOLD = "not_reported"


@kept()
def origins() -> pd.DataFrame:
    """One row for each origin and year since the first, the five first, then by share; the untold last in each year.

    Columns COLUMNS. `members` are the countries of a group, joined by semicolons; `is_of_five` where one of the five is
    in it; an untold part has no origin, and no share where no origin of the year is told. Quantities only where they
    are printed."""
    frame = tables.load(TABLE)
    years = range(int(frame["year"].min()), int(frame["year"].max()) + 1)
    found = pd.concat([_year(frame[frame["year"] == year], year) for year in years], ignore_index=True)
    found = found.astype({"is_of_five": "bool"})
    order = found.assign(last=found["kind"] == UNTOLD, first=~found["is_of_five"], size=-found["share_pct"].fillna(0))
    found = order.sort_values(["year", "last", "first", "size", "origin"])
    return found[COLUMNS].reset_index(drop=True)


def _year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    told = rows[rows["share_pct"].notna()]
    alone = told[told["origin_kind"] == "country"]
    named = set(alone["origin"])
    groups = told[(told["origin_kind"] == "group") & told["origin_name"].map(_is_listed).astype(bool)]
    groups = groups[groups["origin_name"].map(lambda name: named.isdisjoint(name.split(BETWEEN))).astype(bool)]
    parts = pd.concat(
        [
            alone.assign(kind=COUNTRY, members=alone["origin"]),
            groups.assign(kind=GROUP, origin="", members=groups["origin_name"].str.replace(BETWEEN, ";", regex=False)),
        ]
    )
    members = parts["members"].map(lambda text: set(text.split(";")))
    parts = parts.assign(is_of_five=[not one.isdisjoint(C5) for one in members])
    return pd.concat([one for one in (parts, _untold(rows, parts, year)) if len(one)])[COLUMNS]


def _is_listed(name: str) -> bool:
    """Whether a group is named by the codes of its members, so that it is known who is in it."""
    return all(len(code) == 3 and code.isupper() for code in name.split(BETWEEN))


def _untold(rows: pd.DataFrame, parts: pd.DataFrame, year: int) -> pd.DataFrame:
    """What is left of the year; nothing where the printed shares make up the whole."""
    rest = WHOLE - float(parts["share_pct"].sum()) if len(parts) else None
    if rest is not None and rest <= 0:
        return parts.iloc[:0]
    row: dict[str, object] = {"year": year, "origin": "", "members": "", "kind": UNTOLD, "is_of_five": False}
    row |= {"share_pct": rest, "quantity_klb_u3o8e": None, "status": NOTHING_TOLD if rest is None else "rounded"}
    sources = parts["source_id"] if len(parts) else rows["source_id"].dropna()
    row |= {"source_id": ";".join(dict.fromkeys(sources)), "locator": ""}
    return pd.DataFrame([row]).astype({"share_pct": "float64", "quantity_klb_u3o8e": "float64"})


@kept()
def told_years() -> tuple[int, ...]:
    """Years in which a single country of the five is told."""
    rows = origins()
    return tuple(sorted({int(year) for year in rows.loc[(rows["kind"] == COUNTRY) & rows["origin"].isin(C5), "year"]}))


def members(rows: pd.DataFrame) -> set[str]:
    """Countries that rows name, alone or in a group."""
    return set(chain.from_iterable(text.split(";") for text in rows["members"] if text))
