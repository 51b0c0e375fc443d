"""Forums: what each is, and who stands how in it on the newest day on record."""

from data.analysis import membership
from data.output import extract, forum_frames
from data.output.published import links
from data.output.published.kind import JSON, About, Asked, Kind, Row, as_json, records, types_of
from data.output.published.of_indicators import cited
from data.package import licensing, names, tables

FOLDER, TABLE, KEY = "forums", "forums", "forum_id"


def _make(forum_id: str, asked: Asked) -> bytes:
    day = membership.newest_day()
    standing = forum_frames.standing(day, forum_id)
    link = links.view(asked.site, FOLDER, forum=forum_id)
    whole = extract.about(names.of("forum", forum_id), "", link)
    rows = {"forum": _row(forum_id), "standings": records(standing.frame, standing.kinds)}
    return as_json({"id": forum_id, **whole, "on": day, **rows, "sources": cited(standing.cited)})


def _row(forum_id: str) -> Row | None:
    """The forum as its table has it, where that may leave."""
    rows = licensing.open_rows(TABLE)
    return next(iter(records(rows[rows[KEY] == forum_id], types_of(TABLE))), None)


def _about(forum_id: str) -> About:
    return About(names.of("forum", forum_id))


def _ids() -> list[str]:
    return list(tables.text(TABLE)[KEY])


def _stem(forum_id: str) -> str:
    return extract.table_stem(f"{FOLDER}_{forum_id}")


KINDS = (Kind("forum_json", FOLDER, "json", JSON, _ids, _make, _about, _stem),)
