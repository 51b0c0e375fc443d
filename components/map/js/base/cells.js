// One country in one year: what the payload says of it, and the words for it.
import { formOf } from "./language.js";
import { escape, fill, wrap } from "./text.js";

/** The cell of `iso3` in the year at `index`: runs are good until the next one starts, texts stand year by year.
 * @type {(data: Pick<MapData, "cells">, iso3: string, index: number) => Cell | null} */
export const cellOf = (data, iso3, index) => {
  const cells = data.cells[iso3];
  const run = cells?.runs.findLast(([from]) => from <= index);
  if (!run || run.length < 2) return null;
  const [, code, status, source] = run;
  return { code, status, source, text: cells.texts?.split("|")[index] ?? "" };
};

/** The place of a cell in the list of fills: classes first, then absences, then "not covered".
 * @type {(data: MapData, cell: Cell | null) => number} */
export const placeOf = (data, cell) => {
  if (!cell) return data.classes.length + data.missing.length;
  return cell.code < 0 ? data.classes.length - cell.code - 1 : cell.code;
};

/** The unit as it reads after a number as printed: "1 deal", "2 deals".
 * @type {(data: MapData, text: string) => string} */
const unitOf = (data, text) => data.units[data.unit]?.[formOf(text, data)] ?? data.unit;

/** What a cell says: value and unit, the reason why there is none, or that the country is not covered.
 * @type {(data: MapData, cell: Cell | null) => string} */
export const saidOf = (data, cell) => {
  if (!cell) return data.words.not_covered;
  if (cell.code < 0) return data.missing[-cell.code - 1].label;
  return data.categorical ? data.classes[cell.code].label : `${cell.text} ${unitOf(data, cell.text)}`;
};

/** Where the year at `index` is a gap, the nearest year with a figure and what it says; the later of two, "" without any.
 * @type {(data: MapData, iso3: string, index: number) => string} */
export const elsewhereOf = (data, iso3, index) => {
  const cell = cellOf(data, iso3, index);
  if (!cell || cell.code >= 0 || data.missing[-cell.code - 1].status !== "not_reported") return "";
  const { years, words } = data;
  /** @type {(at: number) => number} */
  const apart = (at) => Math.abs(years[at] - years[index]) - (at > index ? 0.5 : 0);
  const found = years
    .map((_, at) => at)
    .filter((at) => (cellOf(data, iso3, at)?.code ?? -1) >= 0)
    .sort((a, b) => apart(a) - apart(b));
  if (!found.length) return "";
  return fill(words.elsewhere, { year: years[found[0]], said: saidOf(data, cellOf(data, iso3, found[0])) });
};

/** What else there is to say of a cell: of a figure its indicator, status and source; of a gap what another year has.
 * @type {(data: MapData, iso3: string, cell: Cell | null, index: number) => string[]} */
export const moreOf = (data, iso3, cell, index) => {
  if (!cell) return [];
  if (cell.code < 0) return [elsewhereOf(data, iso3, index)].filter(Boolean);
  const { words, title, statuses, sources } = data;
  return [title, `${words.status}: ${statuses[cell.status]}`, `${words.source}: ${sources[cell.source]}`];
};

/** The hover label of a country.
 * @type {(data: MapData, names: Words, iso3: string, cell: Cell | null, index: number) => string} */
export const hoverOf = (data, names, iso3, cell, index) => {
  const head = `<b>${escape(names[iso3] ?? iso3)}</b>${cell ? ` · ${data.years[index]}` : ""}`;
  const said = wrap(saidOf(data, cell));
  const isFigure = cell !== null && cell.code >= 0;
  return [head, isFigure ? `<b>${said}</b>` : said, ...moreOf(data, iso3, cell, index).map((line) => wrap(line))].join(
    "<br>",
  );
};

/** Years in which at least one of the five has a figure.
 * @type {(data: MapData) => number[]} */
export const fullYears = (data) =>
  data.years.filter((_, index) => data.five.some((iso3) => (cellOf(data, iso3, index)?.code ?? -1) >= 0));

/** Years of which only a part of the figures is on record: too little to rank, share out or add up.
 * @type {(data: MapData) => number[]} */
export const openYears = (data) => (data.open ?? []).map((index) => data.years[index]);
