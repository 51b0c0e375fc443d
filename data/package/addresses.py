"""Addresses of pages: when two of them are the same page, however they are written."""

import re
from urllib.parse import parse_qsl, urlsplit

ARCHIVED = re.compile(r"^https?://[^/]*archive[^/]*/web/\d+[a-z_]*/", re.IGNORECASE)
TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


def page(url: str) -> str:
    """The page behind an address: without scheme, www, closing slash, trackers and the prefix of an archive.

    Two addresses with the same answer are the same page. Letters of the path keep their case, the host does not."""
    parts = urlsplit(re.sub(r"^(?![a-z]+://)", "http://", ARCHIVED.sub("", url.strip()), flags=re.IGNORECASE))
    asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not key.startswith(TRACKERS))
    query = "?" + "&".join(f"{key}={value}" for key, value in asked) if asked else ""
    host = parts.netloc.casefold().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return host + parts.path.rstrip("/") + query


HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,22}[a-z0-9]", re.IGNORECASE)
# Names that lead to the reader's own machine or network, or nowhere.
OWN = ("localhost", "local", "internal", "invalid", "test", "example", "lan", "home", "corp", "onion", "arpa")
FORBIDDEN = re.compile(r"[\s<>\"'`\\^{}|\x00-\x1f\x7f]")
PORT = re.compile(r"|[1-9][0-9]{1,4}")
BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})|%[01][0-9A-Fa-f]|%7[Ff]")
MOST_LETTERS = 2_000


def fault(url: str) -> str:
    """Why a text is no address that a reader can be sent to; empty where it is one."""
    if FORBIDDEN.search(url):
        return "an address has no blank, quote, bracket or backslash"
    if BROKEN.search(url):
        return "a percent sign of an address begins the code of a sign that can be seen"
    if len(url) > MOST_LETTERS:
        return f"an address has at most {MOST_LETTERS:,} letters"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.netloc.rpartition("@")[2].partition(":")[2]
    except ValueError:
        return "the address can't be read"
    if parts.scheme not in ("http", "https"):
        return "an address begins with https:// or http://"
    if "@" in parts.netloc:
        return "an address has no name or password in it"
    if not HOST.fullmatch(host):
        return "an address names its host, in plain letters, not by number"
    if host.rpartition(".")[2] in OWN or host in OWN:
        return "an address leads to a public host"
    return "" if PORT.fullmatch(port) else "the port of an address is a number"
