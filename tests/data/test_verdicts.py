"""The rule of the verdict: what may decide, what is only shown, and how tests are taken together."""

from types import SimpleNamespace

import pytest

from data.analysis import claim_evidence, verdicts
from data.analysis.claim_figures import Measured
from data.analysis.claim_tests import ClaimTest
from data.package import descriptor
from data.package.sources import Source

CLAIM = {
    "claim_id": "CL001",
    "date": "2025-11-06",
    "claimed_value": 100.0,
    "is_forecast": False,
    "due_date": None,
    "untested": None,
    "side_iso3": None,
    "source_id": "speech",
}
PUBLISHED = {
    **{"speech": "2025-11-06", "customs": "2025-02", "newer": "2026-02", "year": "2025", "undated": ""},
    **{"reprint": "2025-11-06", "day_after": "2025-11-07"},
}
ADDRESS = {"speech": "https://www.x.org/speech/", "reprint": "http://x.org/speech?utm_source=mail"}


def made(claimed=100.0, relation="equal", indicator="us_imports_usd", **changes) -> ClaimTest:
    fields = {"claim_id": "CL001", "number": 1, "part": "", "unit": "USD", "countries": ("KAZ",), "from_year": None}
    fields |= {"year": 2024, "is_proxy": False, "late": "", "edition": "", "note": ""}
    return ClaimTest(**{**fields, "claimed": claimed, "relation": relation, "indicator": indicator, **changes})


def figure(value: float, **fields) -> Measured:
    return Measured(value, **{"unit": "USD", "year": 2024, "status": "actual", "source_id": "customs", **fields})


@pytest.fixture
def judge(monkeypatch):
    """The verdict on a claim by tests and the figures that they find."""

    def source(text: str) -> Source:
        address = ADDRESS.get(text, f"https://{text}.org/")
        return Source(text, "", "", address, "", "open", published=PUBLISHED[text])

    described = SimpleNamespace(describe=lambda ids: tuple(source(part) for part in ids.split(";")))
    monkeypatch.setattr(claim_evidence, "sources", described)

    def run(*pairs: tuple[ClaimTest, Measured | None], **changes) -> verdicts.Verdict:
        found = iter([measured for _, measured in pairs])
        monkeypatch.setattr(verdicts, "measure", lambda _test: next(found))
        return verdicts.verdict({**CLAIM, **changes}, tuple(test for test, _ in pairs))

    return run


@pytest.mark.parametrize("value", [100, 20])
@pytest.mark.parametrize(
    ("measured", "reason"),
    [
        ({"status": "claim"}, "statement"),
        ({"source_id": "speech"}, "same_statement"),
        ({"source_id": "reprint"}, "same_statement"),
    ],
)
def test_statement_neither_bears_out_nor_refutes(judge, value, measured, reason):
    found = judge((made(), figure(value, **measured)))
    assert (found.word, found.reason) == ("not_checkable", reason)
    assert found.outcomes[0].measured.value == value
    assert found.outcomes[0].evidence == "statement"


def test_swapping_a_statement_and_the_statistic_beside_it_changes_nothing(judge):
    pairs = [(made(), figure(20, status="claim")), (made(), figure(100))]
    assert judge(*pairs).word == judge(*pairs[::-1]).word == "supported"


@pytest.mark.parametrize("value", [100, 20])
def test_figure_of_a_later_day_decides_nothing_unless_the_test_says_why(judge, value):
    found = judge((made(), figure(value, source_id="newer")))
    assert (found.word, found.reason, found.outcomes[0].timing) == ("not_checkable", "only_later", "later")
    assert judge((made(late="settled"), figure(value, source_id="newer"))).outcomes[0].word
    assert judge((made(late="settled"), figure(value, source_id="newer"))).outcomes[0].timing == "later"


def test_edition_of_the_day_decides_and_the_later_one_stands_beside(judge):
    found = judge((made(edition="customs"), figure(100)), (made(), figure(20, source_id="newer")))
    assert found.word == "supported"
    assert [outcome.evidence for outcome in found.outcomes] == ["edition_of_day", "statistic"]
    assert [outcome.word for outcome in found.outcomes] == ["supported", ""]


