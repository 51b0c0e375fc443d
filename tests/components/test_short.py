"""Short addresses: they lead to a claim, and show the brief of a country."""

from urllib.parse import parse_qs, urlsplit

import pytest

from data.__main__ import main
from data.output.published import api_description
from data.package import countries

SITE = "http://testserver"


def test_claim_leads_to_its_page_and_takes_along_what_else_is_asked(client):
    answer = client.get("/claims/CL003?lang=ru&claim=CL001&q=a%26b", follow_redirects=False)
    assert answer.status_code == 302
    way = urlsplit(answer.headers["location"])
    assert (way.netloc, way.path) == ("", "/claims")
    assert parse_qs(way.query) == {"claim": ["CL003"], "lang": ["ru"], "q": ["a&b"]}
    assert client.head("/claims/CL003", follow_redirects=False).status_code == 302


@pytest.mark.parametrize("iso3", countries.SIX)
def test_brief_is_that_of_the_command_and_runs_nothing(client, iso3, tmp_path):
    answer = client.get(f"/brief/{iso3}")
    out = tmp_path / "brief.html"
    assert main(["brief", iso3, "--lang", "en", "--out", str(out), "--site", SITE]) == 0
    assert answer.content == out.read_bytes()
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    again = client.get(f"/brief/{iso3}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_brief_of_an_older_version_tells_its_version(client):
    assert "1.2.0" in client.get("/brief/KAZ?v=1.2.0").text
    assert client.get("/brief/KAZ?v=1.2.0").content != client.get("/brief/KAZ").content


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/claims/CL0003", "CL003"),
        ("/claims/%3Cscript%3E", "CL001"),
        ("/brief/KAS", "KAZ"),
        ("/brief/kaz", "KAZ"),
        ("/brief/%00", "KAZ"),
    ],
)
def test_unknown_one_is_told_with_the_nearest(client, address, nearest):
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == api_description.PROBLEM
    assert nearest in answer.json()["nearest"]
