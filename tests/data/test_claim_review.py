"""Claims for machines: each is what schema.org asks for, with a rating where there is a verdict and nowhere else."""

import json
from urllib.parse import urlsplit

import pytest

from data.__main__ import main
from data.analysis import claims
from data.output import claim_review, judged
from data.package import descriptor
from data.vocabulary import terms

SITE = "https://atlas.example.org/under/"
FOUND = claims.verdicts().set_index("claim_id")
RATED = {"supported": 5, "roughly": 4, "depends": 3, "not_supported": 2, "contradicted": 1}


@pytest.fixture(scope="module")
def told() -> dict[str, dict]:
    """What is printed, by claim."""
    made = json.loads(claim_review.as_json(site=SITE))
    return {one.get("itemReviewed", one)["identifier"]: one for one in made}


def addresses(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["url"]] if "url" in node else []
        return own + [one for part in node.values() for one in addresses(part)]
    return [one for part in node for one in addresses(part)] if isinstance(node, list) else []


def test_every_claim_is_told_once_in_the_order_of_the_table(told):
    assert list(told) == list(FOUND.index)


def test_review_has_a_rating_where_the_command_line_has_a_verdict_and_nowhere_else(told):
    for claim_id, one in told.items():
        verdict = FOUND["verdict"][claim_id]
        if verdict in RATED and claim_id not in judged.held():
            assert one["@type"] == "ClaimReview"
            rating = one["reviewRating"]
            assert (rating["ratingValue"], rating["alternateName"]) == (RATED[verdict], terms.verdict(verdict))
            assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
        else:
            assert one["@type"] == "Claim"
            assert "reviewRating" not in json.dumps(one)
            assert one["description"]


def test_review_has_all_that_the_type_asks_for(told):
    for claim_id, one in told.items():
        assert one["@context"] == "https://schema.org"
        assert one["version"] == descriptor.version()
        assert one["url"] == f"https://atlas.example.org/under/claims?claim={claim_id}"
        item = one.get("itemReviewed", one)
        assert item["@type"] == "Claim"
        assert item["text"] == FOUND["claim"][claim_id]
        assert item["datePublished"] == FOUND["date"][claim_id]
        assert item["author"]["@type"] in ("Person", "Organization")
        assert item["author"]["name"]
        assert urlsplit(item["appearance"]["url"]).scheme in ("http", "https")
        if one["@type"] == "ClaimReview":
            assert one["claimReviewed"] == item["text"]
            assert one["author"]["@type"] == "Organization"
            assert one["isBasedOn"]
            assert all(urlsplit(url).hostname for url in addresses(one["isBasedOn"]))


@pytest.mark.parametrize(
    ("claim_id", "kind", "name", "title"),
    [
        ("CL001", "Person", "Emomali Rahmon", "President of Tajikistan"),
        ("CL009", "Organization", "Pantau", None),
        ("CL027", "Organization", "Press service of the President of Uzbekistan", None),
        ("CL029", "Organization", "U.S. Department of State", None),
        ("CL039", "Person", "Donald Trump", "President of the United States"),
        ("CL098", "Organization", "Air Astana", None),
        ("CL115", "Person", "Head of the Main Department of Geology of Tajikistan", None),
    ],
)
def test_speaker_is_a_person_or_an_organisation(told, claim_id, kind, name, title):
    author = told[claim_id].get("itemReviewed", told[claim_id])["author"]
    assert author == {"@type": kind, "name": name, **({"jobTitle": title} if title else {})}


def test_claim_decided_by_what_may_not_be_passed_on_tells_no_verdict(told):
    assert "CL108" in judged.held()
    assert told["CL108"]["@type"] == "Claim"
    assert terms.verdict("roughly") not in json.dumps(told["CL108"], ensure_ascii=False)


def test_without_a_site_there_is_no_address_of_the_atlas():
    one = json.loads(claim_review.as_json(["CL003"]))
    assert "url" not in one
    assert "url" not in one["author"]
    assert one["itemReviewed"]["appearance"]["url"].startswith("https://www.pantau.com/")
    assert "97 / 75.138 percent (2024)" in one["reviewRating"]["ratingExplanation"]


def test_command_line_prints_it_and_refuses_what_is_no_address(capsys):
    assert main(["claims", "--jsonld", "--site", SITE]) == 0
    assert capsys.readouterr().out.encode() == claim_review.as_json(site=SITE)
    assert main(["claims", "--jsonld", "--site", "javascript:alert(1)"]) == 1
    assert capsys.readouterr().out == ""
