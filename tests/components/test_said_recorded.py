"""The figure of what was said against what is on record: the rule is its bands, and no mark is lost."""

import html
from math import log2

import pandas as pd
import pytest

from components.figures import claim_chart, said_recorded
from components.widgets.common.claim_texts import BADGES
from data.analysis import claim_selection, claim_series
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS

EVERY = claim_selection.frame(Asked(WORDS))


def made(*ratios: float, is_told: bool = False) -> pd.DataFrame:
    """Rows with ratios, each by another verdict."""
    rows = [
        {
            "claim_id": f"CL{place:03}",
            "claim": f"<b>Claim</b> number {place} with so many words that they end nowhere near the mark " * 2,
            "speaker": "S",
            "date": "2025",
            "claimed_value": ratio,
            "value": 1.0,
            "unit": "percent",
            "verdict": WORDS[place % len(WORDS)],
            "ratio": ratio,
            "is_told": is_told,
        }
        for place, ratio in enumerate(ratios)
    ]
    return pd.DataFrame(rows)


def marks(figure) -> dict[str, tuple[float, str]]:
    """Place and symbol of each mark, by its claim."""
    return {
        one[0]: (x, symbol)
        for trace in figure.data
        if trace.customdata is not None
        for one, x, symbol in zip(trace.customdata, trace.x, trace.marker.symbol, strict=True)
    }


def words_of(figure) -> list[list[str]]:
    return [list(trace.text) for trace in figure.data if trace.mode == "text"]


def test_each_claim_with_a_ratio_has_one_mark_where_its_ratio_is():
    found = marks(said_recorded.build(EVERY, None))
    wanted = EVERY.dropna(subset="ratio").set_index("claim_id")["ratio"]
    assert set(found) == set(wanted.index)
    for claim_id, (x, _) in found.items():
        assert x == pytest.approx(max(-4, min(4, log2(wanted[claim_id]))))


def test_marks_stand_in_the_order_of_the_frame():
    figure = said_recorded.build(EVERY, None)
    heights = {
        one[0]: y
        for trace in figure.data
        if trace.customdata is not None
        for one, y in zip(trace.customdata, trace.y, strict=True)
    }
    drawn = EVERY.dropna(subset="ratio")["claim_id"]
    assert [heights[one] for one in drawn] == [-place for place in range(len(drawn))]


def test_bands_are_the_limits_of_the_rule_itself(monkeypatch):
    bands = [(one.x0, one.x1) for one in said_recorded.build(EVERY, None).layout.shapes if one.type == "rect"]
    assert bands == [(-1.0, 1.0), (log2(0.8), log2(1.2)), (log2(0.95), log2(1.05))]
    monkeypatch.setattr(said_recorded, "ROUGH_PCT", 10.0)
    assert (0.9, 1.1) in said_recorded.limits()


def test_what_is_held_against_a_claim_is_hollow_and_verdicts_differ_in_shape():
    assert all(
        symbol.endswith("-open") for _, symbol in marks(said_recorded.build(made(1, 2, is_told=True), None)).values()
    )
    assert not any("open" in symbol for _, symbol in marks(said_recorded.build(made(1, 2), None)).values())
    assert set(said_recorded.MARKS) == set(WORDS) == set(BADGES)
    assert len({shape for _, shape in said_recorded.MARKS.values()}) == len(WORDS)


def test_mark_beyond_the_cap_stands_at_it_with_an_arrow():
    figure = said_recorded.build(made(20.8, 1, 1 / 40), None)
    assert [x for x, _ in marks(figure).values()] == [4, 0, -4]
    for texts in words_of(figure):
        assert len(texts) == 3
        assert "→ 20.8 times" in texts[0]
        assert "← 0.03 times" in texts[2]


def test_words_end_on_the_figure_also_of_a_phone():
    for rows in (EVERY, made(20, 9, 4, 1.5, 0.4, 0.01)):
        figure = said_recorded.build(rows, None)
        low, high = figure.layout.xaxis.range
        labels = [trace for trace in figure.data if trace.mode == "text"]
        for trace, width in zip(labels, said_recorded.WIDTHS_PX[::-1], strict=True):
            for x, text in zip(trace.x, trace.text, strict=True):
                room = (high - x) / (high - low) * width
                assert len(html.unescape(text).strip()) * 5 < room, text


def test_each_mark_has_words_and_of_many_those_beyond_roughly_and_the_chosen_one():
    few, many = made(1.5, 1.1, 1.0, 0.7), made(1.5, 1.1, 1.0, 0.7, *[1.0] * said_recorded.MANY)
    assert [len(texts) for texts in words_of(said_recorded.build(few, "CL002"))] == [4, 4]
    figure = said_recorded.build(many, "CL002")
    assert [len(texts) for texts in words_of(figure)] == [3, 3]
    ring = next(trace for trace in figure.data if trace.marker.symbol == "circle-open")
    assert list(ring.y) == [-2]


def test_text_of_the_data_is_no_markup():
    figure = said_recorded.build(made(3.0), None)
    assert all("<b>" not in text for texts in words_of(figure) for text in texts)
    assert all("<b>" not in text for trace in figure.data for text in trace.hovertext or ())


def test_alternative_text_names_the_ends():
    text = said_recorded.alt(EVERY)
    assert text.startswith("47 claims") or str(EVERY["ratio"].notna().sum()) in text
    assert "20.8 times (More than 52 percent" in text
    assert said_recorded.alt(EVERY.head(0)) == "No claim with a number said and one on record."


def test_chart_has_the_series_and_the_number_said_and_no_line_over_missing_years():
    rows = claim_series.series("CL095")
    figure = claim_chart.build(rows, 35.0, "percent", 2021, is_rank=False)
    line, points = figure.data
    assert list(points.x) == list(rows["year"])
    assert list(points.y) == list(rows["value"])
    assert len(line.x) == rows["year"].max() - rows["year"].min() + 1
    assert pd.isna(pd.Series(line.y)).sum() == len(line.x) - len(rows)
    assert [shape.y0 for shape in figure.layout.shapes] == [35.0]
    assert list(points.marker.symbol).count("circle") == int(rows["fits"].sum())
