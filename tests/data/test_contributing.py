"""What CONTRIBUTING tells a curator is done here word for word, on a copy: every command, and the example table."""

import io
import json
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from data.__main__ import main
from data.package import snapshot

ROOT = Path(__file__).parents[2]
PAPER = (ROOT / "data" / "CONTRIBUTING.md").read_text("utf-8")
# What is not run here, and why: the whole check is what runs this test; the history of the copy is one commit long.
LEFT_TO_OTHERS = {"make check"}


def blocks(kind: str) -> list[str]:
    found = re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", PAPER, re.MULTILINE | re.DOTALL)
    return [re.sub(f"^{indent}", "", body, flags=re.MULTILINE) for indent, of, body in found if of == kind]


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for body in blocks("") for line in body.splitlines()]
    return [line for line in lines if line and line not in LEFT_TO_OTHERS]


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of data and shapes, with a history of one commit: a shallow clone has no more."""
    folder = tmp_path_factory.mktemp("curator") / "atlas"
    for name in ("data", "geo"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    for command in ("git init -q", "git add -A", "git -c user.name=x -c user.email=x@example.org commit -q -m x"):
        subprocess.run(command.split(), cwd=folder, check=True)
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess:
    """A command as it is told; of ours the first is a process of its own, the others need no interpreter each."""
    words = command.replace("COMMIT", "HEAD").split()
    if words[0] == "python" and command != commands()[1]:
        assert words[:3] == ["python", "-m", "data"]
        return run_here(words[3:], folder)
    words[0] = sys.executable if words[0] == "python" else words[0]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def run_here(words: list[str], folder: Path) -> subprocess.CompletedProcess:
    """A command of ours in this process, which sees the tables of the folder as they lie there now."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setenv("ATLAS_DATA_DIR", str(folder / "data" / "curated"))
        patch.setattr(snapshot, "_newest", None)
        patch.setattr(snapshot, "_before", None)
        code = main(words)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def add_the_example(folder: Path) -> str:
    (resource,) = map(json.loads, blocks("json"))
    (rows,) = blocks("csv")
    path = folder / "data" / "curated" / "datapackage.json"
    whole = json.loads(path.read_text("utf-8"))
    whole["resources"].append(resource)
    path.write_text(json.dumps(whole), "utf-8")
    (path.parent / resource["path"]).write_text(rows, "utf-8")
    return resource["name"]


def raise_the_version(folder: Path) -> None:
    path = folder / "data" / "curated" / "datapackage.json"
    path.write_text(re.sub(r'"version": "[0-9.]+"', '"version": "99.0.0"', path.read_text("utf-8"), count=1), "utf-8")


def test_every_step_works_as_told_with_the_example_table(copy):
    asked = commands()
    assert asked[:2] == ["cp -r data/curated ../before", "python -m data format"]
    assert run(asked[0], copy).returncode == 0
    name = add_the_example(copy)
    checks = [at for at, one in enumerate(asked) if one == "python -m data check"]
    assert len(checks) == 2
    for at, command in enumerate(asked[1:], start=1):
        if "--record" in command:
            raise_the_version(copy)
        done = run(command, copy)
        assert "Traceback" not in done.stderr
        if at != checks[0]:
            assert done.returncode == 0, f"{command}: {done.stdout} {done.stderr}"
        if "diff" in command:
            assert {line.split(",")[0] for line in done.stdout.splitlines()[1:]} == {name}
    record = json.loads((copy / "data" / "curated" / "changes.json").read_text("utf-8"))
    assert record["version"] == "99.0.0"
    assert record["tables"] == {name: {"rows_added": 2, "rows_removed": 0, "cells": []}}
    assert run("python -m data check", copy).returncode == 0
    assert run(f"python -m data export {name} --out ../taken", copy).returncode == 0
    assert (copy.parent / "taken" / f"{name}.csv").read_text("utf-8") == blocks("csv")[0]


def test_list_of_keys_is_that_of_the_tables_there_are():
    (told,) = map(json.loads, blocks("json"))
    whole = json.loads((ROOT / "data" / "curated" / "datapackage.json").read_text("utf-8"))
    for resource in whole["resources"]:
        assert set(resource) - {"bytes", "hash", "rows", "coverage"} == set(told)
        assert set(resource["schema"]) == set(told["schema"])
