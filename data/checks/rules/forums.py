"""Rules of the tables on forums and their members."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Rule, Tables, is_before, lines, no_aggregate, ordered


def _member_after_founding(tables: Tables) -> Iterator[Hit]:
    founded = {row["forum_id"]: row["founded"] for row in tables.get("forums", [])}
    for line, row in lines(tables, "forum_members"):
        is_early = is_before(row["from_date"], founded.get(row["forum_id"], ""))
        if is_early != (row["before_founding"] == "true"):
            yield "forum_members", line, "from_date", row["from_date"]


RULES = (
    Rule(
        "member-country",
        "a member is a country, not an aggregate",
        ("countries", "forum_members"),
        no_aggregate("forum_members", "iso3"),
    ),
    Rule(
        "member-founding",
        "nobody joins before the founding, unless before_founding says so",
        ("forum_members", "forums"),
        _member_after_founding,
    ),
    Rule(
        "member-dates",
        "a standing does not end before it began",
        ("forum_members",),
        ordered("forum_members", "from_date", "to_date"),
    ),
)
