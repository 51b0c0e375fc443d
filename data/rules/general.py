"""Rules that hold for every table."""

from collections.abc import Iterator

from data.rules.rule import Hit, Rule, Tables, lines

SOURCE_SUFFIX = "source_id"


def _sources_resolve(tables: Tables) -> Iterator[Hit]:
    known = {row["source_id"] for row in tables.get("sources", [])}
    for name, rows in tables.items():
        if name == "sources" or not rows:
            continue
        for column in [one for one in rows[0] if one.endswith(SOURCE_SUFFIX)]:
            for line, row in lines(tables, name):
                for one in filter(None, row[column].split(";")):
                    if one not in known:
                        yield name, line, column, one


RULES = (Rule("source-resolves", "every source id must stand in the table sources", _sources_resolve),)
