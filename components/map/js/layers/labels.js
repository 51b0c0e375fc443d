// Names of the main countries and of those that flows lead to, and values where the view has room: printed, so that they
// are read without a pointer. A layer of our own, because Plotly's texts know neither shapes nor one another.
import { cellOf, placeOf } from "../base/cells.js";
import { frontOf, projectionOf } from "../base/plotly.js";
import { path, shape } from "../base/svg.js";
import { VIEWS } from "../base/views.js";
import { arc } from "./arcs.js";
import { fillsOf } from "./areas.js";
import { frameOf, pieces, sheet } from "./geometry.js";
import { place } from "./label_places.js";
import { masks } from "./masks.js";

const INK = ["#10151b", "#ffffff"];
const SIZES = { values: [13, 10], names: [12, 10] };
const LINE = 1.2;
const EDGE_SIGN = "→ ";
const BOLD = 700;
const NORMAL = 500;

/** Whether white reads better than black on a colour. */
const isDeep = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

/** Ink of a label that stands on its country's fill. */
const onFill = (state, tones, iso3) => {
  const deep = isDeep(fillsOf(state.data, tones)[placeOf(state.data, cellOf(state.data, iso3, state.index))]);
  return { ink: INK[Number(deep)], halo: deep ? "rgba(0,0,0,.55)" : "rgba(255,255,255,.7)" };
};

const valueOf = ({ data, index }, iso3) => {
  const cell = cellOf(data, iso3, index);
  return (cell && cell.code >= 0 && cell.text) || "";
};

/** The longest value of any year: a label that moved from year to year would be hard to follow. */
const widest = (data, iso3) =>
  (data.cells[iso3]?.texts ?? "").split("|").reduce((most, text) => (text.length > most.length ? text : most), "");

/** Where the lines to and from a country outside the frame cross its edge. */
const crossings = (iso3, drawn) =>
  drawn.flatMap(({ line, seen }) => [
    ...(line.origin === iso3 ? seen.filter(({ starts }) => !starts).map(({ points }) => points[0]) : []),
    ...(line.dest === iso3 ? seen.filter(({ ends }) => !ends).map(({ points }) => points.at(-1)) : []),
  ]);

const measuring = (font, size) => {
  const paper = new OffscreenCanvas(1, 1).getContext("2d");
  return (text, weight) => {
    paper.font = `${weight} ${size}px ${font}`;
    return paper.measureText(text).width;
  };
};

/** What is to be printed: the names, and the values of the main countries where the view prints them. */
const wanted = (state, drawn, size) => {
  const { data, layer, names } = state;
  const measure = measuring(state.font, size);
  const isValued = VIEWS[data.view].labels === "values";
  const main = VIEWS[data.view].labels === "none" ? [] : data.labelled;
  const ends = new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]));
  return [...new Set([...main, ...ends])].map((iso3) => {
    const hasValue = isValued && main.includes(iso3) && widest(data, iso3);
    const lines = [{ text: names[iso3] ?? iso3, weight: NORMAL }];
    if (hasValue) lines.push({ text: widest(data, iso3), weight: BOLD });
    const wide = Math.max(...lines.map(({ text, weight }) => measure(text, weight))) + 4;
    const box = { wide, high: lines.length * LINE * size + 2, edgeWide: wide + measure(EDGE_SIGN, NORMAL) + 6 };
    return {
      iso3,
      hasValue,
      ...box,
      at: layer.points[iso3],
      end: data.flows?.anchors[iso3],
      crossings: crossings(iso3, drawn),
    };
  });
};

/** The lines of one label, from its middle. */
const texts = (lines, { left, right, top, bottom }, { size, ink, halo }) =>
  lines.map(({ text, weight }, i) =>
    shape(
      "text",
      {
        x: (left + right) / 2,
        y: (top + bottom) / 2 + (i - lines.length / 2 + 0.8) * LINE * size,
        "text-anchor": "middle",
        "font-size": size,
        "font-weight": weight,
        fill: ink,
        stroke: halo,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      },
      text,
    ),
  );

const leader = (line, tones) => {
  const [from, to] = [line[0], line.at(-1)];
  const [cx, cy] = to;
  return [
    shape("path", { d: path([from, to]), stroke: tones.halo, "stroke-width": 3.4, "stroke-linecap": "round" }),
    shape("path", { class: "atlas-leader", d: path([from, to]), stroke: tones.text, "stroke-width": 1.1 }),
    shape("circle", { cx, cy, r: 1.9, fill: tones.text, stroke: tones.halo, "stroke-width": 0.8 }),
  ];
};

const fitted = (text, wide) => {
  text.setAttribute("textLength", wide);
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
};

/** What a label that stands on no country of its own stands on: it is not to be read as a name of what lies below. */
const ground = ({ left, top, right, bottom }, look) =>
  shape("rect", { x: left - 1, y: top, width: right - left + 2, height: bottom - top, rx: 4, ...look });

const isIn = ({ left, top, right, bottom }, [x, y]) => x > left && x < right && y > top && y < bottom;