@pytest.mark.parametrize(
    ("source_id", "timing"),
    [("customs", "on_day"), ("year", "on_day"), ("day_after", "later"), ("undated", "undated")],
)
def test_dates_are_compared_as_exact_as_both_are(judge, source_id, timing):
    assert judge((made(), figure(100, source_id=source_id))).outcomes[0].timing == timing


def test_other_sides_books_are_named_and_never_settle_it(judge):
    test = made()
    assert judge((test, figure(100, reporter="USA")), side_iso3="KAZ").word == "roughly"
    found = judge((test, figure(20, reporter="USA")), side_iso3="KAZ")
    assert (found.word, found.outcomes[0].evidence) == ("not_supported", "other_side")
    assert judge((test, figure(100, reporter="KAZ")), side_iso3="KAZ").word == "supported"
    assert judge((test, figure(20, reporter="KAZ;USA")), side_iso3="KAZ").word == "contradicted"


def test_measure_that_is_not_the_same_never_settles_it(judge):
    assert judge((made(is_proxy=True), figure(100))).word == "roughly"
    assert judge((made(is_proxy=True), figure(20))).word == "not_supported"


def test_own_measure_decides_before_any_other(judge):
    own, near = (made(), figure(100)), (made(is_proxy=True), figure(20))
    assert judge(own, near).word == judge(near, own).word == "supported"


def test_tests_that_disagree_leave_it_open_and_all_stand_there(judge):
    found = judge((made(), figure(20)), (made(), figure(100)))
    assert (found.word, found.reason, len(found.outcomes)) == ("depends", "tests_disagree", 2)
    assert [outcome.word for outcome in found.outcomes] == ["contradicted", "supported"]


def test_of_two_tests_that_agree_the_more_careful_word_stands(judge):
    near, same = (made(), figure(110)), (made(), figure(100))
    assert judge(near, same).word == judge(same, near).word == "roughly"
    double, more = (made(), figure(40)), (made(), figure(70))
    assert judge(double, more).word == judge(more, double).word == "not_supported"


def test_claim_is_as_good_as_its_worst_part(judge):
    first, second = (made(part="size"), figure(100)), (made(part="growth"), figure(20))
    assert judge(first, second).word == judge(second, first).word == "contradicted"


def test_claim_with_a_part_that_is_not_tested_is_roughly_true_at_best(judge):
    assert judge((made(), figure(100)), untested="its rank").reason == "part"
    assert judge((made(), figure(100)), untested="its rank").word == "roughly"
    assert judge((made(part="size"), figure(100)), (made(part="growth"), None)).word == "roughly"
    assert judge((made(), figure(20)), untested="its rank").word == "contradicted"


def test_part_that_only_another_measure_decides_does_not_sink_the_others(judge):
    own, other = (made(part="size"), figure(100)), (made(part="silver", is_proxy=True), figure(20))
    assert judge(own, other).word == "roughly"


@pytest.mark.parametrize(("status", "word"), [("actual", "supported"), ("claim", "not_checkable")])
def test_list_of_ours_decides_unless_it_adds_up_statements(judge, status, word):
    found = judge((made(indicator="us_deals_usd"), figure(100, status=status, source_id="newer")))
    assert (found.word, found.outcomes[0].evidence, found.outcomes[0].timing) == (word, "own_list", "")


def test_what_cannot_be_checked_says_why(judge):
    assert judge((made(), None)).reason == "no_value"
    assert judge((made(claimed=None), figure(1))).reason == "no_number"
    assert judge().reason == "no_series"


@pytest.mark.parametrize(
    ("due", "measured", "word"),
    [
        ("2027", None, "forecast"),
        ("2027", figure(100), "forecast"),
        ("2026", None, "due"),
        ("2026-06-30", None, "due"),
        ("2026-06-30", figure(100, status="claim"), "due"),
        ("2026-06-30", figure(100), "supported"),
        ("2026-07-01", None, "forecast"),
    ],
)
def test_forecast_is_judged_once_it_is_due(judge, monkeypatch, due, measured, word):
    monkeypatch.setattr(descriptor, "released", lambda: "2027-07-01" if due == "2026" else "2026-07-01")
    found = judge((made(late="own_period"), measured), is_forecast=True, due_date=due)
    assert found.word == word


def test_classes_of_evidence_are_those_that_are_told():
    assert claim_evidence.CLASSES == ("statistic", "edition_of_day", "other_side", "own_list", "statement")
