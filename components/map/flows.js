// From the flows of a payload to Plotly traces, and what is to be said of pairs without a figure.
import { arc, head, width } from "./arcs.js";
import { escape, wrap } from "./text.js";

const flowLine = (flows, pair, cell, year, tones, names) => {
  const [origin, dest] = [flows.anchors[pair.origin], flows.anchors[pair.dest]];
  const points = arc(origin, dest, 3.2);
  const colour = pair.dest === "USA" ? tones.in : tones.out;
  const text = [
    `<b>${escape(names[pair.origin] ?? pair.origin)} → ${escape(names[pair.dest] ?? pair.dest)}</b> · ${year}`,
    `<b>${cell.text} ${escape(flows.unit)}</b>`,
    wrap(flows.measures[pair.dest === "USA" ? 1 : 0]),
    wrap(`${flows.words.status}: ${flows.statuses[cell.status]}`),
    wrap(`${flows.words.source}: ${flows.sources[cell.source]}`),
  ].join("<br>");
  const thick = width(cell.value, flows.most);
  const size = 1.1 + 0.16 * thick;
  const near = pair.dest === "USA" ? 4 : points.length - 4;
  const line = [points, head(points, near, size), head(points, Math.round(points.length * 0.55), size)];
  const broken = line.flatMap((part) => [...part, [null, null]]);
  return {
    type: "scattergeo",
    mode: "lines",
    lon: broken.map((p) => p[0]),
    lat: broken.map((p) => p[1]),
    text: broken.map(() => text),
    hovertemplate: "%{text}<extra></extra>",
    meta: "flow",
    line: { color: colour, width: thick },
  };
};

export const flowLines = (state, tones) => {
  const { flows } = state.data;
  if (!flows) return [];
  const year = state.data.years[state.index];
  const at = flows.years.indexOf(year);
  if (at < 0) return [];
  return flows.pairs
    .map((pair) => ({ pair, cell: flowCell(flows, pair, at) }))
    .filter(({ cell }) => cell !== null)
    .sort((a, b) => b.cell.value - a.cell.value)
    .map(({ pair, cell }) => flowLine(flows, pair, cell, year, tones, state.names));
};

/** What the reader must know of the flows of a year: which lines are not there because no figure is. */
export const flowGaps = (flows, year, names) => {
  const at = flows.years.indexOf(year);
  if (at < 0) return flows.words.none.replace("{year}", year);
  const gone = flows.pairs.filter((pair) => pair.values[at] === null);
  if (!gone.length) return "";
  const pairs = gone.map((pair) => `${names[pair.origin] ?? pair.origin} → ${names[pair.dest] ?? pair.dest}`).join(", ");
  return flows.words.missing.replace("{year}", year).replace("{pairs}", pairs);
};

const flowCell = (flows, pair, at) => {
  const value = pair.values[at];
  if (value === null) return null;
  const text = value.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 6 });
  const run = pair.origins.filter(([from]) => from <= at).at(-1);
  return { value, text, status: run[1], source: run[2] };
};
