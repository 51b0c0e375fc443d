"""The table of sources: complete, and without one that nothing rests on."""

import re

from data.package import descriptor, tables

TOKEN = re.compile(r"[a-z0-9][a-z0-9.+-]*[a-z0-9]")


def test_every_source_is_cited_by_a_row_or_named_in_a_remark():
    named: set[str] = set()
    for name in descriptor.names():
        frame = tables.load(name) if name != "sources" else None
        if frame is not None:
            for column in frame.select_dtypes(include=["str", "object"]):
                named.update(TOKEN.findall(" ".join(frame[column].dropna().astype(str))))
    assert [one for one in tables.load("sources")["source_id"] if one not in named] == []


def test_restricted_terms_are_marked_as_such():
    frame = tables.load("sources").set_index("source_id")["redistribution"]
    restricted = set(frame.index[frame == "restricted"])
    assert {"uncomtrade-us-2018-2022", "itc-trademap-us-imports-monthly", "bgs-wms-2026"} <= restricted
    assert frame["census-api-hts10-2024-2025"] == "open"
