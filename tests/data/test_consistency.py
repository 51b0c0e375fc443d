"""One number, wherever it is read: on the map, in the table, in the download and on the command line.

Every test looks at all indicators and all their years and lists what is wrong, so that one run names everything."""

import csv
import io
import json
import re
from contextlib import redirect_stdout
from functools import cache

import pandas as pd
import pytest

from components.figures import choropleth, classes
from components.widgets.overview import table
from components.words import words
from data import indicators
from data.__main__ import main
from data.indicators import Indicator
from data.output import frames
from data.package import licensing, sources
from data.subjects import number_format
from data.vocabulary import terms
from geo import join, shapes

MOST_BYTES = 11 * 1024
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_-]+){0,3}")
ALL = list(indicators.registry().values())


@cache
def values(indicator_id: str) -> pd.DataFrame:
    return indicators.values(indicator_id)


@cache
def payload(indicator_id: str) -> dict:
    return choropleth.build(values(indicator_id), indicators.get(indicator_id))


@cache
def cells(indicator_id: str) -> dict[tuple[str, int], tuple[int, str]]:
    """Class (below zero: absence) and text of every country and year, as the browser reads them from the payload."""
    drawn = payload(indicator_id)
    found = {}
    for iso3, cell in drawn["cells"].items():
        starts = {run[0]: run for run in cell["runs"]}
        run: list[int] = []
        for place, year in enumerate(drawn["years"]):
            run = starts.get(place, run)
            if len(run) > 1:
                text = drawn["classes"][run[1]]["label"] if drawn["categorical"] and run[1] >= 0 else ""
                text = text if drawn["categorical"] else cell["texts"].split("|")[place]
                found[iso3, year] = (run[1], text)
    return found


def number(text: str) -> float:
    return float(text.replace(",", "").replace(number_format.MINUS, "-"))


def rounds_to(text: str, value: float) -> bool:
    """Whether a text is a number rounded to the decimals it shows."""
    decimals = len(text.partition(".")[2])
    return abs(number(text) - value) <= 0.5000001 * 10**-decimals


def same(text: str, value: float | str) -> bool:
    """Whether a text says a value: the word of a membership, or every digit of a number up to the tenth decimal."""
    if isinstance(value, str):
        return text == value
    return abs(number(text) - value) <= max(5.1e-11, abs(value) * 1e-14)


def printed(indicator_id: str) -> list[dict[str, str]]:
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["get", indicator_id]) == 0
    return list(csv.DictReader(io.StringIO(said.getvalue(), newline="")))


def told_on_map(indicator: Indicator) -> list[str]:
    frame = values(indicator.id)
    found = cells(indicator.id)
    wrong = [] if len(found) == len(frame) else [f"{indicator.id}: {len(found)} cells, {len(frame)} rows"]
    for row in frame.itertuples():
        code, text = found[row.iso3, row.year]
        is_missing = pd.isna(row.value)
        shown = terms.standing(row.value) if isinstance(row.value, str) else number_format.show(row.value, indicator)
        if (
            not is_missing
            and indicator.kind != "membership"
            and not rounds_to(text, row.value / indicator.display_factor)
        ):
            wrong.append(
                f"{indicator.id}, {row.iso3}, {row.year}: “{text}” is not {row.value / indicator.display_factor}"
            )
        if (code < 0) != is_missing or text != ("" if is_missing else shown):
            wrong.append(f"{indicator.id}, {row.iso3}, {row.year}: map {code} “{text}”, value {row.value}")
    return wrong


def told_in_table(indicator: Indicator) -> list[str]:
    return [
        f"{indicator.id}, {row.iso3}, {row.year}: table “{text}”, value {row.value}"
        for row in values(indicator.id).itertuples()
        if (text := table._exact(row.value)) or pd.notna(row.value)
        if not text or not same(text, terms.standing(row.value) if isinstance(row.value, str) else float(row.value))
    ]


def told_in_files(indicator: Indicator) -> list[str]:
    frame = values(indicator.id)
    held = licensing.is_withheld(frame)
    downloaded = frames.download(frame.assign(name=frame["iso3"]), indicator.id)
    files = zip(downloaded["value"], downloaded["status"], strict=True)
    wrong = []
    for row, is_held, file, line in zip(frame.itertuples(), held, files, printed(indicator.id), strict=True):
        place = f"{indicator.id}, {row.iso3}, {row.year}"
        said = tuple(line[column] for column in ("iso3", "year", "unit", "status"))
        if said != (row.iso3, str(row.year), row.unit, row.status):
            wrong.append(f"{place}: command line {line}")
        texts = [line["value"]] if is_held else [line["value"], file[0]]
        if pd.isna(row.value) and any(texts):
            wrong.append(f"{place}: no value, but {texts}")
        if pd.notna(row.value) and not all(text and same(text, row.value) for text in texts):
            wrong.append(f"{place}: value {row.value}, but {texts}")
        if is_held and file != ("", frames.WITHHELD):
            wrong.append(f"{place}: withheld, but {file[0]}")
    return wrong


