"""Sets of flows, each with all its years as CSV and JSON."""

import pandas as pd

from data import flows
from data.output import extract, frames
from data.output.published import links
from data.output.published.kind import COUNTRY, CSV, JSON, YEAR, About, Asked, Kind, as_json, parts, records
from data.output.published.of_indicators import NARROWS, cited, licences, narrowed
from data.package.snapshot import kept
from data.package.statuses import WHOSE

FOLDER = "flows"
KINDS_OF_COLUMNS = {"year": "integer", "value": "number"}
CELLS = ["origin", "origin_name", "dest", "dest_name", "year", "value", "status", *WHOSE]
ENDS = ("origin", "dest")


@kept(8, worded=True)
def frame(set_id: str) -> pd.DataFrame:
    """The flows of a set in all its years as they leave; of what may not leave, the ends, last.

    Columns: those of `frames.flows_download`."""
    return frames.flows_download(flows.values(set_id), set_id)


def _csv(set_id: str, asked: Asked) -> bytes:
    rows = narrowed(frame(set_id), asked, ENDS)
    return frames.to_csv(rows.assign(**{extract.LINK: _link(set_id, asked)}))


def _link(set_id: str, asked: Asked) -> str:
    chosen = {YEAR: str(asked.year)} if asked.year is not None else {}
    chosen |= {COUNTRY: asked.country} if asked.country is not None else {}
    return links.view(asked.site, "trade", set=set_id, **chosen)


def _json(set_id: str, asked: Asked) -> bytes:
    rows, one = narrowed(frame(set_id), asked, ENDS), flows.get(set_id)
    whole = extract.about(one.title, one.unit, _link(set_id, asked))
    told = {"id": one.id, "title": whole.pop("title"), "unit": one.unit, "unit_name": whole.pop("unit")}
    ids = dict.fromkeys(part for cell in flows.values(set_id)["source_id"] for part in parts(cell))
    urls = {"source_title": rows["source_title"], "source_url": rows["source_url"], "licence": rows["licence"]}
    values = records(rows[CELLS].assign(**urls), KINDS_OF_COLUMNS)
    return as_json({**told, "family": one.family, **whole, "sources": cited(ids), "values": values})


@kept(worded=True)
def about(set_id: str) -> About:
    """What the index says of a set."""
    one, years = flows.get(set_id), flows.years(set_id)
    between = (years[0], years[-1]) if years else None
    return About(one.title, one.unit, between, licences(flows.values(set_id)["source_id"]))


def _ids() -> list[str]:
    return list(flows.registry())


def _stem(set_id: str) -> str:
    return extract.table_stem(f"{FOLDER}_{set_id}_{extract.ALL_YEARS}")


KINDS = (
    Kind("flows_csv", FOLDER, "csv", CSV, _ids, _csv, about, _stem, NARROWS),
    Kind("flows_json", FOLDER, "json", JSON, _ids, _json, about, _stem, NARROWS),
)
