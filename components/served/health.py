"""`/healthz`: which data this process serves and whether they passed their checks, for a proxy or a watchman."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import live
from components.served import asked
from data.package import descriptor


def _healthz(_request: Request) -> Response:
    """200 with the version where data are shown, 503 where there are none; `refused` counts faults of newer ones."""
    state = live.look()
    with asked.data_shown() as shown:
        told: dict[str, object] = {"checked": shown is not None, "refused": 0, "version": None, "fingerprint": None}
        if shown is not None:
            told |= {"version": descriptor.version(), "fingerprint": shown.fingerprint}
        if state.refused:
            told["refused"] = len(state.refused.faults)
    status = 200 if told["checked"] else 503
    return Response(json.dumps(told), status, {"Cache-Control": "no-store"}, "application/json")


ROUTES = [Route("/healthz", _healthz)]
