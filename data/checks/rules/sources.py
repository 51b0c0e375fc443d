"""Rules of the table of sources: a page has one id, however its address is written."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Row, Rule, Tables, lines
from data.package.addresses import page

TABLE = "sources"
# Behind one address of these can stand several files or editions, each a source of its own; of a news page never.
MOST_EDITIONS = 50
WITH_EDITIONS = ("official", "dataset-repo", "international-organisation")


def _is_told_apart(one: Row, other: Row) -> bool:
    """Whether two sources at one address are two files or two editions."""
    if not all(row["kind"] in WITH_EDITIONS for row in (one, other)):
        return False
    length = min(len(one["published"]), len(other["published"]))
    is_other_edition = bool(length) and one["published"][:length] != other["published"][:length]
    files = one["copy_location"], other["copy_location"]
    return is_other_edition or (all(files) and files[0] != files[1])


def _page_has_one_id(tables: Tables) -> Iterator[Hit]:
    seen: dict[str, list[Row]] = {}
    for line, row in lines(tables, TABLE):
        if not row["url"]:
            continue
        others = seen.setdefault(page(row["url"]), [])
        same = next((other for other in others if not _is_told_apart(other, row)), None)
        if same:
            yield TABLE, line, "url", f"{row['url']} is also {same['source_id']}"
        if len(others) < MOST_EDITIONS:
            others.append(row)


RULES = (
    Rule(
        "source-page",
        "a page has one source id; only files and editions of an office or repository share an address",
        ("sources",),
        _page_has_one_id,
    ),
)
