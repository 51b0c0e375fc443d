"""The figures of forums and diplomacy: what is drawn is what the frames say, no date narrower than it is known."""

from components.figures import diplomacy_lanes
from data.analysis import diplomacy_events

DAY_MS = 24 * 3600 * 1000


def test_each_event_is_drawn_once_and_as_wide_as_its_date():
    events, articles = diplomacy_events.events(), diplomacy_events.articles_by_time()
    figure = diplomacy_lanes.build(events, articles)
    bars, dots = figure.data[0], figure.data[1]
    drawn = [row[0] for trace in (bars, dots) for row in trace.customdata]
    assert sorted(drawn) == sorted(events["event_id"])
    widths = dict(zip((row[0] for row in bars.customdata), (one / DAY_MS for one in bars.x), strict=True))
    # December 2016 and the leap-free year 2018.
    assert (widths["2016-12-ministerial-hamburg"], widths["2018-enhanced-partnership-kaz"]) == (31, 365)
    assert sum(sum(trace.y) for trace in figure.data[2:]) == articles["articles"].sum()


def test_no_two_events_of_a_row_lie_on_each_other():
    events = diplomacy_events.events()
    dots = diplomacy_lanes.build(events, diplomacy_events.articles_by_time()).data[1]
    marks = list(zip(dots.x, dots.y, strict=True))
    assert len(set(marks)) == len(marks)


def test_country_without_events_has_a_figure_of_its_articles_alone():
    figure = diplomacy_lanes.build(diplomacy_events.events("DEU"), diplomacy_events.articles_by_time("KAZ"))
    assert [trace.type for trace in figure.data] == ["bar", "bar"]
