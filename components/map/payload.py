"""What crosses the wire between Python and the map's scripts, key by key; `js/payload.d.ts` says the same to those.

A test holds the two together. A key that need not be sent is marked so; what may be null is there and says so."""

from typing import NotRequired, TypedDict


class Scale(TypedDict):
    """How classes are coloured: a palette, a kind for each class, the labels of a colour that runs on (or none)."""

    palette: str
    kinds: list[str | int]
    ends: list[str]


class ClassLabel(TypedDict):
    """A class of values in the legend."""

    label: str


class Absence(TypedDict):
    """A reason why values are missing, and its words."""

    status: str
    label: str


class Cells(TypedDict):
    """A country over all years: `texts` has one for each, with a bar between (none for memberships).

    A run is `[year index, class or -(absence + 1), status, source]`, good until the next one starts; only the first two
    where a value is missing, only the first where the country has no row."""

    runs: list[list[int]]
    texts: NotRequired[str]


class Payload(TypedDict):
    """An indicator over all its years.

    The parts are the same for every indicator: the browser lays one payload over another, and what the later one left
    out would stay from the earlier. `open` are the places of years that are not full."""

    open: list[int]
    indicator: str
    title: str
    unit: str
    categorical: bool
    ranked: bool
    series: list[str]
    years: list[int]
    scale: Scale
    classes: list[ClassLabel]
    missing: list[Absence]
    statuses: list[str]
    sources: list[str]
    cells: dict[str, Cells]
    # The two years of a difference.
    between: NotRequired[list[int]]
    # Whether countries are left out; only in the file of all indicators.
    partial: NotRequired[bool]


class Remainder(TypedDict):
    """What of a payload has to be sent to a browser that has the rest."""

    cells: NotRequired[dict[str, Cells]]


class Preload(TypedDict):
    """The file of all indicators: for each subject the ids by their labels in its list, and the payloads by id."""

    subjects: list[dict[str, str]]
    values: dict[str, Payload]


class FlowPair(TypedDict):
    """Flows from one country to another: a value for each year, "other" where it is only summed, null where missing.

    `origins` are runs `[year index, status, source]`, each good until the next one starts."""

    origin: str
    dest: str
    values: list[float | str | None]
    origins: list[list[int]]


class WidthMark(TypedDict):
    """A line in the legend of widths."""

    value: float
    text: str


class Flows(TypedDict):
    """Flows between pairs of countries over all years, in display units.

    `home` is the side whose exports are lines `out` and whose imports are lines `in`, the keys of `measures`; below
    `least` a line has no width of its own, which `under` says where there is one. `anchors` are places [lon, lat]."""

    unit: str
    decimals: int
    home: list[str]
    measures: dict[str, str]
    note: str
    words: dict[str, str]
    years: list[int]
    notes: list[str]
    most: float
    least: float
    under: str | None
    marks: list[WidthMark]
    anchors: dict[str, list[float]]
    names: dict[str, str]
    statuses: list[str]
    sources: list[str]
    pairs: list[FlowPair]
    # Of a layer over values of another subject: its name, and the indicators under which that is the heading anyway.
    title: NotRequired[str]
    own: NotRequired[list[str]]


class SiteKind(TypedDict):
    """A kind of points in the legend."""

    id: str
    label: str


class Site(TypedDict):
    """A mineral site or a capital; `kind` and `source` are places in their lists, -1 where there is no source."""

    lon: float
    lat: float
    iso3: str
    name: str
    kind: int
    minerals: list[str]
    remarks: str
    source: int


class Points(TypedDict):
    """Mineral sites and capitals; `minerals` are the names of theirs."""

    kinds: list[SiteKind]
    sources: list[str]
    minerals: dict[str, str]
    sites: list[Site]


class Setup(TypedDict):
    """What the maps of a page need once and not with every change.

    `layers` are addresses of shapes by name; `labelled` countries get their names printed, `five` decide which years
    the slider marks as empty. `units` are the plural forms of units, by the unit after many; `signs` are those before
    decimals and between thousands in the `language`."""

    layers: dict[str, str]
    topology: str
    names: dict[str, str]
    labelled: list[str]
    five: list[str]
    flows: Flows | None
    points: Points | None
    words: dict[str, str]
    units: dict[str, dict[str, str]]
    alt: dict[str, str]
    note: str
    credit: str
    language: str
    signs: list[str]


class SetupMessage(TypedDict):
    """A setup, packed as `content` under its digest `setup`, and the words for a script that does not come."""

    setup: str
    content: str
    fault: str
    again: str


class Message(TypedDict):
    """What travels with every change of a map; what is not so is left out.

    `content` is the packed payload, or what of it is not in the file `preload`, from which `preloaded` is drawn."""

    setup: str
    year: int
    view: str
    parts: dict[str, str]
    content: NotRequired[str]
    preload: NotRequired[str]
    preloaded: NotRequired[str]
    flows: NotRequired[bool]
    points: NotRequired[bool]
    selected: NotRequired[str]
    pair: NotRequired[str]
    group: NotRequired[str]
