// The map: one Plotly graph per mount, redrawn in place so that zoom and pan survive every change.
import { describe as inWords } from "./alt.js";
import { countryAt, markAreas, repaintAreas } from "./areas.js";
import { fullYears } from "./cells.js";
import { layout, traces } from "./figure.js";
import { flowLayer } from "./flowlayer.js";
import { flowGaps } from "./flows.js";
import { gesture } from "./gesture.js";
import { repaintLabels } from "./labels.js";
import { drawLegend } from "./legend.js";
import { link } from "./link.js";
import { layerOf, script, style, unpack } from "./loading.js";
import { isDark, theme } from "./palette.js";
import { button, skeleton } from "./parts.js";
import { save } from "./picture.js";
import { regroup, siteAt } from "./points.js";
import { setupOf } from "./setups.js";
import { timeline } from "./timeline.js";
import { camera, measure, recentred, VIEWS } from "./views.js";

export { keep } from "./setups.js";

const NARROW = 560;
const DRAG_PX = 4;
const FADE_MS = 300;
const mounted = new WeakMap();
const asked = new WeakMap();
const here = new URL(".", import.meta.url);
const plotly = () => script(new URL("plotly-geo.min.js", here).href);

plotly().catch(() => {});

const create = (parent, words) => {
  const parts = skeleton(parent, words);
  const atlas = { ...parts, data: null, index: 0, turn: 0, send: () => {}, drawn: null, ground: null, framed: null, marked: null };
  parts.tools.inert = parts.time.inert = true;
  atlas.timeline = timeline(
    parts.time,
    (index) => step(atlas, index),
    (index) => atlas.send("year", atlas.data.years[index]),
  );
  atlas.flowLayer = flowLayer(parts.plot, parts.picture, (id) => atlas.send("pair", id));
  atlas.link = link(atlas, () => draw(atlas));
  const zoom = (factor) => {
    const scale = atlas.plot._fullLayout?.geo?.projection?.scale ?? 1;
    return window.Plotly.relayout(atlas.plot, "geo.projection.scale", Math.max(0.6, Math.min(60, scale * factor)));
  };
  atlas.tools.append(
    button("+", words.zoom_in, () => zoom(1.6)),
    button("−", words.zoom_out, () => zoom(1 / 1.6)),
    button("⟲", words.reset, () => draw(atlas, true)),
    button("PNG", words.png, () => save(atlas, stateOf(atlas), "png")),
    button("SVG", words.svg, () => save(atlas, stateOf(atlas), "svg")),
  );
  atlas.observer = new ResizeObserver(() => fit(atlas));
  atlas.observer.observe(parts.root);
  // The text's colour follows the theme; the style sheet gives it a transition too short to see, to be heard of here.
  parts.root.addEventListener("transitionend", ({ target }) => target === parts.root && fit(atlas));
  return atlas;
};

const stateOf = (atlas) => {
  const { data, layer, index, root } = atlas;
  const { box, plot } = measure(data.view, root.clientWidth);
  const names = { ...layer.names, ...data.names };
  const font = getComputedStyle(root).fontFamily;
  return { data, layer, index, names, font, narrow: box.width < NARROW, box, size: plot };
};

const mark = (atlas, place) => {
  atlas.marked = place;
  markAreas(atlas.plot, place);
};

const describe = (atlas, state) => {
  const { data, index, root } = atlas;
  const year = data.years[index];
  root.dataset.indicator = data.indicator;
  root.dataset.year = String(year);
  root.dataset.view = data.view;
  root.dataset.selected = data.selected ?? "";
  const gaps = data.flows ? flowGaps(data.flows, year) : "";
  atlas.note.textContent = [gaps, data.flows?.note, data.note].filter(Boolean).join(" ");
  atlas.heading.textContent = `${data.title}, ${year}`;
  atlas.picture.setAttribute("aria-label", inWords(data, state.names, index));
};

