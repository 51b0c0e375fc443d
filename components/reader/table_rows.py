"""The rows of a table in the link of the Data page: conditions on columns, and the column they are in order of.

Each condition is read alone: one that means nothing for the table is left out, the others stay. Where no table is
chosen yet, a column of any table will do."""

from components.reader import mangled
from components.reader.choice import Choice
from components.reader.parameter import Reading
from data.output import rows
from data.package import descriptor

# More would be a list of values, not a choice among them.
MOST = 60


def read_where(choice: Choice, text: str) -> Reading:
    """Conditions on the columns of the chosen table, "column:value" with commas between."""
    asked = rows.conditions(text)
    known = [(column, _value(choice.table, column, value)) for column, value in asked[:MOST]]
    good = dict.fromkeys((column, value) for column, value in known if value)
    return {"table_where": tuple(good)}, None if len(good) == len(asked) else ""


def _value(table: str | None, column: str, text: str) -> str:
    """The value of a column that a text means, whatever its capitals and what has fallen off its end; or nothing."""
    if table is None:
        return text if _is_column(table, column) and len(text) <= rows.LONGEST_VALUE else ""
    if not _is_column(table, column):
        return ""
    held = rows.values(table, column)
    if text in held:
        return text
    wanted = mangled.trimmed(text).casefold()
    return next((one for one in sorted(held) if mangled.trimmed(one).casefold() == wanted), "")


def read_sort(choice: Choice, text: str) -> Reading:
    """A column, with a hyphen before it for the largest first."""
    is_known = _is_column(choice.table, text.removeprefix(rows.DESCENDING))
    return ({"table_sort": text}, None) if is_known else ({}, "")


def _is_column(table: str | None, column: str) -> bool:
    listed = descriptor.names() if table is None else [table]
    return any(rows.column(name, column) for name in listed)
