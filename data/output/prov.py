"""Where figures come from, for machines: PROV-O of the W3C as JSON-LD.

A figure is an entity: derived from the documents of its sources and from the records in them, made by an activity that
says how it was worked out (or that it was taken over), attributed to who made the package, and generated with the
release of the data. A record says at which place of which document it stands. A figure that may not be passed on is
there with its sources and the status withheld_by_licence, without a value.

The base of all ids is the address of the indicator where the site is told; else a URN that is the same for the same
version of the data, so that two documents of one figure speak of the same thing."""

import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from data import indicators
from data.analysis import catalogue
from data.output import figure
from data.output.figure import Figure
from data.package import addresses, descriptor, sources
from data.package.sources import Source
from data.subjects import wording
from data.vocabulary import terms

Thing = dict[str, Any]
CONTEXT: Thing = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "atLocation": {"@id": "prov:atLocation"},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "licence": {"@id": "dcterms:license"},
    "rights": {"@id": "dcterms:rights"},
    "published": {"@id": "dcterms:issued"},
    "label": {"@id": "rdfs:label"},
    "comment": {"@id": "rdfs:comment"},
    "value": {"@id": "prov:value"},
    "unit": {"@id": "schema:unitText"},
    "status": {"@id": "schema:creativeWorkStatus"},
    "country": {"@id": "schema:spatialCoverage"},
    "year": {"@id": "schema:temporalCoverage"},
    "version": {"@id": "schema:version"},
    "url": {"@id": "schema:url", "@type": "@id"},
}
DATASET, MAKER, MAKING = "#dataset", "#maker", "#making"
SOURCE = "schema:CreativeWork"
MIME = "application/ld+json"


def of_indicator(indicator_id: str, site: str = "") -> Thing:
    """All figures of an indicator that has a value, or had one that may not be passed on. Raises UnknownId."""
    indicator = indicators.get(indicator_id)
    rows = indicators.values(indicator.id)
    found = (figure.of_row(indicator, row) for _, row in rows[rows["source_id"].fillna("") != ""].iterrows())
    return _document(indicator.id, found, site)


def of_figure(one: Figure, site: str = "") -> Thing:
    """One figure."""
    return _document(one.indicator.id, [one], site)


def as_json(document: Thing) -> bytes:
    """A document as a file: what the terms mean on a line of its own, then a thing on each."""
    context = json.dumps(document["@context"], ensure_ascii=False)
    things = ",\n".join(json.dumps(one, ensure_ascii=False) for one in document["@graph"])
    return f'{{"@context": {context},\n"@graph": [\n{things}\n]}}\n'.encode()


def stem(*parts: str) -> str:
    """Name of the file without its ending."""
    return "_".join((f"c5plus1-atlas_{parts[0]}", *parts[1:], f"v{descriptor.version()}.prov"))


def _document(indicator_id: str, figures: Iterable[Figure], site: str) -> Thing:
    graph: dict[str, Thing] = {}
    for one in figures:
        for thing in _figure(one):
            graph.setdefault(thing["@id"], thing)
    whole = [_dataset(), _maker(), _making(indicator_id, graph.values()), *graph.values()]
    return {"@context": {"@base": _base(indicator_id, site), **CONTEXT}, "@graph": whole}


def _base(indicator_id: str, site: str) -> str:
    version, home = descriptor.version(), (site or str(descriptor.package().get("homepage", ""))).rstrip("/")
    if home:
        return f"{home}/api/v1/{version}/indicators/{indicator_id}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{descriptor.package()['name']}/{version}/{indicator_id}").urn


def _dataset() -> Thing:
    whole = descriptor.package()
    return {
        "@id": DATASET,
        "@type": ["prov:Entity", "schema:Dataset"],
        "label": whole["title"],
        "version": descriptor.version(),
        "licence": {"@id": whole["licenses"][0]["path"]},
        "generatedAtTime": _released(),
        "wasAttributedTo": MAKER,
    }


def _maker() -> Thing:
    named = "; ".join(one["title"] for one in descriptor.package()["contributors"])
    return {"@id": MAKER, "@type": ["prov:Agent", "prov:Organization"], "label": named}


def _released() -> str:
    return f"{descriptor.released()}T00:00:00Z"


def _making(indicator_id: str, made: Iterable[Thing]) -> Thing:
    """How the figures of the indicator were worked out, and which of several records is taken."""
    indicator = indicators.get(indicator_id)
    chosen = catalogue.drawn_by(indicator.table)
    documents = [one["@id"] for one in made if SOURCE in one["@type"]]
    told = {
        "@id": MAKING,
        "@type": "prov:Activity",
        "label": indicator.how or terms.TERMS.word("provenance.taken_over"),
        "comment": chosen or None,
        "used": sorted(documents),
        "wasAssociatedWith": MAKER,
    }
    return _without_gaps(told)


def _figure(one: Figure) -> list[Thing]:
    """A figure, the records behind it, their documents and who published these."""
    own = f"#{one.iso3}-{one.year}"
    rows = figure.records(one)
    records = [_record(f"{own}.{place}", row) for place, row in enumerate(rows, 1)]
    direct = sources.describe(one.source_id)
    told = {
        "@id": own,
        "@type": ["prov:Entity", "schema:Observation"],
        "label": one.name,
        "value": one.value,
        "unit": one.indicator.unit if one.value is not None else None,
        "status": one.status,
        "country": one.iso3,
        "year": str(one.year),
        "isPartOf": DATASET,
        "wasDerivedFrom": [*map(_id, direct), *(record["@id"] for record in records)],
        "wasGeneratedBy": MAKING,
        "wasAttributedTo": MAKER,
        "generatedAtTime": _released(),
    }
    every = (*direct, *sources.describe(";".join(row["source_id"] or "" for row in rows)))
    behind = [made(source) for source in dict.fromkeys(every) for made in (_source, _publisher)]
    return [_without_gaps(told), *records, *behind]


def _record(own: str, row: Mapping[str, Any]) -> Thing:
    has_value = row["value"] is not None
    told = {
        "@id": own,
        "@type": "prov:Entity",
        "label": wording.shown(row["basis"]) if row["basis"] else None,
        "value": row["value"],
        "unit": row["unit"] if has_value else None,
        "status": row["status"],
        "atLocation": {"@type": "prov:Location", "label": row["locator"]} if row["locator"] else None,
        "wasQuotedFrom": [_id(source) for source in sources.describe(row["source_id"] or "")],
    }
    return _without_gaps(told)


def _id(source: Source) -> str:
    return f"#source-{source.id}"


def _source(source: Source) -> Thing:
    told = {
        "@id": _id(source),
        "@type": ["prov:Entity", SOURCE],
        "label": source.title,
        "url": None if addresses.fault(source.url) else source.url,
        "published": source.published or None,
        "rights": source.licence,
        "wasAttributedTo": _publisher(source)["@id"],
    }
    return _without_gaps(told)


def _publisher(source: Source) -> Thing:
    return {
        "@id": f"#publisher-{uuid.uuid5(uuid.NAMESPACE_URL, source.publisher)}",
        "@type": "prov:Agent",
        "label": source.publisher,
    }


def _without_gaps(thing: Thing) -> Thing:
    return {name: one for name, one in thing.items() if one is not None and one != []}
