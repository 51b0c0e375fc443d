"""The floor of a site: two files of HTML with all inside, a list that is searched in the page, CSV as files.

`python -m tests.bench.peers.static_pages FOLDER` writes them."""

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.peers import shapes, site

PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<script src="/plotly.min.js"></script>
<div style="width:815px;margin:0 auto">
<nav><a href="/">Overview</a> <a href="/years.html">Years</a></nav>
<input id="search"><ul id="found"></ul><h2>{title}</h2><div id="drawn"></div>
</div>
<script id="values" type="application/json">{values}</script>
<script>
const {{figure, config, titles}} = JSON.parse(document.getElementById("values").textContent);
const [search, found] = ["search", "found"].map((id) => document.getElementById(id));
const item = (title) => Object.assign(document.createElement("li"), {{textContent: title}});
search.addEventListener("input", () => {{
  const wanted = search.value.toLowerCase().split(" ").filter(Boolean);
  const fitting = titles.filter((title) => wanted.every((one) => title.toLowerCase().includes(one)));
  found.replaceChildren(...(wanted.length ? fitting.slice(0, 8) : []).map(item));
}});
const told = () => (window.painted = performance.timeOrigin + performance.now());
Plotly.newPlot("drawn", figure.data, figure.layout, config).then(() => requestAnimationFrame(told));
</script>"""


def _page(title: str, figure: dict[str, Any], config: dict[str, Any]) -> str:
    values = json.dumps({"figure": figure, "config": config, "titles": site.titles()})
    return PAGE.format(title=title, values=values.replace("</", r"<\/"))


def write(folder: Path) -> None:
    """Both pages, what they load, and the rows."""
    first = shapes.figure(*shapes.FIRST, f"/geo/{shapes.LAYER}.json")
    (folder / "index.html").write_text(_page("Overview", first, shapes.config("/geo/topojson/")), "utf-8")
    (folder / "years.html").write_text(_page("Years", site.lines(), {}), "utf-8")
    shapes.put_files(folder)
    (folder / "api").mkdir()
    for one in shapes.FAMILY:
        (folder / "api" / f"{one}.csv").write_text(site.as_csv(one), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
