"""Runs modules of the map in Node."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "components" / "map"


@pytest.fixture(scope="session")
def node(tmp_path_factory):
    """Gives, for modules of the map and the names taken from them, what evaluates an expression over these in Node."""
    found = shutil.which("node")
    if found is None:
        assert not os.environ.get("CI"), "no Node found"
        pytest.skip("no Node found")

    def prepare(modules: tuple[str, ...], names: str):
        folder = tmp_path_factory.mktemp("map")
        (folder / "package.json").write_text('{"type": "module"}')
        for name in modules:
            shutil.copy(SCRIPTS / name, folder)
        imports = "\n".join(f'import * as m{i} from "./{name}";' for i, name in enumerate(modules))
        taken = ", ".join(f"...m{i}" for i, _ in enumerate(modules))

        def evaluate(expression: str):
            script = f"{imports}\nconst {{ {names} }} = {{ {taken} }};\nconsole.log(JSON.stringify({expression}));"
            (folder / "case.js").write_text(script)
            done = subprocess.run([found, "case.js"], cwd=folder, capture_output=True, text=True, timeout=30)
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout)

        return evaluate

    return prepare
