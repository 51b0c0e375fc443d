"""The folder without what licences forbid: nothing restricted is left, and of each empty cell the app says why."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from streamlit.testing.v1 import AppTest

from components import live
from components.figures import bars, change_map, choropleth, flow_map, partner_map
from data import flows, indicators
from data.__main__ import main
from data.analysis import claims, comparison, flow_selection
from data.checks import check, watch
from data.output import frames
from data.package import descriptor, licensing, snapshot, tables, withheld
from data.package.statuses import LEFT_OUT

APP = Path(__file__).parents[2] / "app.py"
LEAST_DIGITS = 5
NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?!\d)")
# Pages on which something of a restricted source is shown, by name: their file and link.
PAGES = {
    "overview": ("", {"indicator": "mirror_imports_usd", "year": "2005", "country": "KAZ"}),
    "table": ("", {"indicator": "mirror_imports_usd", "year": "2005", "show": "table"}),
    "trade": ("components/pages/trade.py", {"set": "partners_mirror", "year": "2020", "country": "UZB"}),
    "shares": (
        "components/pages/trade.py",
        {"set": "partners", "year": "2016", "country": "KAZ", "measure": "share"},
    ),
}


def every_frame() -> dict:
    values = {indicator_id: indicators.values(indicator_id) for indicator_id in indicators.registry()}
    flow_values = {set_id: flows.values(set_id) for set_id in flows.registry()}
    return {
        "values": values,
        "flows": flow_values,
        "named": [one for one, frame in values.items() if licensing.is_withheld(frame).any()],
        "verdicts": claims.verdicts()[["claim_id", "verdict", "reason", "value"]],
    }


def payloads(names: list[str]) -> dict[str, dict]:
    """What the maps are drawn from, of what rests on restricted sources, in every selection of the flows."""
    made = {}
    for name in names:
        indicator, years = indicators.get(name), indicators.years(name)
        made[name] = choropleth.build(indicators.values(name), indicator, thin=indicators.thin_years(name))
        for measure in comparison.change_kinds(name)[: len(years) - 1]:
            made[f"{name} {measure}"] = change_map.build(name, years[0], years[-1], measure)
    for set_id in ("mirror", "partners", "partners_mirror"):
        for country in (None, "KAZ"):
            for measure in flow_selection.QUANTITIES[
                : 1 + flow_selection.has_shares(flow_selection.FlowSelection(set_id, country))
            ]:
                selection = flow_selection.FlowSelection(set_id, country, quantity=measure)
                made[f"flows {selection}"] = flow_map.build(selection, 10)
                made[f"partners {selection}"] = partner_map.build(selection)
                for year in flow_selection.thin_years(selection)[:2]:
                    made[f"bars {selection} {year}"] = {
                        "alt": bars.alt(selection, year, 10),
                        "bars": len(bars.build(selection, year, 10).data),
                    }
    return made


def downloads(names: list[str]) -> dict[str, pd.DataFrame]:
    """The downloads of indicators, their comparisons and the flows that rest on restricted sources."""
    made = {}
    for name in names:
        frame = indicators.values(name)
        made[name] = frames.download(frame.assign(name=frame["iso3"]), name)
        years = indicators.years(name)
        sides = comparison.Side(name, years[0]), comparison.Side(name, years[-1])
        for measure in comparison.change_kinds(name):
            made[f"{name} {measure}"] = frames.pair_download(comparison.pair(*sides, measure), *sides, measure)
    for set_id in flows.registry():
        if licensing.is_withheld(flows.values(set_id)).any():
            made[f"flows {set_id}"] = frames.flows_download(flows.values(set_id), set_id)
    return made


@pytest.fixture(scope="module")
def stripped(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("stripped") / "curated"
    assert main(["strip", "--out", str(out)]) == 0
    return out


def said_on(page: str, link: dict[str, str]) -> list[str]:
    """All that a page says to a reader who comes by a link."""
    app = AppTest.from_file(APP, default_timeout=120)
    for key, value in link.items():
        app.query_params[key] = value
    app.run()
    if page:
        app.switch_page(page).run()
    assert not app.exception
    assert not app.error
    cells = [str(cell) for grid in app.dataframe for cell in grid.value.to_numpy().ravel()]
    return [*(one.value for one in (*app.markdown, *app.caption)), *cells]


@pytest.fixture(scope="module")
def seen(stripped) -> dict:
    """What a reader of the copy gets: all frames, the downloads of what is left out, and four pages."""
    own = snapshot.read(stripped)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_DATA_DIR", str(stripped))
        patch.setattr(snapshot, "_newest", own)
        patch.setattr(snapshot, "_before", None)
        patch.setattr(live, "_watch", lambda: watch.Watch(stripped, lambda _folder: []))
        said = every_frame()
        assert own.memory
        said["payloads"] = payloads(said["named"])
        said["downloads"] = downloads(said["named"])
        return said | {name: said_on(*page) for name, page in PAGES.items()}


def test_copy_passes_every_check_and_is_sealed(stripped):
    assert check.run(stripped) == []
    assert descriptor.stale(stripped) == []
    assert {path.name for path in stripped.iterdir()} == {path.name for path in snapshot.folder().iterdir()}


def test_rows_and_keys_stay_and_every_restricted_row_is_empty(stripped):
    for resource in descriptor.package()["resources"]:
        name, held = resource["name"], licensing.withheld_rows(resource["name"])
        before = tables.text(name)
        after = pd.read_csv(stripped / resource["path"], dtype=str, keep_default_na=False)
        columns = list(before.columns)
        assert_frame_equal(after.loc[~held, columns], before[~held])
        key = resource["schema"]["primaryKey"]
        assert_frame_equal(after[key], before[key])
        figures = [
            field["name"]
            for field in resource["schema"]["fields"]
            if field["type"] in ("number", "integer") and "year" not in field["name"] and field["name"] not in key
        ]
        assert (after.loc[held, [one for one in (*figures, "note") if one in columns]] == "").all(axis=None)
        if "status" in columns:
            assert set(after.loc[held, "status"]) <= {LEFT_OUT}


def digits(text: str) -> set[str]:
    return {one.replace(",", "") for one in NUMBER.findall(text)}


def test_no_figure_and_no_sentence_of_a_restricted_row_is_in_any_file(stripped):
    free: set[str] = set()
    figures: set[str] = set()
    sentences: set[str] = set()
    for resource in descriptor.package()["resources"]:
        text, held = tables.text(resource["name"]), licensing.withheld_rows(resource["name"])
        free |= digits(" ".join(text[~held].to_numpy().ravel()))
        for field in resource["schema"]["fields"]:
            cells = set(text.loc[held, field["name"]])
            if field["type"] == "number" or field["name"] in ("note", "text"):
                figures |= {
                    digit for cell in cells for digit in digits(cell) if len(digit.replace(".", "")) >= LEAST_DIGITS
                }
            if field["name"] in ("note", "text", "locator"):
                sentences |= {cell for cell in cells - set(text.loc[~held, field["name"]]) if len(cell) > 40}
    assert len(figures - free) > 1000
    assert len(sentences) > 1000
    for path in stripped.iterdir():
        body = path.read_text("utf-8")
        if path.name == descriptor.DESCRIPTOR:
            whole = json.loads(body)
            for one in whole["resources"]:
                one.update(bytes=0, hash="")
            body = json.dumps(whole, ensure_ascii=False)
        assert digits(body) & (figures - free) == set()
        plain = body.replace('""', '"')
        assert [sentence for sentence in sentences if sentence in plain] == []


def test_every_value_is_there_or_left_out_by_name(seen):
    for kind, registry, load in (
        ("values", indicators.registry(), indicators.values),
        ("flows", flows.registry(), flows.values),
    ):
        assert list(seen[kind]) == list(registry)
        for one in registry:
            expected = load(one)
            held = licensing.is_withheld(expected)
            # Most rest on nothing restricted and are the same: a comparison cell by cell takes many times as long.
            if not held.any() and seen[kind][one].equals(expected):
                continue
            masked = expected.assign(
                value=expected["value"].mask(held), status=expected["status"].mask(held, LEFT_OUT).astype("str")
            )
            assert_frame_equal(seen[kind][one], masked, check_dtype=False)


def test_downloads_are_those_of_the_whole_folder_to_the_letter(seen):
    expected = downloads(seen["named"])
    assert len(expected) > 80
    assert list(seen["downloads"]) == list(expected)
    for name, frame in expected.items():
        assert_frame_equal(seen["downloads"][name], frame)
    assert sum(frames.WITHHELD in frame.to_numpy() for frame in expected.values()) > 60


def test_maps_can_be_drawn_and_have_no_number_that_is_none(seen):
    assert len(seen["payloads"]) > 120
    for name, payload in seen["payloads"].items():
        said = json.dumps(payload, allow_nan=False)
        assert re.search(r"\bnan\b", said) is None, name
    for one in seen["named"]:
        assert LEFT_OUT in [entry["status"] for entry in seen["payloads"][one]["missing"]]


def test_verdict_is_the_same_or_says_that_a_figure_is_left_out(seen):
    expected, found = (frame.set_index("claim_id") for frame in (claims.verdicts(), seen["verdicts"]))
    other = found["verdict"] != expected["verdict"]
    assert set(map(tuple, found.loc[other, ["verdict", "reason"]].to_numpy())) == {("not_checkable", "left_out")}
    assert found.loc[other, "value"].isna().all()
    assert list(found.index[other]) == ["CL108"]


def test_screen_says_in_words_that_the_licence_is_why(seen):
    plain = {name: "\n".join(seen[name]).replace("\\", "").replace("*", "") for name in PAGES}
    assert (
        "Kazakhstan, 2005: Left out of this copy: the source's licence does not allow passing it on"
        in plain["overview"]
    )
    assert "left out: the source's licence does not allow passing it on" in plain["table"]
    assert "One value is not in this copy of the data, and not in the download" in plain["overview"]
    assert "22 flows are left out of this copy" in plain["trade"]
    assert (
        "22 left out of this copy for their licence. That is too few for a total, a ranking or shares."
        in plain["trade"]
    )
    assert "left out of this copy" in plain["shares"]


def test_legend_and_colours_have_a_word_for_it():
    one = indicators.get("production.antimony")
    values = indicators.values(one.id)
    held = licensing.is_withheld(values)
    selection = values.assign(value=values["value"].mask(held), status=values["status"].mask(held, LEFT_OUT))
    assert LEFT_OUT in [entry["status"] for entry in choropleth.build(selection, one)["missing"]]
    assert LEFT_OUT not in [entry["status"] for entry in choropleth.build(values, one)["missing"]]


def test_strip_refuses_a_folder_that_is_in_use(tmp_path, capsys):
    (tmp_path / "own.txt").write_text("stays")
    for out in (tmp_path, snapshot.folder()):
        before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
        assert main(["strip", "--out", str(out)]) == 1
        assert capsys.readouterr().err == f"{out} is not empty; name a new or an empty folder\n"
        assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_whole_folder_is_no_such_copy():
    assert not withheld.is_copy()
