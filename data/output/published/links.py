"""Addresses of views of the atlas and of published files, from its own address where that is told."""

from urllib.parse import urlencode

from data.package import descriptor

HOME = "api/v1"
LATEST = "latest"
VERSION = "v"


def home(site: str) -> str:
    """The address of the atlas without a closing slash: as told, else as the descriptor has it, else empty."""
    return (site or str(descriptor.package().get("homepage", ""))).rstrip("/")


def view(site: str, page: str, **chosen: str) -> str:
    """A page of the atlas with a choice, in these data; it begins with a slash where the site is not known."""
    return f"{home(site)}/{page}?{urlencode({**chosen, VERSION: descriptor.version()})}"


def file(site: str, path: str, version: str = LATEST) -> str:
    """A published file, by its path below a version."""
    return f"{home(site)}/{HOME}/{version}/{path}"


def top(site: str, name: str) -> str:
    """A published file that is above all versions."""
    return f"{home(site)}/{HOME}/{name}"
