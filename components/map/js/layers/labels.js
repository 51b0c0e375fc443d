// Names of the main countries and of those that flows lead to, and values where the view has room: printed, so that they
// are read without a pointer. A layer of our own, because Plotly's texts know neither shapes nor one another.
import { frontOf, projectionOf } from "../base/plotly.js";
import { shape } from "../base/svg.js";
import { VIEWS } from "../base/views.js";
import { frameOf, sheet } from "./geometry.js";
import { BOLD, EDGE_SIGN, LINE, NORMAL, measuring, printed, widest } from "./label_nodes.js";
import { place } from "./label_places.js";
import { masks } from "./masks.js";
import { waysOn } from "./ways.js";

const SIZES = { values: [13, 10], names: [12, 10] };
/** Where the lines to and from a country outside the frame cross its edge.
 * @type {(iso3: string, drawn: DrawnLine[]) => Spot[]} */
const crossings = (iso3, drawn) =>
  drawn.flatMap(({ line, seen }) => [
    ...(line.origin === iso3 ? seen.filter(({ starts }) => !starts).map(({ points }) => points[0]) : []),
    ...(line.dest === iso3 ? seen.filter(({ ends }) => !ends).map(({ points }) => points.at(-1)) : []),
  ]);

/** @typedef {{ at?: Place, end?: Place }} Wanted */

/** What is to be printed: the names, and the values of the main countries where the view prints them; the country on the
 * badge has its own there.
 * @type {(state: State, drawn: DrawnLine[], size: number) => (LabelItem & Wanted)[]} */
const wanted = (state, drawn, size) => {
  const { data, layer, names } = state;
  const measure = measuring(state.font, size);
  const isValued = VIEWS[data.view].labels === "values";
  const main = VIEWS[data.view].labels === "none" ? [] : data.labelled;
  const ends = drawn.flatMap(({ line }) => [line.origin, line.dest]);
  const named = [...new Set([...main, ...ends])].filter((iso3) => iso3 !== VIEWS[data.view].badge);
  return named.map((iso3) => {
    const hasValue = isValued && main.includes(iso3) && widest(data, iso3) !== "";
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

/** @type {(rect: Rect, spot: Spot) => boolean} */
const isIn = ({ left, top, right, bottom }, [x, y]) => x > left && x < right && y > top && y < bottom;

/**
 * Ground, and of what it was made.
 * @typedef {Ground & ReturnType<typeof masks> & { flows: Flows | null, sites?: number[], names: string }} LabelGround
 */
/**
 * What is kept from one drawing to the next: the ground and its `key`, what asked for places and what found them, nodes
 * with the place they belong to and where that was on the screen.
 * @typedef {object} LabelsHeld
 * @property {LabelGround | null} ground
 * @property {string | null} key
 * @property {string | null} asked
 * @property {LabelPlace[]} places
 * @property {{ at: Place | null, from: Spot | null, node: SVGGElement }[]} nodes
 */

/** The label layer of the Plotly graph `plot` in `picture`; `tools` are buttons that it keeps clear of, and so it does of the
 * badge that `badge()` gives the place of.
 * @param {Parts} parts
 * @param {() => Badge | null} badge */
export const labelLayer = ({ plot, picture, tools }, badge) => {
  const group = shape("g", { class: "atlas-labels" });
  /** @type {LabelsHeld} */
  const held = { ground: null, key: null, asked: null, places: [], nodes: [] };

  const blocked = () => {
    const frame = plot.getBoundingClientRect();
    const { left, top, right, bottom } = tools.getBoundingClientRect();
    const buttons = {
      left: left - frame.left,
      top: top - frame.top,
      right: right - frame.left,
      bottom: bottom - frame.top,
    };
    const plate = badge()?.rect;
    return plate ? [buttons, plate] : [buttons];
  };
  /** The masks of what is seen, drawn anew only where the map has moved.
   * @type {(projection: Projection, state: State, paper: Sheet) => Ground} */
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
      badge()?.rect,
    ]);
    if (key !== held.key) Object.assign(held, { key, asked: null, ground: { box, ...masks(plot, box) } });
    const ground = /** @type {LabelGround} */ (held.ground);
    /** @type {PointTrace | undefined} */
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
  /** What labels make way for: sites, and the lines of all years, for with those of one they would move with the year.
   * @type {(data: MapData, sites: PointTrace | undefined, ground: Pick<LabelGround, "along">, paper: Sheet) => Mask} */
  const inked = ({ flows }, sites, { along }, paper) => {
    const ways = flows ? flows.pairs.flatMap(waysOn(flows, paper, badge())) : [];
    const places = sites ? sites.lon.map((lon, i) => [lon, sites.lat[i]]) : [];
    const spots = places.map(paper.at).filter((spot) => spot !== null);
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

  /** Print the labels of `state`; to be called after every drawing, every year and every move of the map.
   * @type {(state: State, drawn: DrawnLine[], tones: Tones) => void} */
  const position = (state, drawn, tones) => {
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
      const known = state.layer.points[found.iso3] ?? state.data.flows?.anchors[found.iso3];
      const at = found.kind === "edge" ? null : known;
      return { at, from: at && paper.at(at), node: printed(found, state, size, tones, valued.has(found.iso3)) };
    });
    group.append(...held.nodes.map(({ node }) => node));
  };
  /** Carry the labels along with their countries, while the map is under the reader's hand. */
  const carry = () => {
    const projection = projectionOf(plot);
    if (!projection) return;
    const paper = sheet(projection);
    for (const { at, from, node } of held.nodes) {
      if (!at || !from) continue;
      const to = paper.at(at);
      node.style.display = to ? "" : "none";
      if (to) node.setAttribute("transform", `translate(${to[0] - from[0]},${to[1] - from[1]})`);
    }
  };
  return { position, carry };
};
