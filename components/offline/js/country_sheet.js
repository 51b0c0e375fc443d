// A country: the newest figure of every indicator that has one, and the tables that speak of it.
import { cellOf, saidOf } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { fill } from "../../map/js/base/text.js";
import { sourceNodes } from "./card.js";
import { field, inward, list, offer } from "./controls.js";
import { dataOf, figureOf, sourcesOf } from "./figures.js";
import { grid } from "./grid.js";
import { go, linkTo } from "./place.js";

/** @typedef {{ family: string, id: string, data: MapData, figure: Figure }} Newest */

// Tables of which a part is on one country.
const TABLES = [
  "claims",
  "deals",
  "agreements",
  "official_visits",
  "articles",
  "forum_members",
  "mineral_sites",
  "us_tariffs",
];

/** The newest figure of each indicator; where it never had one, the reason for its newest year.
 * @type {(first: First, maps: Record<string, Payload>, full: Full, iso3: string) => Newest[]} */
const newestOf = (first, maps, full, iso3) =>
  first.families.flatMap(({ title, indicators }) =>
    Object.keys(indicators).flatMap((id) => {
      if (!Object.hasOwn(maps[id].cells, iso3)) return [];
      const data = dataOf(first, maps[id]);
      const places = data.years.map((_, at) => at);
      const at = places.findLast((one) => (cellOf(data, iso3, one)?.code ?? -1) >= 0) ?? places[places.length - 1];
      return [{ family: title, id, data, figure: figureOf(full, data, iso3, at) }];
    }),
  );

/** @type {(one: Newest) => boolean} */
const isThere = ({ figure: { cell } }) => cell !== null && cell.code >= 0;

/** @type {(first: First, maps: Record<string, Payload>, full: Full, tables: Tables) => FilePage} */
export const countrySheet = (first, maps, full, { tables }) => {
  const { words } = first;
  const root = element("div");
  const controls = element("div", "controls");
  const country = list((iso3) => go(linkTo("country", { country: iso3 })));
  const text = element("input");
  text.type = "search";
  const known = new Set(Object.values(maps).flatMap(({ cells }) => Object.keys(cells)));
  const others = [...known].filter((iso3) => !first.six.includes(iso3));
  others.sort((one, other) => first.names[one].localeCompare(first.names[other]));
  /** @type {[string, string][]} */
  const options = [...first.six, ...others].map((iso3) => [iso3, first.names[iso3]]);
  controls.append(field(words.country, country), field(words.filter, text));
  const title = element("h2", "title");
  const links = element("p", "links");
  const count = element("p", "note");
  const box = element("div");
  root.append(controls, title, links, count, box);
  let iso3 = "";
  /** @type {Newest[]} */
  let newest = [];
  const paint = () => {
    const asked = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = newest.filter(({ data, family }) => {
      const told = `${data.title} ${family}`.toLowerCase();
      return asked.every((word) => told.includes(word));
    });
    /** @type {Head<Newest>[]} */
    const heads = [
      { title: words.subject, show: ({ family }) => family, key: ({ family }) => family },
      {
        title: words.indicator,
        show: ({ id, data, figure }) =>
          inward(data.title, linkTo("", { indicator: id, year: figure.year, country: iso3 })),
        key: ({ data }) => data.title,
      },
      {
        title: first.map.year,
        isNumber: true,
        show: ({ figure }) => String(figure.year),
        key: ({ figure }) => figure.year,
      },
      { title: words.value, show: ({ data, figure }) => saidOf(data, figure.cell) },
      {
        title: first.map.status,
        show: ({ figure }) => first.statuses[figure.origin?.[0] ?? ""] ?? "",
        key: ({ figure }) => figure.origin?.[0] ?? "",
      },
      {
        title: first.map.source,
        show: ({ figure }) => {
          const cell = element("span");
          cell.append(...sourceNodes(first, sourcesOf(figure)));
          return cell;
        },
      },
    ];
    count.textContent = fill(words.count, { count: rows.length });
    box.replaceChildren(grid(heads, rows, words, title.textContent ?? ""));
  };
  text.addEventListener("input", paint);
  const update = (/** @type {URLSearchParams} */ params) => {
    const wanted = params.get("country") ?? "";
    iso3 = known.has(wanted) ? wanted : first.five[0];
    offer(country, options, iso3);
    title.textContent = first.names[iso3];
    const all = newestOf(first, maps, full, iso3);
    newest = [...all.filter(isThere), ...all.filter((one) => !isThere(one))];
    const there = TABLES.filter((name) => Object.hasOwn(tables, name));
    const told = there.flatMap((name) => [
      inward(tables[name].title, linkTo("data", { table: name, rows: iso3 })),
      " · ",
    ]);
    links.replaceChildren(...told.slice(0, -1));
    paint();
  };
  return { root, update };
};
