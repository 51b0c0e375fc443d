"""What README and LICENSE promise to those who copy the repository holds."""

import re
from pathlib import Path

from data.package import descriptor, licensing, sources, tables

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_readme_counts_the_rows_that_may_not_be_passed_on():
    (told,) = re.findall(r"holds ([\d,]+) rows of sources whose terms forbid", text("README.md"))
    held = sum(int(licensing.withheld_rows(name).sum()) for name in descriptor.names())
    assert int(told.replace(",", "")) == held


def test_readme_names_publishers_of_restricted_sources_only():
    (named,) = re.findall(r"among others (.*?)\)", text("README.md"), re.DOTALL)
    ids = tables.text("sources")["source_id"]
    held = " ".join(
        f"{source.publisher} "
        for key in ids
        for source in sources.describe(key)
        if source.redistribution == "restricted"
    )
    for part in re.split(r", | and ", named.replace("the ", "").replace("\n", " ")):
        assert part.strip() in held


def test_every_paper_says_what_a_copy_owes_and_how_to_strip_it():
    for name in ("README.md", "LICENSE", "data/CONTRIBUTING.md"):
        assert "python -m data strip --out" in text(name)
        assert "holders of the rights" in " ".join(text(name).split())


def test_commands_for_windows_are_those_for_others_with_its_paths():
    plain, windows = (
        [line.split("#")[0].strip() for line in body.splitlines()]
        for body in re.findall(r"```(?:powershell)?\n((?:.*-m venv)(?:.*\n)+?)```", text("README.md"))
    )
    assert [line.replace("\\", "/").replace("Scripts", "bin") for line in windows[1:]] == plain[1:]
    assert all((ROOT / name).is_file() for line in plain for name in re.findall(r"\S+\.(?:py|txt)$", line))
