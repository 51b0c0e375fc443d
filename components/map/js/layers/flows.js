// The flows of a year as the payload tells them: lines to draw, what their label says, and what is not drawn.
import { withSigns } from "../base/language.js";
import { fill } from "../base/text.js";
import { arc, width } from "./arcs.js";

/** @type {(flows: Flows, pair: FlowPair, at: number) => FlowCell | null} */
const cellOf = (flows, pair, at) => {
  const value = pair.values[at];
  if (typeof value !== "number") return null;
  const [, status, source] = pair.origins.findLast(([from]) => from <= at) ?? [];
  return { value, status: flows.statuses[status], source: flows.sources[source] };
};

/** Whether a value is too small for a width of its own.
 * @type {(cell: FlowCell, flows: Flows) => boolean} */
const isSmall = ({ value }, flows) => value < flows.least;

/** The lines of `year`, thickest first: {id, origin, dest, places, tone, thick, isSmall, cell}; `share` thins them all.
 * @type {(flows: Flows, year: number, share?: number) => FlowLine[]} */
export const lines = (flows, year, share = 1) => {
  const at = flows.years.indexOf(year);
  if (at < 0) return [];
  return flows.pairs
    .flatMap((pair) => {
      const cell = cellOf(flows, pair, at);
      return cell && cell.value > 0 ? [{ ...pair, cell }] : [];
    })
    .sort((a, b) => b.cell.value - a.cell.value)
    .map(({ origin, dest, cell }) => ({
      id: `${origin}-${dest}`,
      origin,
      dest,
      cell,
      places: arc(flows.anchors[origin], flows.anchors[dest]),
      tone: flows.home.includes(origin) ? "out" : "in",
      thick: share * width(isSmall(cell, flows) ? 0 : cell.value, flows.most),
      isSmall: isSmall(cell, flows),
    }));
};

/** A value in the signs of the language; small ones with the digits that they have.
 * @type {(value: number, flows: Flows, language: Language) => string} */
const shown = (value, { decimals }, language) =>
  withSigns(value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: 6 }), language);

/** What the label of a line says, line by line; the first two are its head.
 * @type {(flows: Flows, line: FlowLine, year: number, names: Words, language: Language) => string[]} */
export const flowLabel = (flows, { origin, dest, tone, cell }, year, names, language) => [
  `${names[origin] ?? origin} → ${names[dest] ?? dest} · ${year}`,
  `${shown(cell.value, flows, language)} ${flows.unit}`,
  flows.measures[tone],
  `${flows.words.status}: ${cell.status}`,
  `${flows.words.source}: ${cell.source}`,
];

/** What the reader must know of the flows of a year: which are summed as other, which have no figure.
 * @type {(flows: Flows, year: number) => string} */
export const flowGaps = (flows, year) => {
  const at = flows.years.indexOf(year);
  return at < 0 ? fill(flows.words.none, { year }) : flows.notes[at];
};
