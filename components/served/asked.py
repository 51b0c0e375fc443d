"""What a request asks for, read as a page reads its link; to be worked out under the data that are shown now."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from starlette.requests import Request

from components import live
from components.reader import link
from components.reader.choice import Choice
from components.reader.parameters import VERSION
from data.package import releases, snapshot
from data.vocabulary.language import speaking


@dataclass(frozen=True)
class Asked:
    """A link to a page as it is understood: the choice, and what of it could not be used, in words."""

    page: str
    choice: Choice
    notices: tuple[str, ...]


@contextmanager
def data_shown(request: Request | None = None) -> Iterator[snapshot.Snapshot | None]:
    """Hold the data that are shown now, or the older version that a request names; None where there are none."""
    found = live.look().snapshot
    version = _version(request) if found and request else ""
    shown = releases.of(version) if version else found
    if shown is None:
        yield None
        return
    with snapshot.held(shown):
        yield shown


def given(request: Request) -> dict[str, list[str]]:
    """The parameters of a request, each with all its values."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _version(request: Request) -> str:
    """The older version that a request names, in its path or else in its link; empty where it names none that is."""
    path = request.path_params.get("version")
    return link.version({VERSION.name: path} if path else given(request))


@contextmanager
def of(request: Request, page: str) -> Iterator[Asked]:
    """The choice of a request to a page; inside, its language is spoken. To be called where the data are held."""
    told = given(request)
    with speaking(link.language(told)):
        choice, notices = link.read(told, page)
        yield Asked(page, choice, tuple(notices))
