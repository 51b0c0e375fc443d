// The map: one Plotly graph per mount, redrawn in place so that zoom and pan survive every change.
import { fullYears, openYears } from "./base/cells.js";
import { button, skeleton } from "./base/dom.js";
import { layerOf, script, style } from "./base/loading.js";
import { zoomOf } from "./base/plotly.js";
import { listed, preloadOf } from "./base/preload.js";
import { recentred, VIEWS } from "./base/views.js";
import { save } from "./controls/image_file.js";
import { timeline } from "./controls/timeline.js";
import { chooseCountry, clickOf, hearClicks, taken } from "./interaction/choosing.js";
import { gesture } from "./interaction/gesture.js";
import { sync } from "./interaction/sync.js";
import { sharePointer } from "./interaction/wheel.js";
import { badgeLayer } from "./layers/badge.js";
import { flowLayer } from "./layers/flow_layer.js";
import { labelLayer } from "./layers/labels.js";
import { regroup } from "./layers/points.js";
import { tipIn } from "./layers/tip.js";
import { draw, fit, follow, stateOf, step } from "./draw.js";
import { whole } from "./map_data.js";

export { keep } from "./base/setups.js";

const ZOOM = 1.6;
const REST_MS = 300;
const LEAVING = ["pointerdown", "keydown"];
/** @type {WeakMap<HTMLElement, Atlas>} */
const mounted = new WeakMap();
/** @type {WeakMap<HTMLElement, object>} */
const asked = new WeakMap();
/** @type {(name: string) => string} */
const beside = (name) => new URL(`${name}${new URL(import.meta.url).search}`, import.meta.url).href;
const plotly = () => script(beside("plotly/plotly-geo.min.js"));

plotly().catch(() => {});

/** Have at hand what a map of a layer needs, before one is there; what does not come is asked for again by the map.
 * @type {(layer: string, topology: string) => void} */
export const begin = (layer, topology) => {
  style(beside("style.css"));
  layerOf(layer, new URL(topology)).catch(() => {});
};

/** Tell the page of a choice made on this map; whether it is to be sent to the server, too.
 * @type {(name: string, part: string, value: string | number | null) => boolean} */
const tell = (name, part, value) =>
  document.dispatchEvent(
    new CustomEvent(`atlas:${name}`, { detail: { part, value: String(value ?? "") }, cancelable: true }),
  );

/** Tell the page what the server's answer shows, under the names of the parts of the link.
 * @type {(data: MapData) => void} */
const answered = (data) => {
  /** @type {Record<string, string | number | null>} */
  const said = { indicator: data.indicator, year: data.year, country: data.selected, pair: data.pair };
  Object.entries(data.parts).forEach(([what, part]) => tell("answered", part, said[what]));
};

/** @type {(parent: HTMLElement, data: MapData) => Atlas} */
const create = (parent, { words, language, signs }) => {
  // A map of another version of this script or in another language: it hears no answer any more.
  parent.querySelectorAll(".atlas-map").forEach((old) => {
    old.dispatchEvent(new Event("atlas:replaced"));
    old.remove();
  });
  const parts = skeleton(parent, words);
  /** @type {Atlas} */
  const atlas = /** @type {any} */ ({
    ...parts,
    language,
    data: null,
    index: 0,
    turn: 0,
    send: () => {},
    lack: () => {},
    drawnView: null,
    layoutKey: null,
    begunView: null,
    highlighted: null,
    preload: null,
    preloadAddress: null,
  });
  parts.tools.inert = parts.time.inert = true;
  atlas.timeline = timeline(
    parts.time,
    { language, signs },
    (index) => step(atlas, index),
    (index) => atlas.send("year", atlas.data.years[index]),
  );
  const tip = tipIn(parts.picture);
  atlas.choose = (country) => chooseCountry(atlas, country, draw);
  atlas.badge = badgeLayer(parts, tip, { choose: atlas.choose, point: (iso3) => atlas.sync.point(iso3) });
  atlas.flowLayer = flowLayer(parts, tip, atlas.badge.place, (event) => clickOf(atlas, event));
  atlas.labelLayer = labelLayer(parts, atlas.badge.place);
  atlas.sync = sync(atlas, () => draw(atlas));
  atlas.listen = () => listen(atlas);
  atlas.unlisted = listed((label) => goAhead(atlas, label));
  /** @type {(turns: number) => unknown} */
  const zoom = (turns) => {
    if (atlas.drawnView === null) return null;
    return window.Plotly.relayout(
      atlas.plot,
      "geo.projection.scale",
      Math.max(0.6, Math.min(60, zoomOf(atlas.plot) * ZOOM ** turns)),
    );
  };
  atlas.tools.append(
    button("+", words.zoom_in, () => zoom(1)),
    button("−", words.zoom_out, () => zoom(-1)),
    button("⟲", words.reset, () => draw(atlas, true)),
    button("PNG", words.png, () => save(atlas, stateOf(atlas), "png")),
    button("SVG", words.svg, () => save(atlas, stateOf(atlas), "svg")),
  );
  sharePointer(parts, words, zoom);
  // What a click at a place of the window would take, without a click.
  parts.root.takenAt = (place) => taken(atlas, place);
  parts.root.addEventListener("atlas:replaced", () => takeDown(atlas));
  atlas.observer = new ResizeObserver(() => fit(atlas));
  atlas.observer.observe(parts.root);
  atlas.resized = () => fit(atlas);
  window.addEventListener("resize", atlas.resized);
  atlas.left = (event) => {
    const isLeaving = event.type === "pointerdown" || (event instanceof KeyboardEvent && event.key === "Enter");
    if (isLeaving && !parts.root.contains(/** @type {Node} */ (event.target))) atlas.timeline.hurry();
  };
  LEAVING.forEach((event) => document.addEventListener(event, atlas.left, true));
  // The text's colour follows the theme; the style sheet gives it a transition too short to see, to be heard of here.
  parts.root.addEventListener("transitionend", ({ target }) => target === parts.root && fit(atlas));
  return atlas;
};

