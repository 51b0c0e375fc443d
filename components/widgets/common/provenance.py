"""Where a number comes from: the one panel that every number on the screen opens, with all that is on record for it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.figures import whose
from components.markdown import linked, literal
from components.reader import link, session
from components.widgets.common import citing, panel, value_panel
from components.widgets.common.mentions import cited
from components.words import word
from data import indicators
from data.indicators import Indicator
from data.output import figure
from data.package import contradictions, countries, names, sources
from data.subjects import number_format, wording
from data.vocabulary import terms

ICON = ":material/fact_check:"
UNPRINTED = "–"
RECORD_HEAD = ("value", "unit", "status", "basis", "vintage", "source", "locator", "note")


def ask(indicator_id: str, cells: Sequence[str], year: int) -> None:
    """Open the panel at the end of the run, for the figure of one country, or of each that a figure is made of."""
    panel.ask("provenance.title", ICON, _panel, indicator_id, tuple(cells), year)


def button(indicator_id: str, cells: Sequence[str], year: int, *, key: str) -> None:
    """The button beside a number."""
    st.button(
        word("answer.from"),
        key=f"{key}:{word('answer.from')}",
        on_click=ask,
        args=(indicator_id, tuple(cells), year),
        help=word("answer.from_help"),
        icon=ICON,
        type="tertiary",
    )


def _panel(indicator_id: str, cells: tuple[str, ...], year: int) -> None:
    iso3 = cells[0]
    if len(cells) > 1:
        iso3 = st.segmented_control(
            word("provenance.of"), cells, default=iso3, required=True, format_func=countries.name, key="provenance_of"
        )
    show(indicator_id, iso3, year)


def show(indicator_id: str, iso3: str, year: int) -> None:
    """All that is on record for one figure: what it is, its other editions and sides, what to know, how to cite it."""
    indicator = indicators.get(indicator_id)
    row = value_panel.cell(indicator_id, iso3, year)
    st.markdown(f"**{literal(indicator.title)}**")
    if row is None:
        st.markdown(f"{literal(countries.name(iso3))}, {year}: {literal(terms.status('not_covered'))}")
        return
    st.markdown(f"{literal(countries.name(iso3))}, {year}: {value_panel.reading(row, indicator)}")
    records = indicators.alternatives(indicator_id, iso3, year)
    drawn, others = records[records["preferred"].astype(bool)], records[~records["preferred"].astype(bool)]
    st.markdown("\n".join(_facts(row, indicator, drawn)))
    known = [value_panel.metals_line(indicator_id, row), *value_panel.remarks(indicator_id, iso3, year)]
    known += [value_panel.breaks_line(indicator_id, iso3)]
    st.markdown("\n\n".join(filter(None, known)))
    if len(drawn) > 1:
        _records(word("provenance.parts"), drawn)
    if others.empty:
        st.caption(word("provenance.others_none"))
    else:
        _records(word("provenance.others"), others)
    _differ(indicator_id)
    _know(indicator)
    _cite(indicator, row)


def _facts(row: pd.Series, indicator: Indicator, drawn: pd.DataFrame) -> list[str]:
    """What the figure is, line by line of a table; what is not on record has no line."""
    source_ids = str(row["source_id"] or "")
    passing = {word(f"redistribution.{one.redistribution}"): one.licence for one in sources.describe(source_ids)}
    facts = {
        "value": f"{_full(row['value'])} {literal(names.unit(indicator.unit))}" if pd.notna(row["value"]) else "",
        "year": str(row["year"]),
        "status": literal(terms.status(row["status"], indicator.kind)),
        "whose": literal(whose.said(row["reporter"], row["basis"])),
        "basis": _each(drawn["basis"]),
        "edition": _each(drawn["vintage"]),
        "how": literal(indicator.how),
        "source": " · ".join(value_panel.publishers(source_ids)),
        "place": _each(drawn["locator"]),
        "licence": literal("; ".join(f"{how} ({licence})" for how, licence in passing.items())),
    }
    head = [f"| {word('provenance.fact')} | {word('provenance.said')} |", "|---|---|"]
    return [*head, *(f"| {word(f'provenance.{name}')} | {said} |" for name, said in facts.items() if said)]


def _each(cells: pd.Series) -> str:
    """What the records say, each once."""
    said = dict.fromkeys(wording.shown(one) for one in cells if one is not None and pd.notna(one) and one != "")
    return " · ".join(map(literal, said))


def _records(title: str, records: pd.DataFrame) -> None:
    lines = [
        f"**{literal(title)}**",
        "",
        f"| {' | '.join(word(f'alternatives.{one}') for one in RECORD_HEAD)} |",
        "|--:|" + "---|" * (len(RECORD_HEAD) - 1),
    ]
    for record in records.itertuples():
        source = " · ".join(linked(one.publisher, one.url) for one in sources.describe(str(record.source_id)))
        rest = [names.unit(str(record.unit)), terms.status(str(record.status)), record.basis, record.vintage]
        note = UNPRINTED if _text(record.note) == UNPRINTED else cited(str(record.note))
        cells = [_full(record.value), *map(_text, rest), source, _text(record.locator), note]
        lines.append(f"| {' | '.join(cells)} |")
    st.markdown("\n".join(lines))


def _text(value: Any) -> str:
    return UNPRINTED if value is None or pd.isna(value) or value == "" else literal(wording.shown(value))


def _full(value: Any) -> str:
    """A stored value in full, grouped; a word as it is."""
    if isinstance(value, str):
        return literal(names.of("standing", value))
    return literal(number_format.exact(float(value))) if pd.notna(value) else UNPRINTED


def _differ(indicator_id: str) -> None:
    for one in contradictions.of(indicator_id):
        told = "; ".join(value_panel.publishers(one.source_id))
        st.markdown(f"**{literal(word('provenance.differ'))}: {literal(one.title)}.** {literal(one.text)} ({told})")


def _know(indicator: Indicator) -> None:
    texts = [literal(terms.caveat(caveat)) for caveat in indicator.caveats]
    texts += [cited(indicator.remark)] if indicator.remark else []
    if texts:
        st.markdown("\n".join([f"**{literal(word('provenance.know'))}**", "", *(f"- {one}" for one in texts)]))


def _cite(indicator: Indicator, row: pd.Series) -> None:
    """The figure to be cited in every form; of one that may not be passed on all but the figure."""
    one = figure.of_row(indicator, row)
    st.markdown(f"**{literal(word('provenance.cite'))}**")
    citing.figure(one, _address(one.indicator.id, one.iso3, one.year))


def _address(indicator_id: str, iso3: str, year: int) -> str:
    """The address of the page at hand with this figure on it."""
    choice = session.current_with(indicator=indicator_id, country=iso3, year=year)
    page = str(st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode(link.write(choice, session.page()))}"
