"""Text from the data, made safe for Markdown: it shows as written, never as markup, HTML, formula or emoji code."""

import re
from urllib.parse import urlsplit

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    """Markdown that shows exactly `text`, on one line."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(str(text).split()))


def linked(text: str, url: str, *, hint: str = "") -> str:
    """Markdown for a link to a web address, with a hint for the pointer; just the text where the address is not one."""
    is_web = urlsplit(url).scheme in ("http", "https") and not re.search(r"[\s<>]", url)
    told = f' "{literal(hint)}"' if hint else ""
    return f"[{literal(text)}](<{url}>{told})" if is_web else literal(text)
