"""The addresses as OpenAPI 3.1 describes them: one path for each kind of file, what of it can be asked for, and what
the answers look like (`schemas.json` beside this file)."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.output.published import links, tree
from data.output.published.kind import COUNTRY, JSON, YEAR, Kind, as_json, word
from data.package import descriptor

SCHEMAS = Path(__file__).parent / "schemas.json"
PROBLEM = "application/problem+json"
OPENAPI = "3.1.0"
# What the answers of a kind look like, where it is said more closely than by their type.
SCHEMA_OF = {
    "indicator_json": "Indicator",
    "flows_json": "Flows",
    "indicators_json": "Indicators",
    "claim_json": "Claim",
    "geojson": "FeatureCollection",
}
# Pictures of views, which only a running atlas draws: no files of the tree.
FIGURES = {"figure.svg": "image/svg+xml", "figure.png": "image/png"}
TYPE_OF = {YEAR: {"type": "integer"}, COUNTRY: {"type": "string", "pattern": "^[A-Z0-9]{2,4}$"}}
REFUSALS = {"400": "bad_query", "404": "not_found", "405": "bad_method"}
Thing = dict[str, Any]


@lru_cache(1)
def schemas() -> Mapping[str, Any]:
    """What answers look like, as JSON Schema, by name."""
    return dict(json.loads(SCHEMAS.read_text("utf-8")))


def build(site: str) -> bytes:
    """The description; its server is the site, or the one that it is asked of."""
    whole = descriptor.package()
    return as_json(
        {
            "openapi": OPENAPI,
            "info": {
                "title": whole["title"],
                "version": descriptor.version(),
                "description": word("openapi_about"),
                "license": {"name": whole["licenses"][0]["title"], "url": whole["licenses"][0]["path"]},
            },
            "servers": [{"url": links.home(site) or "/"}],
            "paths": {
                **_above(),
                **{_path(kind): {"get": _asked(kind)} for kind in tree.KINDS.values()},
                **{f"/{links.HOME}/{{version}}/{name}": {"get": _drawn(name)} for name in FIGURES},
            },
            "components": {"schemas": schemas(), "responses": _refusals(), "parameters": _parameters()},
        }
    )


def _above() -> Thing:
    """The files above the versions."""
    found = {}
    for name, schema in (("index", "Index"), ("openapi", None), ("versions", "Versions")):
        content = {JSON: {"schema": _schema(schema)}}
        found[f"/{links.HOME}/{name}.json"] = {"get": _operation(f"get_{name}", word(name), content, [])}
    return found


def _path(kind: Kind) -> str:
    return f"/{links.HOME}/{{version}}/{kind.path('{id}') if kind.folder else kind.path(next(iter(kind.ids())))}"


def _asked(kind: Kind) -> Thing:
    parameters: list[Thing] = [{"$ref": "#/components/parameters/version"}]
    if kind.folder:
        example = next(iter(kind.ids()))
        one: Thing = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": example}
        parameters.append({**one, "description": word("parameter_id")})
    parameters += [{"$ref": f"#/components/parameters/{name}"} for name in kind.narrows]
    return _operation(
        f"get_{kind.id}", kind.said(), {kind.mime: {"schema": _schema(SCHEMA_OF.get(kind.id), kind)}}, parameters
    )


def _drawn(name: str) -> Thing:
    """A picture of the view of a link to a page, by the parameters of the link."""
    page: Thing = {"name": "page", "in": "query", "schema": {"type": "string"}, "example": "minerals"}
    any_text = {"type": "object", "additionalProperties": {"type": "string"}}
    of_link: Thing = {"name": "link", "in": "query", "style": "form", "explode": True, "schema": any_text}
    parameters: list[Thing] = [
        {"$ref": "#/components/parameters/version"},
        {**page, "description": word("parameter_page")},
        {**of_link, "description": word("parameter_link")},
    ]
    ending = name.rpartition(".")[2]
    return _operation(
        f"get_figure_{ending}", word("figure"), {FIGURES[name]: {"schema": {"type": "string"}}}, parameters
    )


def _schema(name: str | None, kind: Kind | None = None) -> Thing:
    if name:
        return {"$ref": f"#/components/schemas/{name}"}
    return {"type": "object"} if kind is None or kind.mime.endswith("json") else {"type": "string"}


def _operation(name: str, said: str, content: Thing, parameters: list[Thing]) -> Thing:
    told = {"200": {"description": said, "content": content}, "304": {"description": word("not_modified")}}
    refused = {status: {"$ref": f"#/components/responses/{one}"} for status, one in REFUSALS.items()}
    made: Thing = {"operationId": name, "summary": said, "responses": told | refused}
    return made | ({"parameters": parameters} if parameters else {})


def _refusals() -> Thing:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {one: {"description": word(one), "content": content} for one in REFUSALS.values()}


def _parameters() -> Thing:
    version = {"type": "string", "examples": [links.LATEST, descriptor.version()]}
    found: Thing = {"version": {"name": "version", "in": "path", "required": True, "schema": version}}
    found |= {name: {"name": name, "in": "query", "schema": schema} for name, schema in TYPE_OF.items()}
    return {name: {**one, "description": word(f"parameter_{name}")} for name, one in found.items()}
