"""Indicators: the list of them, and each with all its years as CSV, JSON and Parquet."""

from collections.abc import Callable, Iterable
from functools import partial

import pandas as pd

from data import indicators
from data.faults import UnknownId
from data.output import extract, frames
from data.output.extract import Extract
from data.output.forms import FORMS
from data.output.published import links
from data.output.published.kind import (
    COUNTRY,
    CSV,
    JSON,
    PARQUET,
    SEVERAL,
    YEAR,
    About,
    Asked,
    Kind,
    Row,
    as_json,
    parts,
    records,
    single,
)
from data.package import licensing, sources
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, WHOSE
from data.subjects.base import Places
from data.vocabulary.terms import MEMBERSHIP

FOLDER = "indicators"
LOCATOR, SOURCE = "locator", "source_ids"
CELLS = ["iso3", "country", "year", "value", "status", SOURCE, LOCATOR, *WHOSE]


@kept(16, worded=True)
def frame(indicator_id: str) -> pd.DataFrame:
    """The figures of an indicator as they leave (`extract.all_years`), with the place in the source beside them and the
    ids of the sources; what may not leave has no place either. Columns: those of the download, locator, source_ids."""
    rows, values = extract.all_years(indicator_id), indicators.values(indicator_id)
    found = indicators.located(indicator_id)
    cells = zip(values["iso3"], values["year"], strict=True)
    told = [place(found.get((str(iso3), int(year)), ())) for iso3, year in cells]
    is_told = [status != LEFT_OUT and value != "" for status, value in zip(rows["status"], rows["value"], strict=True)]
    made = rows.assign(**{LOCATOR: [one if known else "" for one, known in zip(told, is_told, strict=True)]})
    made[SOURCE] = list(values["source_id"].fillna(""))
    return made


def place(places: Places) -> str:
    """Places in one line; with the ids of their sources before them where they are of several."""
    several = len({source for source, _ in places}) > 1
    return frames.BAR.join(f"{source}: {locator}" if several else locator for source, locator in places)


def narrowed(rows: pd.DataFrame, asked: Asked, ends: tuple[str, ...] = ("iso3",)) -> pd.DataFrame:
    """The rows of the year and the country that are asked for, columns as they come.

    Raises UnknownId for what no row has."""
    if asked.year is not None:
        wanted = str(asked.year)
        if wanted not in set(rows["year"]):
            raise UnknownId(YEAR, wanted, sorted(rows["year"].unique()))
        rows = rows[rows["year"] == wanted]
    if asked.country is not None:
        known = set().union(*(rows[end] for end in ends))
        if asked.country not in known:
            raise UnknownId(COUNTRY, asked.country, sorted(known))
        rows = rows[pd.concat([rows[end] == asked.country for end in ends], axis=1).any(axis=1)]
    return rows if asked.year is None and asked.country is None else rows.reset_index(drop=True)


def extract_of(indicator_id: str, asked: Asked) -> Extract:
    """The file of an indicator, or of what is asked for of it. Raises UnknownId."""
    rows = narrowed(frame(indicator_id), asked)
    return extract.of_indicator(rows.drop(columns=SOURCE), indicator_id, asked.year, _link(indicator_id, asked))


def _link(indicator_id: str, asked: Asked) -> str:
    chosen = {YEAR: str(asked.year)} if asked.year is not None else {}
    chosen |= {COUNTRY: asked.country} if asked.country is not None else {}
    return links.view(asked.site, "", indicator=indicator_id, **chosen)


def _file(form: str, indicator_id: str, asked: Asked) -> bytes:
    return FORMS[form].build(extract_of(indicator_id, asked))


def _json(indicator_id: str, asked: Asked) -> bytes:
    """Everything that holds for the whole once, then the rows."""
    rows, one = narrowed(frame(indicator_id), asked), indicators.get(indicator_id)
    kinds = {YEAR: "integer"} | ({} if one.kind == MEMBERSHIP else {"value": "number"})
    title = one.title if asked.year is None else f"{one.title}, {asked.year}"
    about = extract.about(title, one.unit, _link(indicator_id, asked))
    ids = dict.fromkeys(part for cell in rows[SOURCE] for part in parts(cell))
    told = {
        "id": one.id,
        "title": about.pop("title"),
        "unit": one.unit,
        "unit_name": about.pop("unit"),
        **_kind(one.id),
    }
    return as_json({**told, **about, "sources": cited(ids), "values": records(rows[CELLS], kinds, (SOURCE,))})


def _kind(indicator_id: str) -> Row:
    one = indicators.get(indicator_id)
    return {"kind": one.kind, "theme": one.theme, "family": one.family, "remark": one.remark or None}


def cited(ids: Iterable[str]) -> list[Row]:
    """What is on record of sources, in the order of their ids."""
    return [
        {
            "source_id": one.id,
            "publisher": one.publisher,
            "title": one.title,
            "url": one.url,
            "published": one.published or None,
            "licence": one.licence,
            "redistribution": one.redistribution,
        }
        for one in sources.describe(SEVERAL.join(sorted(set(ids))))
    ]


@kept(worded=True)
def about(indicator_id: str) -> About:
    """What the index says of an indicator."""
    one, values = indicators.get(indicator_id), indicators.values(indicator_id)
    years = indicators.years(indicator_id)
    return About(one.title, one.unit, (years[0], years[-1]), licences(values["source_id"]))


def licences(source_ids: "pd.Series") -> tuple[str, ...]:
    """Licences of all sources named in a column, each once, by alphabet."""
    found = {one.licence for ids in source_ids.fillna("").unique() for one in sources.describe(str(ids))}
    return tuple(sorted(found))


def _list(_name: str, asked: Asked) -> bytes:
    """All indicators in the order in which they are offered, with what the command line lists of them."""
    made = [{**_listed(one), "files": _files(one, asked.site)} for one in indicators.registry()]
    return as_json({"indicators": made})


def _listed(indicator_id: str) -> Row:
    one, told = indicators.get(indicator_id), about(indicator_id)
    values = indicators.values(indicator_id)
    named = values.loc[values["value"].notna(), "iso3"].nunique()
    first, last = told.years or (None, None)
    return {
        "id": one.id,
        "title": one.title,
        "unit": one.unit,
        **_kind(one.id),
        "family_name": one.family_name,
        "first_year": first,
        "last_year": last,
        "default_year": indicators.default_year(one.id),
        "countries": int(named),
        "withheld": int(licensing.is_withheld(values).sum()),
        "licences": list(told.licences),
    }


def _files(indicator_id: str, site: str) -> dict[str, str]:
    return {kind.ending: links.file(site, kind.path(indicator_id)) for kind in FILES}


def _make(form: str) -> Callable[[str, Asked], bytes]:
    return partial(_file, form)


def _ids() -> list[str]:
    return list(indicators.registry())


def _stem(indicator_id: str) -> str:
    return extract.stem(indicator_id, None)


NARROWS = (YEAR, COUNTRY)
FILES = (
    Kind("indicator_csv", FOLDER, "csv", CSV, _ids, _make("csv"), about, _stem, NARROWS),
    Kind("indicator_json", FOLDER, "json", JSON, _ids, _json, about, _stem, NARROWS),
    Kind("indicator_parquet", FOLDER, "parquet", PARQUET, _ids, _make("parquet"), about, _stem, NARROWS),
)
KINDS = (single("indicators", _list), *FILES)
