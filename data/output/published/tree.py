"""All that is published of one version of the data, by its path: `indicators/gdp_usd.csv` and so on."""

import re
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


def find(path: str) -> tuple[Kind, str]:
    """The kind and the id of the file at a path. Raises UnknownId."""
    if path not in paths():
        raise UnknownId("file", path, _near(path))
    kind, item = paths()[path]
    return KINDS[kind], item


def _near(path: str) -> list[str]:
    """The paths that a wrong one is compared with: those of its folder, where it names one."""
    folder = re.match(r"[a-z]+/", path)
    found = [one for one in paths() if folder and one.startswith(folder[0])]
    return found or list(paths())


@kept(MOST, worded=True)
def body(path: str, asked: Asked) -> bytes:
    """The file at a path, or what of it is asked for; the same bytes for the same data and site. Raises UnknownId."""
    kind, item = find(path)
    return kind.make(item, asked)
