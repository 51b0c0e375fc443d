"""What a request asks for, read as a page reads its link; to be worked out under the data that are shown now."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from starlette.requests import Request

from components import live
from components.reader import link
from components.reader.choice import Choice
from data.package import snapshot
from data.vocabulary.language import speaking


@dataclass(frozen=True)
class Asked:
    """A link to a page as it is understood: the choice, and what of it could not be used, in words."""

    page: str
    choice: Choice
    notices: tuple[str, ...]


@contextmanager
def data_shown() -> Iterator[snapshot.Snapshot | None]:
    """Hold the data that are shown now; None where there are none."""
    found = live.look().snapshot
    if found is None:
        yield None
        return
    with snapshot.held(found):
        yield found


@contextmanager
def of(request: Request, page: str) -> Iterator[Asked]:
    """The choice of a request to a page; inside, its language is spoken. To be called where the data are held."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    with speaking(link.language(given)):
        choice, notices = link.read(given, page)
        yield Asked(page, choice, tuple(notices))
