// Flows on the map: a layer of our own inside Plotly's drawing, between the countries and their labels.
//
// Not Plotly traces: their lines have no arrowheads, take no pointer but near a vertex, and each costs a year step.
// Here ends and heads are measured in pixels and laid anew on every move of the map.
import { placeNames } from "./flownames.js";
import { lines, told } from "./flows.js";
import { element } from "./parts.js";
import { arrow, away, pieces, runs, sheet } from "./screen.js";

const NEAR = 8;
const GAP = 6;
const DOT = 3.2;

const shape = (tag, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
};

const path = (points, end = "") => `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${end}`;

const strokes = (line, arrows, tones) => {
  const group = shape("g", { class: "atlas-flow", "data-flow": line.id, opacity: 0.88 });
  const shafts = arrows.map(({ shaft }) => path(shaft)).join("");
  const heads = arrows.map(({ head }) => (head ? path(head, "Z") : "")).join("");
  const [halo, colour] = [tones.halo, tones[line.tone]];
  group.append(
    shape("path", { d: shafts, fill: "none", stroke: halo, "stroke-width": line.thick + 2 }),
    shape("path", { d: heads, fill: colour, stroke: halo, "stroke-width": 2, "stroke-linejoin": "round" }),
    shape("path", { d: shafts, fill: "none", stroke: colour, "stroke-width": line.thick }),
    shape("path", { d: heads, fill: colour }),
  );
  return group;
};

/** Where a line lies in the frame; `reach` is what the pointer finds. */
const laid = (line, paper, box) => {
  const seen = pieces(line.places, paper).flatMap((piece, i, all) =>
    runs(piece, box).map((run) => ({
      ...run,
      starts: run.starts && i === 0,
      ends: run.ends && i === all.length - 1,
    })),
  );
  const arrows = seen.map((run, i) => (i < seen.length - 1 ? { shaft: run.points } : arrow(run, line.thick, GAP)));
  return { line, seen, arrows: arrows.filter(Boolean) };
};

const dots = (flows, drawn, paper, tones) => {
  const places = new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]));
  return [...places]
    .map((iso3) => paper.at(flows.anchors[iso3]))
    .filter(Boolean)
    .map(([cx, cy]) => shape("circle", { cx, cy, r: DOT, fill: tones.text, stroke: tones.halo, "stroke-width": 1.5 }));
};

const labels = (found, tones) =>
  found.map(({ text, spot: [x, y], anchor }) => {
    const node = shape("text", { x, y, class: "atlas-flow-name", "text-anchor": anchor, fill: tones.text, stroke: tones.halo });
    node.textContent = text;
    return node;
  });

/** What of the map is to be seen, in pixels of the graph: the graph may be larger than the picture that shows it. */
const frameOf = (geo, plot, picture) => {
  const [x, y, wide, high] = ["x", "y", "width", "height"].map((name) => Number(geo.clipRect.attr(name)));
  const { offsetLeft, offsetTop } = plot;
  return {
    left: Math.max(x, -offsetLeft),
    top: Math.max(y, -offsetTop),
    right: Math.min(x + wide, picture.clientWidth - offsetLeft),
    bottom: Math.min(y + high, picture.clientHeight - offsetTop),
  };
};

/** A layer of flows for the Plotly graph `plot` in `picture`; `choose(id)` on a click on a line, where the page `takes` a
 * line: elsewhere the click is meant for the country under it. */
