"""Builds what the browser loads of the map: `python -m components.map`, as `make format` does; to be committed."""

import sys

from components.map import build

if __name__ == "__main__":
    if not build.ESBUILD.exists():
        sys.exit("esbuild is missing: npm ci")
    build.build()
