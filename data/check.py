"""The whole check of a folder of curated tables: descriptor, seal, layout, types and keys, named rules.

Our own part is the layout of the files (`data/layout.py`) and the rules that span tables (`data/rules/`); frictionless
checks the rest by the descriptor (`data/validation.py`). Every fault names file, line, column, value and rule. A cell
is told for the first of these parts that finds it at fault, so that one slip is one line to read."""

from pathlib import Path

from data import layout, package, schema, validation
from data.faults import Fault
from data.layout import Sheet
from data.rules import registry
from data.rules.rule import Row, Tables


def run(directory: Path) -> list[Fault]:
    """All faults of the tables in a folder, sorted by file and line; empty where all is well."""
    whole, found = schema.read(directory)
    if not whole or any(fault.rule_id == "descriptor" for fault in found):
        return sorted(set(found))
    found += package.stale(directory)
    sheets: dict[str, Sheet] = {}
    files = {one["name"]: one["path"] for one in whole["resources"]}
    for one in whole["resources"]:
        if not (directory / one["path"]).is_file():
            continue
        sheet, of_layout = layout.read(directory / one["path"], one)
        found += of_layout
        if not any(fault.rule_id in layout.UNREADABLE for fault in of_layout):
            sheets[one["name"]] = sheet
    found += _news(validation.faults(directory, whole, sheets), found)
    short = {one["name"] for one in whole["resources"] if one.get(package.ROWS_LEFT_OUT)}
    found += _news(_by_rules(sheets, files, short), found)
    for one in whole["resources"]:
        if one["name"] in sheets:
            found += layout.order_faults(sheets[one["name"]], one["path"], one["schema"]["primaryKey"])
    return sorted(set(found))


def counts(directory: Path) -> dict[str, int]:
    """Rows per table."""
    whole = package.read_descriptor(directory)
    return {one["name"]: len(layout.read(directory / one["path"], one)[0].records) for one in whole["resources"]}


def _news(later: list[Fault], before: list[Fault]) -> list[Fault]:
    """The first fault of each cell that is not told for yet; faults of whole files all stay."""
    places = {(fault.file, fault.line, fault.column) for fault in before}
    told = []
    for fault in later:
        place = (fault.file, fault.line, fault.column)
        if place not in places:
            told.append(fault)
        if fault.line:
            places.add(place)
    return told


class _Noting(dict[str, list[Row]]):
    """Tables that note whether one that is not read, or that lacks rows, was asked for: a breach then says nothing."""

    def __init__(self, tables: Tables, missing: set[str]) -> None:
        super().__init__(tables)
        self.missing = missing
        self.is_short = False

    def get(self, name: str, default: object = None) -> list[Row]:
        self.is_short |= name in self.missing
        return super().get(name, [])


def _by_rules(sheets: dict[str, Sheet], files: dict[str, str], short: set[str]) -> list[Fault]:
    tables = {name: sheet.rows() for name, sheet in sheets.items()}
    found = []
    for rule in registry.RULES:
        noting = _Noting(tables, set(files) - set(sheets) | short)
        hits = list(rule.find(noting))
        if not noting.is_short:
            found += [
                Fault(files[name], sheets[name].line(line), column, value[:80], rule.id, rule.words)
                for name, line, column, value in hits
            ]
    return found
