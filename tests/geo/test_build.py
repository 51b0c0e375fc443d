"""Building the shapes anew gives the committed bytes."""

import os
import shutil

import pytest

from geo import atlas, build


def test_build_gives_the_committed_bytes(tmp_path, monkeypatch):
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "npm is needed in CI to fetch world-atlas"
        pytest.skip("npm is not installed, so world-atlas can't be fetched")
    made = {"BOUNDARIES": tmp_path / "boundaries", "STATIC": tmp_path / "static"}
    committed = {name: getattr(build, name) for name in made}
    for name, folder in made.items():
        folder.mkdir()
        monkeypatch.setattr(build, name, folder)
    (tmp_path / "npm").mkdir()
    build.build(atlas.fetch(tmp_path / "npm"))
    for name, folder in made.items():
        for path in sorted(folder.rglob("*.*")):
            assert path.read_bytes() == (committed[name] / path.relative_to(folder)).read_bytes(), path.name


def test_shape_without_owner_is_named():
    with pytest.raises(atlas.UnknownShape, match="Atlantis"):
        atlas._code(None, "Atlantis")
