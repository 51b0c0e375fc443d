// Flows on the map: a layer of our own inside Plotly's drawing, between the countries and their labels.
//
// Not Plotly traces: their lines have no arrowheads, take no pointer but near a vertex, and each costs a year step.
// Here ends and heads are measured in pixels and positioned anew on every move of the map.
import { frontOf, projectionOf } from "../base/plotly.js";
import { shape } from "../base/svg.js";
import { ink } from "./flow_marks.js";
import { flowLabel, lines } from "./flows.js";
import { arrow, frameOf, runs, sheet } from "./geometry.js";
import { siteAt } from "./points.js";
import { tell } from "./tip.js";
import { waysOn } from "./ways.js";

const GAP = 6;
const DOT = 3.2;

/** @type {(line: FlowLine, arrows: Arrow[], tones: Tones) => Element} */
const strokes = (line, arrows, tones) => {
  const group = shape("g", { class: "atlas-flow", "data-flow": line.id, opacity: 0.88 });
  group.append(...ink(line, arrows, tones[line.tone], tones.halo));
  return group;
};

/** Where a line lies in the frame, given the pieces of its way, and the arrows it is drawn as.
 * @type {(line: FlowLine, way: Spot[][], box: Rect) => DrawnLine} */
const positioned = (line, way, box) => {
  const seen = way.flatMap((piece, i, all) =>
    runs(piece, box).map((run) => ({
      ...run,
      starts: run.starts && i === 0,
      ends: run.ends && i === all.length - 1,
    })),
  );
  const arrows = seen.map((run, i) => (i < seen.length - 1 ? { shaft: run.points } : arrow(run, line.thick, GAP)));
  return { line, seen, arrows: arrows.filter((one) => one !== null) };
};

/** @type {(flows: Flows, drawn: DrawnLine[], paper: Sheet, badge: Badge | null, tones: Tones) => Element[]} */
const dots = (flows, drawn, paper, badge, tones) => {
  const places = new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]));
  return [...places]
    .filter((iso3) => iso3 !== badge?.iso3)
    .map((iso3) => paper.at(flows.anchors[iso3]))
    .filter((spot) => spot !== null)
    .map(([cx, cy]) => shape("circle", { cx, cy, r: DOT, fill: tones.text, stroke: tones.halo, "stroke-width": 1.5 }));
};

/** Whether a spot lies on what is drawn of a line; the halo around its stroke, a pixel wide, counts as it.
 * @type {(node: Element, spot: DOMPoint) => boolean} */
const isInked = (node, spot) =>
  [...node.querySelectorAll("path")].some(
    (one) => one.isPointInStroke(spot) || (one.getAttribute("fill") !== "none" && one.isPointInFill(spot)),
  );

/**
 * What is drawn now; before the first drawing nothing asks for its colours.
 * @typedef {object} FlowState
 * @property {Flows | null} flows
 * @property {number} year
 * @property {Words} names
 * @property {Language} language
 * @property {Tones} tones
 * @property {number} [ink]
 * @property {FlowLine[]} lines
 * @property {DrawnLine[]} drawn
 * @property {string | null} lit
 * @property {string | null} selected
 */

/** A layer of flows for the Plotly graph `plot` in `picture`; lines of the country of `badge()` end there; they are told of in
 * `tip`; `does(event)` says in words what a click on a line takes, and whether that is the pair: {says, isPair}.
 * @param {Parts} parts
 * @param {HTMLElement} tip
 * @param {() => Badge | null} badge
 * @param {(event: MouseEvent) => { says: string[], isPair: boolean }} does */
export const flowLayer = ({ plot, picture }, tip, badge, does) => {
  const group = shape("g", { class: "atlas-flows" });
  /** @type {FlowState} */
  const state = {
    ...{ flows: null, year: 0, names: {}, language: /** @type {any} */ (null), tones: /** @type {any} */ (null) },
    ...{ lines: [], drawn: [], lit: null, selected: null },
  };

  const highlight = () => {
    const lit = state.lit ?? state.selected;
    group.classList.toggle("atlas-dimmed", Boolean(lit) && state.drawn.some(({ line }) => line.id === lit));
    /** @type {NodeListOf<SVGElement>} */
    const nodes = group.querySelectorAll(":scope > *");
    nodes.forEach((node) => node.classList.toggle("atlas-lit", node.dataset.flow === lit));
  };
  const position = () => {
    group.replaceChildren();
    state.drawn = [];
    const projection = projectionOf(plot);
    if (!state.flows || !projection) return;
    const front = frontOf(plot);
    if (group.parentNode !== front) front.prepend(group);
    const paper = sheet(projection);
    const box = frameOf(plot, picture);
    const way = waysOn(state.flows, paper, badge());
    state.drawn = state.lines.map((line) => positioned(line, way(line), box));
    group.append(...state.drawn.map(({ line, arrows }) => strokes(line, arrows, state.tones)));
    group.append(...dots(state.flows, state.drawn, paper, badge(), state.tones));
    highlight();
  };
  /** The line whose ink lies at a place of the window, the one painted last; null where there is none.
   * @type {(place: MouseEvent) => FlowLine | null} */
  const at = ({ clientX, clientY }) => {
    const frame = plot.getBoundingClientRect();
    const spot = new DOMPoint(clientX - frame.left, clientY - frame.top);
    /** @type {NodeListOf<SVGElement>} */
    const nodes = group.querySelectorAll(".atlas-flow");
    const id = [...nodes].findLast((node) => isInked(node, spot))?.dataset.flow;
    return state.drawn.find(({ line }) => line.id === id)?.line ?? null;
  };
  /** @type {(line: FlowLine | null, event?: MouseEvent) => void} */
  const light = (line, event) => {
    const before = state.lit;
    state.lit = line?.id ?? null;
    if (before || line) tip.hidden = !line;
    if (before !== state.lit) highlight();
    if (!line || !event || !state.flows) return plot.classList.remove("atlas-on-flow");
    const { says, isPair } = does(event);
    plot.classList.toggle("atlas-on-flow", isPair);
    const frame = picture.getBoundingClientRect();
    const spot = [event.clientX - frame.left, event.clientY - frame.top];
    const label = flowLabel(state.flows, line, state.year, state.names, state.language);
    return tell(tip, picture, spot, [...label, ...says], state.tones);
  };

  plot.addEventListener("mouseleave", () => light(null));
  plot.addEventListener(
    "mousemove",
    (event) => {
      const line = event.buttons === 0 ? at(event) : null;
      const isLine = Boolean(line) && !siteAt(plot, event);
      if (isLine && !state.lit) window.Plotly.Fx.unhover(plot);
      light(isLine ? line : null, event);
      if (isLine) event.stopPropagation();
    },
    true,
  );

  return {
    /** Draw the flows of a year (none where `flows` is null); call it after every drawing of the map.
     * @type {(given: Pick<FlowState, "flows" | "year" | "names" | "language" | "selected" | "tones" | "ink">) => void} */
    set: ({ ink: share, ...given }) => {
      Object.assign(state, given, { lines: given.flows ? lines(given.flows, given.year, share) : [] });
      light(null);
      position();
    },
    /** Position the same flows anew after the map has moved. */
    position,
    at,
    /** Let the line of a pair stand out, none where `id` is empty.
     * @type {(id: string) => void} */
    select: (id) => {
      state.selected = id || null;
      light(null);
      highlight();
    },
    /** The lines that are drawn, thickest first, with where they lie in the frame. */
    drawn: () => state.drawn,
  };
};
