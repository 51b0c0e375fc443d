"""The card's figures: newest first, final before provisional, ranks from the best."""

import pytest

from components.markdown import literal
from components.widgets.common import value_panel
from components.widgets.overview import card
from data import indicators
from data.package import countries


def test_newest_figure_is_that_of_the_last_year_with_a_value():
    row = card.newest("us_exports_usd", "KAZ")
    assert (row["year"], row["value"]) == (2024, 1076377538)


def test_partial_year_stands_back_behind_the_last_final_one():
    values = indicators.values("us_aid_usd")
    assert (values.loc[values["year"] == 2025, "status"] == "provisional").any()
    assert card.newest("us_aid_usd", "KAZ")["year"] == 2024


def test_country_without_any_figure_has_none():
    assert card.newest("us_imports_usd", "USA") is None


def test_best_ranks_come_first_and_every_key_figure_exists():
    ranks = [row["value"] for _, row in card.best_ranks("KAZ")]
    assert ranks == sorted(ranks)
    assert ranks[0] == 1
    assert set(card.KEY_FIGURES) <= set(indicators.registry())


def test_number_and_table_tell_what_to_mind_of_a_figure():
    said = value_panel.remarks("production.manganese.mine_gross_weight", "KAZ", 1995)
    assert len(said) == 1
    assert "thousand tonnes" in said[0]
    assert "British Geological Survey" in said[0]
    assert value_panel.remarks("production.manganese.mine_gross_weight", "KAZ", 1996) == []


@pytest.mark.parametrize("iso3", countries.SIX)
def test_every_figure_of_the_card_says_its_year_in_the_same_place(iso3):
    figures = [(key_figure, card.newest(key_figure, iso3)) for key_figure in card.KEY_FIGURES]
    for indicator_id, row in [*figures, *card.best_ranks(iso3)]:
        if row is not None:
            head, value, *_ = card._figure(indicator_id, row).split("  \n")
            assert value.startswith(f"{row['year']}: **")
            assert head == f":small[{literal(indicators.get(indicator_id).title)}]"


def test_imports_that_jump_by_bars_say_so_beside_the_number():
    row = card.newest("us_imports_usd", "KAZ")
    text = card._figure("us_imports_usd", row).replace("\\", "")
    assert row["year"] == 2025
    assert "2,630.5 million US dollars (64.6 percent) were precious metals, bars among them (HS 71)" in text
    assert "in 2024 they were 303.5 million" in text


def test_bars_are_told_once_and_the_card_keeps_to_its_country():
    whole, brief = (value_panel.remarks("us_imports_usd", "KAZ", 2025, is_brief=one) for one in (False, True))
    assert ["Months of 2025" in one for one in whole] == [True]
    assert brief == []
    assert len(value_panel.remarks("us_imports_usd.hs7115", "KAZ", 2025)) == 1
