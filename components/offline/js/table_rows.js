// The rows of a table: in words, in full, what of them can be looked for and chosen.
import { element } from "../../map/js/base/dom.js";
import { outward } from "./controls.js";

const MOST_VALUES = 300;

/** @type {(column: Column, at: number) => string} */
const said = ({ cells, said }, at) => said?.[cells[at]] ?? cells[at];

/** @type {(column: Column, at: number) => Node | string} */
const shown = (column, at) => {
  const cell = column.cells[at];
  if (column.links && cell) {
    const box = element("span");
    for (const id of cell.split(";")) {
      const one = element("span", "source");
      one.append(outward(column.said?.[id] ?? id, column.links[id] ?? ""));
      box.append(one);
    }
    return box;
  }
  if (/^https?:\/\//.test(cell)) return outward(cell, cell);
  return said(column, at);
};

/** All that can be looked for in a row, in small letters.
 * @type {(table: Table) => string[]} */
export const searched = ({ columns }) =>
  columns[0].cells.map((_, at) =>
    columns
      .map((one) => `${one.cells[at]}\n${one.said ? said(one, at) : ""}`)
      .join("\n")
      .toLowerCase(),
  );

/** @type {(column: Column) => Head<number>} */
export const headOf = (column) => ({
  title: column.title,
  help: column.description,
  isNumber: column.type === "number" || column.type === "integer",
  show: (at) => shown(column, at),
  key: (at) => {
    const cell = column.cells[at];
    if (!cell) return "";
    return column.type === "number" || column.type === "integer" ? Number(cell) : said(column, at).toLowerCase();
  },
});

/** A row in full, every column that has something.
 * @type {(ordered: Column[], at: number, width: number) => HTMLElement} */
export const whole = (ordered, at, width) => {
  const line = element("tr", "whole");
  const cell = line.appendChild(element("td"));
  cell.colSpan = width;
  const told = cell.appendChild(element("dl"));
  for (const column of ordered) {
    if (!column.cells[at]) continue;
    const content = element("dd");
    content.append(shown(column, at), column.unit ? ` (${column.unit.replaceAll("_", " ")})` : "");
    told.append(element("dt", "", column.title), content);
  }
  return line;
};

/** @type {(line: HTMLElement, make: () => HTMLElement) => void} */
export const toggled = (line, make) => {
  const next = line.nextElementSibling;
  next?.classList.contains("whole") ? next.remove() : line.after(make());
};

/** What may be chosen of a column: its values in words, where they are not too many.
 * @type {(column: Column) => [string, string][]} */
export const valuesOf = (column) => {
  const parts = new Set(column.cells.flatMap((cell) => cell.split(";")).filter(Boolean));
  if (parts.size < 2 || parts.size > MOST_VALUES || column.type === "number") return [];
  return /** @type {[string, string][]} */ (
    [...parts].map((one) => [one, column.said?.[one] ?? one]).sort(([, one], [, other]) => one.localeCompare(other))
  );
};

/** What each column means.
 * @type {(columns: Column[]) => HTMLElement} */
export const columnsOf = (columns) => {
  const told = element("dl");
  for (const { title, name, description, unit } of columns) {
    told.append(element("dt", "", `${title} (${name}${unit ? `, ${unit}` : ""})`), element("dd", "", description));
  }
  return told;
};
