"""The six: their facts and the series behind them, the forums they are in, and the claims made of them."""

from data.analysis import claim_facts, membership
from data.output import country_frames, extract, forum_frames
from data.output.brief import document
from data.output.published import links
from data.output.published.kind import JSON, About, Asked, Kind, Row, as_json, records, types_of
from data.output.published.of_indicators import cited
from data.package import countries, licensing

FOLDER, PROFILES = "countries", "country_profiles"
SWITCHES = dict.fromkeys(country_frames.SWITCHES, "boolean")


def _make(iso3: str, asked: Asked) -> bytes:
    """Raises UnknownId for a country that is none of the six."""
    facts, series = country_frames.facts(iso3), country_frames.series(iso3)
    day = membership.newest_day()
    standing = forum_frames.standing(day, None, iso3)
    link = links.view(asked.site, document.PAGE, country=iso3)
    return as_json(
        {
            "iso3": iso3,
            **extract.about(countries.name(iso3), "", link),
            "profile": _profile(iso3),
            "facts": records(facts.frame, {**facts.kinds, **SWITCHES}),
            "series": records(series.frame, series.kinds),
            "forums": records(standing.frame, standing.kinds),
            "claims": list(claim_facts.of_country(iso3)),
            "sources": cited((*facts.cited, *series.cited, *standing.cited)),
        }
    )


def _profile(iso3: str) -> Row | None:
    """What the table of profiles has of a country and may leave."""
    rows = licensing.open_rows(PROFILES)
    return next(iter(records(rows[rows["iso3"] == iso3], types_of(PROFILES))), None)


def _about(iso3: str) -> About:
    return About(countries.name(iso3))


def _stem(iso3: str) -> str:
    return extract.table_stem(f"{FOLDER}_{iso3}")


KINDS = (Kind("country_json", FOLDER, "json", JSON, lambda: countries.SIX, _make, _about, _stem),)
