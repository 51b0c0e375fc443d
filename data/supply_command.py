"""The supply of minerals on the command line: concentration of its markets, what if, and what a swap needs."""

import argparse

from data.analysis import capacity, concentration, scenario, suppliers
from data.faults import UnknownId
from data.output import printed


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `concentration`, `scenario` and `capacity`."""
    one = commands.add_parser("concentration", help="how few suppliers each mineral has, between bounds")
    one.add_argument("mineral", nargs="?")
    one.add_argument("--basis", choices=suppliers.BASES)
    one.add_argument("--form", help="a form of US imports, or the stage of output")
    one.set_defaults(run=_concentration)
    one = commands.add_parser("scenario", help="the concentration of US imports were a part sold by Central Asia")
    _add_swap(one)
    one.add_argument("--as", dest="taken_as", choices=scenario.WAYS, default=scenario.AS_ONE)
    one.set_defaults(run=_scenario)
    one = commands.add_parser("capacity", help="what such a swap needs beside what the five produce")
    _add_swap(one)
    one.add_argument("--swap", type=_percent, default=50, metavar="PERCENT")
    one.set_defaults(run=_capacity)


def _add_swap(one: argparse.ArgumentParser) -> None:
    one.add_argument("mineral")
    one.add_argument("--form", help="a form of US imports; the one that stands for the mineral where none is named")
    one.add_argument("--from", dest="supplier", metavar="ISO3", help="the supplier replaced; the largest")


def _percent(text: str) -> float:
    part = float(text)
    if not 0 <= part <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 100")
    return part


def _concentration(asked: argparse.Namespace) -> int:
    rows = concentration.every()
    for column in ("mineral", "basis", "form"):
        wanted = getattr(asked, column)
        if wanted and not (rows[column] == wanted).any():
            raise UnknownId(column, wanted, rows[column].unique().tolist())
        rows = rows[rows[column] == wanted] if wanted else rows
    printed.show(rows)
    return 0


def _scenario(asked: argparse.Namespace) -> int:
    printed.show(scenario.of(asked.mineral, asked.form, asked.supplier and asked.supplier.upper(), asked.taken_as))
    return 0


def _capacity(asked: argparse.Namespace) -> int:
    printed.show(capacity.of(asked.mineral, asked.form, asked.swap, asked.supplier and asked.supplier.upper()))
    return 0
