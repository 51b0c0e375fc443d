r"""Text from outside, made safe for Streamlit's Markdown: the reader sees it as written, and copies it as written.

Escapes hold off what Markdown's own grammar reads. Some of what Streamlit makes of a text is made later, of the parsed
text, when the escapes are gone: links of bare addresses, emoji codes, icons, its own logo, arrows. For these the text
is cut in two by a `:color[...]` without any colour: a plain span around one sign. Only signs that can start something
are touched, for every sign of a page travels to the browser."""

import re
from urllib.parse import urlsplit

# What is read in the parsed text: bare addresses, mail addresses, ":code:", arrows and signs drawn from two.
_CUT = r"(?:(?<=http)|(?<=https)):(?=//)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|:(?=[\w+-]+:)|-(?=[->])|(?<=<)-|(?<=[<>~])="
# What Markdown reads anywhere, and what it reads at the start of a line.
_ESCAPED = r"[\\`*_\[\]{|$~]|[<&:](?!\s)|(?<=:material)/|!$|^[#=>-]|^\+(?=\s|$)"
_SIGNS = re.compile(f"(?P<cut>{_CUT})|(?:{_ESCAPED})", re.IGNORECASE)
_NUMBERED = re.compile(r"\d+(?=[.)](?:\s|$))")
# What would end a title, or the table's cell or the brackets that it stands in.
_IN_TITLE = re.compile(r"[\\\"|\[\]]|(?<=:material)/|&(?=#?\w+;)")
_IN_ADDRESS = {sign: f"%{ord(sign):02X}" for sign in '"[]\\`|{}^'}
_PLAIN_NAME = re.compile(r"[\w.-]+")


def literal(text: object) -> str:
    """Markdown that shows exactly `text`, on one line."""
    line = " ".join(str(text).split())
    item = _NUMBERED.match(line)
    if item:
        return f"{item[0]}\\{_safe(line[item.end() :])}"
    return _safe(line)


def _safe(line: str) -> str:
    return _SIGNS.sub(lambda found: f":color[{found[0]}]" if found["cut"] else f"\\{found[0]}", line)


def address(url: str) -> str:
    """An address as it may stand between < and >; empty where it is none of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\x00-\x1f]", url):
        return ""
    escaped = "".join(_IN_ADDRESS.get(sign, sign) for sign in url)
    return re.sub(r"(?<=:material)/|&(?=#?\w+;)", r"\\\g<0>", escaped)


def linked(text: str, url: str, *, hint: str = "") -> str:
    """Markdown for a link to a web address, with a hint for the pointer; just the text where the address is not one."""
    target = address(url)
    title = _IN_TITLE.sub(r"\\\g<0>", " ".join(hint.split()))
    shown = f' "{title}"' if title else ""
    return f"[{literal(text)}](<{target}>{shown})" if target else literal(text)


def code(name: str) -> str:
    """Markdown for a name of the data, such as a column's: as code where it is a plain one, else as text."""
    return f"`{name}`" if _PLAIN_NAME.fullmatch(name) else literal(name)
