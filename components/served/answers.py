"""Answers of bytes with what HTTP has for them: a tag of the contents, conditional requests, caching, other sites.

HEAD is Starlette's own for every route of GET."""

import hashlib
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

# What is at an address with a version or a digest in it is never another one.
FIXED = "public, max-age=31536000, immutable"
# What may change with the next version of the data is asked for again each time; mostly it has not changed.
MOVING = "no-cache"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag", "Vary": "Accept-Encoding"}


def of(
    request: Request, body: bytes, mime: str, *, is_fixed: bool = False, headers: Mapping[str, str] | None = None
) -> Response:
    """The answer with these bytes; 304 without them where the reader says to have them already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told: dict[str, Any] = {"ETag": tag, "Cache-Control": FIXED if is_fixed else MOVING, **OPEN, **(headers or {})}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=told)
    return Response(body, media_type=mime, headers=told)