const drawFlows = (atlas, { data, index, names, narrow }) =>
  atlas.flowLayer.set({
    flows: data.flows,
    year: data.years[index],
    names: { ...names, ...data.flows?.names },
    printed: new Set(VIEWS[data.view].labels === "values" || (VIEWS[data.view].labels === "names" && !narrow) ? data.labelled : []),
    selected: data.pair,
    tones: atlas.tones,
  });

/** Only fills, printed values and flows change: they are painted in place. */
const repaint = (atlas, state) => {
  repaintAreas(atlas.plot, state, atlas.tones);
  repaintLabels(atlas.plot, state, atlas.tones);
  drawFlows(atlas, state);
};

/** Another year of what is drawn. */
const step = (atlas, index) => {
  atlas.index = index;
  if (atlas.root.dataset.ready !== "true") return draw(atlas);
  const state = stateOf(atlas);
  repaint(atlas, state);
  if (atlas.marked !== null) mark(atlas, atlas.marked);
  return describe(atlas, state);
};

/** All that Plotly's shapes, their places and their order follow from: while it is the same, they stand as drawn. */
const groundOf = ({ data, layer, tones }, { size, narrow }) => {
  const { view, selected, cells, points } = data;
  return JSON.stringify([view, selected, Object.keys(cells), Boolean(points), layer.url, size, narrow, tones.water]);
};

const plotAll = async (atlas, state, kept) => {
  const config = { displayModeBar: false, scrollZoom: true, responsive: false, doubleClick: false };
  await window.Plotly.react(atlas.plot, traces(state, atlas.tones), layout(state, kept, atlas.tones), {
    topojsonURL: atlas.topology,
    ...config,
  });
  await regroup(atlas.plot, state);
};

const lay = (atlas, { box, size }) => {
  atlas.picture.style.height = `${box.height}px`;
  Object.assign(atlas.plot.style, {
    left: `${(box.width - size.width) / 2}px`,
    top: `${(box.height - size.height) / 2}px`,
    width: `${size.width}px`,
    height: `${size.height}px`,
  });
};

