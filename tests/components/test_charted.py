"""Names of the data in charts: Plotly would make links, bold type and line breaks of them."""

import json

import pandas as pd
import pytest

from components.figures import bars, coverage, pair_series, sankey
from data.analysis.flow_selection import FlowSelection
from data.package import countries, snapshot
from data.package.snapshot import Snapshot

NAME = "<a href='https://evil.invalid'>%s</a> & <b>bold</b><br>"
SHOWN = "&lt;a href='https://evil.invalid'&gt;%s&lt;/a&gt; &amp; &lt;b&gt;bold&lt;/b&gt;&lt;br&gt;"
ROWS = pd.DataFrame({"year": [2020, 2021], "value": [1e6, 2e6], "reporter": "USA", "basis": "customs"})
COUNTS = pd.DataFrame({2020: [1], 2021: [2]}, index=["KAZ"])


@pytest.mark.parametrize(
    ("draw", "code"),
    [
        (lambda: bars.build(FlowSelection(), 2024, 10), "KAZ"),
        (lambda: sankey.build(FlowSelection(), 2024, 10), "KAZ"),
        (lambda: coverage.build(COUNTS)[0], "KAZ"),
        (lambda: pair_series.build(pair_series.Side(NAME % "KAZ", ROWS), None, "out"), "KAZ"),
    ],
    ids=["bars", "sankey", "coverage", "pair_series"],
)
def test_name_in_a_chart_is_text(monkeypatch, draw, code):
    monkeypatch.setattr(countries, "name", lambda iso3: NAME % iso3)
    # Charts are kept with the data: those of the other tests keep their names.
    with snapshot.held(Snapshot(snapshot.current().files)):
        told = json.dumps(json.loads(draw().to_json()), ensure_ascii=False)
    assert SHOWN % code in told
    assert "<a" not in told
    assert "<b>" not in told
