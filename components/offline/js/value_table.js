// The figures of a year as a table, beside those of another one where they are compared, and files of them.
import { cellOf, saidOf } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { numberOf } from "../../map/js/base/language.js";
import { fill } from "../../map/js/base/text.js";
import { sourceNodes } from "./card.js";
import { aboutOf, download, figureOf, sourcesOf } from "./figures.js";
import { saving } from "./file.js";
import { grid } from "./grid.js";

/** @typedef {Figure & { iso3: string, beside: Cell | null }} Row */

/** The value, or the reason why there is none, as a column.
 * @type {(title: string, data: MapData, cell: (row: Row) => Cell | null) => Head<Row>} */
const valued = (title, data, cell) => ({
  title,
  isNumber: !data.categorical,
  show: (row) => saidOf({ ...data, unit: "" }, cell(row)).trim(),
  key: (row) => {
    const found = cell(row);
    if (!found || found.code < 0) return "";
    return data.categorical ? found.code : numberOf(found.text, data);
  },
});

/** @type {(first: First, data: MapData, year: number, other: number | null) => Head<Row>[]} */
const headsOf = (first, data, year, other) => {
  const { words, map, names, statuses } = first;
  const measure = data.unit || words.standing;
  /** @type {Head<Row>} */
  const stored = {
    title: words.stored,
    help: aboutOf(first, data.indicator).unit,
    isNumber: true,
    show: (row) => row.stored,
    key: (row) => (row.stored ? Number(row.stored) : ""),
  };
  return [
    { title: words.country, show: ({ iso3 }) => names[iso3], key: ({ iso3 }) => names[iso3] },
    valued(other ? `${measure}, ${year}` : measure, data, ({ cell }) => cell),
    ...(other ? [valued(`${measure}, ${other}`, data, ({ beside }) => beside)] : []),
    ...(data.categorical ? [] : [stored]),
    {
      title: map.status,
      show: ({ origin }) => statuses[origin?.[0] ?? ""] ?? "",
      key: ({ origin }) => origin?.[0] ?? "",
    },
    {
      title: map.source,
      show: (row) => {
        const cell = element("span");
        cell.append(...sourceNodes(first, sourcesOf(row)));
        return cell;
      },
      key: ({ origin }) => origin?.[1] ?? "",
    },
  ];
};

/** @type {(first: First, full: Full, data: MapData, index: number, other: number | null, choose: (iso3: string) => void) => HTMLElement} */
export const valueTable = (first, full, data, index, other, choose) => {
  const { words } = first;
  const year = data.years[index];
  const beside = other === null ? -1 : data.years.indexOf(other);
  /** @type {Row[]} */
  const rows = Object.keys(data.cells)
    .filter((iso3) => cellOf(data, iso3, index))
    .sort((one, another) => first.names[one].localeCompare(first.names[another]))
    .map((iso3) => {
      const figure = figureOf(full, data, iso3, index);
      return { ...figure, iso3, beside: beside < 0 ? null : cellOf(data, iso3, beside) };
    });
  /** @type {(what: string, at?: number) => () => { name: string, rows: string[][] }} */
  const file = (what, at) => () => ({
    name: `c5plus1-atlas_${data.indicator}_${what}_v${first.version}.csv`,
    rows: download(first, full, data, at),
  });
  const box = element("section");
  const title = fill(words.as_table, { title: data.title, year });
  const files = element("p", "files");
  files.append(
    saving(fill(words.csv_year, { year }), file(String(year), index)),
    saving(words.csv_all, file("all_years")),
  );
  const table = grid(headsOf(first, data, year, other), rows, words, title, ({ iso3 }) => choose(iso3));
  box.append(element("h2", "", title), table, files);
  return box;
};
