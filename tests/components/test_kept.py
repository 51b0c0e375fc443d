"""What is kept between runs: every cache has a bound, and no caller can change what the others get."""

import importlib
import inspect
import json
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.analysis.deals import Asked
from data.analysis.flow_selection import FlowSelection
from data.output.published import kind as published
from data.package import articles
from data.package.read_only import frozen
from data.package.snapshot import Snapshot, held, kept

ROOT = Path(__file__).parents[2]
# Importing them runs them.
SCRIPTS = (".__main__", "components.pages.")
CODE_OF_KEPT = kept()(len).__code__  # type: ignore[attr-defined]
MOST = 1024
SAMPLE: dict[str, Any] = {
    "page": "news",
    "parts": (("country", "KAZ"),),
    "indicator_id": "us_imports_usd",
    "indicator": indicators.get("us_imports_usd"),
    "name": "us_trade",
    "table": "us_import_sources",
    "set_id": "partners",
    "country": "KAZ",
    "iso3": "KAZ",
    "selection": FlowSelection("partners", "KAZ"),
    "family": indicators.get("us_imports_usd").family,
    "year": 2020,
    "year_from": 2015,
    "year_to": 2020,
    "change_kind": comparison.ABSOLUTE,
    "first": Side("us_imports_usd", 2015),
    "second": Side("us_imports_usd", 2020),
    "top": 5,
    "method": "auto",
    "side": "own",
    "flow": "export",
    "level": "2",
    "list_id": "us_2025",
    "release": "2026-01-31",
    "version": "1.1.0",
    "source_ids": "iso-codes-26.2.16",
    "subject": indicators.SUBJECTS[0],
    "is_word": False,
    "mineral": "antimony",
    "basis": "us_imports",
    "taken_as": "one",
    "x_pct": 50,
    "asked": Asked("KAZ"),
    "ties": "full",
    "day": "2016-07-01",
    "on": "2016-07-01",
    "since": "2015-07-01",
}
# Where the name of a parameter means something else than elsewhere.
OWN: dict[str, dict[str, Any]] = {
    "data.package.articles.snippets": {"asked": articles.Asked("KAZ")},
    "data.analysis.lens_table._rows": {"basis": "output"},
    "data.analysis.mineral_lens.cells": {"basis": "output"},
    "data.analysis.mineral_lens.rows": {"basis": "output"},
    "data.analysis.mineral_lens.without_total": {"basis": "output"},
    "data.analysis.producers.every": {"basis": "output"},
    "data.analysis.producers.of": {"mineral": "antimony", "basis": "output"},
    "data.analysis.producers.ranking": {"mineral": "antimony", "basis": "output"},
    "components.figures.minerals_answer.of": {
        "panel": "output",
        "mineral": "antimony",
        "country": None,
        "form": None,
        "year": 2024,
    },
    "components.figures.forums_answer.of": {"day": "2016-07-01", "ties": "full", "forums": ("wto", "sco")},
    "components.cache.forum_payload": {"forum": "wto", "day": "2016-07-01"},
    "components.pictures.map_picture._overview": {
        "view": "five",
        "country": None,
        "classes": "auto",
        "has_lines": True,
    },
    "components.pictures.map_picture._trade": {"view": "five"},
    "components.pictures.map_picture._compare": {
        "change_kind": None,
        "view": "five",
        "country": None,
        "classes": "auto",
    },
    "data.analysis.membership_answer.of_six": {"day": "2016-07-01", "ties": "full", "forums": ("wto", "sco")},
    "data.analysis.membership_answer.of_country": {
        "iso3": "KAZ",
        "day": "2016-07-01",
        "ties": "full",
        "forums": ("wto", "sco"),
    },
    "data.analysis.membership_matrix.rows": {"day": "2016-07-01", "forums": ("wto", "sco")},
    "data.output.mineral_frames.lens": {"basis": "output"},
    "data.output.mineral_frames.ranking": {"mineral": "antimony", "basis": "output"},
    "data.output.published.above.body": {"address": "/robots.txt", "site": ""},
    "data.output.published.tree.body": {"path": "changes.json", "asked": published.Asked()},
    "data.output.cells._titles": {"table": "articles"},
    "data.analysis.claim_series.series": {"claim_id": "CL003"},
    "data.package.names._by_id": {"table": "minerals", "column": "mineral"},
    "data.analysis.stories.values": {"story": "us_uranium", "number": 3},
    "components.figures.story_words.reading": {"story": "us_uranium", "number": 3},
    "components.figures.story_answer.of": {"story": "us_uranium"},
    "data.subjects.economy.measure": {"name": "gdp_usd"},
    "data.subjects.minerals._by_part": {"prefix": "production", "table": "minerals_production"},
    "data.subjects.minerals._latest": {"table": "minerals_production"},
    "data.analysis.mirror_gap.of": {"reporter": "KAZ", "partner": "USA", "cif": 10},
    "data.analysis.monthly_imports.of": {"iso3": "KAZ", "first_year": 2024},
    "data.analysis.partners_in_context.of": {"iso3": "KAZ", "direction": "both"},
    "data.analysis.ranked_products.of": {"iso3": "KAZ", "year": 2024, "level": "2"},
    "data.output.trade_frames.mirror": {"reporter": "KAZ", "partner": "USA", "cif": 10},
    "data.output.trade_frames.partners": {"iso3": "KAZ", "direction": "both"},
    "data.output.trade_frames.products": {"iso3": "KAZ", "year": 2024, "level": "2"},
    "data.subjects.partner_totals.fullnesses": {"indicator": indicators.get("exports_by_partner_usd.kaz")},
}


