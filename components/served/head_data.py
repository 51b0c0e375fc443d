"""The data behind a view, for machines: schema.org's `Dataset` or `ClaimReview`, and the same as files."""

from typing import Any

from components.pictures import at, claims
from components.pictures.picture import Picture
from components.reader import choice as choices
from components.reader import wanted
from components.reader.choice import CLAIMS, COMPARE, COUNTRY, DATA, FORUMS, MINERALS, NEWS, TRADE, Choice
from components.served import places
from components.served.asked import Asked
from data import flows, indicators
from data.analysis import coverage
from data.output import claim_review
from data.package import countries, descriptor, releases, sources

Thing = dict[str, Any]
FILE = tuple[str, str, str]
CSV, JSON = "text/csv", "application/json"
# Of pages without a table of their own, the table that they are about.
TABLES = {FORUMS: "forum_members", NEWS: "articles", CLAIMS: "claims", MINERALS: "minerals_production"}


def files(base: str, found: Asked) -> list[FILE]:
    """Addresses of the data of a view in the newest version, or in the older one that the view is of, each with its
    type and what it is called."""
    version = descriptor.version()
    root = f"{base}/{places.API}/{places.LATEST if version == releases.newest() else version}"
    return [(f"{root}/{path}", mime, title) for path, mime, title in _paths(found.page, found.choice)]


def _paths(page: str, choice: Choice) -> list[FILE]:
    if page in ("", COMPARE):
        path, title = f"indicators/{choice.indicator}", indicators.get(choice.indicator).title
        return [(f"{path}.csv", CSV, title), (f"{path}.json", JSON, title)]
    if page == TRADE:
        path, title = f"flows/{choice.flow_set}", flows.get(choice.flow_set).title
        return [(f"{path}.csv", CSV, title), (f"{path}.json", JSON, title)]
    if page == COUNTRY:
        iso3 = wanted.country(choice)
        return [(f"countries/{iso3}.json", JSON, countries.name(iso3))]
    name = choice.table if page == DATA else TABLES.get(page)
    if name:
        return [(f"tables/{name}.csv", CSV, descriptor.resource(name)["title"])]
    return [("datapackage.json", JSON, descriptor.package()["title"])]


def of(base: str, found: Asked, link: str, said: str, picture: Picture | None) -> list[Thing]:
    """The things that a view is about: the claim that is told in full, and the data."""
    things = []
    # Without its picture a page is one that nothing is worked out for yet.
    if found.page == CLAIMS and picture:
        claim_id = claims.shown(found.choice)
        things += [claim_review.of_claim(claim_id, base)] if claim_id else []
    return [*things, _dataset(base, found, link, said, picture)]


def _dataset(base: str, found: Asked, link: str, said: str, picture: Picture | None) -> Thing:
    whole = descriptor.package()
    title, years, source_ids, unit = _about(found)
    made: Thing = {
        "@context": claim_review.CONTEXT,
        "@type": "Dataset",
        "name": title,
        "description": _long_enough(said, title),
        "url": link,
        "version": descriptor.version(),
        "datePublished": descriptor.released(),
        "license": whole["licenses"][0]["path"],
        "isAccessibleForFree": True,
        "keywords": whole["keywords"],
        "creator": {"@type": "Organization", "name": whole["contributors"][0]["title"]},
        "spatialCoverage": [countries.name(one) for one in countries.SIX],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": mime, "name": name}
            for address, mime, name in files(base, found)
        ],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": whole["title"], **({"url": base} if base else {})},
    }
    made |= {"temporalCoverage": years} if years else {}
    made |= {"variableMeasured": {"@type": "PropertyValue", "name": title, "unitText": unit}} if unit else {}
    cited = [{"@type": "CreativeWork", "name": f"{one.publisher}: {one.title}"} for one in sources.describe(source_ids)]
    made |= {"isBasedOn": cited} if cited else {}
    if picture:
        parts = at.parts(found.choice, found.page)
        made["image"] = places.of_figure(base, found.page, parts, "png")
    return made


def _long_enough(said: str, title: str) -> str:
    """A description of fifty signs and more, as readers of data sets ask for."""
    return said if len(said) >= 50 else f"{title}. {said} {descriptor.package()['description']}"


def _about(found: Asked) -> tuple[str, str, str, str]:
    """Title, years as an interval, ids of sources and unit of what a view shows."""
    page, choice = found.page, choices.fitted(found.choice, found.page)
    if page in ("", COMPARE):
        one, years = indicators.get(choice.indicator), indicators.years(choice.indicator)
        values = indicators.values(one.id, choice.year)
        ids = ";".join(dict.fromkeys(values.loc[values["value"].notna(), "source_id"]))
        return one.title, f"{years[0]}/{years[-1]}", ids, one.unit
    if page == TRADE:
        return flows.get(choice.flow_set).title, "", "", ""
    name = choice.table if page == DATA else TABLES.get(page)
    if name is None:
        return descriptor.package()["title"], "", "", ""
    reach = list(coverage.counts(name).columns)
    return descriptor.resource(name)["title"], f"{reach[0]}/{reach[-1]}" if reach else "", "", ""
