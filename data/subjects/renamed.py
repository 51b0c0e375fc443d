"""Ids of earlier releases whose series stand in another one now: old links and commands find it there, and an older
version of the data, which has the older id, is found by the newer."""

from collections.abc import Collection

# Of Turkmenistan there are no figures of its own by flow: what stood under its name was its partners'.
RENAMED = {
    "exports_by_partner_usd.tkm": "exports_by_partner_mirror_usd.tkm",
    "imports_by_partner_usd.tkm": "imports_by_partner_mirror_usd.tkm",
    "resources.uranium.identified": "resources.uranium.identified_recoverable",
    "world_reserves_share.uranium.identified": "world_reserves_share.uranium.identified_recoverable",
}


def standing(indicator_id: str, known: Collection[str]) -> str:
    """The id under which a series stands among the known ones; of one that was not renamed the same."""
    if indicator_id in known:
        return indicator_id
    older = (before for before, now in RENAMED.items() if now == indicator_id and before in known)
    return RENAMED.get(indicator_id) or next(older, indicator_id)
