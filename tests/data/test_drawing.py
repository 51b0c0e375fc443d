"""Drawn figures: every mark stands where its number says, what is missing has none, and words are words."""

import itertools
import xml.etree.ElementTree as ElementTree

import pytest

from data.output.drawing import (
    axis,
    bars,
    canvas,
    columns,
    dots,
    dumbbells,
    heat,
    marks,
    matrix,
    measures,
    multiples,
    shares,
    spans,
    tones,
    years,
)
from data.output.drawing.bars import Bar
from data.output.drawing.dots import Dot
from data.output.drawing.dumbbells import Pair
from data.output.drawing.shares import Part, Whole
from data.output.drawing.years import Line

SVG = "{http://www.w3.org/2000/svg}"


def _marks(svg, tag, *names):
    return [tuple(one.get(name) for name in names) for one in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")]


def _words(svg):
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, [0, 1]), (4, [0, 1, 2, 3, 4]), (2.35, [0, 1, 2, 3]), (0.8, [0, 0.2, 0.4, 0.6, 0.8]), (41, [0, 20, 40, 60])],
)
def test_ticks_are_round_and_reach_the_largest_value(most, expected):
    assert axis.ticks(most) == pytest.approx(expected)


def test_years_under_an_axis_are_both_ends_and_round_ones_that_leave_them_room():
    assert axis.years(1992, 2025) == [1992, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
    assert axis.years(2024, 2026) == [2024, 2025, 2026]


def test_a_bar_is_as_long_as_its_value_and_open_where_there_may_be_more():
    rows = [Bar("a", 10, "10"), Bar("b", 5, "5", open_to=5), Bar("c", None, "no value"), Bar("d", 5, "5", hatched=True)]
    svg = bars.draw(rows, "deals", width=320, names=100)
    boxes = _marks(svg, "rect", "x", "width", "stroke-dasharray")
    whole = float(boxes[0][1])
    assert boxes == [
        ("100", canvas.place(whole), None),
        ("100", canvas.place(whole / 2), None),
        (canvas.place(100 + whole / 2), canvas.place(whole / 2), "3 2"),
        ("100", canvas.place(whole / 2), None),
    ]
    assert _words(svg) == ["a", "10", "b", "5", "c", "no value", "d", "5"]


def test_parts_of_a_whole_follow_each_other_and_what_is_not_known_stays_open():
    whole = Whole("2024", [Part("US", 10, tones.CHOSEN), Part("China", 30), Part("rest", 20, hatched=True)])
    svg = shares.draw([whole], "shares", width=191, names=90)
    # 191 px less 90 for names and 1: a pixel is a percent. First the open frame, then the parts.
    assert _marks(svg, "rect", "x", "width")[:4] == [("90", "100"), ("90", "10"), ("100", "30"), ("130", "20")]


def test_parts_that_are_more_than_the_whole_are_refused():
    with pytest.raises(ValueError, match="the parts of 2024"):
        shares.draw([Whole("2024", [Part("US", 60), Part("China", 41)])], "")


def test_a_line_stops_at_gaps_and_breaks():
    line = Line(
        "US imports", [(2020, 1.0), (2021, 2.0), (2022, None), (2023, 3.0), (2024, 4.0), (2025, 4.0)], breaks=(2025,)
    )
    svg = years.draw([line], 2020, 2025, "trade", "{:g}".format)
    drawn = [one for one in _marks(svg, "polyline", "points", "stroke") if one[1] == tones.OTHER]
    assert [len(points.split()) for points, _ in drawn] == [2, 2]
    assert len(_marks(svg, "circle", "cx")) == 5
    assert _words(svg)[:5] == ["0", "1", "2", "3", "4"]


def test_names_of_lines_that_end_alike_stand_below_each_other():
    lines = [Line(name, [(2020, 1.0), (2021, 1.0 + place / 1000)]) for place, name in enumerate("abc")]
    svg = years.draw(lines, 2020, 2021, "", "{:g}".format)
    heights = [float(y) for y, bold in _marks(svg, "text", "y", "font-weight") if bold]
    assert all(low - high >= 12 for high, low in itertools.pairwise(heights))


def test_each_row_of_dots_has_an_axis_of_its_own():
    rows = [
        dots.Row(("Stock",), [Dot("NLD", 60), Dot("US", 30, is_chosen=True)]),
        dots.Row(("Flow",), [Dot("US", 2, True)]),
    ]
    svg = dots.draw(rows, "investors", width=208, names=100)
    assert _marks(svg, "circle", "cx", "fill") == [("200", tones.OTHER), ("150", tones.CHOSEN), ("200", tones.CHOSEN)]
    assert _words(svg) == ["Stock", "US", "NLD", "Flow", "US"]


def test_a_dumbbell_has_the_ends_that_are_known():
    pairs = [Pair("2024", 2.0, 1.0, "2.0", down_to=1.5), Pair("2025", None, 3.0, "–")]
    svg = dumbbells.draw(pairs, "mirror", "{:g}".format)
    (first, *_), band = _marks(svg, "circle", "cx"), _marks(svg, "rect", "x", "width")[0]
    assert len(_marks(svg, "circle", "cx")) == 1
    assert float(band[0]) + float(band[1]) == pytest.approx(float(first[0]), abs=0.1)
    assert len(_marks(svg, "rect", "x")) == 3


def test_hatching_stays_within_its_box():
    path = _marks(f"<svg xmlns='{canvas.NAMESPACE}'>{canvas.hatching(10, 5, 7, 20, 'red')}</svg>", "path", "d")[0][0]
    places = [tuple(map(float, one.split())) for one in path.replace("L", "M").split("M") if one]
    assert all(10 <= x <= 17 and 5 <= y <= 25 for x, y in places)


def test_words_of_the_data_are_never_markup():
    assert _words(bars.draw([Bar("<b>&", 1, "</text>")], "<i>")) == ["<b>&", "</text>"]


def test_every_shape_round_a_point_is_another_one_and_stays_near_it():
    drawn = {shape: marks.draw(shape, 50, 50, 5, tones.FIVE) for shape in marks.SHAPES}
    assert len(set(drawn.values())) == len(marks.SHAPES)
    for svg in drawn.values():
        for tag in ("circle", "rect"):
            for name in ("cx", "cy", "x", "y"):
                found = _marks(f'<svg xmlns="http://www.w3.org/2000/svg">{svg}</svg>', tag, name)
                assert all(one is None or 44 <= float(one) <= 56 for (one,) in found)


def test_cell_of_a_matrix_stands_in_its_row_and_column_and_an_empty_one_nowhere():
    shape = matrix.Cell("7", "disc", 3)
    rows = [matrix.Row("kind"), matrix.Row("<a>", [None, shape]), matrix.Row("b", [matrix.Cell("-"), None])]
    svg = matrix.draw(rows, [matrix.Column("x", 40), matrix.Column("y", 40)], "who", names=100)
    assert _marks(svg, "circle", "cx", "cy") == [("150", "42")]
    assert _words(svg) == ["x", "y", "kind", "<a>", "7", "b", "-"]


def test_column_is_as_high_as_its_parts_and_words_above_never_touch():
    drawn = [columns.Column([columns.Part(2), columns.Part(2)], "444"), columns.Column([columns.Part(4)], "443")]
    svg = columns.draw([*drawn, columns.Column([])], {0: "2020"}, "so many", 4, width=30, height=134)
    assert _marks(svg, "rect", "y", "height") == [("66", "50"), ("16", "50"), ("16", "100")]
    assert _words(svg) == ["444", "2020"]


def test_cell_of_a_heat_map_is_the_fuller_the_more_there_is_and_none_where_there_is_nothing():
    svg = heat.draw([heat.Row("a", [0, 1, 100])], 2020, 2022, "rows")
    assert _marks(svg, "path", "fill-opacity") == [("0.25",), ("1",)]


def test_span_runs_from_its_first_year_to_the_end_of_its_last():
    rows = [spans.Span("a", 2000, 2004, ""), spans.Span("b", 1900, 2009, ""), spans.Span("c", None, None, "")]
    svg = spans.draw(rows, "reach", 2000, width=116, names=10)
    # 116 px less 10 for names and 6: a year is ten pixels.
    assert _marks(svg, "rect", "x", "width") == [("10", "50"), ("10", "100")]


def test_dot_of_twice_as_much_is_one_step_right_and_what_lies_beyond_stands_at_the_end():
    rows = [multiples.Dot(times, "disc", tones.FIVE) for times in (1, 2, 4, 99)]
    at = [float(x) for (x,) in _marks(multiples.draw(rows, [(0.5, 2)], "times"), "circle", "cx")]
    assert at[1] - at[0] == pytest.approx(at[2] - at[1], abs=0.2)
    assert at[3] - at[0] == pytest.approx(4 * (at[1] - at[0]), abs=0.4)


def test_measure_has_its_line_its_figure_and_its_end():
    svg = measures.draw([measures.Measure("a", [(2000, 1.0), (2001, 2.0)], "2", "1/5")], 2000, 2001, "all")
    assert _words(svg) == ["a", "2", "1/5"]
    assert len(_marks(svg, "polyline", "points")) == 1
