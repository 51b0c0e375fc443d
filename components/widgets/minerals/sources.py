"""Where the United States buys a mineral: the form that is chosen as one bar, or all forms under each other."""

from functools import partial

import streamlit as st

from components.figures import us_sources as bars
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import figure, prose
from components.widgets.minerals import select, twin
from components.words import word
from data.analysis import mineral_parts, us_sources
from data.output import mineral_frames
from data.package import names

KEY = "mineral_sources"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("form", "partner", "share_pct", "rank", "period", "vintage", "status", "source_id")


def show(choice: Choice) -> None:
    """The chosen form as one bar."""
    rows = us_sources.of(choice.mineral, choice.form)
    if choice.form is None or rows.empty:
        _none(choice.mineral, "sources_none")
        return
    gaps = {"mineral": names.of("mineral", choice.mineral), "form": names.of("form", choice.form)}
    title = word("us_sources.title", **gaps, period=rows["period"].iloc[0])
    prose.show("sources_title", f"**{literal(title)}**")
    if len(mineral_parts.forms(choice.mineral)) > 1:
        _form(choice)
    st.plotly_chart(bars.build(rows, choice.swap_from), key=KEY, config=QUIET, alt=bars.alt(rows))
    st.caption(literal(bars.line(rows)))
    twin.show(
        "sources",
        title,
        rows,
        COLUMNS,
        partial(mineral_frames.sources, choice.mineral, choice.form),
        "us_sources",
        choice.mineral,
        choice.form,
    )


def show_all(choice: Choice) -> None:
    """All forms of the mineral, each as a bar."""
    rows = us_sources.of(choice.mineral)
    if rows.empty:
        _none(choice.mineral, "all_sources_none")
    else:
        gaps = {"mineral": names.of("mineral", choice.mineral), "period": rows["period"].iloc[0]}
        title = word("us_sources.title_all", **gaps)
        prose.show("all_sources_title", f"**{literal(title)}**")
        key = f"{KEY}_all"
        with figure.named():
            st.plotly_chart(
                bars.build(rows, choice.swap_from),
                key=key,
                config=QUIET,
                alt=bars.alt(rows),
                on_select=binding.reporting(partial(_form_clicked, key)),
                selection_mode="points",
            )
        st.caption(literal(word("us_sources.note")))
        twin.show(
            "all_sources",
            title,
            rows,
            COLUMNS,
            partial(mineral_frames.sources, choice.mineral, None),
            "us_sources",
            choice.mineral,
        )


def _form_clicked(key: str) -> None:
    found = select.clicked(key)
    if found:
        _form_chosen(str(found[2]))


def _none(mineral: str, place: str) -> None:
    text = word("us_sources.none", mineral=names.of("mineral", mineral))
    prose.show(place, literal(text), st.info, icon=":material/info:")


def _form(choice: Choice) -> None:
    st.selectbox(
        word("minerals.form"),
        mineral_parts.forms(choice.mineral),
        **binding.bind_to("form", choice.form, _form_chosen, is_shared=True),
        format_func=partial(names.of, "form"),
        label_visibility="collapsed",
    )


def _form_chosen(form: str) -> None:
    known = mineral_parts.forms(session.current().mineral)
    if form in known:
        session.choose(form=None if form == known[0] else form, swap_from=None)


def show_of_the_five() -> None:
    """The forms of any mineral in which one of the five is named."""
    rows = us_sources.of_the_five()
    if rows.empty:
        return
    prose.show("five_named", f"**{literal(word('us_sources.five', period=rows['period'].iloc[0]))}**")
    lines = [
        "- "
        + literal(
            word(
                "us_sources.of_the_five",
                mineral=names.of("mineral", row["mineral"]),
                form=names.of("form", row["form"]),
                said=bars.text(row),
            )
        )
        for row in rows.to_dict("records")
    ]
    st.markdown("\n".join(lines))
