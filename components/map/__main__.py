"""Builds what the browser loads of the map: `python -m components.map`; run by `make`, and to be committed."""

from components.map import publish

if __name__ == "__main__":
    publish.build()
