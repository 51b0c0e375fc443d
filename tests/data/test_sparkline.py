"""The line of a measure in a row of a table: what is drawn for which years, and that it is the same each time."""

import math
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote

import pytest

from data.output.drawing import canvas, sparkline

SVG = "{http://www.w3.org/2000/svg}"


def _marks(points, first=2000, last=2010, label="US imports"):
    root = ElementTree.fromstring(sparkline.draw(points, first, last, label))
    lines = [one.get("points") for one in root.iter(f"{SVG}polyline")]
    dots = [(one.get("cx"), one.get("cy"), one.get("r")) for one in root.iter(f"{SVG}circle")]
    return root, lines, dots


def test_a_line_stops_at_a_year_without_a_value_and_goes_on_behind_it():
    _, lines, dots = _marks([(2000, 0), (2001, 10), (2002, None), (2004, 5), (2005, 10), (2010, 5)])
    # 140 px wide with 4 at each edge: 13.2 px a year. 28 px high with 4 at each edge: 0 at 24, 5 at 14, 10 at 4.
    assert lines == ["4,24 17.2,4", "56.8,14 70,4"]
    assert dots == [("136", "14", "1.2"), ("4", "24", "2"), ("17.2", "4", "2"), ("136", "14", "3")]


def test_years_may_come_in_any_order_and_those_outside_are_left_out():
    _, lines, _ = _marks([(2001, 10), (1999, 99), (2000, 0), (2011, 99)])
    assert lines == ["4,24 17.2,4"]


def test_missing_by_any_name_draws_nothing():
    for nothing in ([], [(2003, None)], [(2003, math.nan)]):
        assert _marks(nothing)[1:] == ([], [])


def test_one_value_is_one_dot_at_half_height():
    _, lines, dots = _marks([(2005, 7)])
    assert lines == []
    assert dots == [("70", "14", "1.2"), ("70", "14", "3")]


def test_a_single_year_stands_in_the_middle():
    assert _marks([(2005, 7)], 2005, 2005)[2][-1] == ("70", "14", "3")


def test_the_title_is_text_whatever_stands_in_it():
    root, _, _ = _marks([(2005, 7)], label="a <b> & c")
    assert root.find(f"{SVG}title").text == "a <b> & c"
    assert (root.get("role"), root.get("width"), root.get("height")) == ("img", "140", "28")


def test_two_values_for_a_year_are_refused():
    with pytest.raises(ValueError, match="two values for 2005"):
        sparkline.draw([(2005, 7), (2005, 8)], 2000, 2010, "")


def test_the_address_of_a_picture_holds_the_drawing_and_no_quotation_mark():
    svg = sparkline.draw([(2005, 7)], 2000, 2010, 'a "b" #c')
    kind, _, told = canvas.address(svg).partition(",")
    assert (kind, unquote(told)) == ("data:image/svg+xml", svg)
    assert not {'"', "#", "<"} & set(told)
