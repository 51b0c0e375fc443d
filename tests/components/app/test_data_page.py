"""The Data page without a browser: rows as they are asked for, the chosen one in full, what can be taken along."""

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import session
from data.output import rows
from data.output.rows import Query
from data.package import descriptor, licensing
from tests.components.app.test_links import opened, written

KAZ = "table=us_tariffs&where=partner:KAZ&sort=-date"


def texts(app: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in [*app.markdown, *app.caption]]


def entries(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


def box(app: AppTest, label: str, kind: str = "selectbox"):
    return next(one for one in getattr(app, kind) if one.label == label)


@pytest.mark.parametrize("name", ["claims", "deals", "c51_timeline", "us_tariffs", "official_visits", "agreements"])
def test_table_is_shown_in_full_in_words(name):
    app = opened("data", f"table={name}")
    assert app.exception.len == 0
    grid = app.dataframe[0].value
    assert len(grid) == len(licensing.open_rows(name))
    assert list(grid) == list(rows.shown(name))
    assert f"**{len(grid)} of {len(grid)} rows**" in texts(app)


def test_list_of_tables_is_in_groups_with_what_was_said_first():
    app = opened("data", "")
    headings = [text for text in texts(app) if text.startswith("## ")]
    assert headings[0] == "## What was said and agreed"
    opens = [one.label for one in app.button if one.key.startswith("open_")]
    assert opens[:3] == ["Claims", "Deals announced between US firms and the five", "C5+1 timeline"]
    assert len(opens) == len(descriptor.names())


def test_filters_of_the_link_are_in_the_controls_and_find_the_rows():
    app = opened("data", KAZ)
    found = rows.find("us_tariffs", Query(where=(("partner", "KAZ"),), sort="-date"))
    assert list(app.dataframe[0].value.index) == list(found)
    assert f"**{len(found)} of 70 rows**" in texts(app)
    assert box(app, "Filter by").value == "partner"
    assert box(app, "Shown are rows with", "multiselect").value == ["KAZ"]
    assert box(app, "Order by").value == "date"


def test_condition_that_means_nothing_is_left_out_with_a_word_and_the_others_stay():
    app = opened("data", "table=us_tariffs&where=partner:KAZ,partner:XYZ,nothing:1,took_effect:TRUE&sort=size")
    assert app.session_state[session.CHOICE].table_where == (("partner", "KAZ"), ("took_effect", "true"))
    assert [one.value.partition(":")[0].replace("\\", "") for one in app.warning] == [
        "There is no column “size” to put the rows in order by; showing them as they stand in the file.",
        "The filter of the link has parts that mean nothing for this table, which are left out",
    ]


def test_chosen_filters_are_in_the_link_and_go_again():
    app = opened("data", "table=us_tariffs")
    box(app, "Search in the rows", "text_input").set_value("duty").run()
    box(app, "Filter by").select("partner").run()
    box(app, "Shown are rows with", "multiselect").select("KAZ").select("UZB").run()
    box(app, "Order by").select("date").run()
    app.toggle[0].set_value(True).run()
    link = written(app)
    assert (link["rows"], link["where"], link["sort"]) == ("duty", "partner:KAZ,partner:UZB", "-date")
    query = Query("duty", (("partner", "KAZ"), ("partner", "UZB")), "-date")
    assert list(app.dataframe[0].value.index) == list(rows.find("us_tariffs", query))
    next(one for one in app.button if one.label == "Show all rows").click().run()
    assert not {"rows", "where", "sort"} & set(written(app))
    assert len(app.dataframe[0].value) == 70


def test_filter_on_another_column_is_taken_back_by_a_click():
    app = opened("data", "table=us_tariffs&where=partner:KAZ,took_effect:true")
    next(one for one in app.button if one.label.endswith("Took effect: yes")).click().run()
    assert written(app)["where"] == "partner:KAZ"


def test_another_table_begins_without_filters():
    app = opened("data", KAZ)
    box(app, "Table").select("deals").run()
    assert written(app)["table"] == "deals"
    assert not {"where", "sort"} & set(written(app))


def test_filters_are_there_again_after_another_page():
    app = opened("data", KAZ)
    app.switch_page("components/pages/overview.py").run()
    app.switch_page("components/pages/data.py").run()
    assert app.session_state[session.CHOICE].table_where == (("partner", "KAZ"),)
    assert box(app, "Order by").value == "date"


def test_id_in_the_link_shows_its_row_in_full():
    app = opened("data", "table=claims&rows=CL013")
    said = texts(app)
    assert "##### CL013" in said
    (card,) = [text for text in said if "**Claim:**" in text]
    row = rows.raw("claims").set_index("claim_id").loc["CL013"]
    assert row["claim"] in card
    assert "**Verdict:**" in card
    assert "](<http" in card


def test_numbers_of_a_row_are_grouped_and_years_are_not():
    app = opened("data", "table=deals&rows=D012")
    assert any("**Announced value:** 60,000,000 current US dollars" in text for text in texts(app))
    app = opened("data", "table=claims&rows=CL001")
    assert any("**Year on record:** 2024\n" in text for text in texts(app))


def test_rows_that_are_not_there_are_said_in_words():
    app = opened("data", "table=claims&rows=nowhere+at+all")
    assert app.exception.len == 0
    assert [one.value for one in app.info] == ["No row holds all of this. Take a filter away, or look for fewer words."]
    assert not any("found" in label for label in entries(app))


def test_rows_found_and_the_whole_table_can_be_taken_along():
    app = opened("data", KAZ)
    count = len(rows.find("us_tariffs", Query(where=(("partner", "KAZ"),))))
    assert entries(app)[:6] == [
        "CSV · whole table",
        *(f"{form} · the {count} rows found" for form in ("CSV", "Excel", "Parquet")),
        *(f"{form} · whole table" for form in ("Excel", "Parquet")),
    ]


def test_rows_that_may_not_leave_are_not_in_the_grid_and_are_counted():
    app = opened("data", "table=us_trade")
    held = int(licensing.withheld_rows("us_trade").sum())
    assert held > 0
    assert any(text.startswith(f"{held} more rows are used in the atlas") for text in texts(app))
    assert len(app.dataframe[0].value) == descriptor.resource("us_trade")["rows"] - held


@pytest.mark.parametrize(
    ("page", "forms"),
    [
        ("overview", ["CSV", "CSV", "Excel", "Excel", "GeoJSON", "GeoPackage", "Parquet", "Provenance, PROV-O"]),
        # The menu of the part of the trade in full, and that of the flows.
        ("trade", ["CSV", "Excel", "Parquet"] * 2),
        ("compare", ["CSV", "Excel", "Parquet"]),
    ],
)
def test_menu_of_a_page_has_every_form(page, forms):
    app = opened(page, "")
    assert [label.partition(" · ")[0] for label in entries(app)] == forms
