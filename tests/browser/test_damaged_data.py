"""The app on tables that are not as they should be: it says what is wrong, where and why, and shows no traceback."""

import shutil
from pathlib import Path

import pytest

from data.package import snapshot


@pytest.fixture
def copy(tmp_path) -> Path:
    return Path(shutil.copytree(snapshot.folder(), tmp_path / "curated"))


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence; the line it stands on."""
    body = path.read_text("utf-8")
    assert old in body
    path.write_text(body.replace(old, new, 1), "utf-8")
    return body[: body.index(old)].count("\n") + 1


def seen(one) -> str:
    page = one.page
    page.goto(one.address)
    page.wait_for_selector('[data-testid="stAlert"]', timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert page.locator('[data-testid="stException"]').count() == 0
    return text


def test_faults_are_shown_with_file_line_column_value_and_rule(visit, copy, serve):
    line = replace(copy / "us_trade.csv", "2348802814", "2,348,802,814")
    row = replace(copy / "forums.csv", ",polgeonow-2015-wto,", ",nowhere-2015,")
    text = seen(visit(serve(ATLAS_DATA_DIR=str(copy))))
    assert "The data did not pass their checks" in text
    assert f"us_trade.csv:{line}" in text
    assert f"forums.csv:{row}" in text
    assert "must stand in the table sources, column source_id" in text
    assert "Traceback" not in text
