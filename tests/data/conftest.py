"""A small copy of the curated tables that is whole in itself, quick to damage and to check."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.checks import check, table_schema
from data.faults import Fault
from data.package import descriptor, snapshot

Row = dict[str, str]
VALIDATED: dict[tuple[str, str], list[Fault]] = {}
CODES = {"KAZ", "KGZ", "TJK", "TKM", "UZB", "USA", "WLD"}
FORUMS = {"c5plus1", "sco", "wto"}
SEED = "pantau-2025-11-06-seed"
# The rows that stay, by table; tables that are not here go. Codes, sources and founding rows follow from the others.
KEPT: dict[str, Callable[[Row], bool]] = {
    "countries": lambda row: True,
    "sources": lambda row: True,
    "us_trade": lambda row: row["partner"] == "TJK" and row["year"] >= "2022",
    "minerals": lambda row: row["mineral"] == "antimony",
    "minerals_production": lambda row: row["mineral"] == "antimony" and row["year"] == "2023",
    "minerals_reserves": lambda row: row["mineral"] == "antimony",
    "forums": lambda row: row["forum_id"] in FORUMS,
    "forum_members": lambda row: row["forum_id"] in FORUMS and row["iso3"] in CODES,
    "articles": lambda row: row["article_id"] == SEED or row["countries"] == "KAZ;USA",
    "article_snippets": lambda row: row["article_id"] == SEED,
    "us_import_reliance": lambda row: row["mineral"] == "antimony",
    "us_import_sources": lambda row: row["mineral"] == "antimony",
    "mineral_sites": lambda row: row["minerals"] == "antimony",
    "official_visits": lambda row: row["to_iso3"] == "TJK" or row["from_iso3"] == "TJK",
}


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="session")
def whole_copy(tmp_path_factory) -> Path:
    """The small copy, sealed and without fault; not to be written to."""
    folder = tmp_path_factory.mktemp("curated")
    whole = descriptor.read_descriptor(snapshot.folder())
    whole["resources"] = [resource for resource in whole["resources"] if resource["name"] in KEPT]
    used: set[str] = set()
    # Sources last: all the others cite them.
    for resource in sorted(whole["resources"], key=lambda one: (one["name"] == "sources", one["name"] == "countries")):
        keys = resource["schema"]["foreignKeys"]
        resource["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in KEPT]
        rows = [row for row in read(snapshot.folder() / resource["path"]) if KEPT[resource["name"]](row)]
        if resource["name"] in ("countries", "sources"):
            rows = [row for row in rows if row[resource["schema"]["primaryKey"][0]] in used | CODES]
        used |= {part for row in rows for cell in row.values() for part in cell.split(";")}
        write(folder / resource["path"], rows)
    whole["extract"] = True
    descriptor.write_descriptor(folder, whole)
    descriptor.seal(folder)
    return folder


@pytest.fixture
def small_copy(whole_copy, tmp_path) -> Path:
    """A small copy of one's own, to damage."""
    return Path(shutil.copytree(whole_copy, tmp_path / "curated"))


@pytest.fixture(autouse=True)
def _remember_sound_tables(monkeypatch):
    """A table with the same bytes and the same schema is validated once, not again for each damage to another."""
    validate = table_schema.second_reader

    def second_reader(directory, resource):
        key = (descriptor.digest(directory / resource["path"]), json.dumps(resource, sort_keys=True))
        if key not in VALIDATED:
            VALIDATED[key] = validate(directory, resource)
        return VALIDATED[key]

    monkeypatch.setattr(table_schema, "second_reader", second_reader)


@pytest.fixture
def set_cell(small_copy) -> Callable[[str, Row, str, str], int]:
    """Write a cell of the first row that has the given cells; the line of the file on which that row stands."""

    def write_cell(table: str, where: Row, column: str, value: str) -> int:
        rows = read(small_copy / f"{table}.csv")
        at = next(at for at, row in enumerate(rows) if where.items() <= row.items())
        rows[at][column] = value
        write(small_copy / f"{table}.csv", rows)
        return at + 2

    return write_cell


@pytest.fixture
def found(small_copy) -> Callable[[], list[Fault]]:
    """Faults of the small copy but for the hash and the order, which a damaged cell may disturb as well."""
    return lambda: [fault for fault in check.run(small_copy) if fault.rule_id not in ("seal", "order")]
