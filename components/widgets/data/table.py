"""One table of the data package: what it is, how far it reaches, what each column means, its first rows, its file."""

import streamlit as st

from components import cache
from components.figures import coverage as figure
from components.markdown import code, literal
from components.widgets.common import folds
from components.words import counted, word
from data.analysis import catalogue, coverage
from data.output import frames
from data.package import descriptor, licensing, snapshot, withheld
from data.package.resource import Field

PREVIEW_ROWS = 10
BETWEEN = " · "


def show(name: str) -> None:
    """Title, description, size, key, licence, and how one of several rows for a cell is chosen."""
    resource = descriptor.resource(name)
    st.markdown(f"## {literal(resource['title'])}")
    st.markdown(literal(resource["description"]))
    facts = [
        literal(resource["path"]),
        counted("data.rows", resource["rows"]),
        counted("data.columns", len(catalogue.fields(name))),
        literal(word("data.key", columns=", ".join(resource["schema"]["primaryKey"]))),
        literal(", ".join(one["title"] for one in resource["licenses"])),
    ]
    st.caption(BETWEEN.join(facts))
    drawn = catalogue.drawn_by(name)
    if drawn:
        st.markdown(f"**{word('data.drawn')}** {literal(drawn)}")


def download(name: str) -> None:
    """The table as CSV; how many rows stay behind for their licence, and whose they are."""
    held = int(licensing.withheld_rows(name).sum())
    if held:
        whose = "; ".join(sorted({one.publisher for one in catalogue.restricted(name)}))
        st.caption(f"{counted('data.left_out' if withheld.is_copy() else 'data.held', held)} {literal(whose)}")
    st.download_button(
        word("data.csv"),
        data=snapshot.later(lambda: cache.table_csv(name)),
        file_name=frames.table_name(name),
        mime="text/csv",
        key="download_table",
        on_click="ignore",
        icon=":material/download:",
    )


def show_coverage(name: str) -> None:
    """The heat map of countries by years; a sentence where a table has no such columns."""
    st.markdown(f"### {word('coverage.title')}")
    counts, axes = coverage.counts(name), coverage.axes(name)
    if axes is None or counts.empty:
        st.caption(word("coverage.none"))
        return
    drawn, left_out = figure.build(counts)
    alt = figure.describe(counts, descriptor.resource(name)["title"])
    st.plotly_chart(drawn, key="coverage", config={"displayModeBar": False}, alt=alt)
    titles = {field["name"]: field["title"] for field in catalogue.fields(name)}
    said = word("coverage.caption", country=titles[axes.country], year=titles[axes.year])
    st.caption(literal(f"{said} {counted('coverage.more', left_out)}" if left_out else said))


def show_columns(name: str) -> None:
    """Every column: name, title, description, and its form: type, unit, what it may hold."""
    st.markdown(f"### {word('columns.title')}")
    head = [word(f"columns.{one}") for one in ("name", "meaning", "form")]
    lines = [f"| {' | '.join(head)} |", "|---|---|---|"]
    for field in catalogue.fields(name):
        meaning = f"**{literal(field['title'])}.** {literal(field['description'])}"
        form = [word(f"types.{field['type']}"), *filter(None, [field.get("unit")]), *_constraints(field)]
        lines.append(f"| {code(field['name'])} | {meaning} | {literal('; '.join(form))} |")
    st.markdown("\n".join(lines))


def _constraints(field: Field) -> list[str]:
    limits = field.get("constraints", {})
    said = [word(f"constraints.{one}") for one in ("required", "unique") if limits.get(one)]
    if "enum" in limits:
        said.append(word("constraints.enum", values=", ".join(map(str, limits["enum"]))))
    if "pattern" in limits:
        said.append(word("constraints.pattern", value=limits["pattern"]))
    if "minimum" in limits and "maximum" in limits:
        return [*said, word("constraints.between", low=limits["minimum"], high=limits["maximum"])]
    said += [word(f"constraints.{one}", value=limits[one]) for one in ("minimum", "maximum") if one in limits]
    return said


def preview(name: str) -> None:
    """The first rows that may leave: the grid has a download of its own."""
    with folds.fold("preview_open", word("data.preview"), icon=":material/table_rows:"):
        rows = licensing.open_rows(name).head(PREVIEW_ROWS)
        title = descriptor.resource(name)["title"]
        st.dataframe(rows, hide_index=True, key="preview", alt=counted("data.preview_alt", len(rows), title=title))
