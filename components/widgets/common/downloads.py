"""One menu of downloads: what is on the screen in every form, each made only when it is asked for.

All of it goes through the licence gate (`data/output/frames.py`); what is left out is said on top of the menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components import cache
from components.reader import link, session
from components.widgets.common import site, snippets
from components.words import counted, word
from data.analysis.comparison import Side
from data.output import extract, prov
from data.output.extract import Extract
from data.output.forms import FORMS, Form
from data.package import snapshot, withheld
from geo import export

SHAPED = {
    "geojson": Form("geojson", "application/geo+json", export.geojson),
    "gpkg": Form("gpkg", "application/geopackage+sqlite3", export.geopackage),
}
EVERY = {**FORMS, **SHAPED}
PROV = "prov"
# Ending and type of the files of all entries.
FILES = {**{name: (form.ending, form.mime) for name, form in EVERY.items()}, PROV: ("jsonld", prov.MIME)}
PLAIN = tuple(FORMS)


@dataclass(frozen=True)
class Offer:
    """One entry of the menu: form, how much is in the file (in words), its name without the ending, what makes it."""

    form: str
    what: str
    stem: str
    build: Callable[[], bytes]


def offer(form: str, what: str, stem: str, make: Callable[[], Extract]) -> Offer:
    """An entry whose file is an extract in a form."""
    return Offer(form, what, stem, lambda: EVERY[form].build(make()))


def of_indicator(indicator_id: str, year: int, *, key: str = "download") -> None:
    """The menu of an indicator: its figures of the year with and without shapes, of all years, where they come from."""
    address, table = here(), cache.table(indicator_id, year)
    one = partial(_of_year, indicator_id, year, address)
    every = partial(_of_all_years, indicator_id, address)
    this, all_of_it = str(year), word("download.all_years")
    stem, stem_of_all = (extract.stem(indicator_id, shown) for shown in (year, None))
    offers = [
        offer("csv", this, stem, one),
        offer("csv", all_of_it, stem_of_all, every),
        offer("xlsx", this, stem, one),
        offer("xlsx", all_of_it, stem_of_all, every),
        offer("geojson", this, stem, one),
        offer("gpkg", this, stem, one),
        offer("parquet", all_of_it, stem_of_all, every),
        Offer(PROV, all_of_it, prov.stem(indicator_id), partial(_provenance, indicator_id)),
    ]
    with st.container(horizontal=True):
        menu(offers, table.withheld, key=key, note=word("download.pictures"))
        snippets.of_indicator(indicator_id, key=key)


def _of_year(indicator_id: str, year: int, address: str) -> Extract:
    made = extract.of_indicator(cache.table(indicator_id, year).open, indicator_id, year, address)
    return made.with_note("boundaries", word("boundaries.note"))


def _of_all_years(indicator_id: str, address: str) -> Extract:
    return extract.of_indicator(extract.all_years(indicator_id), indicator_id, None, address)


def _provenance(indicator_id: str) -> bytes:
    return prov.as_json(prov.of_indicator(indicator_id, site.address()))


def of_flows(table: cache.Table, set_id: str, year: int, *, key: str) -> None:
    """The menu of a table of flows."""
    make = partial(extract.of_flows, table.open, table.rows["source_id"], set_id, year, here())
    with st.container(horizontal=True):
        plain(make, str(year), extract.flows_stem(set_id, year), table.withheld, key=key)
        snippets.of_flows(set_id, key=key)


def of_comparison(table: cache.Table, first: Side, second: Side, *, key: str) -> None:
    """The menu of a comparison."""
    cited = [*table.rows["first_source_id"], *table.rows["second_source_id"]]
    make = partial(extract.of_pair, table.open, cited, first, second, here())
    plain(make, word("download.this"), extract.pair_stem(first, second), table.withheld, key=key)


def plain(make: Callable[[], Extract], what: str, stem: str, left_out: int, *, key: str) -> None:
    """The menu of a table of figures without shapes."""
    menu([offer(form, what, stem, make) for form in PLAIN], left_out, key=key)


def menu(offers: Sequence[Offer], left_out: int, *, key: str, note: str = "") -> None:
    """The menu itself; `left_out` figures may not be passed on, `note` stands below."""
    with st.popover(word("download.menu"), icon=":material/download:", key=f"{key}_menu"):
        if left_out:
            st.caption(counted("table.left_out" if withheld.is_copy() else "table.withheld", left_out))
        with st.container(gap="xxsmall"):
            for one in offers:
                _entry(one, key)
        if note:
            st.caption(note)


def _entry(one: Offer, key: str) -> None:
    ending, mime = FILES[one.form]
    _, _, what = one.stem.partition("_")
    st.download_button(
        word(f"download.{one.form}", what=one.what),
        data=snapshot.later(one.build),
        file_name=f"{one.stem}.{ending}",
        mime=mime,
        key=f"{key}_{one.form}_{what}",
        on_click="ignore",
        type="tertiary",
    )


def here() -> str:
    """The link that opens this very view again, with the address of the atlas where the browser has told it."""
    scheme, host, path, *_ = urlsplit(st.context.url or "")
    return urlunsplit((scheme, host, path or "/", urlencode(link.write(session.current(), session.page())), ""))
