"""What leaves of the figures on minerals: the command line prints the frame of the download, and nothing restricted."""

import io

import pandas as pd
import pytest

from data import __main__ as command
from data.analysis import mineral_lens, mineral_parts, producers, uranium_origins, us_sources
from data.output import mineral_frames
from data.package import sources
from data.package.statuses import LEFT_OUT

ASKED = {
    ("lens",): lambda: mineral_frames.lens(),
    ("lens", "--basis", "reserves"): lambda: mineral_frames.lens("reserves"),
    ("ranking", "gold"): lambda: mineral_frames.ranking("gold"),
    ("editions", "antimony", "--country", "tjk"): lambda: mineral_frames.editions("antimony", "TJK"),
    ("sources", "antimony", "--form", "oxide"): lambda: mineral_frames.sources("antimony", "oxide"),
    ("uranium",): lambda: mineral_frames.uranium(),
}
FIGURES = ["value", "world_total", "share_pct", "world_rank", "place_named"]


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_command_prints_the_frame_of_the_download(capsys, asked):
    assert command.main(["minerals", *asked]) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(printed, ASKED[asked]().frame.astype("str"), check_dtype=False)


def test_rows_that_leave_are_those_that_are_drawn():
    drawn = [
        (producers.ranking("gold"), mineral_frames.ranking("gold")),
        (us_sources.of("antimony"), mineral_frames.sources("antimony")),
        (uranium_origins.origins(), mineral_frames.uranium()),
        (mineral_lens.cells(), mineral_frames.lens()),
    ]
    for rows, leaving in drawn:
        shares = pd.to_numeric(leaving.frame["share_pct"])
        assert len(rows) == len(leaving.frame)
        assert len(rows) - leaving.withheld == (leaving.frame["status"] != LEFT_OUT).sum()
        assert shares.sum() == pytest.approx(rows.loc[rows["source_id"].map(_is_open), "share_pct"].sum())


def _is_open(source_ids: object) -> bool:
    return not isinstance(source_ids, str) or sources.is_downloadable(source_ids)


@pytest.mark.parametrize("mineral", mineral_parts.minerals())
def test_figure_of_a_restricted_source_leaves_in_no_frame(mineral):
    for stage in mineral_parts.stages(mineral):
        for leaving in (
            mineral_frames.ranking(mineral, part=stage),
            mineral_frames.editions(mineral, "KAZ", stage),
        ):
            held = leaving.frame[leaving.frame["status"] == LEFT_OUT]
            assert (held[[name for name in FIGURES if name in held]] == "").all().all()
            bgs = leaving.frame["source_url"].astype("str").str.contains("bgs.ac.uk")
            assert (leaving.frame.loc[bgs, "value"] == "").all()


def test_lens_lets_no_figure_of_the_british_survey_leave():
    frame = mineral_frames.lens().frame
    rows = frame[frame["mineral"] == "palladium"]
    assert (rows[["value", "world_total", "share_pct", "equal_low", "equal_high"]] == "").all().all()
    assert (rows.loc[rows["iso3"] == "UZB", "status"] == LEFT_OUT).all()


def test_unknown_mineral_is_one_line(capsys):
    assert command.main(["minerals", "ranking", "unobtainium"]) == 1
    assert "unobtainium" in capsys.readouterr().err
