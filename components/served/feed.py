"""`/feed.xml`: what is new, for readers of feeds."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.served import answers, asked, places
from data.output import feed
from data.vocabulary.language import ENGLISH, speaking


def _feed(request: Request) -> Response:
    """The feed of the data shown; 503 where there are none."""
    with asked.data_shown() as shown:
        if shown is None:
            return Response(status_code=503, headers={"Cache-Control": "no-store"})
        with speaking(ENGLISH):
            return answers.of(request, feed.body(places.home(request)), feed.MIME)


ROUTES = [Route(f"/{places.FEED}", _feed, name="feed")]
