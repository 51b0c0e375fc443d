"""The bundle of the map's modules does what the modules do."""

import os
import shutil
import subprocess
from graphlib import CycleError

import pytest

from components.map import publish
from components.map.bundle import UnreadModule, bundle

SOURCES = {
    "top": 'import { two as twice, three } from "./numbers.js";\nimport { say } from "./words.js";\n'
    'export { two } from "./numbers.js";\n\nexport const told = () => say(twice + three);\n',
    "words": "const own = 1;\nexport const say = (what) => `${what + own}`;\n",
    "numbers": 'import { say } from "./words.js";\nexport const two = 2;\nexport const three = Number(say(2));\n'
    "const own = 9;\n",
}


def run(script: str, folder) -> str:
    node = shutil.which("node")
    if node is None:
        assert not os.environ.get("CI"), "node is needed in CI to run the bundle"
        pytest.skip("node is not installed, so the bundle can't be run")
    (folder / "bundle.mjs").write_text(script)
    (folder / "ask.mjs").write_text(
        'import * as made from "./bundle.mjs"; console.log(made.told(), made.two, Object.keys(made));'
    )
    return subprocess.run([node, "ask.mjs"], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_bundle_runs_like_its_modules(tmp_path):
    assert run(bundle(SOURCES, "top"), tmp_path) == "6 2 [ 'told', 'two' ]"


def test_bundle_is_the_same_whatever_order_its_modules_come_in():
    assert bundle(dict(reversed(SOURCES.items())), "top") == bundle(SOURCES, "top")


@pytest.mark.parametrize(
    "line",
    [
        'import everything from "./words.js";',
        'import * as words from "./words.js";',
        'import { say } from "elsewhere";',
        "export default 3;",
        "export { own };",
        'export { say as told } from "./words.js";',
        '  import { say } from "./words.js";',
    ],
)
def test_what_is_not_in_our_style_is_refused_by_name(line):
    with pytest.raises(UnreadModule, match=r"numbers\.js: (import|export)"):
        bundle(SOURCES | {"numbers": f"{line}\n{SOURCES['numbers']}"}, "top")


def test_missing_module_and_circle_are_errors():
    with pytest.raises(KeyError, match="words"):
        bundle({name: text for name, text in SOURCES.items() if name != "words"}, "top")
    with pytest.raises(CycleError):
        bundle(SOURCES | {"words": 'import { two } from "./numbers.js";\n' + SOURCES["words"]}, "top")


def test_every_module_of_the_map_is_in_the_published_script():
    script = (publish.BUILT / publish.SCRIPT).read_text("utf-8")
    own = [path.stem for path in publish.SOURCES.glob("*.js") if path.name != "loader.js"]
    assert len(own) > 20
    assert [name for name in own if script.count(f"const module_{name} = ") != 1] == []
    assert script.endswith("export const { show, keep } = module_atlas;\n")


def test_built_files_are_those_of_the_sources():
    for name, body in publish.wanted().items():
        assert (publish.BUILT / name).read_bytes() == body, f"{name}: run `python -m components.map` and commit it"
