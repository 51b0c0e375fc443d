// A figure in full: what it says, what it is worth, where it comes from, how to cite it, and the years around it.
import { elsewhereOf, saidOf } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { chart } from "./chart.js";
import { fold, inward, outward } from "./controls.js";
import { aboutOf, citationOf, figureOf, seriesOf, sourcesOf, unitOf } from "./figures.js";
import { linkTo } from "./place.js";

/** @type {(list: HTMLElement, name: string, ...content: (Node | string)[]) => void} */
const row = (list, name, ...content) => {
  const told = element("dd");
  told.append(...content);
  list.append(element("dt", "", name), told);
};

/** Publisher and title of each source, as links.
 * @type {(first: First, ids: string[]) => Node[]} */
export const sourceNodes = (first, ids) =>
  ids.map((id) => {
    const [title, url] = first.sources[id];
    const item = element("span", "source");
    item.append(outward(title, url));
    return item;
  });

/** @type {(first: First, full: Full, data: MapData, iso3: string, index: number, tones: Tones) => HTMLElement} */
export const card = (first, full, data, iso3, index, tones) => {
  const { words } = first;
  const box = element("section", "card");
  const figure = figureOf(full, data, iso3, index);
  const { cell, origin, stored } = figure;
  const isThere = cell !== null && cell.code >= 0;
  box.append(element("h2", "", `${first.names[iso3] ?? iso3}, ${figure.year}`));
  box.append(element("p", isThere ? "value" : "value gap", saidOf(data, cell)));
  const near = elsewhereOf(data, iso3, index);
  if (near) box.append(element("p", "", near));
  const list = element("dl");
  if (isThere && stored && !data.categorical) row(list, words.stored, `${stored} ${unitOf(first, data.indicator)}`);
  if (origin) {
    const [status, , reporter, basis] = origin;
    row(list, first.map.status, first.statuses[status] ?? status);
    const whose = reporter
      .split(";")
      .filter(Boolean)
      .map((code) => first.names[code] ?? code);
    if (whose.length) row(list, words.reporter, whose.join(", "));
    const bases = basis
      .split(";")
      .filter(Boolean)
      .map((one) => first.bases[one] ?? one.replaceAll("_", " "));
    if (bases.length) row(list, words.basis, bases.join(", "));
    const ids = sourcesOf(figure);
    if (ids.length) {
      row(list, first.map.source, ...sourceNodes(first, ids));
      row(list, words.licence, [...new Set(ids.map((id) => first.sources[id][2]))].join("; "));
    }
  }
  box.append(list);
  const { table, notes } = aboutOf(first, data.indicator);
  notes
    .filter(([code, from, to]) => (!code || code === iso3) && from <= figure.year && figure.year <= to)
    .forEach(([, , , text]) => box.append(element("p", "note", text)));
  const series = seriesOf(full, data, iso3);
  if (series.some((one) => one.cell)) box.append(chart(data, series, tones, figure.year));
  const links = element("p", "links");
  links.append(
    inward(words.records, linkTo("data", { table, rows: iso3 })),
    " · ",
    inward(words.country_page, linkTo("country", { country: iso3 })),
  );
  box.append(links);
  if (isThere) box.append(fold(words.cite_figure, element("p", "cite", citationOf(first, data, iso3, figure))));
  return box;
};
