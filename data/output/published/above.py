"""What stands above the versions: the index of everything, the versions, and for the web as a whole what robots and
language models read first."""

from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from data import indicators
from data.analysis import claims
from data.output import citation
from data.output.published import api_description, links, tree, versions
from data.output.published.kind import JSON, About, Kind, Row, as_json, word
from data.package import countries, descriptor
from data.package.snapshot import kept

TEXT, XML = "text/plain", "application/xml"
# The pages of the atlas by their address.
PAGES = ("", "trade", "minerals", "forums", "country", "compare", "news", "story", "claims", "data")
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ("/_stcore/",)


def _index(site: str) -> bytes:
    """Every file, with what it is; `latest` in an address may be any of the versions."""
    told = {
        "title": descriptor.package()["title"],
        "version": descriptor.version(),
        "released": descriptor.released(),
        "licence": descriptor.package()["licenses"][0]["path"],
        "citation": citation.text(citation.of_package()),
        "about": word("index_about"),
        "kinds": {kind.id: kind.said() for kind in tree.KINDS.values()},
        "top": [{"address": address, "type": mime} for address, (mime, _) in FILES.items()],
    }
    return as_json({**told, "files": [_listed(path, *found) for path, found in tree.paths().items()]})


def _listed(path: str, kind_id: str, item: str) -> Row:
    kind = tree.KINDS[kind_id]
    return {"address": f"/{links.HOME}/{links.LATEST}/{path}", "kind": kind.id, "type": kind.mime, **_told(kind, item)}


def _told(kind: Kind, item: str) -> Row:
    told: About = kind.about(item)
    said: Row = {"id": item, "title": told.title, "unit": told.unit, "years": told.years, "licences": told.licences}
    return {name: value for name, value in said.items() if value}


def _versions(_site: str) -> bytes:
    made = [versions.told(version) for version in versions.every()]
    return as_json({"latest": descriptor.version(), "versions": made})


def _robots(site: str) -> bytes:
    closed = [f"Disallow: {path}" for path in CLOSED]
    return "\n".join(["User-agent: *", *closed, "", f"Sitemap: {links.home(site)}/sitemap.xml", ""]).encode()


def _sitemap(site: str) -> bytes:
    """Pages, and views that have a number or a text of their own: indicators, countries, claims, tables."""
    home = links.home(site)
    views = [f"{home}/{page}" for page in PAGES]
    views += [f"{home}/?indicator={one}" for one in indicators.registry()]
    views += [f"{home}/country?country={one}" for one in countries.SIX]
    views += [f"{home}/claims?claim={one}" for one in claims.verdicts()["claim_id"]]
    views += [f"{home}/data?table={one}" for one in descriptor.names()]
    day = descriptor.released()
    entries = [f"<url><loc>{escape(one)}</loc><lastmod>{day}</lastmod></url>" for one in views]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAP}">'
    return "\n".join([head, *entries, "</urlset>", ""]).encode()


def _llms(site: str) -> bytes:
    """What the atlas is and where its numbers are, in the form that language models are told to look for."""
    whole = descriptor.package()
    lines = [f"# {whole['title']}", "", f"> {whole['description']}", "", word("llms_about"), ""]
    lines += [f"- {word('llms_version', version=descriptor.version(), released=descriptor.released())}"]
    lines += [
        f"- {word('llms_cite', citation=citation.text(citation.of_package()))}",
        "",
        f"## {word('llms_files')}",
        "",
    ]
    lines += [f"- [{address}]({links.home(site)}{address}): {word(id_)}" for address, id_ in LINKED.items()]
    lines += ["", f"## {word('llms_kinds')}", ""]
    lines += [
        f"- [{_example(kind)}]({links.file(site, _example(kind))}): {kind.said()}" for kind in tree.KINDS.values()
    ]
    return "\n".join([*lines, ""]).encode()


def _example(kind: Kind) -> str:
    return kind.path(next(iter(kind.ids())))


def _openapi(site: str) -> bytes:
    return api_description.build(site)


INDEX, OPENAPI, VERSIONS = (f"/{links.HOME}/{name}.json" for name in ("index", "openapi", "versions"))
LLMS, ROBOTS, MAP = "/llms.txt", "/robots.txt", "/sitemap.xml"
LINKED = {INDEX: "index", OPENAPI: "openapi", VERSIONS: "versions"}
FILES: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    INDEX: (JSON, _index),
    OPENAPI: (JSON, _openapi),
    VERSIONS: (JSON, _versions),
    LLMS: (TEXT, _llms),
    ROBOTS: (TEXT, _robots),
    MAP: (XML, _sitemap),
}


@kept(16, worded=True)
def body(address: str, site: str) -> bytes:
    """The file at one of FILES."""
    return FILES[address][1](site)
