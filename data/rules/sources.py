"""Rules of the table of sources: a page has one id, however its address is written."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from data.rules.rule import Hit, Row, Rule, Tables, lines

TABLE = "sources"
ARCHIVED = re.compile(r"^https?://[^/]*archive[^/]*/web/\d+[a-z_]*/", re.IGNORECASE)
TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
# Behind one address of these can stand several files or editions, each a source of its own; of a news page never.
WITH_EDITIONS = ("official", "dataset-repo", "international-organisation")


def page(url: str) -> str:
    """The page behind an address: without scheme, www, closing slash, trackers and the prefix of an archive.

    Two addresses with the same answer are the same page. Letters of the path keep their case, the host does not."""
    parts = urlsplit(re.sub(r"^(?![a-z]+://)", "http://", ARCHIVED.sub("", url.strip()), flags=re.IGNORECASE))
    asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not key.startswith(TRACKERS))
    query = "?" + "&".join(f"{key}={value}" for key, value in asked) if asked else ""
    host = parts.netloc.casefold().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return host + parts.path.rstrip("/") + query


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
        same = next((one for one in others if not _is_told_apart(one, row)), None)
        if same:
            yield TABLE, line, "url", f"{row['url']} is also {same['source_id']}"
        others.append(row)


RULES = (
    Rule(
        "source-page",
        "a page has one source id; only files and editions of an office or repository share an address",
        _page_has_one_id,
    ),
)
