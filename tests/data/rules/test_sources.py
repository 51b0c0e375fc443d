"""A page has one source id: every spelling of its address is the same page, files and editions stay apart."""

import pytest

from data.checks.rules import sources

ROW = {
    "source_id": "a",
    "url": "https://www.x.org/News/1/",
    "kind": "news",
    "published": "2025-11",
    "copy_location": "",
}


def hits(*changes) -> list[str]:
    rows = [{**ROW, "source_id": f"s{place}", **one} for place, one in enumerate(changes)]
    return [hit[3] for rule in sources.RULES for hit in rule.find({"sources": rows})]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.x.org/News/1/",
        "http://x.org/News/1",
        "x.org/News/1",
        "https://X.org/News/1?utm_source=a&fbclid=b",
        "https://x.org/News/1#top",
        "https://web.archive.org/web/20251107000000/https://www.x.org/News/1",
        "https://webarchive.library.unt.edu/web/20121006183928/http://www.x.org/News/1",
    ],
)
def test_every_spelling_of_an_address_is_the_same_page(url):
    assert len(hits({}, {"url": url})) == 1


@pytest.mark.parametrize("url", ["https://x.org/News/2", "https://x.org/News/1?id=2", "https://y.org/News/1", ""])
def test_another_address_is_another_page(url):
    assert hits({}, {"url": url}) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"kind": "official"}, {"kind": "official", "published": "2025-11-06"}, 1),
        ({"kind": "official"}, {"kind": "official", "published": "2024"}, 0),
        ({"kind": "news"}, {"kind": "news", "published": "2024"}, 1),
        ({"kind": "official"}, {"kind": "news", "published": "2024"}, 1),
        ({"kind": "dataset-repo", "copy_location": "a.csv"}, {"kind": "dataset-repo", "copy_location": "b.csv"}, 0),
        ({"kind": "dataset-repo", "copy_location": "a.csv"}, {"kind": "dataset-repo", "copy_location": ""}, 1),
    ],
)
def test_files_and_editions_of_an_office_share_an_address(one, other, count):
    assert len(hits(one, other)) == count
