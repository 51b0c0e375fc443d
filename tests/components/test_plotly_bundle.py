"""The plotly.js that maps are drawn with is the one that the installed Python package was made for, unchanged."""

import os
import shutil
import subprocess
import tarfile

import plotly.offline
import pytest

from components.map import publish

BUNDLE = publish.BUILT / "plotly"


def test_bundle_has_the_version_of_the_installed_package():
    head = (BUNDLE / "plotly-geo.min.js").read_text("utf-8")[:100]
    assert f"plotly.js (geo - minified) v{plotly.offline.get_plotlyjs_version()}\n" in head


def test_bundle_is_the_one_that_npm_gives(tmp_path):
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "npm is needed in CI to compare the bundle"
        pytest.skip("npm is not installed, so the bundle can't be compared")
    package = f"plotly.js-geo-dist-min@{plotly.offline.get_plotlyjs_version()}"
    packed = subprocess.run(
        ["npm", "pack", package, "--silent"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    with tarfile.open(tmp_path / packed.stdout.strip()) as archive:
        for name in ("plotly-geo.min.js", "LICENSE"):
            told = archive.extractfile(f"package/{name}")
            assert told is not None
            assert told.read() == (BUNDLE / name).read_bytes(), name
