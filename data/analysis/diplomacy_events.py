"""What happened between the five and the United States, in lanes on one time line: meetings of C5+1 by level, texts
agreed, visits; and the articles of each month.

A date is as wide as it is known: an event of a month may have been on any of its days. One that lasts has its last day
where the table has it; of C5+1 events it has the first alone."""

import pandas as pd

from data.package import countries, tables
from data.package.dates import first_day, last_day, precision
from data.package.snapshot import kept
from data.vocabulary.terms import TERMS

EVENTS, TEXTS, VISITS, ARTICLES = "c51_timeline", "agreements", "official_visits", "articles"
LEVELS = {
    "summit": "summit",
    "ministerial": "ministerial",
    "working": "working",
    "business forum": "business",
    "special envoy": "envoy",
}
AGREEMENT, VISIT = "agreement", "visit"
LANES = (*LEVELS.values(), AGREEMENT, VISIT)
COLUMNS = ["event_id", "lane", "title", "start", "end", "precision", "iso3", "place", "outcome", "in_format", "status"]
COLUMNS += ["source_id", "locator", "table"]
MONTH_COLUMNS = ["start", "end", "precision", "articles"]
US = "USA"


@kept(16, worded=True)
def events(country: str | None = None) -> pd.DataFrame:
    """Events by their first day: one row per event, only those that name a country where one is given.

    Columns COLUMNS: `start` and `end` are the first and the last day that the date may mean or the event lasted,
    `precision` says how exact the date is (day, month, year), `iso3` the codes of all who took part, joined by
    semicolons, `in_format` whether it was a C5+1 meeting (missing for agreements and visits), `table` where the row
    stands. `place` and `outcome` are empty where the table has none."""
    whole = pd.concat([_meetings(), _agreements(), _visits()], ignore_index=True)
    whole = whole.assign(
        start=whole["date"].map(first_day),
        end=whole["last"].fillna(whole["date"]).map(last_day),
        precision=[precision(one) for one in whole["date"]],
        place=whole["place"].fillna("").str.replace(";", ", "),
        outcome=whole["outcome"].fillna(""),
    )
    if country is not None:
        whole = whole[[country in codes.split(";") for codes in whole["iso3"]]]
    order = whole.assign(order=whole["lane"].map(LANES.index)).sort_values(["start", "order", "event_id"])
    return order[COLUMNS].reset_index(drop=True)


def _meetings() -> pd.DataFrame:
    rows = tables.load(EVENTS)
    return rows.rename(columns={"participants": "iso3"}).assign(
        lane=rows["level"].map(LEVELS), last=None, status="actual", table=EVENTS
    )


def _agreements() -> pd.DataFrame:
    rows = tables.load(TEXTS)
    return rows.rename(columns={"agreement_id": "event_id", "parties": "iso3", "summary": "outcome"}).assign(
        lane=AGREEMENT, last=None, place="", in_format=None, table=TEXTS
    )


def _visits() -> pd.DataFrame:
    rows = tables.load(VISITS)
    made = rows.rename(columns={"visit_id": "event_id", "start_date": "date", "end_date": "last"})
    return made.assign(
        lane=VISIT,
        title=[_visit(*one) for one in zip(rows["person"], rows["from_iso3"], rows["to_iso3"], strict=True)],
        iso3=rows["from_iso3"] + ";" + rows["to_iso3"],
        outcome=rows["occasion"],
        in_format=None,
        table=VISITS,
    )


def _visit(person: str, origin: str, dest: str) -> str:
    key = "visit_from_us" if origin == US else "visit_to_us"
    return TERMS.word(f"diplomacy.{key}", person=person, country=countries.name(dest if origin == US else origin))


@kept(16)
def articles_by_time(country: str | None = None) -> pd.DataFrame:
    """Articles on record by the month of their date, only those that name a country where one is given.

    One row per month that has any, and per year for those of which the year alone is known. Columns MONTH_COLUMNS:
    `start` and `end` are days, `precision` is month or year, `articles` a number."""
    rows = tables.load(ARTICLES)
    if country is not None:
        rows = rows[[country in codes.split(";") for codes in rows["countries"].fillna("")]]
    counts = rows["published"].str[:7].value_counts().sort_index()
    made = pd.DataFrame({"date": counts.index, "articles": counts.to_numpy()})
    made["start"] = [first_day(one) for one in made["date"]]
    made["end"] = [last_day(one) for one in made["date"]]
    made["precision"] = [precision(one) for one in made["date"]]
    return made[MONTH_COLUMNS]
