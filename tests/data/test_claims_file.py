"""The file of the claims is the frame of the screen, without what may not be passed on."""

import io

import pandas as pd
import pytest

from data.__main__ import main
from data.analysis import claim_selection, claims
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS
from data.output import claims_file, forms, judged

ASKED = [Asked(), Asked(WORDS), Asked(WORDS, country="TJK", sort="date"), Asked(("supported",)), Asked(())]


@pytest.mark.parametrize("asked", ASKED)
def test_file_has_the_rows_of_the_frame_in_their_order(asked):
    shown = claim_selection.frame(asked)
    taken = claims_file.extract_of(asked, "https://example.org/claims").frame
    assert list(taken["claim_id"]) == [one for one in shown["claim_id"] if one not in judged.held()]
    assert len(shown) - len(taken) == claims_file.withheld(shown)
    assert list(taken.columns) == [*claims_file.COLUMNS, "link"]


def test_file_of_all_has_what_the_command_line_prints(capsys):
    main(["claims"])
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    taken = claims_file.download(claim_selection.frame(Asked(WORDS))).sort_values("claim_id")
    open_ones = printed[~printed["claim_id"].isin(judged.held())].reset_index(drop=True)
    pd.testing.assert_frame_equal(
        taken[claims.COLUMNS].reset_index(drop=True), open_ones, check_dtype=False, check_column_type=False
    )


def test_claim_that_tells_a_restricted_figure_is_in_no_file():
    assert judged.held() == {"CL108"}
    for verdict in WORDS:
        made = claims_file.extract_of(Asked((verdict,)), "x")
        assert "CL108" not in forms.FORMS["csv"].build(made).decode()


def test_every_row_names_its_sources():
    taken = claims_file.download(claim_selection.frame(Asked(WORDS)))
    assert (taken["source_title"] != "").all()
    assert (taken["source_url"] != "").all()
    assert (taken["licence"] != "").all()
