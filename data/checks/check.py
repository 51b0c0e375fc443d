"""The whole check of a folder of curated tables: descriptor, files, layout, types and keys, named rules, seal.

What can't be read by the descriptor is told first and alone. A cell is told for the first part of the check that finds
it at fault, so that one slip is one line to read; of many faults of one kind in a file the first are told, and how many
more there are. Nothing is fetched and nothing but plain files is opened, whatever the descriptor says."""

from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path

from data.checks import changes_record, completeness, csv_layout, descriptor_rules, table_schema
from data.checks.csv_layout import Sheet
from data.checks.rules import registry
from data.checks.rules.rule import Hit, Row, Rule, Tables
from data.faults import Fault
from data.package import descriptor, files
from data.package.resource import Package

SEAL = "seal"
# Of one kind of fault in one column of a file so many are told.
MOST_TOLD = 20
MOST_HITS = 2_000
# With more doubled keys than this a table is not the one that the rules speak of.
MOST_DOUBLED = 200


def run(directory: Path) -> list[Fault]:
    """All faults of the tables in a folder, sorted by file and line; empty where all is well."""
    whole, found = descriptor_rules.read(directory)
    if whole is None:
        return _bounded(found)
    is_extract = bool(whole.get("extract"))
    named = {descriptor.DESCRIPTOR, *(resource["path"] for resource in whole["resources"])}
    found += files.strangers(directory, named | {changes_record.FILE}, only_tables=is_extract)
    sheets: dict[str, Sheet] = {}
    for resource in whole["resources"]:
        sheet, of_layout = csv_layout.read(directory / resource["path"], resource)
        found += of_layout
        if not any(fault.rule_id in csv_layout.UNREADABLE for fault in of_layout):
            sheets[resource["name"]] = sheet
    found = _once(found)
    for name in completeness.too_full(sheets):
        rule = f"a table has at most {completeness.most_rows(name):,} rows (data/checks/completeness.py)"
        found.append(Fault(f"{name}.csv", 0, "", f"{len(sheets.pop(name).records)} rows", "size", rule))
    if not is_extract:
        found += completeness.faults(whole, sheets)
        found += changes_record.faults(directory, whole, sheets)
    found += _news(table_schema.faults(whole, sheets), found)
    found += _news(_by_rules(whole, sheets, found), found)
    for resource in whole["resources"]:
        if resource["name"] in sheets:
            late = csv_layout.order_faults(sheets[resource["name"]], resource["path"], resource["schema"]["primaryKey"])
            found += _news(late, found)
    if not found:
        found += [fault for resource in whole["resources"] for fault in table_schema.second_reader(directory, resource)]
    return _bounded([*found, *(one for one in descriptor.stale(directory) if one.rule_id == SEAL)])


def real(found: list[Fault]) -> list[Fault]:
    """The faults that a new seal would not mend."""
    return [fault for fault in found if fault.rule_id != SEAL]


def counts(directory: Path) -> dict[str, int]:
    """Rows per table."""
    whole = descriptor.read_descriptor(directory)
    return {
        resource["name"]: len(csv_layout.read(directory / resource["path"], resource)[0].records)
        for resource in whole["resources"]
    }


def _once(found: list[Fault]) -> list[Fault]:
    """A file that is not there is not told again for the one that is there under its name in other letters."""
    other = {
        fault.rule.rpartition(" ")[2] for fault in found if fault.rule_id == files.FILE and fault.value == fault.file
    }
    return [one for one in found if not (one.rule == files.MISSING and one.file in other)]


def _bounded(found: list[Fault]) -> list[Fault]:
    """The faults sorted, of each kind in a column the first, and how many more there are."""
    kept: list[Fault] = []
    times: Counter[tuple[str, str, str]] = Counter()
    for one in sorted(set(found)):
        kind = (one.file, one.column, one.rule_id)
        times[kind] += 1
        if times[kind] <= MOST_TOLD:
            kept.append(one)
    last = {(one.file, one.column, one.rule_id): at for at, one in enumerate(kept)}
    for kind, count in times.items():
        if count > MOST_TOLD:
            one = kept[last[kind]]
            kept[last[kind]] = replace(one, rule=f"{one.rule} (and {count - MOST_TOLD} more like it)")
    return kept


def _news(later: list[Fault], before: list[Fault]) -> list[Fault]:
    """The first fault of each cell that is not told for yet; faults of whole files all stay."""
    places = {(fault.file, fault.line, fault.column) for fault in before}
    fresh = []
    for fault in later:
        place = (fault.file, fault.line, fault.column)
        if place not in places:
            fresh.append(fault)
        if fault.line:
            places.add(place)
    return fresh


class _Noting(Tables):
    """Tables that note whether one that is not read, or that lacks rows, was asked for: a breach then says nothing."""

    def __init__(self, tables: dict[str, list[Row]], missing: set[str], released: str) -> None:
        super().__init__(tables)
        self.missing = missing
        self.released = released
        self.is_short = False

    def get(self, name: str, default: object = None) -> list[Row]:
        self.is_short |= name in self.missing
        return super().get(name, [])


def _hits(rule: Rule, tables: Tables, *, is_damaged: bool) -> list[Hit]:
    """What a rule finds. Over a cell told for already it may stumble; over sound ones that is a fault of ours."""
    try:
        return list(islice(rule.find(tables), MOST_HITS))
    except (LookupError, ValueError, ArithmeticError):
        if is_damaged:
            return []
        raise


def _by_rules(whole: Package, sheets: dict[str, Sheet], before: list[Fault]) -> list[Fault]:
    files_of = {resource["name"]: resource["path"] for resource in whole["resources"]}
    doubled = Counter(one.file for one in before if one.rule_id in (table_schema.PRIMARY, table_schema.UNIQUE))
    sound = {name: sheet for name, sheet in sheets.items() if doubled[files_of[name]] <= MOST_DOUBLED}
    tables = {name: sheet.rows() for name, sheet in sound.items()}
    short = {resource["name"] for resource in whole["resources"] if resource.get("rows_left_out")}
    found = []
    for rule in registry.RULES:
        noting = _Noting(tables, set(files_of) - set(sound) | short, whole["created"][:10])
        hits = _hits(rule, noting, is_damaged=bool(before))
        if not noting.is_short:
            found += [
                Fault(files_of[name], sound[name].line(line), column, value[:80], rule.id, rule.words)
                for name, line, column, value in hits
            ]
    return found