/** The label layer of the Plotly graph `plot` in `picture`; `tools` are buttons that it keeps clear of. */
export const labelLayer = ({ plot, picture, tools }) => {
  const group = shape("g", { class: "atlas-labels" });
  const held = { ground: null, key: null, asked: null, places: [], nodes: [] };

  const blocked = () => {
    const frame = plot.getBoundingClientRect();
    const { left, top, right, bottom } = tools.getBoundingClientRect();
    return [{ left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top }];
  };
  /** The masks of what is seen, drawn anew only where the map has moved. */
  const seen = (projection, state, paper) => {
    const box = frameOf(plot, picture);
    const key = JSON.stringify([
      projection.scale(),
      projection.translate(),
      projection.rotate(),
      projection.center(),
      box,
      state.layer.url,
      state.data.view,
    ]);
    if (key !== held.key) Object.assign(held, { key, asked: null, ground: { box, ...masks(plot, box) } });
    const { ground } = held;
    const sites = plot.data.find(({ meta }) => meta === "points");
    if (ground.flows !== state.data.flows || ground.sites !== sites?.lon) {
      const found = inked(state.data, sites, ground, paper);
      Object.assign(ground, { flows: state.data.flows, sites: sites?.lon, ink: found });
      held.asked = null;
    }
    const coloured = Object.keys(state.data.cells);
    if (ground.names !== coloured.join()) {
      Object.assign(ground, { names: coloured.join(), coloured: ground.together(coloured) });
      held.asked = null;
    }
    return { ...ground, main: state.data.labelled };
  };
  /** What labels make way for: sites, and the lines of all years, for with those of one they would move with the year. */
  const inked = ({ flows }, sites, { along }, paper) => {
    const ways = (flows?.pairs ?? []).flatMap(({ origin, dest }) =>
      pieces(arc(flows.anchors[origin], flows.anchors[dest]), paper),
    );
    const spots = (sites?.lon ?? []).map((lon, i) => paper.at([lon, sites.lat[i]])).filter(Boolean);
    return along([
      ...ways,
      ...spots.map(([x, y]) =>
        [-6, -2, 2, 6].flatMap((up) => [
          [x - 8, y + up],
          [x + 8, y + up],
        ]),
      ),
    ]);
  };

  /** Print the labels of `state`; to be called after every drawing, every year and every move of the map. */
  const lay = (state, drawn, tones) => {
    group.replaceChildren();
    const projection = projectionOf(plot);
    if (!projection) return;
    frontOf(plot).append(group);
    const paper = sheet(projection);
    const ground = seen(projection, state, paper);
    const size = SIZES[VIEWS[state.data.view].labels === "values" ? "values" : "names"][Number(state.narrow)];
    const items = wanted(state, drawn, size).map(({ at, end, ...item }) => {
      const anchor = end && paper.at(end);
      return { ...item, spot: at && paper.at(at), anchor: anchor && isIn(ground.box, anchor) ? anchor : null };
    });
    const asked = JSON.stringify(items);
    if (asked !== held.asked) Object.assign(held, { asked, places: place(items, ground, blocked()) });
    const valued = new Set(items.filter(({ hasValue }) => hasValue).map(({ iso3 }) => iso3));
    held.nodes = held.places.map((found) => {
      const at =
        found.kind === "edge" ? null : (state.layer.points[found.iso3] ?? state.data.flows.anchors[found.iso3]);
      return { at, from: at && paper.at(at), node: printed(found, { ...state, size }, tones, valued.has(found.iso3)) };
    });
    group.append(...held.nodes.map(({ node }) => node));
  };
  /** Carry the labels along with their countries, while the map is under the reader's hand. */
  const carry = () => {
    const projection = projectionOf(plot);
    if (!projection) return;
    const paper = sheet(projection);
    for (const { at, from, node } of held.nodes.filter((one) => one.from)) {
      const to = paper.at(at);
      node.style.display = to ? "" : "none";
      if (to) node.setAttribute("transform", `translate(${to[0] - from[0]},${to[1] - from[1]})`);
    }
  };
  return { lay, carry };
};

const printed = ({ iso3, kind, rect, line, sign, isOver }, state, tones, isValued) => {
  const node = shape("g", { class: "atlas-label", "data-country": iso3, "data-place": kind });
  const look =
    kind === "own" ? onFill(state, tones, iso3) : { ink: tones.text, halo: kind === "edge" ? "none" : tones.halo };
  const name = state.names[iso3] ?? iso3;
  const lines = [{ text: sign ? `${sign} ${name}` : name, weight: NORMAL }];
  const value = isValued ? valueOf(state, iso3) : "";
  if (value) lines.push({ text: value, weight: BOLD });
  if (kind === "beside") node.append(...leader(line, tones));
  const plate = kind === "edge" || isOver ? { stroke: tones.outline, "stroke-width": 0.8 } : { "fill-opacity": 0.8 };
  if (kind !== "own") node.append(ground(rect, { fill: tones.water, ...plate }));
  const written = texts(lines, rect, { size: state.size, ...look });
  // In the picture that is saved another font may stand in, and a wider one would leave the sheet.
  if (kind === "edge") fitted(written[0], rect.right - rect.left - 10);
  node.append(...written);
  return node;
};
