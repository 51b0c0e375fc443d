"""Answers on claims with their verdicts, standing in forums, and sources."""

import datetime

from data.analysis import claim_selection, membership
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS
from data.faults import UnknownId
from data.output import claim_review, claims_file, forum_frames
from data.output.answers import common, figures
from data.output.answers.common import Told
from data.package import sources, tables


def claims(
    site: str, country: str | None, indicator: str | None, verdict: str | None, most: int = common.MOST_ROWS
) -> Told:
    """Claims beside what is on record, newest first. Raises UnknownId."""
    if verdict is not None and verdict not in WORDS:
        raise UnknownId("verdict", verdict[: common.LONGEST_TEXT], list(WORDS))
    wanted = Asked(
        verdicts=WORDS if verdict is None else (verdict,),
        country=None if country is None else common.country(country),
        indicator=None if indicator is None else figures.known(indicator),
        sort="date",
    )
    rows = claim_selection.frame(wanted)
    told = common.records(claims_file.download(rows), claims_file.KINDS, most)
    held = claims_file.withheld(rows)
    return common.answer(
        **told, withheld_by_licence=held or None, verdicts=list(WORDS), link=common.link(site, "claims")
    )


def claim(site: str, claim_id: str) -> Told:
    """One claim with its verdict, as schema.org has it. Raises UnknownId."""
    return common.answer(claim=claim_review.of_claim(claim_id[: common.LONGEST_TEXT], site))


def standing(site: str, country: str | None, forum: str | None, day: str | None, most: int = common.MOST_ROWS) -> Told:
    """Who stands how in which forum on a day. Raises UnknownId, and ValueError for what is no day."""
    known = list(tables.load("forums")["forum_id"])
    if forum is not None and forum not in known:
        raise UnknownId("forum", forum[: common.LONGEST_TEXT], known)
    on = day or membership.newest_day()
    if datetime.date.fromisoformat(on).isoformat() != on:
        raise ValueError(f"{on[: common.LONGEST_TEXT]} is no day such as {membership.newest_day()}")
    iso3 = None if country is None else common.country(country)
    left = forum_frames.standing(on, forum, iso3)
    return common.answer(
        on=on,
        **common.records(left.frame, left.kinds, most),
        withheld_by_licence=left.withheld or None,
        link=common.link(site, "forums", on=on),
    )


def source(source_id: str) -> Told:
    """One source with its terms. Raises UnknownId."""
    (one, *_) = sources.describe(source_id[: common.LONGEST_TEXT].replace(";", "")) or (None,)
    if one is None:
        raise UnknownId("source", source_id, list(tables.load("sources")["source_id"]))
    return common.answer(**common.source(one))
