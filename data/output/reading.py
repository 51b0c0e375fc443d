"""How the CSV files are read so that nothing is lost: calls for pandas, R and spreadsheets, made from the descriptor.

Plain defaults go wrong in two ways. NA is Namibia's two-letter code, and many readers take it for a gap; numeric codes
such as 004 and codes of the Harmonized System begin with zeros, and many readers take them for numbers."""

from data.package import descriptor, tables

PANDAS = {**tables.DTYPES, "date": "str"}
READR = {"string": "c", "integer": "i", "number": "d", "boolean": "l", "date": "D"}
EXAMPLE = "countries"


def pandas_call(name: str, file: str) -> str:
    """The call of pandas for one table: every column with its type, only the empty cell a gap. Raises UnknownId."""
    kinds = _kinds(name)
    rows = [f'    "{column}": "{PANDAS[kind]}",' for column, kind in kinds.items()]
    return "\n".join(
        [
            "import pandas as pd",
            "",
            "types = {",
            *rows,
            "}",
            f'{name} = pd.read_csv("{file}", dtype=types, keep_default_na=False, na_values=[""])',
            "",
        ]
    )


def r_call(name: str, file: str) -> str:
    """The calls of readr and data.table for one table. Raises UnknownId."""
    kinds = _kinds(name)
    texts = ", ".join(f'"{column}"' for column, kind in kinds.items() if kind == "string")
    columns = "".join(READR[kind] for kind in kinds.values())
    return "\n".join(
        [
            "library(readr)",
            f'{name} <- read_csv("{file}", col_types = "{columns}", na = "")',
            "",
            "# or",
            "library(data.table)",
            f'{name} <- fread("{file}", na.strings = "", encoding = "UTF-8",',
            f"  colClasses = list(character = c({texts})))",
            "",
        ]
    )


PANDAS_ANY = f"""import json
import pandas as pd

KINDS = {{"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "str"}}
with open("{descriptor.DESCRIPTOR}", encoding="utf-8") as file:
    fields = {{one["name"]: one["schema"]["fields"] for one in json.load(file)["resources"]}}


def read(name):
    types = {{field["name"]: KINDS[field["type"]] for field in fields[name]}}
    return pd.read_csv(f"{{name}}.csv", dtype=types, keep_default_na=False, na_values=[""])


{EXAMPLE} = read("{EXAMPLE}")
"""
SPREADSHEET = (
    "A double click opens a CSV file with guessed types. In Excel take Data > From Text/CSV, encoding 65001 (UTF-8),"
    " delimiter comma, data type detection “Do not detect data types”; in LibreOffice choose UTF-8, comma, and the type"
    " Text for every column that holds codes."
)


def readme() -> list[str]:
    """The part of a README on reading, line by line."""
    return [
        "## Reading the tables",
        "",
        "An empty cell means not known; nothing else does. `NA` is the two-letter code of Namibia, and codes such as",
        "`004` begin with zeros: a reader with plain defaults loses both. With pandas, types from the descriptor:",
        "",
        "```python",
        *PANDAS_ANY.splitlines(),
        "```",
        "",
        "With R:",
        "",
        "```r",
        *r_call(EXAMPLE, f"{EXAMPLE}.csv").splitlines(),
        "```",
        "",
        f"{SPREADSHEET}",
        "",
        "The folder `parquet` has every table once more as a typed file, which needs none of this:",
        f'`pd.read_parquet("parquet/{EXAMPLE}.parquet")`, `arrow::read_parquet("parquet/{EXAMPLE}.parquet")`.',
    ]


def _kinds(name: str) -> dict[str, str]:
    return {field["name"]: field["type"] for field in descriptor.resource(name)["schema"]["fields"]}
