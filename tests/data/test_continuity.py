"""A step in a line that may come from the figures is told: every one that the rules find has a remark, and no more.

The named ones were found by an audit; the rules must find them by themselves."""

from itertools import chain

import pandas as pd
import pytest

from data import indicators
from data.analysis import breaks, continuity
from data.analysis.continuity import Step
from data.package import notes, sources


def every_step() -> list[Step]:
    return [*chain.from_iterable(continuity.find(indicator_id) for indicator_id in indicators.registry())]


def is_told(step: Step) -> bool:
    return any(notes.on(step.indicator, step.iso3, year) for year in step.years)


@pytest.mark.parametrize(
    ("cells", "floor", "expected"),
    [
        ([(2000, 1.0), (2001, 10.0), (2002, 9.0)], 0, [(2000, 2001)]),
        ([(2000, 1.0), (2001, 9.9)], 0, []),
        ([(2000, 10.0), (2002, -1.0)], 0, [(2000, 2002)]),
        ([(2000, 1.0), (2003, 10.0)], 0, []),
        ([(2000, 0.0), (2001, 10.0)], 0, []),
        ([(2000, 1.0), (2001, 10.0), (2002, 200.0)], 100, [(2001, 2002)]),
    ],
)
def test_jump_is_ten_times_a_neighbour_in_time(cells, floor, expected):
    assert continuity.jumps(cells, floor) == expected


@pytest.mark.parametrize(
    ("values", "floor", "expected"),
    [
        ((452.0, 49.2, 472.9), 0, [(2001,)]),
        ((1.0, 5.0, 1.0), 0, [(2001,)]),
        ((1.0, 4.9, 1.0), 0, []),
        ((1.0, 5.0, 2.0), 0, []),
        ((3.0, 0.0, 2.0), 0, [(2001,)]),
        ((0.0, 0.0, 2.0), 0, []),
        ((0.0, 0.0, 0.0), 0, []),
        ((1.0, 5.0, 1.0), 6, []),
    ],
)
def test_spike_is_five_times_both_neighbours_or_a_fifth_of_both(values, floor, expected):
    assert continuity.spikes([*zip((2000, 2001, 2002), values, strict=True)], floor) == expected


def test_quiet_change_is_another_publisher_where_reporter_and_basis_stay():
    known = {one.publisher: one.id for one in (sources.describe(i)[0] for i in ("wdi-2026-07", "bgs-wms-2026"))}
    first, second = known.values()
    rows = pd.DataFrame(
        {
            "year": [2000, 2001, 2002, 2003],
            "reporter": "",
            "basis": ["a", "a", "b", "b"],
            "source_id": [first, second, first, first],
        }
    )
    assert continuity.quiet_changes(rows) == [(2000, 2001)]


@pytest.mark.parametrize(
    ("indicator", "iso3", "year"),
    [
        ("production.manganese.mine_gross_weight", "KAZ", 1995),
        ("production.silicon.ferrosilicon_gross_weight", "KAZ", 2014),
        ("production.nickel", "KAZ", 1999),
        ("production.tungsten", "UZB", 2018),
        ("us_imports_usd", "UZB", 2025),
        ("us_imports_usd.hs7115", "KAZ", 2025),
        ("fdi_net_inflow_usd", "TKM", 1992),
    ],
)
def test_rules_find_what_looks_wrong_at_the_source(indicator, iso3, year):
    assert any(step.iso3 == iso3 and year in step.years for step in continuity.find(indicator))
    assert notes.on(indicator, iso3, year)


def test_every_step_in_a_drawn_series_is_told():
    assert [step for step in every_step() if not is_told(step)] == []


def test_every_remark_on_a_step_speaks_of_one_that_is_there():
    steps = every_step()
    dead = []
    for note in notes.every():
        if note.kind not in notes.STEPS:
            continue
        years = set(range(note.year_from, note.year_to + 1))
        here = [step for step in steps if step.indicator in note.indicators and note.iso3 in (step.iso3, "")]
        is_break = note.kind == "break" and any(
            _breaks(indicator, note.iso3) & {*years, note.year_to + 1} for indicator in note.indicators
        )
        if not is_break and not any(years & set(step.years) for step in here):
            dead.append(note.id)
    assert dead == []


def _breaks(indicator_id: str, iso3: str) -> set[int]:
    values = indicators.values(indicator_id)
    return set(breaks.years(values[values["iso3"] == iso3]))


@pytest.mark.parametrize("note", notes.every(), ids=lambda note: note.id)
def test_every_remark_names_indicators_sources_and_a_drawn_figure(note):
    assert all(sources.is_known(part) for part in note.source_id.split(";"))
    for indicator in note.indicators:
        values = indicators.values(indicator).dropna(subset=["value"])
        values = values[values["iso3"] == note.iso3] if note.iso3 else values
        assert values["year"].between(note.year_from, note.year_to).any(), indicator


def test_remarks_stand_at_their_figure_and_not_at_its_neighbours():
    one = "production.manganese.mine_gross_weight"
    assert [len(notes.on(one, "KAZ", year)) for year in (1994, 1995, 1996)] == [0, 1, 0]
    assert notes.on(one, "USA", 1995) == []
    assert notes.on("us_uranium_share_pct", "CAN", 2024)[0].iso3 == ""
    assert notes.of("gdp_usd") == []


@pytest.mark.parametrize(
    ("indicator", "iso3", "first_year_after"),
    [
        ("production.uranium", "UZB", 2005),
        ("production.uranium", "KAZ", 2005),
        ("mirror_exports_usd", "KAZ", 2018),
        ("mirror_imports_usd", "KAZ", 2018),
        ("mirror_exports_usd", "UZB", 2024),
    ],
)
def test_line_breaks_where_the_basis_changes_and_nowhere_else(indicator, iso3, first_year_after):
    assert _breaks(indicator, iso3) == {first_year_after}
