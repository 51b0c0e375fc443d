// Painting the map into its parts: anew where view, room, theme, selection or covered countries changed, else in place.
import { isDark, theme } from "./base/palette.js";
import { drawingOf } from "./base/plotly.js";
import { fill } from "./base/text.js";
import { camera, inkOf, measure } from "./base/views.js";
import { describe as inWords } from "./controls/alt.js";
import { drawChips } from "./controls/chips.js";
import { drawLegend } from "./controls/legend.js";
import { highlightAreas, repaintAreas } from "./layers/areas.js";
import { flowGaps } from "./layers/flows.js";
import { regroup } from "./layers/points.js";
import { layout, traces } from "./figure.js";

const NARROW = 560;
const FADE_MS = 300;
const CONFIG = { displayModeBar: false, scrollZoom: true, responsive: false, doubleClick: false };

/** What the map is painted from: data, layer, year, names, room.
 * @type {(atlas: Atlas) => State} */
export const stateOf = (atlas) => {
  const { data, layer, index, root } = atlas;
  const size = measure(data.view, root.clientWidth);
  const names = { ...layer.names, ...data.names };
  const font = getComputedStyle(root).fontFamily;
  return { data, layer, index, names, font, narrow: size.width < NARROW, size };
};

/** @type {(atlas: Atlas, place: number | null) => void} */
const highlight = (atlas, place) => {
  atlas.highlighted = place;
  highlightAreas(atlas.plot, place);
  atlas.badge.highlight(place);
};

/** What is drawn, and in which year; lines over another subject are a second layer and say so.
 * @type {(data: MapData, year: number) => string} */
export const headingOf = ({ title, indicator, flows, words }, year) => {
  const areas = `${title}, ${year}`;
  if (!flows?.title || flows.own?.includes(indicator)) return areas;
  const lines = `${flows.title}, ${year}`;
  return fill(words[flows.years.includes(year) ? "two_layers" : "no_lines"], { areas, lines });
};

/** @type {(atlas: Atlas, state: State) => void} */
const describe = (atlas, state) => {
  const { data, index, root } = atlas;
  const year = data.years[index];
  root.dataset.indicator = data.indicator;
  root.dataset.year = String(year);
  root.dataset.view = data.view;
  root.dataset.selected = data.selected ?? "";
  const gaps = data.flows ? flowGaps(data.flows, year) : "";
  atlas.note.textContent = [gaps, data.flows?.note, data.note].filter(Boolean).join(" ");
  atlas.heading.textContent = headingOf(data, year);
  // A region of the page, told from the other map of a comparison by what it shows.
  root.setAttribute("aria-label", atlas.heading.textContent ?? "");
  atlas.single.hidden = data.years.length > 1 || Boolean(data.between);
  atlas.single.textContent = fill(data.words.one_year, { year });
  atlas.picture.setAttribute("aria-label", inWords(data, state.names, index));
};

/** @type {(state: State) => Words} */
const namesOf = ({ data, names }) => ({ ...names, ...data.flows?.names });

/** @type {(atlas: Atlas, state: State) => void} */
const drawLabels = (atlas, state) =>
  atlas.labelLayer.position({ ...state, names: namesOf(state) }, atlas.flowLayer.drawn(), atlas.tones);

/** @type {(atlas: Atlas, state: State) => void} */
const drawBadge = (atlas, state) => {
  atlas.badge.set({ ...state, names: namesOf(state) }, atlas.tones);
  atlas.badge.highlight(atlas.highlighted);
};

/** Let flows and labels follow the map; `isOver` says whether its move is over.
 * @type {(atlas: Atlas, isOver: boolean) => void} */
export const follow = (atlas, isOver) => {
  if (!isOver) {
    atlas.flowLayer.position();
    return atlas.labelLayer.carry();
  }
  const state = stateOf(atlas);
  drawBadge(atlas, state);
  atlas.flowLayer.position();
  return drawLabels(atlas, state);
};

/** The badge, flows of the year, and the labels that make way for both; the buttons that say the same.
 * @type {(atlas: Atlas, state: State) => void} */
const drawOver = (atlas, state) => {
  const { data, index } = state;
  drawBadge(atlas, state);
  drawChips(atlas.chips, state, atlas.tones, atlas.choose);
  atlas.flowLayer.set({
    flows: data.flows,
    year: data.years[index],
    names: namesOf(state),
    language: data,
    selected: data.pair,
    tones: atlas.tones,
    ink: inkOf(data.view, state.narrow),
  });
  drawLabels(atlas, state);
};

