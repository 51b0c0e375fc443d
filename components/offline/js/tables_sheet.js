// The curated tables: words and values to look for, the rows in words, and each row in full with its sources and places.
import { element } from "../../map/js/base/dom.js";
import { fill } from "../../map/js/base/text.js";
import { field, fold, list, offer, outward } from "./controls.js";
import { saving } from "./file.js";
import { grid } from "./grid.js";
import { go, linkTo } from "./place.js";

// So many columns stand side by side; a row that is pressed shows them all.
const MOST_COLUMNS = 6;
const MOST_VALUES = 300;
// What every row shows whatever comes first.
const ALWAYS = /^(source_id|evidence_source_id|locator)$/;

/** @type {(column: Column, at: number) => string} */
const said = ({ cells, said }, at) => said?.[cells[at]] ?? cells[at];

/** @type {(column: Column, at: number) => Node | string} */
const shown = (column, at) => {
  const cell = column.cells[at];
  if (column.links && cell) return outward(said(column, at), column.links[cell]);
  if (/^https?:\/\//.test(cell)) return outward(cell, cell);
  return said(column, at);
};

/** All that can be looked for in a row, in small letters.
 * @type {(table: Table) => string[]} */
const searched = ({ columns }) =>
  columns[0].cells.map((_, at) =>
    columns
      .map((one) => `${one.cells[at]}\n${one.said ? said(one, at) : ""}`)
      .join("\n")
      .toLowerCase(),
  );

/** @type {(column: Column) => Head<number>} */
const headOf = (column) => ({
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
const whole = (ordered, at, width) => {
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
const toggled = (line, make) => {
  const next = line.nextElementSibling;
  next?.classList.contains("whole") ? next.remove() : line.after(make());
};

/** What may be chosen of a column: its values in words, where they are not too many.
 * @type {(column: Column) => [string, string][]} */
const valuesOf = (column) => {
  const parts = new Set(column.cells.flatMap((cell) => cell.split(";")).filter(Boolean));
  if (parts.size < 2 || parts.size > MOST_VALUES || column.type === "number") return [];
  return /** @type {[string, string][]} */ (
    [...parts].map((one) => [one, column.said?.[one] ?? one]).sort(([, one], [, other]) => one.localeCompare(other))
  );
};

/** @type {(first: First, tables: Tables) => FilePage} */
export const tablesSheet = (first, { tables, groups }) => {
  const { words } = first;
  const root = element("div");
  const controls = element("div", "controls");
  /** @type {Record<string, string>} */
  let asked = {};
  /** @type {(change: Record<string, string>) => string} */
  const link = (change) => linkTo("data", { ...asked, ...change });
  const table = list((name) => go(linkTo("data", { table: name })));
  const text = element("input");
  text.type = "search";
  const column = list((name) => go(link({ column: name, value: "" })));
  const value = list((one) => go(link({ value: one })));
  controls.append(
    field(words.table, table),
    field(words.filter, text),
    field(words.column, column),
    field(words.column_value, value),
  );
  const title = element("h2", "title");
  const about = element("p", "said");
  const count = element("p", "note");
  const box = element("div");
  root.append(controls, title, about, count, box);
  /** @type {{ name: string, rows: string[] }} */
  let known = { name: "", rows: [] };

  const paint = () => {
    const one = tables[asked.table];
    const byName = new Map(one.columns.map((column) => [column.name, column]));
    const ordered = /** @type {Column[]} */ (one.order.map((name) => byName.get(name)));
    const parts = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = byName.get(asked.column);
    const found = known.rows.flatMap((row, at) => {
      const has = parts.every((word) => row.includes(word));
      const fits = !filtered || !asked.value || filtered.cells[at].split(";").includes(asked.value);
      return has && fits ? [at] : [];
    });
    const leading = ordered.slice(0, MOST_COLUMNS);
    const seen = [...leading, ...ordered.filter((column) => ALWAYS.test(column.name) && !leading.includes(column))];
    count.textContent = [
      fill(words.rows_found, { count: found.length, all: known.rows.length }),
      ...(one.left_out ? [fill(words.rows_left_out, { count: one.left_out })] : []),
    ].join(" ");
    box.replaceChildren(
      grid(seen.map(headOf), found, words, one.title, (at, line) =>
        toggled(line, () => whole(ordered, at, seen.length)),
      ),
      saving(words.csv_rows, () => ({
        name: `${one.stem}.csv`,
        rows: [one.columns.map(({ name }) => name), ...found.map((at) => one.columns.map(({ cells }) => cells[at]))],
      })),
      fold(words.columns, columnsOf(ordered)),
    );
    if (found.length === 1) /** @type {HTMLElement | null} */ (box.querySelector("button.row"))?.click();
  };
  text.addEventListener("input", paint);
  text.addEventListener("change", () => go(link({ rows: text.value }), false));

  const update = (/** @type {URLSearchParams} */ params) => {
    const name = params.get("table") ?? "";
    asked = { table: name in tables ? name : groups[0].tables[0] };
    const one = tables[asked.table];
    for (const part of ["rows", "column", "value"]) asked[part] = params.get(part) ?? "";
    if (known.name !== asked.table) known = { name: asked.table, rows: searched(one) };
    offer(
      table,
      [],
      asked.table,
      groups.map(({ title, tables: names }) => ({ title, options: names.map((part) => [part, tables[part].title]) })),
    );
    const filters = one.columns.filter((part) => valuesOf(part).length);
    offer(
      column,
      [["", words.any], .../** @type {[string, string][]} */ (filters.map((part) => [part.name, part.title]))],
      asked.column,
    );
    const filtered = filters.find((part) => part.name === asked.column);
    offer(value, [["", words.any], ...(filtered ? valuesOf(filtered) : [])], asked.value);
    if (document.activeElement !== text) text.value = asked.rows;
    title.textContent = one.title;
    about.textContent = one.description;
    paint();
  };
  return { root, update };
};

/** What each column means.
 * @type {(columns: Column[]) => HTMLElement} */
const columnsOf = (columns) => {
  const told = element("dl");
  for (const { title, name, description, unit } of columns) {
    told.append(element("dt", "", `${title} (${name}${unit ? `, ${unit}` : ""})`), element("dd", "", description));
  }
  return told;
};
