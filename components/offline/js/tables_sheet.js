// The curated tables: words and values to look for, the rows in words, and each row in full with its sources and places.
import { element } from "../../map/js/base/dom.js";
import { fill } from "../../map/js/base/text.js";
import { field, fold, inward, list, offer } from "./controls.js";
import { saving } from "./file.js";
import { grid } from "./grid.js";
import { go, linkTo } from "./place.js";
import { columnsOf, headOf, searched, toggled, valuesOf, whole } from "./table_rows.js";

// So many columns stand side by side; a row that is pressed shows them all.
const MOST_COLUMNS = 6;
// What every row shows whatever comes first.
const ALWAYS = /^(source_id|evidence_source_id|locator)$/;

/** @type {(first: First, tables: Tables) => FilePage} */
export const tablesSheet = (first, { tables, groups }) => {
  const { words } = first;
  const root = element("div");
  const controls = element("div", "controls");
  /** @type {Record<string, string>} */
  let asked = {};
  /** @type {(change: Record<string, string>) => string} */
  const link = (change) => {
    const { column, value, ...next } = { ...asked, ...change };
    return linkTo("data", { ...next, where: column && value ? `${column}:${value}` : column });
  };
  const table = list((name) => go(linkTo("data", { table: name })));
  const text = element("input");
  text.type = "search";
  const column = list((name) => go(link({ column: name, value: "" })));
  const values = list((one) => go(link({ value: one })));
  controls.append(
    field(words.table, table),
    field(words.filter, text),
    field(words.column, column),
    field(words.column_value, values),
  );
  const title = element("h2", "title");
  const about = element("p", "said");
  const links = element("p", "links");
  const count = element("p", "note");
  const box = element("div");
  root.append(controls, title, about, links, count, box);
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
    asked = { table: Object.hasOwn(tables, name) ? name : groups[0].tables[0] };
    const one = tables[asked.table];
    // As a link of the atlas says it: "column:value".
    const [where, ...value] = (params.get("where") ?? "").split(":");
    Object.assign(asked, { rows: params.get("rows") ?? "", column: where, value: value.join(":") });
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
    offer(values, [["", words.any], ...(filtered ? valuesOf(filtered) : [])], asked.value);
    if (document.activeElement !== text) text.value = asked.rows;
    title.textContent = one.title;
    about.textContent = one.description;
    const near = asked.rows ? (groups.find(({ tables: names }) => names.includes(asked.table))?.tables ?? []) : [];
    const others = near.filter((part) => part !== asked.table);
    const ways = others.flatMap((part) => [
      inward(tables[part].title, linkTo("data", { table: part, rows: asked.rows })),
      " · ",
    ]);
    links.replaceChildren(...(ways.length ? [`${words.also} `, ...ways.slice(0, -1)] : []));
    paint();
  };
  return { root, update };
};
