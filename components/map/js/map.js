// The map: one Plotly graph per mount, redrawn in place so that zoom and pan survive every change.
import { button, skeleton } from "./base/dom.js";
import { zoomOf } from "./base/plotly.js";
import { listed } from "./base/preload.js";
import { recentred } from "./base/views.js";
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
import { answered, applyData, fetchPreload, goAhead, tell, yearIndex } from "./change.js";
import { draw, fit, follow, stateOf, step } from "./draw.js";
import { adopted, hold, turn } from "./early.js";
import { whole } from "./map_data.js";
import { needsOf, styled } from "./needs.js";

export { keep } from "./base/setups.js";
export { begin } from "./needs.js";

const ZOOM = 1.6;
const LEAVING = ["pointerdown", "keydown"];
/** @type {WeakMap<HTMLElement, Atlas>} */
const mounted = new WeakMap();
/** @type {WeakMap<HTMLElement, object>} */
const asked = new WeakMap();

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

/** Draw a map into a host before the page is there; `isUp` tells when the page may take it over.
 * @type {(host: HTMLElement, data: MapData, base: URL, isUp: Promise<void>) => Promise<void>} */
export const first = (host, data, base, isUp) => hold(() => create(host, data), data, base, isUp);

/** Draw or redraw the map for `component.data`; returns what takes it down.
 * @type {(component: Mount<Message>, base: URL) => Promise<() => void>} */
export const show = async ({ data: sent, parentElement, setTriggerValue }, base) => {
  styled();
  const call = {};
  asked.set(parentElement, call);
  const preload = sent.preload ? new URL(sent.preload, base).href : undefined;
  const end = () => {
    const atlas = mounted.get(parentElement);
    if (atlas) destroy(atlas, parentElement);
  };
  // Without the preload the server has to send it; what is painted stays until then.
  const lack = () => setTriggerValue("lacks", true);
  const [data] = await Promise.all([whole(sent, preload), turn()]);
  if (asked.get(parentElement) !== call) return end;
  if (!data) {
    lack();
    return end;
  }
  const before = mounted.get(parentElement);
  const ready = before ? null : adopted(parentElement, data.language);
  const atlas = ready?.atlas ?? (before?.language === data.language ? before : create(parentElement, data));
  mounted.set(parentElement, atlas);
  atlas.root.dataset.ready = "false";
  const needs = await needsOf(data, base);
  parentElement.querySelector(".atlas-fault")?.remove();
  atlas.root.hidden = false;
  // All at once and only now: what the reader does while a layer is on its way still meets a whole map.
  if (asked.get(parentElement) === call) {
    /** @type {Atlas["send"]} */
    const send = (what, value) => {
      const part = data.parts[what];
      if (part && tell("chosen", part, value)) setTriggerValue("choice", { [what]: value });
    };
    Object.assign(atlas, { ...needs, send, lack });
    atlas.sync.join(data.group);
    answered(data);
    const chosen = ready?.chosen ?? {};
    const selected = String(chosen.country ?? "") || data.selected;
    await applyData(atlas, { ...data, selected }, yearIndex(atlas, data));
    Object.entries(chosen).forEach(([what, value]) => send(what, value));
    fetchPreload(atlas, preload);
  }
  return end;
};
