"""Need and output side by side: only where the output is of the form that is imported."""

import pytest

from data.analysis import capacity, present_output, suppliers
from data.package import tables


def _sides(rows):
    return [tuple(row) for row in rows[["side", "iso3", "period", "value", "unit"]].itertuples(index=False, name=None)]


def test_ore_stands_beside_ore():
    rows = capacity.of("antimony", "ore and concentrates", 50)
    assert set(rows["verdict"]) == {"in_shares"}
    assert _sides(rows) == [
        ("need", "MEX", "2021-2024", 43.0, "percent"),
        ("output", "TJK", "2025", 22_000, "t"),
        ("output", "KAZ", "2025", 800, "t"),
        ("output", "KGZ", "2025", 700, "t"),
    ]
    # 22,000 of 110,000 t.
    assert rows["share_pct"].tolist()[:2] == [43.0, 20.0]
    assert rows["share_of"].tolist() == ["us_imports", *["world_output"] * 3]


def test_ore_is_refused_against_metal_and_oxide():
    rows = capacity.of("antimony", "total metal and oxide", 50)
    assert set(rows["verdict"]) == {"other_form"}
    assert rows.loc[rows["side"] == "need", "value"].tolist() == [27.5]


def test_content_is_refused_against_gross_weight():
    assert capacity.verdict({"kind": "ore", "stage": "mine", "weighed": "gross"}, "content") == "other_weight"
    assert capacity.verdict({"kind": "ore", "stage": "mine", "weighed": "gross"}, "gross") == "in_shares"
    assert capacity.verdict({"kind": "ore", "stage": "mine"}, "gross") == "in_shares"


def test_metal_stands_beside_metal():
    rows = capacity.of("titanium", "sponge metal", 100)
    assert set(rows["verdict"]) == {"in_shares"}
    assert rows["stage"].tolist()[1:] == ["sponge"]


def test_nothing_recent_on_record_is_said():
    assert set(capacity.of("beryllium")["verdict"]) == {"no_output"}
    # The last figure on boron in Kazakhstan is of 2018.
    assert set(capacity.of("boron")["verdict"]) == {"no_output"}


@pytest.mark.parametrize("part", [0, 10, 100])
def test_the_need_follows_the_part(part):
    rows = capacity.of("antimony", x_pct=part)
    assert rows.loc[rows["side"] == "need", "value"].tolist() == [pytest.approx(0.55 * part)]


def test_the_registry_names_forms_and_stages_that_there_are():
    forms = set(suppliers.markets("us_imports")[["mineral", "form"]].itertuples(index=False, name=None))
    produced = tables.load("minerals_production")
    stages = set(produced[["mineral", "stage"]].drop_duplicates().itertuples(index=False, name=None))
    for mineral, entries in capacity.registry()["forms"].items():
        for form, entry in entries.items():
            assert (mineral, form) in forms
            assert entry["kind"] in ("ore", "metal", "compound", "alloy", "scrap", "product", "several")
            assert "stage" not in entry or (mineral, entry["stage"]) in stages
    for name in capacity.registry()["weighed"]:
        assert tuple(name.split(".", 1)) in stages


def test_every_form_of_what_the_five_produce_is_known():
    made = set(present_output.every()["mineral"])
    for mineral, form in suppliers.markets("us_imports")[["mineral", "form"]].itertuples(index=False, name=None):
        assert mineral not in made or capacity.entry(mineral, form), (mineral, form)
