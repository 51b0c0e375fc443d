"""What a reader should know of an indicator before using it: its caveats, in words."""

from components.markdown import literal
from components.widgets.common import folds, links, prose, value_panel
from components.widgets.common.mentions import cited
from components.words import counted, word
from data import flows, indicators
from data.package import contradictions, countries, notes
from data.package.contradictions import Contradiction
from data.vocabulary import terms


def show(indicator_id: str, key: str = "caveats_open") -> None:
    """The caveats of an indicator, its remark and what sources contradict each other on, folded under one line;
    and the way to the articles that speak of it.

    A line of its own says whether sources differ, and opens the fold: with a label that changes it would shut at every
    change of indicator, and the browser keep the old one in memory. The texts are sent when the reader opens it."""
    indicator = indicators.get(indicator_id)
    found = contradictions.of(indicator_id)
    if found:
        folds.opener(key, counted("caveats.differ", len(found)))
    with folds.fold(key, word("caveats.title"), icon=":material/info:") as fold:
        if fold.open:
            texts = [literal(terms.caveat(caveat)) for caveat in indicator.caveats]
            texts += [cited(indicator.remark)] if indicator.remark else []
            texts += [_remark(one) for one in notes.of(indicator.id)]
            prose.show(f"{key}_texts", "\n\n".join([*texts, *map(_contradiction, found)]))
    links.articles_on(indicator_id)
    links.claims_on(indicator_id)


def show_flows(set_id: str) -> None:
    """The caveats of a set of flows, folded under one line."""
    with folds.fold("flow_caveats_open", word("caveats.title"), icon=":material/info:") as fold:
        if fold.open:
            prose.show(
                "flow_caveats", "\n\n".join(literal(terms.caveat(caveat)) for caveat in flows.get(set_id).caveats)
            )


def _remark(note: notes.Note) -> str:
    years = str(note.year_from) if note.year_from == note.year_to else f"{note.year_from}–{note.year_to}"
    where = f"{countries.name(note.iso3)}, {years}" if note.iso3 else years
    return f"**{literal(where)}.** {value_panel.remark(note)}"


def _contradiction(contradiction: Contradiction) -> str:
    names = "; ".join(value_panel.publishers(contradiction.source_id))
    heading = f"**{literal(word('caveats.contradiction'))} {literal(contradiction.title)}.**"
    return f"{heading} {literal(contradiction.text)} ({names})"
