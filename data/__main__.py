"""The tables on the command line: list, get, flows, claims, export, strip, diff, new, words, check, format, seal.

What is asked of one subject stands in modules of their own (`subject_commands.py`)."""

import argparse
import csv
import io
import os
import sys
from pathlib import Path

import pandas as pd

from data import flows, indicators, subject_commands
from data.analysis import claims, table_names
from data.checks import check, formatter, new_table
from data.faults import DataFault, FolderInUse, UnknownId
from data.output import claim_review, frames, printed, strip
from data.package import changes, countries, descriptor, diff, snapshot, sources
from data.package.statuses import WHOSE


def _check(asked: argparse.Namespace) -> int:
    directory = asked.directory or snapshot.folder()
    found = check.run(directory)
    real = check.real(found)
    stale = [one for one in found if one not in real]
    for fault in [*real, *stale]:
        print(fault)
    if real:
        print(f"{_counted(len(real), 'fault')} in {directory}", file=sys.stderr)
    if stale:
        only = "" if real else "only the seal differs: "
        print(f"{only}{_counted(len(stale), 'table')} not as sealed, run `python -m data seal`", file=sys.stderr)
    if found:
        return 1
    rows = check.counts(directory)
    for name, count in rows.items():
        print(f"{name}: {count} rows")
    print(f"{len(rows)} tables, {sum(rows.values())} rows, no fault")
    return 0


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _list(_asked: argparse.Namespace) -> int:
    lines = []
    for indicator in indicators.registry().values():
        values = indicators.values(indicator.id).dropna(subset=["value"])
        years, named = values["year"], values["iso3"].nunique()
        lines.append((indicator.id, indicator.title, indicator.unit, indicator.kind, years.min(), years.max(), named))
    columns = ["id", "title", "unit", "kind", "first_year", "last_year", "countries"]
    printed.show(pd.DataFrame(lines, columns=columns))
    return 0


def _get(asked: argparse.Namespace) -> int:
    now = indicators.current(asked.id)
    if now != asked.id:
        print(f"{asked.id} is now {now}", file=sys.stderr)
    frame = indicators.values(now, asked.year)
    if asked.country:
        countries.name(asked.country.upper())
        frame = frame[frame["iso3"] == asked.country.upper()]
    cited = frame.assign(source_url=frame["source_id"].map(sources.urls))
    printed.show(cited[[*(column for column in cited if column not in WHOSE), *WHOSE]])
    return 0


def _flows(asked: argparse.Namespace) -> int:
    chosen = flows.by_product(asked.product) if asked.product else asked.set
    printed.show(flows.values(chosen, asked.year))
    return 0


def _claims(asked: argparse.Namespace) -> int:
    if asked.site and not asked.site.startswith(("https://", "http://")):
        print("--site is an address that begins with https:// or http://", file=sys.stderr)
        return 1
    if asked.jsonld:
        sys.stdout.write(claim_review.as_json(site=asked.site).decode())
        return 0
    printed.show(claims.verdicts()[claims.COLUMNS])
    return 0


def _export(asked: argparse.Namespace) -> int:
    left_out = frames.write(asked.tables, asked.out)
    for name, count in left_out.items():
        print(f"{name}: {count} rows left out by licence" if count else name)
    return 0


def _strip(asked: argparse.Namespace) -> int:
    emptied = strip.write(asked.out)
    for name, count in emptied.items():
        if count:
            print(f"{name}: {count} rows without their figures")
    print(f"{len(emptied)} tables in {asked.out}; to run the app on them set ATLAS_DATA_DIR to that folder")
    return 0


def _diff(asked: argparse.Namespace) -> int:
    new = asked.new or snapshot.folder()
    for one in (asked.old, new):
        if not (one / descriptor.DESCRIPTOR).exists():
            print(f"no {descriptor.DESCRIPTOR} in {one}", file=sys.stderr)
            return 1
    try:
        found = diff.between(asked.old, new)
        if asked.record:
            changes.record(asked.old, new)
    except (ValueError, LookupError, TypeError, csv.Error) as error:
        print(f"the tables of {asked.old} or {new} can't be read: {error!r}", file=sys.stderr)
        return 1
    printed.show(found)
    return 0


