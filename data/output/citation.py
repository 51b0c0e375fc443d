"""How to cite the data package, one of its tables, or one source: as text, BibTeX, CSL-JSON and RIS.

Publishers are institutions, so names are never split. A date is as exact as printed; where there is none the text says
n.d. and the other forms leave the field out. A single figure names the sources that it is based on; its address is
given by who asks. That of the whole package is not known here: it has one only if the descriptor states it as
`homepage`."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from data.faults import UnknownId
from data.package import descriptor, tables
from data.package.snapshot import kept

UNDATED = "n.d."
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
}
_ADDRESS_SAFE = "/:?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True)
class Cited:
    """What is cited. `kind` is dataset or webpage (CSL types); `published` is 2015, 2015-11 or 2015-11-26, or empty."""

    key: str
    kind: str
    author: str
    title: str
    published: str
    url: str = ""
    version: str = ""
    within: str = ""
    based_on: str = ""


def of_package() -> Cited:
    """The data package in its present version."""
    whole = descriptor.package()
    return Cited(
        key=f"{whole['name']}-{whole['version']}",
        kind="dataset",
        author="; ".join(contributor["title"] for contributor in whole["contributors"]),
        title=whole["title"],
        published=descriptor.released(),
        url="",
        version=whole["version"],
    )


def of_table(name: str) -> Cited:
    """One table of the package. Raises UnknownId."""
    whole = of_package()
    return Cited(
        key=f"{whole.key}-{name}",
        kind="dataset",
        author=whole.author,
        title=f"{descriptor.resource(name)['title']} (table {name})",
        published=whole.published,
        url=whole.url,
        version=whole.version,
        within=whole.title,
    )


def of_figure(key: tuple[str, ...], figure: str, source_ids: str, url: str) -> Cited:
    """One figure in this version: what it is in words, the sources behind it, the address that shows it.

    Raises UnknownId for a source that is none."""
    whole = of_package()
    told = [text(of_source(one)) for one in source_ids.split(";") if one]
    return Cited(
        key="-".join((whole.key, *key)),
        kind="dataset",
        author=whole.author,
        title=figure,
        published=whole.published,
        url=url,
        version=whole.version,
        within=whole.title,
        based_on="; ".join(told),
    )


def of_source(source_id: str) -> Cited:
    """One row of the table of sources. Raises UnknownId."""
    if source_id not in _sources():
        raise UnknownId("source", source_id, list(_sources()))
    return _sources()[source_id]


@kept()
def _sources() -> dict[str, Cited]:
    columns = ["source_id", "publisher", "title", "published", "url"]
    rows = tables.text("sources")[columns].itertuples(index=False, name=None)
    return {row[0]: Cited(row[0], "webpage", *row[1:]) for row in rows}


def text(cited: Cited) -> str:
    """One line: author (date). Title. In: whole, version. Address. What it is based on."""
    parts = [f"{cited.author} ({cited.published or UNDATED}). {cited.title}."]
    if cited.within:
        parts.append(f"In: {cited.within}.")
    if cited.version:
        parts.append(f"Data version {cited.version}.")
    return " ".join(filter(None, [*parts, cited.url, _based_on(cited)]))


def bibtex(cited: Cited) -> str:
    """A @misc entry, which every style knows; double braces keep an institution one name and a title its capitals."""
    year, month, day = _date_parts(cited.published)
    fields = {
        "author": f"{{{_tex(cited.author)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "howpublished": f"In: {_tex(cited.within)}" if cited.within else "",
        "note": _note(cited) or ("" if year else UNDATED),
        "url": quote(cited.url, safe=_ADDRESS_SAFE),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}", ""])


def _note(cited: Cited) -> str:
    version = f"Data version {_tex(cited.version)}" if cited.version else ""
    based_on = f"Based on: {_tex(cited.based_on)}" if cited.based_on else ""
    return ". ".join(filter(None, (version, based_on)))


def _based_on(cited: Cited) -> str:
    return f"Based on: {cited.based_on}" if cited.based_on else ""


def csl(cited: Cited) -> dict[str, Any]:
    """An item of CSL-JSON; write a list of them with `csl_json`."""
    parts = [int(part) for part in _date_parts(cited.published) if part]
    item = {
        "id": cited.key,
        "type": cited.kind,
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "issued": {"date-parts": [parts]} if parts else None,
        "container-title": cited.within,
        "version": cited.version,
        "URL": cited.url,
        "note": _based_on(cited),
    }
    return {name: value for name, value in item.items() if value}


def csl_json(cited: list[Cited]) -> str:
    """A CSL-JSON file."""
    return json.dumps([csl(one) for one in cited], indent=2, ensure_ascii=False) + "\n"


def ris(cited: Cited) -> str:
    """A RIS record: two signs, two blanks, hyphen, blank; CRLF at the end of each line."""
    year, month, day = _date_parts(cited.published)
    tags = [
        ("TY", "DATA" if cited.kind == "dataset" else "ELEC"),
        ("ID", cited.key),
        ("AU", cited.author.replace(",", "")),
        ("TI", cited.title),
        ("T2", cited.within),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("ET", cited.version),
        ("UR", cited.url),
        ("N1", _based_on(cited)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _date_parts(published: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", published)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _tex(words: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(words.split()))


# Each form by id: what writes it, the ending and the type of its file.
FORMS: Mapping[str, tuple[Callable[[Cited], str], str, str]] = {
    "text": (text, "txt", "text/plain"),
    "bibtex": (bibtex, "bib", "application/x-bibtex"),
    "ris": (ris, "ris", "application/x-research-info-systems"),
    "csl": (lambda one: csl_json([one]), "json", "application/vnd.citationstyles.csl+json"),
}
