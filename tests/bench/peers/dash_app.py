"""Tuned Dash: shapes by address as an asset; a change answers with a Patch of what changed and nothing else.

BENCH_YEARS=browser holds all years of the indicator in the page and steps through them in a clientside callback."""

import os

from dash import Dash, Input, Output, Patch, State, dcc, html

from tests.bench.peers import shapes

app = Dash(assets_folder=str(shapes.STATIC / "geo"), update_title="", serve_locally=True)
server = app.server


def _first() -> dict:
    return shapes.figure(*shapes.FIRST, f"/assets/{shapes.LAYER}.json")


app.layout = html.Div(
    [
        dcc.Dropdown(
            [{"label": title, "value": one} for one, title in shapes.TITLES.items()],
            shapes.FIRST[0],
            id="indicator",
            clearable=False,
        ),
        dcc.Graph(id="map", figure=_first(), config=shapes.config("/assets/topojson/")),
        dcc.Slider(
            shapes.YEARS[0],
            shapes.YEARS[-1],
            1,
            value=shapes.FIRST[1],
            id="year",
            marks=None,
            updatemode="drag",
            allow_direct_input=False,
        ),
        dcc.Store(id="years"),
    ],
    style={"width": f"{shapes.WIDTH}px", "margin": "0 auto"},
)


def _patch(changed: dict) -> Patch:
    patch = Patch()
    for name, value in changed.items():
        patch["data"][0][name] = value
    return patch


@app.callback(Output("map", "figure"), Input("indicator", "value"), State("year", "value"), prevent_initial_call=True)
def show_indicator(indicator: str, year: int) -> Patch:
    """Values, texts and colours of another indicator."""
    return _patch(shapes.drawing(indicator, year).trace())


if os.environ.get("BENCH_YEARS") == "browser":

    @app.callback(Output("years", "data"), Input("indicator", "value"))
    def send_years(indicator: str) -> dict:
        """Values and texts of all years."""
        drawings = {year: shapes.drawing(indicator, year) for year in shapes.YEARS}
        return {year: {"z": one.z, "text": one.text} for year, one in drawings.items()}

    app.clientside_callback(
        """(year, years) => {
            const patch = new dash_clientside.Patch();
            patch.assign(["data", 0, "z"], years[year].z);
            patch.assign(["data", 0, "text"], years[year].text);
            return patch.build();
        }""",
        Output("map", "figure", allow_duplicate=True),
        Input("year", "value"),
        State("years", "data"),
        prevent_initial_call=True,
    )
else:

    @app.callback(
        Output("map", "figure", allow_duplicate=True),
        Input("year", "value"),
        State("indicator", "value"),
        prevent_initial_call=True,
    )
    def show_year(year: int, indicator: str) -> Patch:
        """Values and texts of another year."""
        one = shapes.drawing(indicator, year)
        return _patch({"z": one.z, "text": one.text})
