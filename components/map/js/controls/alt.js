// The map in words, for every year without asking the server: highest, lowest, how many, who has no figure.
import { cellOf } from "../base/cells.js";
import { counted, numberOf } from "../base/language.js";
import { fill } from "../base/text.js";

/** @typedef {{ name: string, cell: Cell }} Named */
/** @typedef {Record<string, string | number>} Gaps */

/** @type {(found: Named[], data: MapData, words: Words, gaps: Gaps) => string} */
const ranged = (found, data, words, gaps) => {
  /** @type {(one: Named) => string} */
  const named = ({ name, cell }) => `${name} ${cell.text}`;
  if (found.length === 1) return fill(words.one, { ...gaps, high: named(found[0]) });
  const ordered = found
    .map((one) => ({ ...one, value: numberOf(one.cell.text, data) }))
    .sort((a, b) => a.value - b.value);
  return fill(counted(words, data.ranked ? "ranks" : "range", found.length, data), {
    ...gaps,
    high: named(ordered.at(-1)),
    low: named(ordered[0]),
    count: found.length,
  });
};

/** @type {(found: Named[], data: MapData, words: Words, gaps: Gaps) => string} */
const grouped = (found, data, words, gaps) => {
  const groups = data.classes.map(({ label }, code) => {
    const names = found.filter(({ cell }) => cell.code === code).map(({ name }) => name);
    return names.length ? `${label}: ${names.join(", ")}` : null;
  });
  return fill(words.members, { ...gaps, groups: groups.filter(Boolean).join("; ") });
};

/** Who has no figure, a sentence for each reason why; where none can be there is none to miss.
 * @type {(cells: { name: string, cell: Cell | null }[], data: MapData, words: Words) => string[]} */
const reasons = (cells, data, words) =>
  data.missing.flatMap(({ status, label }, place) => {
    const names = cells.filter(({ cell }) => cell && cell.code === -(place + 1)).map(({ name }) => name);
    return names.length && status !== "not_applicable"
      ? [fill(words.missing, { reason: label, names: names.join(", ") })]
      : [];
  });

/** A few sentences on the year at `index`.
 * @type {(data: MapData, names: Words, index: number) => string} */
export const describe = (data, names, index) => {
  const words = data.alt;
  const gaps = { title: data.title, year: data.years[index], unit: data.unit };
  const cells = Object.keys(data.cells).map((iso3) => ({ name: names[iso3] ?? iso3, cell: cellOf(data, iso3, index) }));
  const found = cells.flatMap(({ name, cell }) => (cell && cell.code >= 0 ? [{ name, cell }] : []));
  const tell = data.categorical ? grouped : ranged;
  const head = found.length ? tell(found, data, words, gaps) : fill(words.none, gaps);
  return [head, ...reasons(cells, data, words)].join(" ");
};
