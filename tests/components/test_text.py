"""Text from the data never becomes markup."""

import pytest

from components.widgets.text import linked, literal


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert\(1\)\<\/script\>"),
        ("**bold** $x$ :red[no]", r"\*\*bold\*\* \$x\$ \:red\[no\]"),
        ("line\nbreak | pipe", r"line break \| pipe"),
    ],
)
def test_literal_escapes_all_markup(text, safe):
    assert literal(text) == safe


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "https://a b", "https://a>b"])
def test_only_web_addresses_become_links(url):
    assert linked("x", url) == "x"


def test_link_keeps_its_address():
    assert linked("a]b", "https://x.org/?a=(1)") == r"[a\]b](<https://x.org/?a=(1)>)"
