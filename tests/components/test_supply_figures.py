"""The panels of supply: the band, its marks and its lowest point in words; two bars, or why they are not drawn."""

import pytest
from streamlit.testing.v1 import AppTest

from components.figures import capacity_bars, supply_words, what_if
from data.analysis import capacity, scenario, suppliers
from data.package import tables


def test_band_is_the_curve_and_the_line_is_at_the_part_at_hand():
    curve = scenario.of("antimony")
    low, high, at = what_if.build(curve, 50).data
    assert list(low["y"]) == curve["hhi_low"].tolist()
    assert list(high["y"]) == curve["hhi_high"].tolist()
    assert high["fill"] == "tonexty"
    assert list(at["x"]) == [50, 50]
    assert list(at["y"]) == [1676.75, 1947.75]


def test_marks_of_the_scale_are_those_of_the_table():
    figure = what_if.build(scenario.of("antimony"), 50)
    lines = [shape["y0"] for shape in figure.layout.shapes if shape["y0"] == shape["y1"]]
    assert lines == tables.load("concentration_marks")["hhi"].tolist() == [1000, 1800]
    assert [one["text"] for one in figure.layout.annotations] == [
        "moderately concentrated above 1,000",
        "highly concentrated above 1,800",
    ]


def test_axis_holds_the_whole_band_and_all_marks():
    for mineral in ("antimony", "tin"):
        figure = what_if.build(scenario.of(mineral), 50)
        assert figure.layout.yaxis.range[0] == 0
        assert figure.layout.yaxis.range[1] > max(*figure.data[1]["y"], 1800)


def test_title_says_what_the_part_changes():
    curve = scenario.of("antimony")
    assert what_if.title(curve, 50) == (
        "Antimony (total metal and oxide): if Central Asia sold 50 % of what China sells the United States, "
        "the index goes from 3,189–3,460 to 1,677–1,948"
    )
    assert what_if.title(curve, 0).endswith("the index of concentration of US imports is 3,189–3,460")


@pytest.mark.parametrize(
    ("mineral", "said"),
    [
        ("antimony", "Lowest at 50 % (1,677–1,948), as if 5.1–6.0 equal suppliers"),
        ("beryllium", "It is lowest as things are (1,893–2,153)"),
    ],
)
def test_lowest_point_is_said_in_words(mineral, said):
    assert what_if.lowest(scenario.of(mineral)).startswith(said)


def test_refusal_says_how_little_is_named():
    curve = scenario.of("chromium", "ferrochromium")
    assert what_if.title(curve, 50) == (
        "Chromium (ferrochromium): suppliers named are 76 % of US imports, 2021-2024. With less than 80 % named, "
        "nothing is said of their concentration."
    )
    assert what_if.lowest(curve) == ""


def test_bars_are_the_shares_of_the_frame():
    rows = capacity.of("antimony", "ore and concentrates", 50)
    figure = capacity_bars.build(rows)
    assert [bar["x"][0] for bar in figure.data] == rows["share_pct"].tolist()
    assert [bar["base"][0] for bar in figure.data[:3]] == [0, 0, 20]
    assert figure.data[0]["text"] == "43 % of US imports"
    assert [one["text"] for one in figure.layout.annotations] == ["21.4 % of world output"]


def test_ore_against_metal_is_a_sentence():
    rows = capacity.of("antimony", x_pct=50)
    assert not capacity_bars.is_drawn(rows)
    said = capacity_bars.title(rows)
    assert said.startswith("Antimony (total metal and oxide): a swap of 50 % needs 27.5 % of US imports.")
    assert "imported is a total of several forms" in said
    assert said.endswith(
        "Output (mine) and share of the world: Tajikistan 22,000 t (20 %), Kazakhstan 800 t (0.73 %), "
        "Kyrgyzstan 700 t (0.64 %) in 2025, estimated."
    )


def _panels(mineral: str, form: str | None, part: int, supplier: str | None, way: str) -> None:
    from components.reader import binding, session
    from components.widgets.minerals import capacity, what_if

    session.take_from_link("news")
    binding.begin()
    what_if.show(mineral, form, part, supplier, way)
    capacity.show(mineral, form, part, supplier)


@pytest.mark.parametrize(
    ("mineral", "form", "part", "supplier", "way"),
    [
        ("antimony", None, 50, None, "one"),
        ("antimony", None, 100, "BEL", "five"),
        ("antimony", None, 0, "KAZ", "one"),
        ("chromium", "ferrochromium", 50, None, "one"),
        ("beryllium", None, 50, None, "five"),
        ("aluminum", "metal", 50, None, "one"),
        ("copper", "refined", 50, None, "five"),
        ("uranium", None, 50, None, "one"),
        ("coal", None, 50, None, "five"),
    ],
)
def test_panels_are_drawn_whatever_is_on_record(mineral, form, part, supplier, way):
    app = AppTest.from_function(_panels, args=(mineral, form, part, supplier, way), default_timeout=60).run()
    assert not app.exception
    assert any(supply_words.names.of("mineral", mineral) in one.value for one in app.markdown)


def test_every_market_has_its_words():
    for mineral, form in suppliers.markets("us_imports")[["mineral", "form"]].itertuples(index=False, name=None):
        for way in scenario.WAYS:
            curve = scenario.of(mineral, form, taken_as=way)
            assert what_if.title(curve, 30)
            assert what_if.notes(curve)
        rows = capacity.of(mineral, form)
        assert capacity_bars.title(rows)
        assert not capacity_bars.is_drawn(rows) or capacity_bars.alt(rows)
