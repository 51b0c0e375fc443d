"""Which lists of critical minerals a mineral stands on: the US lists and that of the European Union, side by side."""

import pandas as pd

from data.package import tables
from data.package.snapshot import kept

TABLE = "critical_lists"


@kept()
def lists() -> tuple[tuple[str, str, int], ...]:
    """Id, issuer and year of every list, those of the United States first, by year."""
    frame = tables.load(TABLE).drop_duplicates("list_id").sort_values(["issuer", "year"], ascending=[False, True])
    rows = zip(frame["list_id"], frame["issuer"], frame["year"], strict=True)
    return tuple((str(one), str(issuer), int(year)) for one, issuer, year in rows)


@kept()
def standing() -> pd.DataFrame:
    """Whether each mineral that stands on any list stands on each. Columns `mineral` and an id of every list."""
    frame = tables.load(TABLE)
    minerals = sorted(frame["mineral"].unique())
    rows = frame[frame["is_listed"].astype(bool)]
    found = {one: set(own["mineral"]) for one, own in rows.groupby("list_id")}
    columns = {one: [name in found.get(one, set()) for name in minerals] for one, *_ in lists()}
    return pd.DataFrame({"mineral": minerals} | columns)


def sources() -> str:
    """Ids of the sources of the lists."""
    return ";".join(dict.fromkeys(tables.load(TABLE)["source_id"]))