/** Only fills, flows and labels change: they are painted in place.
 * @type {(atlas: Atlas, state: State) => void} */
const repaint = (atlas, state) => {
  repaintAreas(atlas.plot, state, atlas.tones);
  drawOver(atlas, state);
};

/** Another year of what is drawn.
 * @type {(atlas: Atlas, index: number) => unknown} */
export const step = (atlas, index) => {
  atlas.index = index;
  if (atlas.root.dataset.ready !== "true") return draw(atlas);
  const state = stateOf(atlas);
  repaint(atlas, state);
  if (atlas.highlighted !== null) highlight(atlas, atlas.highlighted);
  return describe(atlas, state);
};

/** All that Plotly's shapes, their places and their order follow from: while it is the same, they stand as drawn.
 * @type {(atlas: Atlas, state: State) => string} */
const layoutKeyOf = ({ data, layer, tones }, { size, narrow }) => {
  const { view, selected, cells, points } = data;
  return JSON.stringify([view, selected, Object.keys(cells), Boolean(points), layer.url, size, narrow, tones.water]);
};

/** @type {(atlas: Atlas, state: State, kept: Camera | null) => Promise<void>} */
const plotAll = async (atlas, state, kept) => {
  const config = { topojsonURL: atlas.topology, ...CONFIG };
  await window.Plotly.react(atlas.plot, traces(state, atlas.tones), layout(state, kept, atlas.tones), config);
  await regroup(atlas.plot, state);
};

/** @type {(atlas: Atlas, state: State) => void} */
const setSize = ({ root, picture, plot }, { size: { width, height } }) => {
  root.style.setProperty("--atlas-width", `${width}px`);
  picture.style.height = `${height}px`;
  Object.assign(plot.style, { width: `${width}px`, height: `${height}px` });
};

/** Lay a picture of the old view over the new one and let it fade, unless the reader asked for less motion.
 * @type {(atlas: Atlas) => void} */
const fade = (atlas) => {
  const old = drawingOf(atlas.plot);
  if (!old || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const ghost = /** @type {SVGElement} */ (old.cloneNode(true));
  ghost.classList.add("atlas-ghost");
  ghost.style.cssText += `left:${atlas.plot.style.left};top:${atlas.plot.style.top}`;
  atlas.picture.append(ghost);
  ghost.animate([{ opacity: 1 }, { opacity: 0 }], FADE_MS).finished.finally(() => ghost.remove());
};

/** Draw anew where the room or the theme is no longer the one that was drawn for.
 * @type {(atlas: Atlas) => unknown} */
export const fit = (atlas) => {
  const { root, size, tones, data } = atlas;
  if (atlas.drawnView === null) return false;
  const { width, height } = measure(data.view, root.clientWidth);
  return (width !== size.width || height !== size.height || theme(isDark(root)) !== tones) && draw(atlas);
};

/** Paint what `atlas` holds; `reset` gives up the reader's zoom. Of several calls at once the last is painted.
 * @type {(atlas: Atlas, reset?: boolean) => Promise<void>} */
export const draw = async (atlas, reset = false) => {
  const { plot, root } = atlas;
  const turn = ++atlas.turn;
  root.dataset.ready = "false";
  await atlas.gesture?.over();
  if (turn !== atlas.turn) return;
  const { data } = atlas;
  const dark = isDark(root);
  atlas.tones = theme(dark);
  root.classList.toggle("atlas-dark", dark);
  const isSame = atlas.begunView === data.view;
  const kept = isSame && !reset ? camera(plot.layout.geo) : null;
  if (atlas.drawnView !== null && !isSame) fade(atlas);
  atlas.begunView = data.view;
  const state = stateOf(atlas);
  atlas.size = state.size;
  root.classList.toggle("atlas-narrow", state.narrow);
  setSize(atlas, state);
  atlas.highlighted = null;
  const layoutKey = layoutKeyOf(atlas, state);
  if (reset || layoutKey !== atlas.layoutKey || data.points) {
    atlas.layoutKey = null;
    await plotAll(atlas, state, kept);
    if (turn !== atlas.turn) return;
    if (atlas.drawnView === null) atlas.listen();
    atlas.layoutKey = layoutKey;
    atlas.drawnView = data.view;
    drawOver(atlas, state);
  } else {
    repaint(atlas, state);
    highlightAreas(plot, null);
  }
  atlas.wait.hidden = true;
  drawLegend(atlas.legend, state, atlas.tones, (place) => highlight(atlas, place));
  describe(atlas, state);
  atlas.sync.moved();
  root.dataset.ready = "true";
  fit(atlas);
};
