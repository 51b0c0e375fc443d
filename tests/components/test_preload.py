"""The file with all indicators: whole but for what may not be passed on, which is sent with the map."""

import json

import pytest

from components import cache, preload
from components.map import publish
from data import indicator_lists, indicators
from data.package import licensing


@pytest.fixture(scope="module")
def payloads():
    """The payloads that the file was put together from, as the browser reads them, by indicator."""
    return {}


@pytest.fixture(scope="module")
def filled(tmp_path_factory, payloads):
    path = tmp_path_factory.mktemp("published") / "preload.json"
    build = cache.new_payload

    def build_and_keep(one):
        payload = build(one)
        payloads[one] = json.loads(json.dumps(payload))
        return payload

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "new_payload", build_and_keep)
        patch.setattr(preload, "FIRST_S", 0.0)
        patch.setattr(preload, "REST_PER_WORK", 0)
        patch.setattr(publish, "preload_path", lambda fingerprint, language: path)
        preload._fill(path)
    return json.loads(path.read_text("utf-8"))


def test_nothing_is_written_under_the_name_of_data_that_changed_meanwhile(tmp_path, monkeypatch):
    monkeypatch.setattr(preload, "FIRST_S", 0.0)
    monkeypatch.setattr(indicator_lists, "families", dict)
    monkeypatch.setattr(publish, "preload_path", lambda fingerprint, language: tmp_path / "preload-new.json")
    preload._fill(tmp_path / "preload-old.json")
    assert list(tmp_path.iterdir()) == []
    preload._fill(tmp_path / "preload-new.json")
    assert [path.name for path in tmp_path.iterdir()] == ["preload-new.json"]


def test_file_and_rest_together_are_the_payload_of_every_indicator(filled, payloads):
    assert list(filled["values"]) == [member for members in indicator_lists.families().values() for member in members]
    for one, told in filled["values"].items():
        rest = preload.remainder(one).get("cells", {})
        assert not set(rest) & set(told["cells"]), one
        assert told | {"cells": told["cells"] | rest} == payloads[one] | {"partial": bool(rest)}, one


def test_no_figure_that_may_not_be_passed_on_stands_in_the_file(filled):
    closed = 0
    for one, told in filled["values"].items():
        values = indicators.values(one)
        for row in values[licensing.is_withheld(values)].itertuples():
            assert row.iso3 not in told["cells"], (one, row.iso3)
            closed += 1
    assert closed > 50


def test_every_label_of_a_list_leads_to_its_indicator(filled):
    for family, labels in zip(indicator_lists.families(), filled["subjects"], strict=True):
        assert {one: label for label, one in labels.items()} == indicator_lists.labels(family)


def test_every_indicator_has_the_same_parts_so_that_none_stays_from_the_one_before(filled):
    parts = {one: set(told) for one, told in filled["values"].items()}
    assert {"open", "ranked"} <= set.intersection(*parts.values())
    assert set.union(*parts.values()) == set.intersection(*parts.values())
