"""Runs modules of the map and of the search in Node."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

COMPONENTS = Path(__file__).parents[2] / "components"


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
