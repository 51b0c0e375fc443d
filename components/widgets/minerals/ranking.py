"""Who has most of a mineral, and the place of one country by edition."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import clauses, producers_bars
from components.figures import mineral_words as said
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import prose
from components.widgets.minerals import select, twin
from components.words import counted, word
from data.analysis import mineral_parts, producers
from data.analysis.producers import COUNTRY, OUTPUT, RESERVES
from data.output import mineral_frames
from data.package import countries, names
from data.package.countries import C5
from data.vocabulary import terms

KEY = "mineral_ranking"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("iso3", "value", "unit", "share_pct", "world_rank", "place_named", "year", "vintage", "status", "source_id")
EDITION_COLUMNS = ("vintage", "year", "place_named", "world_rank", "value", "unit", "status", "source_id")


def show(choice: Choice, basis: str) -> None:
    """The bars of the newest year, at the stage that is chosen, and below them the place by edition."""
    part = choice.stage if basis == OUTPUT else None
    rows = producers.ranking(choice.mineral, basis, part)
    if rows.empty:
        held = len(producers.without_figure(choice.mineral, basis, part))
        text = word(f"ranking.none_{basis}", mineral=names.of("mineral", choice.mineral))
        text += f" {counted('ranking.left_out', held)}" if held else ""
        prose.show(f"ranking_none_{basis}", literal(text), st.info, icon=":material/info:")
        return
    title = producers_bars.title(rows, basis)
    prose.show(f"ranking_title_{basis}", f"**{literal(title)}**")
    if basis == OUTPUT and len(mineral_parts.stages(choice.mineral)) > 1:
        _stage(choice)
    key = f"{KEY}_{basis}"
    st.plotly_chart(
        producers_bars.build(rows, choice.country),
        key=key,
        config=QUIET,
        alt=producers_bars.alt(rows, basis),
        on_select=binding.reporting(partial(select.row_or_disc, key)),
        selection_mode="points",
    )
    note = _note(rows, choice.mineral, basis, part)
    if note:
        st.caption(literal(note))
    make = partial(mineral_frames.ranking, choice.mineral, basis, part)
    twin.show(f"ranking_{basis}", title, rows, COLUMNS, make, "ranking", choice.mineral, part or basis)


def _stage(choice: Choice) -> None:
    st.selectbox(
        word("minerals.stage"),
        mineral_parts.stages(choice.mineral),
        **binding.bind_to("stage", choice.stage, _stage_chosen, is_shared=True),
        format_func=partial(names.of, "stage"),
        label_visibility="collapsed",
    )


def _stage_chosen(stage: str) -> None:
    known = mineral_parts.stages(session.current().mineral)
    if stage in known:
        session.choose(stage=None if stage == known[0] else stage)


def _note(rows: pd.DataFrame, mineral: str, basis: str, part: str | None) -> str:
    """Who is named without a figure, and which of the five are not named at all."""
    held = producers.without_figure(mineral, basis, part)
    texts = [
        word("ranking.without", country=countries.name(row["iso3"]), status=terms.status(row["status"]))
        for row in held.to_dict("records")
    ]
    absent = [one for one in C5 if one not in {*rows["iso3"], *held["iso3"]}]
    texts += [word("ranking.absent", listed=clauses.named(absent))] if absent else []
    is_sure = rows.loc[rows["kind"] == COUNTRY, "world_rank"].notna().any()
    texts += [] if is_sure or basis == RESERVES else [word("ranking.unsure")]
    return " ".join(texts)


def show_editions(choice: Choice) -> None:
    """The place of the chosen country, else of the largest of the five, by edition."""
    iso3 = choice.country if choice.country in C5 else _largest(choice)
    if iso3 is None:
        return
    rows = producers.by_edition(choice.mineral, iso3, choice.stage)
    if rows["place_named"].notna().sum() == 0:
        st.caption(
            literal(word("ranking.no_editions", country=countries.name(iso3), mineral=said.mineral(choice.mineral)))
        )
        return
    gaps = {"country": countries.name(iso3), "mineral": said.mineral(choice.mineral)}
    title = word("ranking.editions", **gaps, part=names.of("stage", str(rows["part"].iloc[0])))
    prose.show("editions_title", f"**{literal(title)}**")
    st.plotly_chart(producers_bars.steps(rows), key="mineral_editions", config=QUIET, alt=_places(rows))
    st.caption(literal(f"{_places(rows)} {word('ranking.editions_note')}"))
    make = partial(mineral_frames.editions, choice.mineral, iso3, choice.stage)
    twin.show("editions", title, rows, EDITION_COLUMNS, make, "editions", choice.mineral, iso3)


def _largest(choice: Choice) -> str | None:
    rows = producers.of(choice.mineral, OUTPUT, choice.stage)
    own = rows.loc[rows["iso3"].isin(C5) & (rows["value"] > 0), "iso3"]
    return str(own.iloc[0]) if len(own) else None


def _places(rows: pd.DataFrame) -> str:
    """Which place by which editions: the first place on top."""
    known = rows[rows["place_named"].notna()]
    texts = []
    for place, own in known.groupby("place_named"):
        years = [
            f"{row['vintage'][-4:]}{' ' + word('ranking.tied') if row['is_tied'] else ''}"
            for row in own.to_dict("records")
        ]
        said_place = word("ranking.place_by", place=clauses.ordinal(int(str(place))), editions=", ".join(years))
        texts.append(said_place[:1].upper() + said_place[1:])
    return " ".join(texts)
