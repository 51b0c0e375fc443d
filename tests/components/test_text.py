"""Text from outside never becomes markup; what the browser makes of it is looked at in tests/browser/test_text.py."""

import pytest

from components.markdown import code, linked, literal
from tests.browser.hostile import HOSTILE


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("**bold** $x$ :red[no]", r"\*\*bold\*\* \$x\$ \:red\[no\]"),
        ("line\nbreak | pipe", r"line break \| pipe"),
        ("at https://evil.invalid/x", "at https:color[:]//evil.invalid/x"),
        ("a@evil.invalid -> :streamlit:", r"a:color[@]evil.invalid :color[-]> :color[:]streamlit\:"),
        (":material/lock: 1. :material_lock:", r"\:material\/lock: 1. :color[:]material\_lock\:"),
        ("2024. A year", r"2024\. A year"),
    ],
)
def test_literal_touches_what_would_be_read_as_something(text, safe):
    assert literal(text) == safe


@pytest.mark.parametrize(
    "text", ["2,348,802,814.5", "+1.5 %", "United States (2024): 3; a/b, 'c' \"d\" = e", "Kazakhstan – US"]
)
def test_literal_sends_no_sign_more_than_needed(text):
    assert literal(text) == text


@pytest.mark.parametrize("url", [*HOSTILE, "javascript:alert(1)", "data:text/html,x", "", "https://a b", "https://a>b"])
def test_only_web_addresses_become_links(url):
    is_web = url in (
        "https://evil.invalid",
        "HTTP://EVIL.invalid/a_b*c*",
        "https://evil.invalid@www.evil.invalid/a@b.co",
    )
    assert linked("x", url).startswith("[x](<") == is_web


@pytest.mark.parametrize("url", ["https://[", "https://", "https:///x", "https://x.org/\x00", "https://x.org/\u2028"])
def test_address_that_is_none_is_only_text(url):
    assert linked("x", url) == "x"


def test_link_keeps_its_address():
    assert linked("a]b", "https://x.org/?a=(1)") == r"[a\]b](<https://x.org/?a=(1)>)"


def test_link_cannot_be_left_by_its_address_or_hint():
    told = linked("x", "https://x.org/]|&copy;", hint='" onclick | ] &amp; \\')
    assert told == r'[x](<https://x.org/%5D%7C\&copy;> "\" onclick \| \] \&amp; \\")'


def test_column_name_is_code_only_where_it_is_plain():
    assert (code("value_usd"), code("a`b|c")) == ("`value_usd`", r"a\`b\|c")