/** @type {(atlas: Atlas) => void} */
const listen = (atlas) => {
  atlas.tools.inert = atlas.time.inert = false;
  atlas.gesture = gesture(atlas.plot);
  atlas.sync.listen();
  atlas.plot.on("plotly_relayouting", () => follow(atlas, false));
  atlas.plot.on("plotly_relayout", async () => {
    const wanted = recentred(atlas.data.view, atlas.plot.layout.geo);
    if (wanted) return window.Plotly.relayout(atlas.plot, wanted);
    await regroup(atlas.plot, stateOf(atlas));
    atlas.sync.moved();
    return follow(atlas, true);
  });
  hearClicks(atlas);
};

/** Paint the indicator that the page's list now says, where it is preloaded with a figure for this year.
 * @type {(atlas: Atlas, label: string) => void} */
const goAhead = (atlas, label) => {
  const { data, index } = atlas;
  const found = atlas.drawnView && atlas.preload?.beside(data.indicator, label);
  if (!found || found.partial || found.indicator === data.indicator || !found.years.includes(data.years[index])) return;
  tell("chosen", data.parts.indicator, found.indicator);
  applyData(atlas, { ...data, ...found }, found.years.indexOf(data.years[index]));
};

/** Take over data and year, and paint them.
 * @type {(atlas: Atlas, data: MapData, index: number) => Promise<void>} */
const applyData = (atlas, data, index) => {
  Object.assign(atlas, { data, index });
  atlas.timeline.set(data.years, { full: fullYears(data), open: openYears(data) }, index, data.words);
  return draw(atlas);
};

/** Have all indicators at hand for the next change, once the page is at rest; without it the server's answer is awaited.
 * @type {(atlas: Atlas, address: string | undefined) => void} */
const fetchPreload = (atlas, address) => {
  clearTimeout(atlas.preloadTimer);
  if (address !== atlas.preloadAddress) Object.assign(atlas, { preloadAddress: address, preload: null });
  if (!address || atlas.preload) return;
  atlas.preloadTimer = window.setTimeout(async () => {
    const found = await preloadOf(address).catch(() => null);
    // Meanwhile the data may have been replaced.
    if (atlas.preloadAddress !== address) return;
    atlas.preload = found;
    if (!found) atlas.lack();
  }, REST_MS);
};

/** @type {(atlas: Atlas, data: MapData) => number} */
const yearIndex = (atlas, data) => {
  const before = atlas.data;
  const same = before && before.indicator === data.indicator && before.year === data.year;
  const reached = before && (same || atlas.timeline.ahead) ? data.years.indexOf(before.years[atlas.index]) : -1;
  return reached >= 0 ? reached : Math.max(0, data.years.indexOf(data.year));
};

/** @type {(atlas: Atlas) => void} */
const takeDown = (atlas) => {
  atlas.observer.disconnect();
  window.removeEventListener("resize", atlas.resized);
  LEAVING.forEach((event) => document.removeEventListener(event, atlas.left, true));
  atlas.timeline.stop();
  atlas.sync.leave();
  atlas.unlisted();
  clearTimeout(atlas.preloadTimer);
  if (atlas.drawnView) window.Plotly.purge(atlas.plot);
};

/** @type {(atlas: Atlas, parent: HTMLElement) => void} */
const destroy = (atlas, parent) =>
  setTimeout(() => {
    // A newer call may own the same element: only a map that has left the page is taken down.
    if (parent.isConnected) return;
    takeDown(atlas);
    mounted.delete(parent);
  }, 0);

/** Draw or redraw the map for `component.data`; returns what takes it down.
 * @type {(component: Mount<Message>, base: URL) => Promise<() => void>} */
export const show = async ({ data: sent, parentElement, setTriggerValue }, base) => {
  const styled = style(beside("style.css"));
  const call = {};
  asked.set(parentElement, call);
  const preload = sent.preload ? new URL(sent.preload, base).href : undefined;
  const end = () => {
    const atlas = mounted.get(parentElement);
    if (atlas) destroy(atlas, parentElement);
  };
  // Without the preload the server has to send it; what is painted stays until then.
  const lack = () => setTriggerValue("lacks", true);
  const data = await whole(sent, preload);
  if (asked.get(parentElement) !== call) return end;
  if (!data) {
    lack();
    return end;
  }
  const before = mounted.get(parentElement);
  const atlas = before?.language === data.language ? before : create(parentElement, data);
  mounted.set(parentElement, atlas);
  atlas.root.dataset.ready = "false";
  const address = new URL(data.layers[VIEWS[data.view].layer], base).href;
  const topology = new URL(data.topology, base).href;
  // What is placed before the style is there stays out of place.
  const [layer] = await Promise.all([layerOf(address, topology), plotly(), styled]);
  parentElement.querySelector(".atlas-fault")?.remove();
  atlas.root.hidden = false;
  // All at once and only now: what the reader does while a layer is on its way still meets a whole map.
  if (asked.get(parentElement) === call) {
    /** @type {Atlas["send"]} */
    const send = (what, value) => {
      const part = data.parts[what];
      if (part && tell("chosen", part, value)) setTriggerValue("choice", { [what]: value });
    };
    Object.assign(atlas, { layer, topology, send, lack });
    atlas.sync.join(data.group);
    answered(data);
    await applyData(atlas, data, yearIndex(atlas, data));
    fetchPreload(atlas, preload);
  }
  return end;
};
