"""The atlas in one file of HTML: opened from a disk it asks no network for anything, and its policy forbids it to.

Script and styles are those built from `js/` (`components/map/build.py`), by their digests; the contents are packed,
which makes a fifth of them, and unpacked by the browser as it needs them. Same data, code and language, same bytes: the
packing has no clock and no name in it. Where scripts do not run, the newest figures of the six stand as a table."""

import base64
import gzip
import hashlib
from collections.abc import Mapping
from html import escape
from typing import Any

from components.map import publish
from components.offline import contents, values
from components.words import languages, word
from data import indicators
from data.faults import UnknownId
from data.output import citation
from data.package import countries, descriptor, sources
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.language import speaking, spoken

STRONGEST = 9
SCRIPT_END = b"</script"


def build(language: str) -> bytes:
    """The file in a language. Raises UnknownId for one that the atlas does not speak."""
    if language not in languages():
        raise UnknownId("language", language, languages())
    with speaking(language):
        return _document(contents.every())


def _document(parts: Mapping[str, Mapping[str, object]]) -> bytes:
    script, style = _built(publish.OFFLINE_SCRIPT), _built(publish.STYLE)
    policy = f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; img-src data:"
    policy += "; base-uri 'none'; form-action 'none'"
    title, heading = (
        f"{name}, {word('offline.version', version=descriptor.version())}"
        for name in (descriptor.package()["title"], word("app.name"))
    )
    head = [
        f'<!doctype html>\n<html lang="{escape(spoken())}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>",
        f'<main id="atlas"><h1>{escape(heading)}</h1><p id="wait" hidden>{escape(word("offline.opening"))}</p>',
    ]
    packed = [f'<script type="text/plain" id="{name}">{_packed(part)}</script>' for name, part in parts.items()]
    body = [_without_script(), "</main>", *packed, f"<script>{script}</script>\n</body>\n</html>\n"]
    return "\n".join([*head, *body]).encode()


def _built(name: str) -> str:
    body = (publish.OFFLINE / name).read_bytes()
    if SCRIPT_END in body.lower():
        raise ValueError(f"{name} holds the end of a script, so that it can't stand in a page")
    return body.decode()


def _digest(text: str) -> str:
    """A script or styles in the page's policy: by digest, so that nothing else runs that got into the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _packed(part: Mapping[str, object]) -> str:
    return base64.b64encode(gzip.compress(contents.packed(part), STRONGEST, mtime=0)).decode()


def _without_script() -> str:
    """The first indicator of each family that tells something of the six, in the year it opens on, as a table."""
    heads = [word("offline.measure"), word("map.year"), *map(countries.name, countries.SIX), word("map.source")]
    rows = [row for family in values.families() if (row := _row(next(iter(family["indicators"]))))[-1]]
    table = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    told = [
        word("offline.needs_script"),
        word("boundaries.note"),
        word("app.footer", version=descriptor.version(), released=descriptor.released()),
        citation.text(citation.of_package()),
    ]
    notes = "".join(f"<p>{escape(one)}</p>" for one in told)
    return f"<noscript>{notes}<table><thead><tr>{head}</tr></thead><tbody>{table}</tbody></table></noscript>"


def _row(indicator_id: str) -> list[str]:
    """Title, year, what stands for each of the six, and the sources."""
    indicator, year = indicators.get(indicator_id), indicators.default_year(indicator_id)
    found = values.open_values(indicator_id)
    of_year = found[(found["year"] == year) & found["iso3"].isin(countries.SIX)].set_index("iso3")
    absences = terms.absences(indicator.kind)
    told = []
    for iso3 in countries.SIX:
        row: Any = of_year.loc[iso3]
        shown = number_format.show(row["value"], indicator)
        is_word = indicator.kind == terms.MEMBERSHIP
        told.append((terms.standing(shown) if is_word else shown) if shown else absences[str(row["status"])])
    known = of_year.loc[of_year["value"].notna(), "source_id"]
    cited = sources.describe(";".join(dict.fromkeys(";".join(known).split(";"))))
    unit = "" if indicator.kind == terms.MEMBERSHIP else f" ({indicator.unit_name})"
    return [
        f"{indicator.title}{unit}",
        str(year),
        *told,
        "; ".join(f"{one.publisher}: {one.title}, {one.url}" for one in cited),
    ]
