"""A site of two pages made with Dash, a list that is searched in the browser, and rows as CSV by address."""

from dash import Dash, Input, Output, dcc, html
from flask import Response, abort

from tests.bench.peers import shapes, site

app = Dash(
    assets_folder=str(shapes.STATIC / "geo"),
    update_title="",
    serve_locally=True,
    suppress_callback_exceptions=True,
)
server = app.server
app.layout = html.Div(
    [
        dcc.Location(id="url"),
        html.Nav([dcc.Link(name, href=path) for name, path in site.PAGES.items()]),
        dcc.Dropdown(site.titles(), id="search"),
        html.Div(id="page"),
    ],
    style={"width": f"{shapes.WIDTH}px", "margin": "0 auto"},
)


@app.callback(Output("page", "children"), Input("url", "pathname"))
def show_page(path: str) -> list:
    """Heading and figure of a page; its figure has a name of its own, so that it is drawn anew."""
    if path == site.PAGES["Years"]:
        return [html.H2("Years"), dcc.Graph(id="years", figure=site.lines())]
    figure = shapes.figure(*shapes.FIRST, f"/assets/{shapes.LAYER}.json")
    return [html.H2("Overview"), dcc.Graph(id="map", figure=figure, config=shapes.config("/assets/topojson/"))]


@server.route("/api/<indicator_id>.csv")
def send_rows(indicator_id: str) -> Response:
    """The rows of an indicator."""
    if indicator_id not in shapes.TITLES:
        abort(404)
    return Response(site.as_csv(indicator_id), mimetype="text/csv")
