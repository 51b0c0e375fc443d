"""A clone is the same bytes on every machine, whatever its git is set to do with line ends."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from data.checks import check, csv_layout, formatter
from data.package import descriptor

ROOT = Path(__file__).parents[2]


def git(*arguments: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A clone as git for Windows makes it by default."""
    if not (ROOT / ".git").exists():
        assert not os.environ.get("CI"), "no clone to clone from"
        pytest.skip("not a clone")
    folder = tmp_path_factory.mktemp("windows") / "atlas"
    git("clone", "--quiet", "--depth", "1", "--config", "core.autocrlf=true", ROOT.as_uri(), str(folder))
    return folder


def test_every_file_of_a_clone_for_windows_is_the_one_that_was_committed(clone):
    listed = [line.split("\t") for line in git("ls-files", "--stage", "-z", cwd=clone).split("\0") if line]
    other = []
    for told, name in listed:
        body = (clone / name).read_bytes()
        if hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest() != told.split()[1]:
            other.append(name)
    assert len(listed) > 300
    assert other == []
    assert git("status", "--porcelain", cwd=clone) == ""


def test_tables_of_a_clone_for_windows_are_the_sealed_ones(clone):
    assert descriptor.stale(clone / "data" / "curated") == []


def test_line_ends_of_windows_are_named_with_the_command_that_mends_them(small_copy):
    for path in small_copy.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    resources = descriptor.read_descriptor(small_copy)["resources"]
    found = [csv_layout.read(small_copy / resource["path"], resource)[1][0] for resource in resources]
    assert {one.rule_id for one in found} == {"line-end"}
    assert all("`python -m data format`" in one.rule for one in found)
    formatter.write(small_copy)
    assert check.run(small_copy) == []
