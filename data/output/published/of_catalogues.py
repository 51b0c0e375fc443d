"""The data set as catalogues read it: schema.org and DCAT in one, and Croissant for those who train on it.

Every word of both is of a namespace told at their head, so that no reader has to fetch a context to make sense of
them."""

from typing import Any

from data.output import citation
from data.output.published import links, of_package, of_tables
from data.output.published.kind import CSV, JSON_LD, PARQUET, Asked, as_json, single
from data.package import countries, descriptor
from data.package.resource import Field, Resource

DATASET, CROISSANT = "dataset", "croissant"
SCHEMA, DCAT, DCT = "https://schema.org/", "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
CR, CONFORMS = "http://mlcommons.org/croissant/", "http://mlcommons.org/croissant/1.0"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}
Thing = dict[str, Any]
CONTEXT: Thing = {
    "@vocab": SCHEMA,
    "dcat": DCAT,
    "dct": DCT,
    "xsd": XSD,
    **{name: {"@type": "@id"} for name in ("url", "license", "contentUrl", "isBasedOn", "sameAs")},
    **{name: {"@type": "xsd:date"} for name in ("datePublished", "dct:issued")},
    **{name: {"@type": "@id"} for name in ("dct:license", "dcat:downloadURL", "dcat:accessURL", "dcat:landingPage")},
}


def _dataset(_name: str, asked: Asked) -> bytes:
    """One node that is a data set in both vocabularies, and a distribution for every file of every table."""
    whole, version = descriptor.package(), descriptor.version()
    licence = whole["licenses"][0]["path"]
    landing = links.view(asked.site, "data")
    files = [
        _distribution(resource, path, mime, asked.site)
        for resource in whole["resources"]
        for path, mime in (
            (f"{of_tables.FOLDER}/{resource['name']}.csv", CSV),
            (f"{of_tables.FOLDER}/{resource['name']}.parquet", PARQUET),
        )
    ]
    node = {
        "@context": CONTEXT,
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": links.file(asked.site, f"{DATASET}.jsonld", version),
        "identifier": whole["name"],
        "name": whole["title"],
        "description": whole["description"],
        "version": version,
        "datePublished": descriptor.released(),
        "url": landing,
        "license": licence,
        "keywords": whole["keywords"],
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": whole["contributors"][0]["title"]},
        "creditText": citation.text(citation.of_package()),
        "spatialCoverage": [{"@type": "Country", "name": countries.name(one)} for one in countries.SIX],
        "distribution": files,
        "dct:title": whole["title"],
        "dct:description": whole["description"],
        "dct:issued": descriptor.released(),
        "dct:license": licence,
        "dct:identifier": whole["name"],
        "dcat:version": version,
        "dcat:keyword": whole["keywords"],
        "dcat:landingPage": landing,
        "dcat:distribution": [{"@id": one["@id"]} for one in files],
    }
    return as_json(node)


def _distribution(resource: Resource, path: str, mime: str, site: str) -> Thing:
    address = links.file(site, path, descriptor.version())
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "@id": address,
        "name": resource["title"],
        "description": resource["description"],
        "contentUrl": address,
        "encodingFormat": mime,
        "dct:title": resource["title"],
        "dcat:downloadURL": address,
        "dcat:mediaType": mime,
    }


CROISSANT_CONTEXT: Thing = {
    "@language": "en",
    "@vocab": SCHEMA,
    "sc": SCHEMA,
    "cr": CR,
    "dct": DCT,
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def _croissant(_name: str, asked: Asked) -> bytes:
    """The tables as record sets, a field for each column, with hash and size of the files they are in."""
    whole = descriptor.package()
    return as_json(
        {
            "@context": CROISSANT_CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": CONFORMS,
            "name": whole["name"],
            "description": whole["description"],
            "license": whole["licenses"][0]["path"],
            "url": links.view(asked.site, "data"),
            "version": descriptor.version(),
            "datePublished": descriptor.released(),
            "citeAs": citation.bibtex(citation.of_package()),
            "creator": {"@type": "sc:Organization", "name": whole["contributors"][0]["title"]},
            "keywords": whole["keywords"],
            "distribution": [_file(of_package.published(one), asked.site) for one in whole["resources"]],
            "recordSet": [_record_set(one) for one in whole["resources"]],
        }
    )


def _file(resource: Resource, site: str) -> Thing:
    return {
        "@type": "cr:FileObject",
        "@id": f"{resource['name']}.csv",
        "name": f"{resource['name']}.csv",
        "description": resource["title"],
        "contentUrl": links.file(site, resource["path"], descriptor.version()),
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": CSV,
        "sha256": str(resource["hash"]).removeprefix("sha256:"),
    }


def _record_set(resource: Resource) -> Thing:
    name = resource["name"]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": resource["description"],
        "key": [{"@id": f"{name}/{column}"} for column in resource["schema"]["primaryKey"]],
        "field": [_column(name, field) for field in resource["schema"]["fields"]],
    }


def _column(table: str, field: Field) -> Thing:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{field['name']}",
        "name": field["name"],
        "description": field["description"],
        "dataType": TYPES[field["type"]],
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": field["name"]}},
    }


KINDS = (
    single(DATASET, _dataset, ending="jsonld", mime=JSON_LD),
    single(CROISSANT, _croissant, ending="json", mime=JSON_LD),
)
