// Flows between countries: of a set, a country and a year, as a table and a file.
import { element } from "../../map/js/base/dom.js";
import { fill } from "../../map/js/base/text.js";
import { field, fold, inward, list, offer, outward } from "./controls.js";
import { saving } from "./file.js";
import { grid } from "./grid.js";
import { go, linkTo } from "./place.js";

const BAR = " | ";

/** @typedef {{ written: string[], shown: string, cell: Record<string, string> }} Flow */

/** @type {(set: FlowTable) => Flow[]} */
const flowsOf = ({ columns, cells, shown }) =>
  shown.map((text, at) => {
    const written = cells.map((column) => column[at]);
    return { written, shown: text, cell: Object.fromEntries(columns.map((name, place) => [name, written[place]])) };
  });

/** Title and address of each source of a flow.
 * @type {(flow: Flow) => Node} */
const sources = ({ cell }) => {
  const box = element("span");
  const urls = cell.source_url.split(BAR);
  cell.source_title.split(BAR).forEach((title, at) => {
    const one = element("span", "source");
    one.append(outward(title, urls[at] ?? ""));
    box.append(one);
  });
  return box;
};

/** @type {(first: First, set: FlowTable) => Head<Flow>[]} */
const headsOf = (first, { unit, statuses }) => [
  { title: first.words.origin, show: ({ cell }) => cell.origin_name, key: ({ cell }) => cell.origin_name },
  { title: first.words.dest, show: ({ cell }) => cell.dest_name, key: ({ cell }) => cell.dest_name },
  { title: first.map.year, isNumber: true, show: ({ cell }) => cell.year, key: ({ cell }) => Number(cell.year) },
  {
    title: unit,
    isNumber: true,
    show: ({ shown }) => shown,
    key: ({ cell }) => (cell.value ? Number(cell.value) : ""),
  },
  { title: first.map.status, show: ({ cell }) => statuses[cell.status], key: ({ cell }) => cell.status },
  { title: first.map.source, show: sources, key: ({ cell }) => cell.source_title },
];

/** @type {(first: First, tables: Tables) => FilePage} */
export const tradeSheet = (first, { flows }) => {
  const { words } = first;
  const root = element("div");
  const controls = element("div", "controls");
  /** @type {Record<string, string>} */
  let asked = {};
  /** @type {(change: Record<string, string>) => void} */
  const move = (change) => go(linkTo("trade", { ...asked, ...change }));
  const set = list((id) => move({ set: id }));
  const country = list((iso3) => move({ country: iso3 }));
  const year = list((one) => move({ year: one }));
  controls.append(field(words.flow_set, set), field(words.country, country), field(first.map.year, year));
  const title = element("h2", "title");
  const count = element("p", "note");
  const links = element("p", "links");
  const box = element("div");
  root.append(controls, title, links, count, box);
  const update = (/** @type {URLSearchParams} */ params) => {
    const id = params.get("set") ?? "";
    const wanted = Object.hasOwn(flows, id) ? id : Object.keys(flows)[0];
    const table = flows[wanted];
    const all = flowsOf(table);
    /** @type {Map<string, string>} */
    const ends = new Map(
      all.flatMap(({ cell }) => [
        [cell.origin, cell.origin_name],
        [cell.dest, cell.dest_name],
      ]),
    );
    const years = [...new Set(all.map(({ cell }) => cell.year))].sort().reverse();
    const given = params.get("year") ?? "";
    asked = {
      set: wanted,
      country: ends.has(params.get("country") ?? "") ? (params.get("country") ?? "") : "",
      year: years.includes(given) || given === "all" ? given : years[0],
    };
    const rows = all.filter(
      ({ cell }) =>
        (asked.year === "all" || cell.year === asked.year) &&
        (!asked.country || cell.origin === asked.country || cell.dest === asked.country),
    );
    rows.sort((one, other) => Number(other.cell.value || -1) - Number(one.cell.value || -1));
    offer(
      set,
      Object.entries(flows).map(([one, { title }]) => [one, title]),
      wanted,
    );
    const listed = /** @type {[string, string][]} */ ([...ends].sort(([, one], [, other]) => one.localeCompare(other)));
    offer(country, [["", words.all_countries], ...listed], asked.country);
    offer(
      year,
      [["all", words.all_years], .../** @type {[string, string][]} */ (years.map((one) => [one, one]))],
      asked.year,
    );
    title.textContent = table.title;
    count.textContent = fill(words.count, { count: rows.length });
    links.replaceChildren(
      ...(first.lines && wanted === Object.keys(flows)[0]
        ? [
            inward(
              words.lines_on_map,
              linkTo("", { view: "us_central_asia", flows: 1, ...(asked.year === "all" ? {} : { year: asked.year }) }),
            ),
          ]
        : []),
    );
    const name = `c5plus1-atlas_flows_${wanted}_${asked.year}_v${first.version}.csv`;
    box.replaceChildren(
      grid(headsOf(first, table), rows, words, table.title),
      saving(words.csv_rows, () => ({ name, rows: [table.columns, ...rows.map(({ written }) => written)] })),
      ...(table.caveats.length ? [fold(words.caveats, ...table.caveats.map((text) => element("p", "", text)))] : []),
    );
  };
  return { root, update };
};
