"""The floor: a page with all values inside, plotly.js and the shapes as files, and a restyle on every change.

`python -m tests.bench.peers.static_page FOLDER` writes it."""

import json
import sys
from pathlib import Path

from tests.bench.peers import shapes

PAGE = """<!doctype html><meta charset="utf-8"><title>Floor</title>
<script src="plotly.min.js"></script>
<div style="width:815px;margin:0 auto">
<select id="indicator"></select><div id="map"></div><input id="year" type="range" style="width:100%">
</div>
<script>
const {figure, config, drawings, titles, years, first} = JSON.parse(document.getElementById("values").textContent);
const [map, year, indicator] = ["map", "year", "indicator"].map((id) => document.getElementById(id));
indicator.append(...Object.entries(titles).map(([id, title]) => new Option(title, id)));
Object.assign(year, {min: years[0], max: years.at(-1), value: first});
const show = () => {
  const changed = drawings[indicator.value][year.value];
  Plotly.restyle(map, Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, [value]])), [0]);
};
Plotly.newPlot(map, figure.data, figure.layout, config);
indicator.addEventListener("change", show);
year.addEventListener("input", show);
</script>"""


def write(folder: Path) -> None:
    """The page and what it loads."""
    values = {
        "figure": shapes.figure(*shapes.FIRST, f"geo/{shapes.LAYER}.json"),
        "config": shapes.config("geo/topojson/"),
        "drawings": {one: {year: shapes.drawing(one, year).trace() for year in shapes.YEARS} for one in shapes.FAMILY},
        "titles": shapes.TITLES,
        "years": shapes.YEARS,
        "first": shapes.FIRST[1],
    }
    safe = json.dumps(values).replace("</", r"<\/")
    inside = f'<script id="values" type="application/json">{safe}</script>'
    (folder / "index.html").write_text(PAGE.replace("<script>\nconst", inside + "\n<script>\nconst"), "utf-8")
    shapes.put_files(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
