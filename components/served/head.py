"""What the head of a page tells of it to others: its title, what it answers, its address, its picture, its data.

All of it is of the very link; text of the data is escaped, here and nowhere else."""

import html
import json

from starlette.requests import Request

from components.pictures import at, card
from components.pictures.picture import Picture
from components.reader.parameters import PAGES
from components.served import head_data, places
from components.served.asked import Asked
from components.words import word
from data.vocabulary.language import spoken

# So much of a description is shown where a link is shared.
LONGEST = 300


def of(request: Request, found: Asked, picture: Picture | None) -> str:
    """The markup, to stand in the head of the page of a link with its picture; it tells less where there is none.

    The language must be spoken and the data held."""
    base, parts = places.home(request), at.parts(found.choice, found.page)
    title = _title(found, picture)
    said = shortened(picture.headline if picture else word("app.subtitle"))
    link = places.of_page(base, found.page, parts)
    marks = [f"<title>{html.escape(title)}</title>", _named("description", said), _link("canonical", link)]
    marks += _shared(title, said, link)
    if picture:
        marks += _image(places.of_figure(base, found.page, parts, "png"), picture.description)
        marks += [_link("alternate", places.of_figure(base, found.page, parts, "svg"), "image/svg+xml", picture.title)]
    for form, mime in (("json", "application/json+oembed"), ("xml", "text/xml+oembed")):
        marks.append(_link("alternate", places.of_oembed(base, found.page, parts, form), mime, title))
    marks.append(_link("alternate", f"{base}/{places.FEED}", "application/atom+xml", word("app.name")))
    marks += [_link("alternate", *one) for one in head_data.files(base, found)]
    marks.append(_data(head_data.of(base, found, link, said, picture)))
    return "".join(marks)


def shortened(text: str) -> str:
    """A text as long as it is read where a link is shared, cut between words."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"


def _title(found: Asked, picture: Picture | None) -> str:
    page = word(f"{PAGES[found.page].name}.title")
    return word("app.tab", page=f"{picture.title} · {page}" if picture else page)


def _shared(title: str, said: str, link: str) -> list[str]:
    """Open Graph and what Twitter reads beside it."""
    told = {
        "og:type": "website",
        "og:site_name": word("app.name"),
        "og:title": title,
        "og:description": said,
        "og:url": link,
        "og:locale": spoken().replace("-", "_"),
    }
    marks = [_property(name, text) for name, text in told.items()]
    return [*marks, _named("twitter:title", title), _named("twitter:description", said)]


def _image(address: str, alt: str) -> list[str]:
    told = {
        "og:image": address,
        "og:image:type": "image/png",
        "og:image:width": str(card.WIDTH),
        "og:image:height": str(card.HEIGHT),
        "og:image:alt": shortened(alt),
    }
    marks = [_property(name, text) for name, text in told.items()]
    marks += [_named("twitter:card", "summary_large_image"), _named("twitter:image", address)]
    return [*marks, _named("twitter:image:alt", shortened(alt))]


def _property(name: str, text: str) -> str:
    return f'<meta property="{name}" content="{html.escape(text)}">'


def _named(name: str, text: str) -> str:
    return f'<meta name="{name}" content="{html.escape(text)}">'


def _link(rel: str, address: str, mime: str = "", title: str = "") -> str:
    more = "".join(f' {name}="{html.escape(text)}"' for name, text in (("type", mime), ("title", title)) if text)
    return f'<link rel="{rel}" href="{html.escape(address)}"{more}>'


def _data(things: list[dict[str, object]]) -> str:
    """JSON-LD; no sign in it can end the element that it stands in."""
    text = json.dumps(things[0] if len(things) == 1 else things, ensure_ascii=False, sort_keys=True)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'
