"""Coverage follows from the descriptor for every table that has countries and years."""

import re

import pytest

from data.analysis import coverage
from data.analysis.coverage import Axes
from data.package import descriptor, tables


def test_every_table_with_countries_and_years_has_coverage():
    for resource in descriptor.package()["resources"]:
        has_both = coverage.country_columns(resource) and coverage.year_columns(resource)
        assert (coverage.axes(resource["name"]) is not None) == bool(has_both), resource["name"]


def test_coverage_named_in_the_descriptor_names_columns_that_exist():
    for resource in descriptor.package()["resources"]:
        found = coverage.axes(resource["name"])
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert found is None or {found.country, found.year} <= set(names), resource["name"]


def test_no_column_of_years_or_dates_goes_unnoticed():
    for resource in descriptor.package()["resources"]:
        if not coverage.country_columns(resource) or coverage.year_columns(resource):
            continue
        dated = [field["name"] for field in resource["schema"]["fields"] if re.search("year|period", field["name"])]
        assert dated == [], f"{resource['name']}: add to YEAR_COLUMNS or name its coverage in the descriptor"


@pytest.mark.parametrize(
    ("name", "country", "year"),
    [
        ("us_trade", "partner", "year"),
        ("minerals_production", "iso3", "year"),
        ("articles", "countries", "published"),
    ],
)
def test_columns_that_are_counted(name, country, year):
    assert coverage.axes(name) == Axes(country, year)


def test_counts_are_rows_of_the_table():
    counts = coverage.counts("us_trade")
    frame = tables.load("us_trade")
    assert counts.to_numpy().sum() == len(frame)
    assert counts.loc["KAZ", 2024] == len(frame[(frame["partner"] == "KAZ") & (frame["year"] == 2024)])


def test_table_without_countries_by_years_is_empty():
    assert coverage.axes("sources") is None
    assert coverage.counts("sources").empty
