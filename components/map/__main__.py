"""Builds what the browser loads of map and search: `python -m components.map`, in `make format`; to be committed."""

import sys

from components.map import build

if __name__ == "__main__":
    if not build.ESBUILD.exists():
        sys.exit("esbuild is missing: npm ci")
    build.build()
