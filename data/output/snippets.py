"""How a published file is read by programs: calls to copy, for one address and its columns that are numbers.

The address of CSV goes into most; the file of the same name in Parquet into those that take it. An empty cell is a gap,
and NA is not one: it is the code of a country."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from data import flows, indicators
from data.output.published import links
from data.package import descriptor
from data.vocabulary.terms import MEMBERSHIP

CSV, PARQUET = ".csv", ".parquet"
POWER_QUERY = {"integer": "Int64.Type", "number": "type number"}


@dataclass(frozen=True)
class File:
    """A published file: its address without the ending, a name for what is read of it, the types of its numbers, and
    whether it is there in Parquet too."""

    address: str
    name: str
    numbers: Mapping[str, str]
    is_parquet: bool = True


def of_indicator(indicator_id: str, site: str) -> File:
    """All years of an indicator, in this version of the data. Raises UnknownId."""
    one = indicators.get(indicator_id)
    numbers = {"year": "integer"} | ({} if one.kind == MEMBERSHIP else {"value": "number"})
    return File(_address(site, f"indicators/{one.id}"), _name(one.id), numbers)


def of_flows(set_id: str, site: str) -> File:
    """All years of a set of flows, in this version of the data. Raises UnknownId."""
    one = flows.get(set_id)
    return File(_address(site, f"flows/{one.id}"), _name(one.id), {"year": "integer", "value": "number"}, False)


def of_table(name: str, site: str) -> File:
    """A table, in this version of the data. Raises UnknownId."""
    fields = descriptor.resource(name)["schema"]["fields"]
    numbers = {field["name"]: field["type"] for field in fields if field["type"] in POWER_QUERY}
    return File(_address(site, f"tables/{name}"), name, numbers)


def _address(site: str, path: str) -> str:
    return links.file(site, path, descriptor.version())


def _name(file_id: str) -> str:
    return file_id.replace(".", "_").replace("-", "_")


def curl(file: File) -> str:
    """A download; a wrong address is an error and no file."""
    return f'curl --fail --output {file.name}{CSV} "{file.address}{CSV}"\n'


def python(file: File) -> str:
    """The rows by what comes with Python."""
    return f"""import csv
import io
from urllib.request import urlopen

with urlopen("{file.address}{CSV}") as answer:
    text = io.TextIOWrapper(answer, encoding="utf-8", newline="")
    {file.name} = list(csv.DictReader(text))
"""


def pandas(file: File) -> str:
    """A data frame of pandas."""
    return f"""import pandas as pd

{file.name} = pd.read_csv(
    "{file.address}{CSV}",
    keep_default_na=False,
    na_values=[""],
)
"""


def r(file: File) -> str:
    """A data frame of R, without a package."""
    return f"""{file.name} <- read.csv(
  "{file.address}{CSV}",
  na.strings = "", encoding = "UTF-8"
)
"""


def excel(file: File) -> str:
    """A query of Power Query, with the signs of English numbers whatever the language of Excel."""
    types = ", ".join(f'{{"{name}", {POWER_QUERY[kind]}}}' for name, kind in file.numbers.items())
    return f"""let
    Answer = Web.Contents("{file.address}{CSV}"),
    Text = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Text, [PromoteAllScalars = true]),
    Gaps = Table.ReplaceValue(Headed, "", null, Replacer.ReplaceValue, Table.ColumnNames(Headed)),
    Typed = Table.TransformColumnTypes(Gaps, {{{types}}}, "en-US")
in
    Typed
"""


def duckdb(file: File) -> str:
    """A query of DuckDB."""
    source = f"'{file.address}{PARQUET}'" if file.is_parquet else f"read_csv('{file.address}{CSV}', nullstr = '')"
    return f"SELECT *\nFROM {source};\n"


# By id, with the language in whose colours the code is shown.
FORMS: Mapping[str, tuple[Callable[[File], str], str]] = {
    "curl": (curl, "bash"),
    "python": (python, "python"),
    "pandas": (pandas, "python"),
    "r": (r, "r"),
    "excel": (excel, "powerquery"),
    "duckdb": (duckdb, "sql"),
}
