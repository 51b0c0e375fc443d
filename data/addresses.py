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
