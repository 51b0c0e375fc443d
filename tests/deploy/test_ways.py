"""`app.py` comes up in every way that a host may start it: the same page, the same figures, with a living map."""

import json
import os
import re
import subprocess
import sys
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.deploy.servers import ROOT, free_port, started, status, told, visit, wait_for

SCRIPT = """
import sys
from streamlit.web import bootstrap
bootstrap.load_config_options({"server.port": int(sys.argv[1]), "server.address": "127.0.0.1"})
bootstrap.run("app.py", False, [], {})
"""
# As an application found by Streamlit, below a base path; as a script that is no application; under any ASGI server.
WAYS = {
    "found": (("-m", "streamlit", "run", "app.py"), "/atlas/of/ours"),
    "script": (("-c", SCRIPT), ""),
    "asgi": (("-m", "uvicorn", "app:app"), ""),
}


def command(way: str, port: int) -> tuple[str, ...]:
    asked, _ = WAYS[way]
    return (*asked, str(port)) if way == "script" else (*asked, "--port", str(port)) if way == "asgi" else asked


@pytest.fixture(scope="module")
def addresses():
    """The address of each way's server; all start at once."""
    with ExitStack() as stack:
        found, processes = {}, {}
        for way, (_, base) in WAYS.items():
            port = free_port()
            environment = {
                "STREAMLIT_SERVER_PORT": str(port),
                "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
                "STREAMLIT_SERVER_BASE_URL_PATH": base.strip("/"),
            }
            found[way] = f"http://127.0.0.1:{port}{base}"
            processes[way] = stack.enter_context(started(*command(way, port), **environment))
        for way, address in found.items():
            wait_for(f"{address}/_stcore/health", processes[way])
        yield found


@pytest.mark.parametrize("way", WAYS)
def test_page_runs_to_its_end_with_a_map(addresses, way):
    answer = visit(addresses[way])
    assert answer.fault == ""
    assert answer.is_finished
    assert answer.indicators
    assert status(f"{addresses[way]}/app/static/map/atlas.js") == 200


@pytest.mark.parametrize("way", ["found", "asgi"])
def test_addresses_beside_the_pages_are_there_where_the_application_is(addresses, way):
    assert told(addresses[way])["checked"] is True


@pytest.mark.parametrize("way", ["found", "asgi"])
def test_image_finds_its_health_with_and_without_a_base_path(addresses, way):
    (told,) = re.findall(
        r"^HEALTHCHECK .*\\\n +CMD (.*)$", (ROOT / "deploy" / "Dockerfile").read_text("utf-8"), re.MULTILINE
    )
    place = urlsplit(addresses[way])
    asked = {"STREAMLIT_SERVER_PORT": str(place.port), "STREAMLIT_SERVER_BASE_URL_PATH": place.path}
    command = [sys.executable, *json.loads(told)[1:]]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_base_path_is_before_everything(addresses):
    root = addresses["found"].removesuffix(WAYS["found"][1])
    assert status(f"{root}/healthz") == 404
    assert status(f"{addresses['found']}/_stcore/metrics") == 404
