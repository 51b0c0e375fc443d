"""The payloads of all indicators in one file for the browser, which draws from it before the server has answered.

Put together once per version of data and code, and for each language that somebody reads in, beside the work and a
little at a time; until then a map's payload travels with its change. The file leaves out the countries of an indicator
that have a figure which may not be passed on; what is shown of them is sent with the map, and the map waits for it."""

import json
import time
from pathlib import Path

import streamlit as st

from components import beside, cache
from components.map import publish
from components.map.payload import Payload, Preload, Remainder
from data import indicator_lists, indicators
from data.package import licensing, snapshot
from data.package.snapshot import kept
from data.vocabulary.language import spoken

HELD, LACKED = "preload_held", "preload_lacked"
FIRST_S = 3.0
REST_PER_WORK = 3


@kept()
def withheld_countries(indicator_id: str) -> frozenset[str]:
    """Countries with a figure of the indicator that may be shown, but not passed on."""
    values = indicators.values(indicator_id)
    return frozenset(values.loc[licensing.is_withheld(values), "iso3"])


def public_part(payload: Payload) -> Payload:
    """A payload as it may stand in a file; `partial` says that countries are left out."""
    closed = withheld_countries(payload["indicator"])
    cells = {iso3: cell for iso3, cell in payload["cells"].items() if iso3 not in closed}
    return payload | {"cells": cells, "partial": bool(closed)}


def remainder(indicator_id: str) -> Remainder:
    """What has to be sent to a browser that holds the file: the cells of the countries left out, mostly nothing."""
    closed = withheld_countries(indicator_id)
    if not closed:
        return {}
    cells = cache.map_payload(indicator_id, "auto")["cells"]
    return {"cells": {iso3: cell for iso3, cell in cells.items() if iso3 in closed}}


def _fill(path: Path) -> bool:
    """Write the file beside the work: it waits until the first reader is served, and then works a quarter of the time.

    Whether it is there now."""
    time.sleep(FIRST_S)
    return _write(path, beside.Pause(REST_PER_WORK))


def _write(path: Path, pause: beside.Pause) -> bool:
    """Write the file, by subject the ids of its indicators by label, and the payloads by id; whether it is there now.

    It ends where newer data came meanwhile. Where code was changed, the name says what this process has not loaded,
    and nothing is written."""
    values = {}
    for ids in indicator_lists.families().values():
        for indicator_id in ids:
            if beside.is_overtaken():
                return False
            values[indicator_id] = public_part(cache.new_payload(indicator_id))
            pause.take()
    content = Preload(subjects=indicator_lists.choices(), values=values)
    if path != publish.preload_path(snapshot.current().fingerprint, spoken()):
        return False
    return publish.put_if_possible(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def write() -> Path | None:
    """Write the file of the data and language at hand at once; where it is, None where it could not be written."""
    return _path() if _path().exists() or _write(_path(), beside.Pause(0)) else None


@kept(worded=True)
def _path() -> Path:
    """Of the data at hand, the language spoken and the code that this process runs on."""
    return publish.preload_path(snapshot.current().fingerprint, spoken())


def address() -> str | None:
    """Where the browser finds the file; None while it is put together, and for a browser that could not read it.

    There is none of an older version: a minute of work, for a reader who looks at one thing."""
    if snapshot.is_past():
        return None
    path = _path()
    if not beside.ensure(path, _fill):
        return None
    found = f"app/static/published/{path.name}"
    return None if found == st.session_state.get(LACKED) else found


def is_preloaded(found: str | None) -> bool:
    """Whether this reader's browser was told of the file before, so that its contents need not be sent."""
    known = st.session_state.get(HELD)
    st.session_state[HELD] = found
    return found is not None and known == found


def give_up() -> None:
    """Take it from the browser that it could not read the file: from now on all is sent."""
    st.session_state[LACKED] = st.session_state.get(HELD)
