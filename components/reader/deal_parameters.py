"""What of a link narrows down the deals with US firms: days, sector, firm, how far they have come.

A day may be a month or a year: from its first day, or to its last."""

import re
from datetime import date

from components.reader.choice import Choice
from components.reader.parameter import Parameter, Reading
from data.analysis import deals
from data.package import dates

PARTIAL_DATE = re.compile(r"(19|20)\d{2}(-\d{2}(-\d{2})?)?")
SECTION = "deals"


def _is_day(value: str) -> bool:
    """Whether a text is a day, a month or a year that there is."""
    if not PARTIAL_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(str(dates.first_day(value)))
    except ValueError:
        return False
    return True


def _day(field: str, label: str) -> Parameter:
    def read(_choice: Choice, value: str) -> Reading:
        return ({field: value}, None) if _is_day(value) else ({}, "")

    return Parameter(field, field, read, notice="deal_day", label=f"{SECTION}.{label}")


def _sector(_choice: Choice, value: str) -> Reading:
    found = value.replace("_", " ").casefold()
    return ({"sector": found}, None) if found in deals.sectors() else ({}, "")


def _write_sector(sector: str | None) -> str:
    return (sector or "").replace(" ", "_")


def _firm(_choice: Choice, value: str) -> Reading:
    found = next((one for one in deals.firms() if one.casefold() == value.casefold()), None)
    return ({"firm": found}, None) if found else ({}, "")


def _rung(_choice: Choice, value: str) -> Reading:
    return ({"rung": value}, None) if value in deals.RUNGS else ({}, "")


DEALS = (
    _day("deals_from", "from"),
    _day("deals_to", "to"),
    Parameter("sector", "sector", _sector, write=_write_sector, notice="deal_sector"),
    Parameter("firm", "firm", _firm, notice="deal_firm"),
    Parameter("rung", "rung", _rung, notice="deal_rung"),
)
