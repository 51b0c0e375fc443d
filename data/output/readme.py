"""The papers that go with the tables when they leave: README with citation, and the licences.

Both are made from the descriptor and the tables alone, so the same data give the same text."""

from pathlib import Path

from data.output import citation, reading
from data.package import descriptor, licensing, sources, tables

LICENCE_FILE = Path(__file__).parents[2] / "LICENSE"
README, LICENCES = "README.md", "LICENSES.md"
FILES = (README, LICENCES)


def all_of(names: list[str], left_out: dict[str, int]) -> dict[str, str]:
    """The papers of these tables by file name; `left_out` are the rows withheld per table."""
    return {README: _readme(names, left_out), LICENCES: _licences(names)}


def _readme(names: list[str], left_out: dict[str, int]) -> str:
    whole = descriptor.package()
    lines = [
        f"# {whole['title']}",
        "",
        f"Version {whole['version']}, {descriptor.released()}. {whole['description']}",
        "",
        "Licence: curated selection, notes and summaries CC BY 4.0. Single figures keep the terms of their sources,",
        "which stand in sources.csv and, by licence, in LICENSES.md. Rows whose source does not allow passing its",
        "figures on are left out; the table below says how many.",
        "",
        "Cite as:",
        "",
        citation.text(citation.of_package()),
        "",
        "| file | rows | left out by licence | what |",
        "|---|--:|--:|---|",
    ]
    for name in names:
        resource = descriptor.resource(name)
        rows = len(licensing.withheld_rows(name)) - left_out[name]
        lines.append(f"| {resource['path']} | {rows} | {left_out[name]} | {resource['title']} |")
    end = "Columns, units and rules stand in datapackage.json (Frictionless Data Package v2)."
    return "\n".join([*lines, "", end, "", *reading.readme(), ""])


def _licences(names: list[str]) -> str:
    used = set().union(*(_source_ids(name) for name in names))
    groups: dict[tuple[str, str], list[str]] = {}
    for one in sorted(used):
        (source,) = sources.describe(one)
        groups.setdefault((source.licence, source.redistribution), []).append(one)
    lines = ["# Licences", "", LICENCE_FILE.read_text("utf-8").rstrip(), "", "## Terms of the sources", ""]
    for (licence, redistribution), ids in sorted(groups.items()):
        lines += [f"### {licence}", "", f"Redistribution: {redistribution}. Sources: {', '.join(ids)}.", ""]
    return "\n".join(lines)


def _source_ids(name: str) -> set[str]:
    if name == licensing.SOURCES:
        return set()
    text = tables.text(name)
    cells = {cell for column in licensing.source_columns(text) for cell in text[column]}
    return {part for cell in cells for part in cell.split(";") if part}
