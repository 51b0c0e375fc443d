"""One table of the data package: what it is, how far it reaches, what each column means."""

import streamlit as st

from components.figures import coverage as figure
from components.markdown import code, literal
from components.widgets.common import folds
from components.words import counted, word
from data.analysis import catalogue, coverage
from data.package import descriptor
from data.package.resource import Field

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


def show_coverage(name: str) -> None:
    """The heat map of countries by years, folded away; a sentence where a table has no such columns."""
    counts, axes = coverage.counts(name), coverage.axes(name)
    if axes is None or counts.empty:
        st.caption(word("coverage.none"))
        return
    years = f"{counts.columns[0]}–{counts.columns[-1]}"
    with folds.fold("coverage_open", word("coverage.title", years=years), icon=":material/grid_on:"):
        drawn, left_out = figure.build(counts)
        alt = figure.describe(counts, descriptor.resource(name)["title"])
        st.plotly_chart(drawn, key="coverage", config={"displayModeBar": False}, alt=alt)
        titles = {field["name"]: field["title"] for field in catalogue.fields(name)}
        said = word("coverage.caption", country=titles[axes.country], year=titles[axes.year])
        st.caption(literal(f"{said} {counted('coverage.more', left_out)}" if left_out else said))


def show_columns(name: str) -> None:
    """Every column, folded away: name, title, description, and its form: type, unit, what it may hold."""
    head = [word(f"columns.{one}") for one in ("name", "meaning", "form")]
    lines = [f"| {' | '.join(head)} |", "|---|---|---|"]
    for field in catalogue.fields(name):
        meaning = f"**{literal(field['title'])}.** {literal(field['description'])}"
        form = [word(f"types.{field['type']}"), *filter(None, [field.get("unit")]), *_constraints(field)]
        lines.append(f"| {code(field['name'])} | {meaning} | {literal('; '.join(form))} |")
    with folds.fold("columns_open", counted("columns.title", len(lines) - 2), icon=":material/view_column:"):
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
