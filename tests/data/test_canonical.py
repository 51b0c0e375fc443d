"""Files brought into their one spelling, and left alone where that needs a decision."""

import shutil

import pytest

from data.checks import check, formatter
from data.package import snapshot


@pytest.fixture
def copy(tmp_path):
    target = tmp_path / "curated"
    shutil.copytree(snapshot.folder(), target)
    return target


def test_curated_files_are_canonical_already(copy):
    assert formatter.write(copy) == ([], [])


def test_order_line_ends_mark_and_spaces_are_mended(copy):
    path = copy / "us_trade.csv"
    before = path.read_bytes()
    header, *lines = before.decode().splitlines()
    lines[0] = lines[0].replace("USA,", " USA ,", 1)
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([header, *reversed(lines), ""]).encode())
    assert formatter.write(copy) == (["us_trade"], [])
    assert path.read_bytes() == before
    assert check.run(copy) == []


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"USA,KAZ\n", b'"' + b"a" * 200_000 + b'"\n', b'"open'])
def test_what_needs_a_decision_is_left_for_the_check(copy, damage):
    path = copy / "us_trade.csv"
    broken = path.read_bytes() + damage
    path.write_bytes(broken)
    assert formatter.write(copy) == ([], ["us_trade"])
    assert path.read_bytes() == broken
