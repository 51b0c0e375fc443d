"""The supply of minerals on the command line and in files: the same frames as in `data.analysis`, through the gate."""

import io

import pandas as pd
import pytest

from data.__main__ import main
from data.analysis import capacity, concentration, scenario
from data.output import frames, panel_frame, strip
from data.package import snapshot

FIGURES = ("hhi_low", "hhi_high", "coverage_pct")


@pytest.fixture
def table(capsys):
    """Run a command that succeeds and read what it prints."""

    def run(*arguments: str) -> pd.DataFrame:
        assert main(list(arguments)) == 0
        return pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)

    return run


def _same(printed, frame):
    assert list(printed) == list(frame)
    expected = [[frames.cell(one) for one in row] for row in frame.to_numpy(dtype="object")]
    assert printed.to_numpy().tolist() == expected


@pytest.mark.parametrize(
    ("arguments", "frame"),
    [
        (["concentration"], concentration.every),
        (["concentration", "gallium", "--basis", "world_output"], lambda: concentration.of("gallium", "world_output")),
        (["scenario", "antimony", "--as", "five"], lambda: scenario.of("antimony", taken_as="five")),
        (["scenario", "antimony", "--from", "bel"], lambda: scenario.of("antimony", from_supplier="BEL")),
        (["capacity", "titanium", "--swap", "25"], lambda: capacity.of("titanium", x_pct=25)),
    ],
)
def test_the_command_prints_the_frame(table, arguments, frame):
    _same(table(*arguments), frame())


@pytest.mark.parametrize(
    "arguments",
    [
        ["concentration", "unobtainium"],
        ["concentration", "antimony", "--form", "ingots"],
        ["scenario", "coal"],
        ["scenario", "antimony", "--from", "KAZ"],
    ],
)
def test_what_is_not_there_is_one_clear_line(capsys, arguments):
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("no ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("part", ["-1", "101", "nan"])
def test_no_more_can_be_swapped_than_there_is(part):
    with pytest.raises(SystemExit):
        main(["capacity", "antimony", "--swap", part])


def test_what_is_computed_of_a_restricted_source_leaves_no_file():
    rows = concentration.of("nickel", "world_output")
    text = panel_frame.as_text(rows, FIGURES)
    assert rows["coverage_pct"].notna().all()
    assert text[list(FIGURES)].to_numpy().tolist() == [["", "", ""]]
    assert text["status"].tolist() == ["withheld_by_licence"]


def test_the_file_has_the_figures_of_the_frame():
    rows = scenario.of("antimony")
    text = panel_frame.as_text(rows, FIGURES)
    _same(text[list(rows)], rows)
    made = panel_frame.extract_of(rows, FIGURES, "Antimony", "https://example.org/minerals")
    assert made.typed()["hhi_low"].tolist() == pytest.approx(rows["hhi_low"].tolist(), rel=1e-14)
    assert made.cited == ("usgs-mcs-2026-data",)


def test_in_a_copy_without_the_figures_nothing_is_made_of_what_is_left(tmp_path):
    strip.write(tmp_path)
    with snapshot.held(snapshot.read(tmp_path)):
        copper, check = scenario.of("copper", taken_as="five"), capacity.of("copper", "refined")
        nickel = concentration.of("nickel", "world_output")
    assert copper["status"].tolist() == ["withheld_by_licence"]
    assert copper[["x_pct", "hhi_low", "hhi_high"]].isna().all(axis=None)
    assert set(check["verdict"]) == {"withheld_by_licence"}
    assert nickel["status"].tolist() == ["withheld_by_licence"]
    assert nickel["coverage_pct"].isna().all()