def bounds(label: str) -> tuple[float, float]:
    """Lowest and highest number that the label of a class admits."""
    for key, template in words("classes").items():
        pattern = re.escape(template).replace(r"\{low\}", "(?P<low>.+)").replace(r"\{high\}", "(?P<high>.+)")
        match = re.fullmatch(pattern, label)
        if match and all(re.fullmatch(r"−?[\d,.]+", part) for part in match.groups()):
            low, high = (number(match.groupdict().get(part) or "nan") for part in ("low", "high"))
            return {
                "zero": (0.0, 0.0),
                "under": (TINY, high - TINY),
                "plus_under": (TINY, high - TINY),
                "between": (low, high - TINY),
                "from": (low, INFINITE),
                "exact": (low, low),
                "span": (low, high),
                "minus_from": (-INFINITE, low),
                "minus_between": (high + TINY, low),
                "minus_under": (high + TINY, -TINY),
                "minus_any": (-INFINITE, -TINY),
                "plus_any": (TINY, INFINITE),
            }[key]
    raise AssertionError(f"no template for the label “{label}”")


TINY, INFINITE = 1e-12, float("inf")


def told_by_class(indicator: Indicator) -> list[str]:
    if indicator.kind == "membership":
        return []
    frame = values(indicator.id).dropna(subset=["value"])
    found = classes.build(values(indicator.id), indicator)
    limits = [bounds(label) for label in found.labels]
    shown = pd.to_numeric(frame["value"]) / indicator.display_factor
    wrong = []
    for iso3, year, value in zip(frame["iso3"], frame["year"], shown, strict=True):
        low, high = limits[cells(indicator.id)[iso3, year][0]]
        if not low <= value <= high:
            wrong.append(f"{indicator.id}, {iso3}, {year}: {value} stands in {low} to {high}")
    return wrong


def broken_rows(indicator: Indicator) -> list[str]:
    frame = values(indicator.id)
    has_value = frame["value"].notna()
    unsourced = frame[has_value & (frame["source_id"] == "")]
    wrong = [f"{indicator.id}, {row.iso3}, {row.year}: no source" for row in unsourced.itertuples()]
    for ids in frame.loc[has_value, "source_id"].unique():
        sources.describe(ids)
    known = terms.TERMS.section("statuses")
    wrong += [f"{indicator.id}: no words for the status {status}" for status in set(frame["status"]) - set(known)]
    absent = terms.absences(indicator.kind)
    statuses = frame.groupby(has_value)["status"].agg(set).to_dict()
    wrong += [f"{indicator.id}: {status} without a value" for status in statuses.get(False, set()) - set(absent)]
    wrong += [f"{indicator.id}: {status} beside a value" for status in statuses.get(True, set()) & set(absent)]
    if frame["unit"].unique().tolist() != [indicator.unit] or not indicator.unit or not indicator.display_unit:
        wrong.append(f"{indicator.id}: units {frame['unit'].unique()}, {indicator.unit}, {indicator.display_unit}")
    return wrong


def broken_entry(indicator: Indicator) -> list[str]:
    caveats = terms.TERMS.section("caveats")
    wrong = [
        f"{indicator.id}: no words for the caveat {caveat}" for caveat in indicator.caveats if caveat not in caveats
    ]
    if not ID.fullmatch(indicator.id):
        wrong.append(f"{indicator.id}: the id does not follow the pattern")
    drawn = payload(indicator.id)
    if not drawn["classes"] or not all(entry["label"] for entry in drawn["classes"]):
        wrong.append(f"{indicator.id}: a class without a label")
    size = len(json.dumps(drawn, separators=(",", ":"), ensure_ascii=False).encode())
    if size > MOST_BYTES:
        wrong.append(f"{indicator.id}: {size} bytes")
    return wrong


@pytest.mark.parametrize(
    "wrong_of", [told_on_map, told_in_table, told_in_files, told_by_class, broken_rows, broken_entry]
)
def test_every_indicator_and_year(wrong_of):
    assert [line for one in ALL for line in wrong_of(one)] == []


def test_every_indicator_joins_the_shapes_of_the_world():
    world = shapes.load("world")
    for one in ALL:
        join.check(world, values(one.id))
    for one in {one.family: one for one in ALL}.values():
        newest = values(one.id)[values(one.id)["year"] == indicators.years(one.id)[-1]]
        rows = join.covered(join.attach(world, newest)).sort_values("iso3")
        assert rows["iso3"].tolist() == newest["iso3"].tolist()
        assert rows["value"].astype(str).tolist() == newest["value"].astype(str).tolist()
