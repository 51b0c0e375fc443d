"""The lists above the map."""

import pytest

from data import indicator_lists


@pytest.mark.parametrize(
    ("family", "first"),
    [
        ("share_of_chapter", "Live animals (HS 01)"),
        ("partner_trade", "Exports of Kazakhstan"),
        ("production", "Aluminum: alumina refinery"),
        ("world_share", "Aluminum: alumina refinery"),
        ("world_reserves_share", "Aluminum: share of world bauxite reserves, dry tons"),
        ("us_investment", "Direct investment, stock (million euros)"),
        ("us_trade", "US imports of goods (general imports, customs value)"),
    ],
)
def test_list_leaves_out_what_all_titles_of_a_subject_share(family, first):
    assert next(iter(indicator_lists.labels(family).values())) == first


def test_labels_of_a_subject_tell_its_indicators_apart():
    for family, members in indicator_lists.families().items():
        labels = indicator_lists.labels(family)
        assert list(labels) == members
        assert len(set(labels.values())) == len(members)
        assert all(labels.values())
