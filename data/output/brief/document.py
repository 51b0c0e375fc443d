"""The brief of a country: which sections it has, in which order, and what stands at its head."""

from urllib.parse import urlencode

from data.analysis.headline import USA
from data.faults import UnknownId
from data.output.brief import (
    aid,
    claims,
    deals,
    diplomacy,
    facts,
    forums,
    investors,
    ladder,
    locator,
    minerals,
    mirror,
    news,
    partners,
    products,
    said,
    sheet,
    tariffs,
    trade,
    us_minerals,
    us_money,
    us_tariffs,
    us_trade,
)
from data.output.brief.blocks import Section
from data.package import countries, descriptor
from data.package.snapshot import kept
from data.vocabulary.language import spoken

PAGE = "country"
SECTIONS = {
    "facts": (facts,),
    "trade": (trade, products, partners, mirror, tariffs),
    "money": (investors, ladder, aid, deals),
    "minerals": (minerals,),
    "forums": (forums, diplomacy),
    "claims": (claims,),
    "news": (news,),
}
SECTIONS_OF_US = SECTIONS | {
    "trade": (us_trade, us_tariffs),
    "money": (ladder, us_money, deals),
    "minerals": (us_minerals,),
}


@kept(24, worded=True)
def of_country(iso3: str, site: str = "") -> bytes:
    """The brief of one of the six as a file of HTML, in the language spoken; `site` is the address of the atlas.

    The same data, language and site give the same bytes. Raises UnknownId for a country that is none of the six."""
    if iso3 not in countries.SIX:
        raise UnknownId("country", iso3, list(countries.SIX))
    name = "title_us" if iso3 == USA else "title"
    title = said.word(name, country=countries.name(iso3))
    about = said.word("about", version=descriptor.version(), released=descriptor.released())
    sections = [
        Section(said.word(f"section_{name}"), tuple(block for part in parts for block in part.blocks(iso3)))
        for name, parts in (SECTIONS_OF_US if iso3 == USA else SECTIONS).items()
    ]
    return sheet.page(title, about, link(iso3, site), sections, locator.draw(iso3, title)).encode()


def link(iso3: str, site: str = "") -> str:
    """The address of the page of a country with these data; without that of the atlas where it is not told."""
    query = urlencode({"country": iso3, "lang": spoken(), "v": descriptor.version()})
    home = (site or str(descriptor.package().get("homepage", ""))).rstrip("/")
    return f"{home}/{PAGE}?{query}" if home else f"{PAGE}?{query}"


def stem(iso3: str) -> str:
    """Name of the file without its ending."""
    return f"c5plus1-atlas_brief_{iso3}_{spoken()}_v{descriptor.version()}"
