"""The payloads of all indicators in one file for the browser, which draws from it before the server has answered.

Put together once per version of data and code, beside the work and a little at a time; until then a map's payload
travels with its change."""

import json
import threading
import time
from pathlib import Path

import streamlit as st

from components import cache
from components.map import publish
from components.widgets import controls
from data import package

HELD = "shelf_held"
FIRST_S = 3.0
REST_PER_WORK = 3


def _fill(path: Path) -> None:
    """Write the file: by subject the ids of its indicators by label, and the payloads by id.

    It waits until the first reader is served, and then works a quarter of the time."""
    time.sleep(FIRST_S)
    values = {}
    for members in controls.families().values():
        for one in members:
            began = time.monotonic()
            values[one] = cache.new_payload(one)
            time.sleep(REST_PER_WORK * (time.monotonic() - began))
    told = {"subjects": controls.choices(), "values": values}
    publish.put(path, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


@st.cache_resource(show_spinner=False)
def _path(fingerprint: str) -> Path:
    path = publish.shelf_path(fingerprint)
    if not path.exists():
        threading.Thread(target=_fill, args=(path,), daemon=True).start()
    return path


def address() -> str | None:
    """Where the browser finds the file, None while it is not there."""
    path = _path(package.fingerprint())
    return f"app/static/published/{path.name}" if path.exists() else None


def is_held(found: str | None) -> bool:
    """Whether this reader's browser was told of the file before, so that its contents need not be sent."""
    known = st.session_state.get(HELD)
    st.session_state[HELD] = found
    return found is not None and known == found
