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
    """Gives, for modules of the map, what evaluates an expression over them in Node, `d` being the data given with it.

    The `names` are taken out of their modules."""
    found = shutil.which("node")
    if found is None:
        assert not os.environ.get("CI"), "no Node found"
        pytest.skip("no Node found")

    def prepare(modules: tuple[str, ...], names: str = ""):
        folder = tmp_path_factory.mktemp("map")
        (folder / "package.json").write_text('{"type": "module"}')
        for path in SCRIPTS.glob("*.js"):
            if path.name != "loader.js":
                shutil.copy(path, folder)
        imports = "\n".join(f'import * as {name} from "./{name}.js";' for name in modules)
        taken = ", ".join(f"...{name}" for name in modules)

        def evaluate(expression: str, data: object = None):
            given = f"const {{ {names} }} = {{ {taken} }};\nconst d = {json.dumps(data)};"
            (folder / "case.js").write_text(f"{imports}\n{given}\nconsole.log(JSON.stringify({expression}));")
            done = subprocess.run([found, "case.js"], cwd=folder, capture_output=True, text=True, timeout=30)
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout)

        return evaluate

    return prepare
