"""How addresses for programs answer: every method, in a thread, never with a page, faults always as JSON."""

from collections.abc import Callable
from http import HTTPStatus

import anyio
from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from components.served import asked, problems
from components.served.problems import Refused
from data.output.published.kind import word as api_word
from data.vocabulary.language import ENGLISH, speaking

METHODS = "GET, HEAD, OPTIONS"
# More at a time only make each other slow, and keep the pages waiting.
AT_A_TIME = 4
PREFLIGHT = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": METHODS,
}
_LIMITER: RunVar[CapacityLimiter] = RunVar("at_a_time")


def _limiter() -> CapacityLimiter:
    """The limit of the loop at hand."""
    try:
        return _LIMITER.get()
    except LookupError:
        _LIMITER.set(CapacityLimiter(AT_A_TIME))
        return _LIMITER.get()


class Endpoint:
    """An ASGI application of a function that answers under the data at hand, in English."""

    def __init__(self, answer: Callable[[Request], Response]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        response = await anyio.to_thread.run_sync(self._told, Request(scope, receive), limiter=_limiter())
        await response(scope, receive, send)

    def _told(self, request: Request) -> Response:
        """The answer; of a HEAD the server leaves out the body."""
        if request.method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
        try:
            return self._found(request)
        except Refused as refused:
            return problems.answer(request, refused)

    def _found(self, request: Request) -> Response:
        with asked.data_shown() as shown, speaking(ENGLISH):
            if request.method not in METHODS.split(", "):
                allowed = {"Allow": METHODS}
                raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, api_word("bad_method"), headers=allowed)
            if shown is None:
                raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, api_word("no_data"))
            return self._answer(request)