export const flowLayer = (plot, picture, { takes, choose }) => {
  const group = shape("g", { class: "atlas-flows" });
  const tip = element("div", "atlas-tip");
  tip.hidden = true;
  picture.append(tip);
  const state = { flows: null, lines: [], drawn: [], lit: null, pressed: null };

  const mark = () => {
    const lit = state.lit ?? state.selected;
    group.classList.toggle("atlas-dimmed", Boolean(lit) && state.drawn.some(({ line }) => line.id === lit));
    [...group.children].forEach((node) => node.classList.toggle("atlas-lit", node.dataset.flow === lit));
  };
  const lay = () => {
    group.replaceChildren();
    state.drawn = [];
    const geo = plot._fullLayout?.geo?._subplot;
    if (!state.flows || !geo) return;
    const front = plot.querySelector(".geo .frontplot");
    if (group.parentNode !== front) front.prepend(group);
    const paper = sheet(geo.projection);
    const box = frameOf(geo, plot, picture);
    state.drawn = state.lines.map((line) => laid(line, paper, box));
    group.append(...state.drawn.map(({ line, arrows }) => strokes(line, arrows, state.tones)));
    group.append(...dots(state.flows, state.drawn, paper, state.tones));
    const spotOf = (iso3) => paper.at(state.flows.anchors[iso3]);
    group.append(...labels(placeNames(state.drawn, spotOf, state.names, state.printed, box), state.tones));
    mark();
  };
  const found = ({ clientX, clientY }) => {
    const frame = plot.getBoundingClientRect();
    const spot = [clientX - frame.left, clientY - frame.top];
    const near = state.drawn
      .map(({ line, seen }) => ({ line, gap: Math.min(...seen.map(({ points }) => away(spot, points))) - line.thick / 2 }))
      .filter(({ gap }) => gap <= NEAR)
      .sort((a, b) => Math.max(a.gap, 0) - Math.max(b.gap, 0) || a.line.thick - b.line.thick);
    return near.length ? { line: near[0].line, spot } : null;
  };
  const light = (hit) => {
    const before = state.lit;
    state.lit = hit?.line.id ?? null;
    tip.hidden = !hit;
    plot.classList.toggle("atlas-on-flow", Boolean(hit));
    if (before !== state.lit) mark();
    if (hit) point(tip, picture, [hit.spot[0] + plot.offsetLeft, hit.spot[1] + plot.offsetTop], told(state.flows, hit.line, state.year, state.names), state.tones);
  };

  plot.addEventListener("mousedown", (event) => (state.pressed = [event.clientX, event.clientY]), true);
  plot.addEventListener("mouseleave", () => light(null));
  plot.addEventListener(
    "mousemove",
    (event) => {
      const hit = event.buttons === 0 ? found(event) : null;
      if (hit && !state.lit) window.Plotly.Fx.unhover(plot);
      light(hit);
      if (hit) event.stopPropagation();
    },
    true,
  );
  plot.addEventListener(
    "click",
    (event) => {
      const [x, y] = state.pressed ?? [event.clientX, event.clientY];
      const hit = Math.hypot(event.clientX - x, event.clientY - y) < 4 ? found(event) : null;
      if (!hit || !takes()) return;
      event.stopImmediatePropagation();
      choose(hit.line.id);
    },
    true,
  );

  return {
    /** Draw the flows of a year (none where `flows` is null); call it after every drawing of the map.
     * `printed` are the countries whose names the map prints itself. */
    set({ flows, year, names, printed, selected, tones }) {
      Object.assign(state, { flows, year, names, printed, selected, tones, lines: flows ? lines(flows, year) : [] });
      light(null);
      lay();
    },
    /** Lay the same flows anew after the map has moved. */
    lay,
  };
};

/** Put the label beside the pointer, inside the picture. */
const point = (tip, picture, [x, y], text, tones) => {
  const [title, value, ...rest] = text;
  tip.replaceChildren(element("b", "", title), element("b", "", value), ...rest.map((line) => element("span", "", line)));
  Object.assign(tip.style, { background: tones.hover, borderColor: tones.outline, color: tones.text });
  const left = x + 14 + tip.offsetWidth > picture.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
  const top = Math.min(y + 12, picture.clientHeight - tip.offsetHeight - 4);
  Object.assign(tip.style, { left: `${Math.max(4, left)}px`, top: `${Math.max(4, top)}px` });
};
