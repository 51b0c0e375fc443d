"""The locked requirements are those of the thirteen pins, with all that these bring along."""

import re
import tomllib
from fnmatch import fnmatch
from importlib import import_module, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SYSTEMS = ("linux", "darwin", "win32")
PYTHONS = ("3.11", "3.12", "3.13")


def pins() -> dict[str, str]:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def locked() -> list[tuple[Requirement, list[str]]]:
    text = re.sub(r"^#.*\n", "", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)
    entries = [entry.replace("\\\n", " ").split("--hash=") for entry in re.split(r"\n(?=\S)", text.strip())]
    return [(Requirement(name), [one.strip() for one in hashes]) for name, *hashes in entries]


def held(system: str, python: str) -> dict[str, str]:
    """Names and versions that the lock installs on a system."""
    place = {"sys_platform": system, "python_version": python, "python_full_version": f"{python}.1"}
    ones = [one for one, _ in locked() if one.marker is None or one.marker.evaluate(place)]
    assert len({one.name for one in ones}) == len(ones)
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in ones}


def test_lock_has_the_pins_on_every_system():
    assert len(pins()) == 13
    for system in SYSTEMS:
        for python in PYTHONS:
            assert pins().items() <= held(system, python).items()


def test_every_entry_is_one_version_with_hashes_and_names_no_host():
    for one, hashes in locked():
        assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(one.specifier))
        assert hashes
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", value) for value in hashes)
    assert "://" not in (ROOT / "requirements.lock").read_text("utf-8")


def test_lock_has_all_that_the_pins_bring_along():
    wanted, seen = list(pins()), set()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name in seen:
            continue
        seen.add(name)
        for text in metadata.requires(name) or []:
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name)
    assert seen <= {canonicalize_name(one.name) for one, _ in locked()}


def test_installed_package_takes_its_requirements_from_the_pins():
    assert PROJECT["project"]["dynamic"] == ["dependencies"]
    assert "dependencies" not in PROJECT["project"]
    assert PROJECT["tool"]["setuptools"]["dynamic"] == {"dependencies": {"file": "requirements.txt"}}


def test_console_script_is_the_command_line_of_the_data(capsys):
    ((name, place),) = PROJECT["project"]["scripts"].items()
    module, _, function = place.partition(":")
    assert name == "atlas-data"
    assert getattr(import_module(module), function)(["get", "population", "--year", "2020", "--country", "KAZ"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("KAZ,2020,")


def test_installed_package_has_every_folder_and_every_kind_of_file():
    packages = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    kinds = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    top = {path.parent.name for path in ROOT.glob("*/*.py")}
    assert top - {"tests"} == {package.removesuffix("*") for package in packages}
    for folder in top - {"tests"}:
        for path in (ROOT / folder).rglob("*.*"):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                assert any(fnmatch(path.name, kind) for kind in kinds), path
