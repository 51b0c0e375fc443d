"""What the browser loads of the map is built from the modules and styles as they are."""

import json
import os
import re
from pathlib import Path

import pytest

from components.map import build, publish

ROOT = Path(__file__).parents[2]
STALE = "run `make format` and commit what it builds"


def built(name: str, one: build.Bundle = build.MAP) -> bytes:
    return (one.built / name).read_bytes()


@pytest.mark.parametrize("one", build.BUNDLES)
def test_script_and_styles_are_of_the_sources_as_they_are(one):
    assert built(one.script, one).decode().partition("\n")[0] == one.head(), STALE
    assert built(publish.STYLE, one) == one.style, STALE


@pytest.mark.parametrize("one", build.BUNDLES)
def test_esbuild_makes_the_script_that_is_committed(one):
    if not build.ESBUILD.exists():
        assert not os.environ.get("CI"), "esbuild is needed in CI to build the script"
        pytest.skip("esbuild is not installed, so the script can't be built")
    assert one.body() == built(one.script, one), STALE


def test_change_of_a_module_shows_in_the_first_line_and_one_of_the_loader_does_not(tmp_path):
    for name in ("map.js", "loader.js"):
        (tmp_path / name).write_text("")
    one = build.Bundle(tmp_path, "map.js", tmp_path, publish.SCRIPT, tmp_path / "loader.js")
    before = one.head()
    (tmp_path / "loader.js").write_text("1;")
    assert one.head() == before
    (tmp_path / "map.js").write_text("1;")
    assert one.head() != before


def test_script_is_one_file_with_the_calls_of_the_page_and_of_the_loader():
    script = built(publish.SCRIPT).decode()
    assert sorted(re.findall(r"\w+ as (\w+)", re.findall(r"export\s?\{(.*?)\}", script)[-1])) == [
        "begin",
        "first",
        "keep",
        "show",
    ]
    assert re.findall(r"\bimport\s*[({\"*]|\bfrom\s*\"", script) == []


def test_lock_file_names_no_host_and_every_package_by_its_digest():
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    own = packages.pop("")
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert own["devDependencies"] == wanted
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, one in packages.items() if "resolved" in one or "integrity" not in one] == []
