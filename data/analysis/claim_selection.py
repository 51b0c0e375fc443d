"""Which claims are asked for, in which order, and how many came to which verdict: what is drawn and taken away."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from data import indicators
from data.analysis import claim_ratio, claim_tests, claims
from data.analysis.claim_evidence import CLASSES
from data.analysis.judges import CLOSE_PCT, ROUGH_PCT, WITHOUT_DIFFERENCE
from data.analysis.verdicts import WORDS
from data.package import articles as package_articles
from data.package import tables
from data.package.snapshot import kept
from data.vocabulary.folding import folded

# What cannot be checked is left out at first: most of it has no figure, and none has a verdict.
TESTED = tuple(word for word in WORDS if word != "not_checkable")
AHEAD = ("forecast", "due")
KINDS = ("official", "media", "company", "research", "association")
SORTS = ("ratio", "date", "speaker")
OF_CLAIM = ["speaker_role", "speaker_kind", "iso3", "article_id", "metric", "claimed_period", "locator"]
OF_TEST = ["relation", "tolerance_pct", "alternatives"]
COLUMNS = [*claims.COLUMNS, *OF_CLAIM, "ratio", "is_told", *OF_TEST]
TALLY_COLUMNS = ["verdict", "claims"]
BETWEEN = " | "


@dataclass(frozen=True)
class Asked:
    """Which claims are asked for; what is None leaves all.

    `speaker` is an id of `speakers`, `kind` one of KINDS, `subject` a family of the indicators that test a claim,
    `indicator` one of them; `since` and `until` are months ("2025-11"), both of them included."""

    verdicts: tuple[str, ...] = TESTED
    speaker: str | None = None
    kind: str | None = None
    country: str | None = None
    subject: str | None = None
    evidence: str | None = None
    article: str | None = None
    indicator: str | None = None
    since: str | None = None
    until: str | None = None
    sort: str = SORTS[0]


def frame(asked: Asked) -> pd.DataFrame:
    """The claims that are asked for, one row each, in the order asked for, columns as COLUMNS.

    The first columns are those of `claims.verdicts`. `ratio` and `is_told` are those of `claim_ratio`, missing where
    there is none. `relation` is how the number said should stand to the one on record, `tolerance_pct` how far it may
    be off to be supported and roughly right, `alternatives` are the tests that the verdict does not rest on."""
    found = _everything()
    return _ordered(found[_is_asked(asked) & found["verdict"].isin(asked.verdicts)], asked.sort)


def tallies(asked: Asked) -> pd.DataFrame:
    """How many of the claims came to each verdict, whichever verdicts are asked for. Columns verdict, claims."""
    found = _everything()
    counts = found.loc[_is_asked(asked), "verdict"].value_counts()
    return pd.DataFrame([(word, int(counts.get(word, 0))) for word in WORDS], columns=TALLY_COLUMNS)


def reasons(asked: Asked) -> dict[str, int]:
    """Why claims that are asked for cannot be checked, by reason, the most frequent first, and how many."""
    rows = frame(replace(asked, verdicts=("not_checkable",)))
    return {str(reason): int(count) for reason, count in rows["reason"].value_counts().items()}


@kept()
def speakers() -> dict[str, str]:
    """Names of all speakers by what stands for them in a link, those with most claims first."""
    counts = tables.load(claim_tests.CLAIMS)["speaker"].value_counts()
    ordered = sorted(counts.items(), key=lambda one: (-int(one[1]), str(one[0]).casefold()))
    return {speaker_id(str(name)): str(name) for name, _ in ordered}


def speaker_id(name: str) -> str:
    """What stands for a speaker in a link: the name in small letters, joined by hyphens."""
    return re.sub(r"\W+", "-", folded(name)).strip("-")


@kept()
def subjects() -> tuple[str, ...]:
    """Families of the indicators that test claims, those that test most claims first."""
    by_family: dict[str, int] = {}
    for families in _families().values():
        for family in families:
            by_family[family] = by_family.get(family, 0) + 1
    return tuple(sorted(by_family, key=lambda one: (-by_family[one], one)))


@kept()
def evidences() -> tuple[str, ...]:
    """Classes of evidence that there are, in their order."""
    there = set(claims.verdicts()["evidence"].dropna())
    return tuple(one for one in CLASSES if one in there)


@kept()
def articles() -> tuple[str, ...]:
    """Ids of the articles that have claims, those with most claims first."""
    return tuple(str(one) for one in tables.load(claim_tests.CLAIMS)["article_id"].value_counts().index)


@kept()
def months() -> tuple[str, ...]:
    """Every month from that of the first claim or article to that of the last one ("2025-11")."""
    named = [*package_articles.months(), *(f"{one}-01"[:7] for one in claims.verdicts()["date"])]
    return tuple(str(one) for one in pd.period_range(min(named), max(named), freq="M"))


def on_indicator(indicator_id: str) -> tuple[str, ...]:
    """Ids of the claims that an indicator tests."""
    tests = claim_tests.of_claims().items()
    return tuple(claim_id for claim_id, ones in tests if any(one.indicator == indicator_id for one in ones))


@kept()
def _families() -> dict[str, frozenset[str]]:
    """The subjects of each claim."""
    return {
        claim_id: frozenset(indicators.get(one.indicator).family for one in ones)
        for claim_id, ones in claim_tests.of_claims().items()
    }


@kept()
def _everything() -> pd.DataFrame:
    """All claims in the order of the table, columns as COLUMNS."""
    found = claims.verdicts()
    own = tables.load(claim_tests.CLAIMS)[["claim_id", *OF_CLAIM]]
    whole = found.merge(own, on="claim_id", validate="one_to_one", how="left")
    whole = whole.merge(claim_ratio.ratios(), on="claim_id", how="left", validate="one_to_one")
    tests, leading = claim_tests.of_claims(), claims.leading()
    led = [next((one for one in tests[name] if one.number == leading.get(name)), None) for name in whole["claim_id"]]
    whole["relation"] = [one.relation if one else None for one in led]
    whole["tolerance_pct"] = [_tolerance(one.relation) if one else None for one in led]
    whole["alternatives"] = [
        _others(line, [one.number for one in tests[name]], leading.get(name))
        for name, line in zip(whole["claim_id"], whole["working"], strict=True)
    ]
    return whole[COLUMNS]


def _tolerance(relation: str) -> str | None:
    return None if relation in WITHOUT_DIFFERENCE else f"{CLOSE_PCT:g};{ROUGH_PCT:g}"


def _others(working: str | None, numbers: list[int], leading: int | None) -> str | None:
    """The lines of `working` but that of the leading test."""
    if not isinstance(working, str):
        return None
    lines = zip(numbers, working.split(BETWEEN), strict=True)
    return BETWEEN.join(line for number, line in lines if number != leading) or None


def _is_asked(asked: Asked) -> pd.Series:
    """The claims that are asked for, whatever their verdict."""
    found = _everything()
    is_it = pd.Series(True, index=found.index)
    for column, wanted in (("speaker_kind", asked.kind), ("evidence", asked.evidence), ("article_id", asked.article)):
        if wanted is not None:
            is_it &= found[column] == wanted
    if asked.speaker is not None:
        is_it &= found["speaker"].map(speaker_id) == asked.speaker
    if asked.country is not None:
        is_it &= found["iso3"].map(lambda codes: asked.country in str(codes).split(";"))
    if asked.subject is not None:
        is_it &= found["claim_id"].map(lambda one: asked.subject in _families()[one])
    if asked.indicator is not None:
        is_it &= found["claim_id"].isin(on_indicator(asked.indicator))
    if asked.since is not None:
        is_it &= found["date"].map(lambda date: f"{date}-01"[:7]) >= asked.since
    if asked.until is not None:
        is_it &= found["date"].map(lambda date: f"{date}-12"[:7]) <= asked.until
    return is_it


def _ordered(rows: pd.DataFrame, sort: str) -> pd.DataFrame:
    """The largest ratio, the newest or the first speaker of the alphabet on top; claims without a ratio come last."""
    by_id = rows.sort_values("claim_id")
    if sort == "date":
        made = by_id.sort_values("date", ascending=False, kind="stable")
    elif sort == "speaker":
        made = by_id.sort_values("speaker", key=lambda names: names.map(folded), kind="stable")
    else:
        made = by_id.sort_values("ratio", ascending=False, kind="stable", na_position="last")
    return made.reset_index(drop=True)