def modules() -> Iterator[ModuleType]:
    for package in ("data", "geo", "components"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if not any(script in name for script in SCRIPTS):
                yield importlib.import_module(name)


def functions(is_one: Callable[[Any], bool]) -> dict[str, Any]:
    """The functions of a kind in all modules by their full name, each once."""
    return {
        f"{one.__module__}.{name}": one
        for module in modules()
        for name, one in vars(module).items()
        if is_one(one) and one.__module__ == module.__name__
    }


KEPT = functions(lambda one: getattr(one, "__code__", None) is CODE_OF_KEPT)
CACHED = functions(lambda one: hasattr(one, "cache_parameters"))


def arguments(name: str) -> dict[str, Any]:
    own = OWN.get(name, {})
    return {
        parameter: own.get(parameter, SAMPLE.get(parameter)) for parameter in inspect.signature(KEPT[name]).parameters
    }


def test_all_caches_are_looked_at():
    assert len(KEPT) > 50
    assert len(CACHED) > 8


@pytest.mark.parametrize("name", CACHED)
def test_cache_of_a_function_with_parameters_is_bounded(name):
    assert CACHED[name].cache_parameters()["maxsize"] or not inspect.signature(CACHED[name]).parameters


@pytest.mark.parametrize("name", KEPT)
def test_number_of_results_that_are_kept_is_bounded(name):
    assert 0 < inspect.getclosurevars(KEPT[name]).nonlocals["most"] <= MOST


def test_no_more_results_are_kept_than_the_bound_says():
    @kept(3)
    def doubled(number: int) -> int:
        return 2 * number

    snapshot = Snapshot({})
    with held(snapshot):
        assert [doubled(one) for one in range(100)] == list(range(0, 200, 2))
    (results,) = snapshot.memory.values()
    assert len(results.by_arguments) == 3


def spoil(found: Any) -> None:
    """Change whatever can be changed in a result, as a careless caller would."""
    if isinstance(found, pd.DataFrame | pd.Series):
        spoil_frame(found)
    for part in parts(found):
        spoil(part)
    for method, given in (("clear", ()), ("append", (1,)), ("reverse", ()), ("update", ({"spoiled": 1},))):
        if isinstance(found, dict | list | set) and hasattr(found, method):
            tried(lambda method=method, given=given: getattr(found, method)(*given))


def parts(found: Any) -> list[Any]:
    if isinstance(found, dict):
        return list(found.values())
    if isinstance(found, list | tuple):
        return list(found)
    return [getattr(found, field.name) for field in fields(found)] if is_dataclass(found) else []


def spoil_frame(found: pd.DataFrame | pd.Series) -> None:
    if isinstance(found, pd.Series):
        found.iloc[0] = found.iloc[-1]
    else:
        for place in range(len(found.columns) if len(found) else 0):
            found.iat[0, place] = found.iat[-1, place]
        found["spoiled"] = 1
        found.columns = range(len(found.columns))
    found.index = found.index[::-1]


def tried(change: Callable[[], Any]) -> None:
    try:
        change()
    except TypeError:
        return


def same(one: Any, other: Any) -> bool:
    if isinstance(one, pd.DataFrame | pd.Series):
        return one.equals(other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return one is other or bool(one == other)


@pytest.mark.parametrize("name", KEPT)
def test_result_that_a_caller_spoils_is_whole_for_the_next(name):
    given = arguments(name)
    first = KEPT[name](**given)
    before = deepcopy(first)
    assert same(before, first)
    spoil(first)
    assert same(KEPT[name](**given), before)


def test_what_is_shared_reads_like_what_it_was_made_of():
    made = {"a": [1, {"b": (2, [3])}], "c": {}}
    shared = frozen(made)
    assert shared == made
    assert json.dumps(shared) == json.dumps(made)
    for taken in (dict(shared), shared | {}, copy(shared), deepcopy(shared)):
        taken["d"] = 4
    deepcopy(shared)["a"].append(5)
    assert shared == made


def test_changing_what_is_shared_is_an_error_that_says_what_to_do():
    shared = frozen({"a": [1]})
    with pytest.raises(TypeError, match="copy it before you change it"):
        shared["b"] = 2
    with pytest.raises(TypeError, match="copy it before you change it"):
        shared["a"].append(2)


def test_frames_of_a_shared_dict_are_copies_however_they_are_taken():
    shared = frozen({"a": pd.DataFrame({"x": [1]})})
    ways = (
        shared["a"],
        shared.get("a"),
        *shared.values(),
        *(frame for _, frame in shared.items()),
        *dict(shared).values(),
        *{**shared}.values(),
        *(shared | {}).values(),
        *({} | shared).values(),
        *shared.copy().values(),
    )
    for frame in ways:
        frame["x"] = 2
    assert shared["a"]["x"].tolist() == [1]