/** Lay a picture of the old view over the new one and let it fade, unless the reader asked for less motion. */
const fade = (atlas) => {
  const old = atlas.plot.querySelector(".main-svg");
  if (!old || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const ghost = old.cloneNode(true);
  ghost.classList.add("atlas-ghost");
  ghost.style.cssText += `left:${atlas.plot.style.left};top:${atlas.plot.style.top}`;
  atlas.picture.append(ghost);
  ghost.animate([{ opacity: 1 }, { opacity: 0 }], FADE_MS).finished.finally(() => ghost.remove());
};

/** Draw anew where the room or the theme is no longer the one that was drawn for. */
const fit = (atlas) => {
  const { root, width, tones } = atlas;
  return atlas.drawn !== null && (root.clientWidth !== width || theme(isDark(root)) !== tones) && draw(atlas);
};

const draw = async (atlas, reset = false) => {
  const { plot, root } = atlas;
  const turn = ++atlas.turn;
  root.dataset.ready = "false";
  await atlas.gesture?.over();
  if (turn !== atlas.turn) return;
  const { data } = atlas;
  const dark = isDark(root);
  atlas.tones = theme(dark);
  root.classList.toggle("atlas-dark", dark);
  const isSame = atlas.framed === data.view;
  const kept = isSame && !reset ? camera(plot.layout.geo) : null;
  if (atlas.drawn !== null && !isSame) fade(atlas);
  atlas.framed = data.view;
  atlas.width = root.clientWidth;
  const state = stateOf(atlas);
  root.classList.toggle("atlas-narrow", state.narrow);
  lay(atlas, state);
  const ground = groundOf(atlas, state);
  if (reset || ground !== atlas.ground || data.points) {
    atlas.ground = null;
    await plotAll(atlas, state, kept);
    if (turn !== atlas.turn) return;
    if (atlas.drawn === null) listen(atlas);
    atlas.ground = ground;
    atlas.drawn = data.view;
    drawFlows(atlas, state);
  } else repaint(atlas, state);
  atlas.wait.hidden = true;
  atlas.marked = null;
  drawLegend(atlas.legend, data, atlas.tones, (place) => mark(atlas, place));
  describe(atlas, state);
  atlas.link.moved();
  root.dataset.ready = "true";
  fit(atlas);
};

const listen = (atlas) => {
  atlas.tools.inert = atlas.time.inert = false;
  atlas.gesture = gesture(atlas.plot);
  atlas.link.listen();
  atlas.plot.on("plotly_relayouting", atlas.flowLayer.lay);
  atlas.plot.on("plotly_relayout", async () => {
    const wanted = recentred(atlas.data.view, atlas.plot.layout.geo);
    if (wanted) return window.Plotly.relayout(atlas.plot, wanted);
    await regroup(atlas.plot, stateOf(atlas));
    atlas.link.moved();
    return atlas.flowLayer.lay();
  });
  const { plot } = atlas;
  const from = [0, 0];
  plot.addEventListener("mousedown", ({ clientX, clientY }) => from.splice(0, 2, clientX, clientY), true);
  const choose = (event) => {
    const isDrag = Math.hypot(event.clientX - from[0], event.clientY - from[1]) > DRAG_PX;
    const iso3 = isDrag ? null : (siteAt(plot, event) ?? countryAt(plot, event));
    if (!iso3 || iso3 === atlas.data.selected) return;
    // Outlined at once; the answer of the server draws the same.
    atlas.data = { ...atlas.data, selected: iso3 };
    draw(atlas);
    atlas.link.chosen(iso3);
    atlas.send("country", iso3);
  };
  plot.addEventListener("click", choose, true);
};

const yearIndex = (atlas, data) => {
  const before = atlas.data;
  const same = before && before.indicator === data.indicator && before.year === data.year;
  const reached = before && (same || atlas.timeline.ahead) ? data.years.indexOf(before.years[atlas.index]) : -1;
  return reached >= 0 ? reached : Math.max(0, data.years.indexOf(data.year));
};

const destroy = (atlas, parent) =>
  setTimeout(() => {
    // A newer call may own the same element: only a map that has left the page is taken down.
    if (parent.isConnected) return;
    atlas.observer.disconnect();
    atlas.timeline.stop();
    atlas.link.leave();
    if (atlas.drawn) window.Plotly.purge(atlas.plot);
    mounted.delete(parent);
  }, 0);

/** Draw or redraw the map for `component.data`; returns what takes it down. */
export const show = async ({ data: sent, parentElement, setTriggerValue }, base) => {
  style(new URL("style.css", here).href);
  const call = {};
  asked.set(parentElement, call);
  const [setup, content] = await Promise.all([setupOf(sent.setup), unpack(sent.content)]);
  if (asked.get(parentElement) !== call) return () => {};
  const data = { ...setup, ...sent, ...content, points: sent.points ? setup.points : null };
  data.flows = content.flows === true ? setup.flows : content.flows || null;
  const atlas = mounted.get(parentElement) ?? create(parentElement, data.words);
  mounted.set(parentElement, atlas);
  parentElement.querySelector(".atlas-fault")?.remove();
  atlas.root.hidden = false;
  atlas.root.dataset.ready = "false";
  const address = new URL(data.layers[VIEWS[data.view].layer], base).href;
  const [layer] = await Promise.all([layerOf(address, new URL(data.topology, base)), plotly()]);
  // All at once and only now: what the reader does while a layer is on its way still meets a whole map.
  if (asked.get(parentElement) === call) {
    const index = yearIndex(atlas, data);
    const topology = new URL(data.topology, base).href;
    const send = (what, value) => setTriggerValue("choice", { [what]: value });
    Object.assign(atlas, { data, layer, index, topology, send });
    atlas.link.join(data.group);
    atlas.timeline.set(data.years, fullYears(data), index, data.words);
    await draw(atlas);
  }
  return () => destroy(atlas, parentElement);
};
