"""What is wrong with a request, as JSON after RFC 9457: status, what was wrong, the nearest that there is."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from components.served import answers, places
from data.output.published import above, api_description

LONGEST = 120


class Refused(Exception):
    """A request that is not answered; `nearest` are addresses or values that would be."""

    def __init__(
        self, status: HTTPStatus, detail: str, nearest: tuple[str, ...] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.nearest, self.headers = status, detail, nearest, headers or {}


def answer(request: Request, refused: Refused) -> Response:
    """The answer to a request that is refused."""
    told: dict[str, object] = {
        "type": "about:blank",
        "title": refused.status.phrase,
        "status": refused.status.value,
        "detail": refused.detail,
        "nearest": list(refused.nearest),
        "index": f"{places.root(request)}{above.INDEX}",
    }
    headers = {**answers.OPEN, "Cache-Control": "no-store", **refused.headers}
    body = json.dumps(told, ensure_ascii=True)
    return Response(body, refused.status, headers, api_description.PROBLEM)


def shortened(text: str) -> str:
    """What was asked for, as it can be told back."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
