"""The lists above the map."""

import pytest

from data import indicator_lists, indicators
from data.analysis import product_order


@pytest.mark.parametrize(
    ("family", "first"),
    [
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


@pytest.mark.parametrize("family", ["share_of_chapter", "us_imports_by_heading", "us_imports_by_subheading"])
def test_products_stand_in_order_of_what_is_imported_of_them_with_their_share(family):
    shares = product_order.shares().by_code
    codes = [indicators.get(one).series[1] for one in indicator_lists.families()[family]]
    known = [shares[code] for code in codes if code in shares]
    assert known == sorted(known, reverse=True)
    assert set(codes[: len(known)]) <= set(shares)
    assert codes[len(known) :] == sorted(codes[len(known) :])
    labels = list(indicator_lists.labels(family).values())
    assert [label.endswith(" %") for label in labels] == [True] * len(known) + [False] * (len(codes) - len(known))


def test_labels_of_a_subject_tell_its_indicators_apart():
    for family, members in indicator_lists.families().items():
        labels = indicator_lists.labels(family)
        assert list(labels) == members
        assert len(set(labels.values())) == len(members)
        assert all(labels.values())
