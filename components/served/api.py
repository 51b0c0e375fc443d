"""`/api/v1/...` and what robots read: the published files, made when they are asked for.

What is answered is what `python -m data publish` writes, byte by byte; beside that a year and a country can be asked
for. A wrong address is answered with what was wrong and what is nearest."""

import re
from functools import partial
from http import HTTPStatus

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.served import answers, places, problems
from components.served.endpoint import Endpoint
from components.served.problems import Refused
from data.faults import UnknownId
from data.output.published import above, links, tree, versions
from data.output.published.kind import COUNTRY, YEAR, Asked, Kind
from data.output.published.kind import word as api_word
from data.package import snapshot

TEXTS = ("text/", "application/json", "application/ld+json", "application/geo+json", "application/xml")


class _Whole(Convertor[str]):
    """All that is left of an address, whatever signs are in it; that of Starlette ends at a new line."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        """The text as it is."""
        return value

    def to_string(self, value: str) -> str:
        """The text as it is."""
        return value


register_url_convertor("whole", _Whole())


def _above(address: str, request: Request) -> Response:
    """A file above the versions, or one for robots."""
    _parameters(request, ())
    mime, _ = above.FILES[address]
    return answers.of(request, above.body(address, places.home(request)), _with_charset(mime))


def _versioned(request: Request) -> Response:
    """A file of a version, or of the newest one."""
    version, _, path = str(request.path_params["path"]).partition("/")
    found = versions.snapshot_of(version)
    if found is None:
        raise _nowhere(request, _in_version(version, path))
    with snapshot.held(found):
        kind, item = _file(request, version, path)
        try:
            body = tree.body(path, _asked(request, kind))
        except UnknownId as unknown:
            years = kind.about(item).years if unknown.kind == YEAR else None
            nearest = tuple(map(str, years)) if years else unknown.close
            raise Refused(HTTPStatus.BAD_REQUEST, str(unknown), nearest) from None
        headers = {"Content-Disposition": f'inline; filename="{kind.stem(item)}.{kind.ending}"'}
        is_fixed = version != links.LATEST
        return answers.of(request, body, _with_charset(kind.mime), is_fixed=is_fixed, headers=headers)


def _file(request: Request, version: str, path: str) -> tuple[Kind, str]:
    try:
        return tree.find(path)
    except UnknownId as unknown:
        raise _nowhere(request, [links.file("", one, version) for one in unknown.close]) from None


def _in_version(version: str, path: str) -> list[str]:
    """Addresses near one whose version is none: the same without it, and the newest of what is asked for."""
    whole = f"{version}/{path}".strip("/")
    for one in (path, whole):
        if one in tree.paths():
            return [links.file("", one)]
    return [above.INDEX, above.VERSIONS]


def _nowhere(request: Request, nearest: list[str]) -> Refused:
    root = places.root(request)
    address = problems.shortened(str(request.scope["path"]))
    near = tuple(f"{root}{one}" for one in nearest)
    return Refused(HTTPStatus.NOT_FOUND, api_word("no_address", address=address), near)


def _elsewhere(request: Request) -> Response:
    """Any other address below `/api`."""
    raise _nowhere(request, [above.INDEX])


def _asked(request: Request, kind: Kind) -> Asked:
    """What of a file is asked for. Raises Refused."""
    given = _parameters(request, kind.narrows)
    year = given.get(YEAR)
    if year is not None and not re.fullmatch(r"[0-9]{4}", year):
        raise Refused(HTTPStatus.BAD_REQUEST, api_word("not_a_year"))
    country = given.get(COUNTRY)
    return Asked(places.home(request), None if year is None else int(year), country and country.upper())


def _parameters(request: Request, known: tuple[str, ...]) -> dict[str, str]:
    """The parameters given, each once and one of those known. Raises Refused: what is passed over would mislead."""
    for name in request.query_params:
        if name not in known:
            said = api_word("no_parameter", parameter=problems.shortened(name)) if known else api_word("no_parameters")
            raise Refused(HTTPStatus.BAD_REQUEST, said, known)
        if len(request.query_params.getlist(name)) > 1:
            raise Refused(HTTPStatus.BAD_REQUEST, api_word("twice", parameter=name))
    return dict(request.query_params)


def _with_charset(mime: str) -> str:
    return f"{mime}; charset=utf-8" if mime.startswith(TEXTS) else mime


ROUTES: list[BaseRoute] = [
    *(Route(address, Endpoint(partial(_above, address))) for address in above.FILES),
    Route(f"/{links.HOME}/{{path:whole}}", Endpoint(_versioned)),
    Route("/api", Endpoint(_elsewhere)),
    Route("/api/{path:whole}", Endpoint(_elsewhere)),
]
