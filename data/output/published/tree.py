"""All that is published of one version of the data, by its path: `indicators/gdp_usd.csv` and so on."""

from collections.abc import Mapping

from data.faults import UnknownId
from data.output.published import (
    of_catalogues,
    of_claims,
    of_countries,
    of_flows,
    of_forums,
    of_indicators,
    of_package,
    of_shapes,
    of_tables,
    of_texts,
)
from data.output.published.kind import Asked, Kind
from data.package.snapshot import kept

MODULES = (
    *(of_indicators, of_shapes, of_flows, of_tables, of_countries, of_forums),
    *(of_claims, of_texts, of_package, of_catalogues),
)
KINDS: Mapping[str, Kind] = {kind.id: kind for module in MODULES for kind in module.KINDS}
# Bodies of one version that are kept; most are of some KB, the largest of a MB.
MOST = 48


@kept()
def paths() -> Mapping[str, tuple[str, str]]:
    """Every path, in the order of the kinds, with the kind and the id of its file."""
    return {kind.path(item): (kind.id, item) for kind in KINDS.values() for item in kind.ids()}


def by_item() -> list[str]:
    """Every path, those of one indicator beside each other: what they have in common is then made once."""
    return sorted(paths(), key=lambda path: paths()[path][1])


def find(path: str) -> tuple[Kind, str]:
    """The kind and the id of the file at a path. Raises UnknownId."""
    if path not in paths():
        raise UnknownId("file", path, _near(path))
    kind, item = paths()[path]
    return KINDS[kind], item


def _near(path: str) -> list[str]:
    """The paths that a wrong one is compared with, few enough to be compared at once: those of its folder and ending,
    or one of each kind."""
    folder, ending = path.partition("/")[0], path.rpartition(".")[2]
    of_folder = [kind for kind in KINDS.values() if kind.folder == folder]
    fitting = [kind for kind in of_folder if kind.ending == ending] or of_folder[:1]
    return [kind.path(item) for kind in fitting for item in kind.ids()] or _examples()


@kept()
def _examples() -> list[str]:
    return [kind.path(next(iter(kind.ids()))) for kind in KINDS.values()]


@kept(MOST, worded=True)
def body(path: str, asked: Asked) -> bytes:
    """The file at a path, or what of it is asked for; the same bytes for the same data and site. Raises UnknownId."""
    kind, item = find(path)
    return kind.make(item, asked)
