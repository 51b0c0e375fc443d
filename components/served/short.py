"""Short addresses: `/claims/CL003` leads to a claim beside all others, `/brief/KAZ` is the brief of a country."""

from http import HTTPStatus
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from components.reader import link
from components.reader.choice import CLAIMS
from components.served import answers, asked, places
from components.served.endpoint import Endpoint
from components.served.problems import Refused
from data.analysis import claims
from data.faults import UnknownId
from data.output.brief import document
from data.package import countries
from data.vocabulary.language import speaking

BRIEF = "brief"
HTML = "text/html; charset=utf-8"
# A file that runs nothing and asks for nothing.
POLICY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
}


def _claim(request: Request) -> Response:
    """The way to the page of claims; what else the address asks for, as a language, goes along."""
    claim_id = request.path_params["claim_id"]
    known = claims.verdicts()["claim_id"].tolist()
    if claim_id not in known:
        raise _unknown("claim", claim_id, known)
    others = [(name, value) for name, value in request.query_params.multi_items() if name != "claim"]
    query = urlencode([("claim", claim_id), *others])
    return RedirectResponse(f"{places.root(request)}/{CLAIMS}?{query}", HTTPStatus.FOUND, answers.OPEN)


def _brief(request: Request) -> Response:
    """The brief, in the language and of the version of the data that the address asks for."""
    iso3 = request.path_params["iso3"]
    if iso3 not in countries.SIX:
        raise _unknown("country", iso3, list(countries.SIX))
    with asked.data_shown(request), speaking(link.language(asked.given(request))):
        body = document.of_country(iso3, places.home(request))
        named = {"Content-Disposition": f'inline; filename="{document.stem(iso3)}.html"'}
        return answers.of(request, body, HTML, headers={**POLICY, **named})


def _unknown(kind: str, wanted: str, known: list[str]) -> Refused:
    unknown = UnknownId(kind, wanted, known)
    return Refused(HTTPStatus.NOT_FOUND, str(unknown), unknown.close or tuple(known[:3]))


ROUTES: list[BaseRoute] = [
    Route(f"/{CLAIMS}/{{claim_id}}", Endpoint(_claim)),
    Route(f"/{BRIEF}/{{iso3}}", Endpoint(_brief)),
]
