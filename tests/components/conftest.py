"""Runs modules of the map and of the search in Node, and asks for what is served."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import live
from components.served import guard, routes
from data.checks.watch import State
from data.package import snapshot

COMPONENTS = Path(__file__).parents[2] / "components"


@pytest.fixture(scope="module")
def client():
    """Asks the routes as the server has them, behind the guard, under the data of this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live, "look", lambda: State(snapshot.newest()))
        with TestClient(Starlette(routes=routes.every(), middleware=guard.MIDDLEWARE)) as asking:
            yield asking


@pytest.fixture(scope="session")
def node():
    """Gives, for modules of the map (or another `part`), what evaluates an expression over them in Node, `d` being the
    data given with it.

    A module is given by its path ("base/cells") and called by its name ("cells"); the `names` are taken out of their
    modules."""
    found = shutil.which("node")
    if found is None:
        assert not os.environ.get("CI"), "no Node found"
        pytest.skip("no Node found")

    def prepare(modules: tuple[str, ...], names: str = "", part: str = "map"):
        called = {Path(path).name: (COMPONENTS / part / "js" / f"{path}.js").as_uri() for path in modules}
        imports = "\n".join(f'import * as {name} from "{address}";' for name, address in called.items())
        taken = ", ".join(f"...{name}" for name in called)

        def evaluate(expression: str, data: object = None):
            given = f"const {{ {names} }} = {{ {taken} }};\nconst d = {json.dumps(data)};"
            case = f"{imports}\n{given}\nconsole.log(JSON.stringify({expression}));"
            command = [found, "--input-type=module"]
            done = subprocess.run(command, input=case, capture_output=True, text=True, timeout=30)
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout)

        return evaluate

    return prepare