def _new(asked: argparse.Namespace) -> int:
    places = new_table.write(asked.table, asked.directory or snapshot.folder())
    print(f"{asked.table} stands in {descriptor.DESCRIPTOR}: look over types, keys and limits, and fill in")
    for place in places:
        print(f"  {place}")
    return 0


def _format(asked: argparse.Namespace) -> int:
    changed, left = formatter.write(asked.directory or snapshot.folder())
    print("formatted: " + (", ".join(changed) if changed else "nothing had to change"))
    if left:
        print(f"left as they are, `python -m data check` says why: {', '.join(left)}", file=sys.stderr)
    return 1 if left else 0


def _seal(asked: argparse.Namespace) -> int:
    directory = asked.directory or snapshot.folder()
    real = check.real(check.run(directory))
    for fault in real:
        print(fault)
    if real:
        print(f"not sealed: {_counted(len(real), 'fault')} in {directory}", file=sys.stderr)
        return 1
    changed = descriptor.seal(directory)
    print("sealed: " + (", ".join(changed) if changed else "nothing had changed"))
    return 0


def _words(_asked: argparse.Namespace) -> int:
    sys.stdout.write(table_names.as_toml(table_names.every()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="The curated tables of the C5+1 Atlas.")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("check", help="check every table; exit 1 and name every fault")
    one.add_argument("directory", nargs="?", type=Path)
    one.set_defaults(run=_check)
    one = commands.add_parser("list", help="all indicators")
    one.set_defaults(run=_list)
    one = commands.add_parser("get", help="the values of an indicator")
    one.add_argument("id")
    one.add_argument("--year", type=int)
    one.add_argument("--country", metavar="ISO3")
    one.set_defaults(run=_get)
    one = commands.add_parser("flows", help="flows by origin and destination; US trade where no set is named")
    chosen = one.add_mutually_exclusive_group()
    chosen.add_argument("--set", default=flows.US_TRADE, metavar="ID")
    chosen.add_argument("--product", metavar="HS", help="US trade in one product, by its code in the Harmonized System")
    one.add_argument("--year", type=int)
    one.set_defaults(run=_flows)
    one = commands.add_parser("claims", help="claims beside the statistics that test them, with their verdicts")
    one.add_argument(
        "--jsonld", action="store_true", help="for machines: ClaimReview of schema.org, Claim without verdict"
    )
    one.add_argument("--site", default="", metavar="URL", help="address of the atlas, for the links of --jsonld to it")
    one.set_defaults(run=_claims)
    subject_commands.add(commands)
    one = commands.add_parser("export", help="tables, descriptor and README into a folder")
    one.add_argument("tables", nargs="*", metavar="TABLE")
    one.add_argument("--out", type=Path, required=True)
    one.set_defaults(run=_export)
    one = commands.add_parser("strip", help="the curated folder without the figures that licences forbid to pass on")
    one.add_argument("--out", type=Path, required=True)
    one.set_defaults(run=_strip)
    one = commands.add_parser("diff", help="cells that changed since an older folder of tables")
    one.add_argument("old", type=Path, metavar="OLD_DIR")
    one.add_argument("new", nargs="?", type=Path, metavar="NEW_DIR")
    one.add_argument("--record", action="store_true", help=f"also write {changes.FILE} for the Data page")
    one.set_defaults(run=_diff)
    one = commands.add_parser("new", help="a table's part of the descriptor, made from its CSV file")
    one.add_argument("table", metavar="TABLE")
    one.add_argument("directory", nargs="?", type=Path)
    one.set_defaults(run=_new)
    one = commands.add_parser("words", help="the names that stand in tables, as a file of words to translate")
    one.set_defaults(run=_words)
    one = commands.add_parser("format", help="bring every file into canonical order and spelling")
    one.add_argument("directory", nargs="?", type=Path)
    one.set_defaults(run=_format)
    one = commands.add_parser("seal", help="write hash, bytes and rows of every table into the descriptor")
    one.add_argument("directory", nargs="?", type=Path)
    one.set_defaults(run=_seal)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit code: 0, or 1 with one clear line where an id, the data or a folder is at fault."""
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (UnknownId, FolderInUse, DataFault, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _speak_utf8() -> None:
    """Write UTF-8 with LF wherever it goes: a code page of Windows lacks signs that the tables have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
