"""`python -m data deals | investors | aid` print the frames that are drawn and taken."""

import io

import pandas as pd
import pytest

from data import __main__ as command
from data.analysis.deals import Asked
from data.output import money_frames

SUMMIT = ("--from", "2025-11-06", "--to", "2025-11-06")
ASKED = {
    ("deals", "--country", "kaz", *SUMMIT): lambda: money_frames.listed(Asked("KAZ", "2025-11-06", "2025-11-06")),
    ("deals", "--country", "UZB", "--ladder"): lambda: money_frames.ladder(Asked("UZB")),
    ("deals", "--ladder", "--from", "2025"): lambda: money_frames.ladder(Asked(first="2025")),
    ("deals", "--by-partner"): lambda: money_frames.ladder_by_partner(Asked()),
    ("deals", "--firm", "boeing", "--rung", "announced"): lambda: money_frames.listed(
        Asked(firm="boeing", rung="announced")
    ),
    ("investors", "KAZ"): lambda: money_frames.by_measure("KAZ"),
    ("investors", "KAZ", "--us-rank"): lambda: money_frames.us_rank("KAZ"),
    ("investors", "TKM"): lambda: money_frames.by_measure("TKM"),
    ("aid",): lambda: money_frames.aid(),
    ("aid", "--country", "TKM"): lambda: money_frames.aid("TKM"),
}


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_command_prints_the_frame_of_the_download(capsys, asked):
    assert command.main([*asked]) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    rows = ASKED[asked]()
    taken = money_frames.extract_of(rows, "Money", "https://example.org").frame.drop(columns="link")
    assert len(printed) == len(rows)
    pd.testing.assert_frame_equal(printed, taken.astype("str"), check_dtype=False)


def test_what_is_missing_is_empty_beside_its_status(capsys):
    command.main(["deals", "--country", "KGZ", *SUMMIT, "--ladder"])
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False).set_index("rung")
    assert printed.loc["signed", ["deals", "known_usd", "left_out", "left_out_elsewhere"]].tolist() == [
        "0",
        "",
        "1",
        "1",
    ]
    assert printed.loc["talks", ["deals", "known_usd", "status"]].tolist() == ["0", "", "not_reported"]


@pytest.mark.parametrize("asked", [("--sector", "alchemy"), ("--firm", "Acme")])
def test_unknown_sector_or_firm_is_one_line(capsys, asked):
    assert command.main(["deals", *asked]) == 1
    assert asked[1] in capsys.readouterr().err


@pytest.mark.parametrize("asked", [("deals", "--country", "USA"), ("deals", "--from", "2025-13"), ("investors", "FRA")])
def test_what_can_not_be_is_refused(asked):
    with pytest.raises(SystemExit):
        command.main([*asked])
