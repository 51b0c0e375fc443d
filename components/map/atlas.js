// The map: one Plotly graph per mount, redrawn in place so that zoom and pan survive every change.
import { layout, traces } from "./figure.js";
import { flowLayer } from "./flowlayer.js";
import { flowGaps } from "./flows.js";
import { drawLegend, element } from "./legend.js";
import { isDark, theme } from "./palette.js";
import { timeline } from "./timeline.js";
import { camera, VIEWS } from "./views.js";

const mounted = new WeakMap();
const setups = new Map();
const layers = new Map();
const here = new URL(".", import.meta.url);

const script = (address) =>
  new Promise((resolve, reject) => {
    if (window.Plotly) return resolve();
    const tag = document.createElement("script");
    tag.src = address;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(`${address}`));
    document.head.append(tag);
  });

const style = (address) => {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const tag = document.createElement("link");
  Object.assign(tag, { rel: "stylesheet", href: address });
  document.head.append(tag);
};

const json = async (address) => {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await answer.json();
  } catch (error) {
    throw new Error(`${address} (${error.message})`);
  }
};

/** A layer of shapes, fetched once: {url, ids, points, names}. Plotly finds it under the same address. */
const layerOf = (address) => {
  if (!layers.has(address)) {
    const loading = json(address).then((collection) => {
      const store = (window.PlotlyGeoAssets ??= { topojson: {} });
      store[address] = collection;
      return {
        url: address,
        ids: collection.features.map((feature) => feature.id),
        points: Object.fromEntries(collection.features.map(({ id, properties: p }) => [id, [p.label_lon, p.label_lat]])),
        names: Object.fromEntries(collection.features.map(({ id, properties }) => [id, properties.name])),
      };
    });
    loading.catch(() => layers.delete(address));
    layers.set(address, loading);
  }
  return layers.get(address);
};

const skeleton = (parent, words) => {
  const root = element("section", "atlas-map");
  root.dataset.testid = "atlas-map";
  root.dataset.ready = "false";
  const plot = element("div", "atlas-plot");
  const frame = element("div", "atlas-frame");
  const picture = element("div", "atlas-picture");
  picture.setAttribute("role", "img");
  const tools = element("div", "atlas-tools");
  const heading = element("p", "atlas-heading");
  const legend = element("div", "atlas-legends");
  const time = element("div", "atlas-time");
  const note = element("p", "atlas-note");
  const wait = element("p", "atlas-wait", words.loading);
  picture.append(wait, plot);
  frame.append(picture, tools);
  root.append(heading, frame, time, legend, note);
  parent.append(root);
  return { root, plot, picture, tools, heading, legend, time, note, wait };
};

const create = (parent, words) => {
  const parts = skeleton(parent, words);
  const atlas = { ...parts, data: null, index: 0, turn: 0, camera: {}, send: () => {}, drawn: null };
  atlas.timeline = timeline(
    parts.time,
    (index) => {
      atlas.index = index;
      draw(atlas);
    },
    (index) => atlas.send("year", atlas.data.years[index]),
  );
  atlas.flowLayer = flowLayer(parts.plot, parts.picture, (id) => atlas.send("pair", id));
  toolButtons(atlas, words);
  atlas.observer = new ResizeObserver(() => resize(atlas));
  atlas.observer.observe(parts.root);
  return atlas;
};

const toolButtons = (atlas, words) => {
  const zoom = (factor) => {
    const scale = atlas.plot._fullLayout?.geo?.projection?.scale ?? 1;
    return window.Plotly.relayout(atlas.plot, "geo.projection.scale", Math.max(0.6, Math.min(60, scale * factor)));
  };
  const reset = () => draw(atlas, true);
  [["+", words.zoom_in, () => zoom(1.6)], ["−", words.zoom_out, () => zoom(1 / 1.6)], ["⟲", words.reset, reset]].forEach(
    ([sign, label, act]) => {
      const node = element("button", "atlas-button", sign);
      Object.assign(node, { type: "button", title: label });
      node.setAttribute("aria-label", label);
      node.addEventListener("click", act);
      atlas.tools.append(node);
    },
  );
};

const resize = (atlas) => {
  const narrow = atlas.root.clientWidth < 560;
  if (!atlas.drawn || (narrow === atlas.narrow && atlas.plot.clientWidth === atlas.width)) return;
  draw(atlas);
};

const describe = (atlas) => {
  const { data, index, root } = atlas;
  const year = data.years[index];
  root.dataset.indicator = data.indicator;
  root.dataset.year = String(year);
  root.dataset.view = data.view;
  root.dataset.selected = data.selected ?? "";
  const gaps = data.flows ? flowGaps(data.flows, year) : "";
  atlas.note.textContent = [gaps, data.flows?.note, data.note].filter(Boolean).join(" ");
  atlas.heading.textContent = `${data.title}, ${year}`;
  atlas.picture.setAttribute("aria-label", year === data.year ? data.alt : `${data.title}, ${year}`);
};

const draw = async (atlas, reset = false) => {
  const { data, plot, root, layer } = atlas;
  const turn = ++atlas.turn;
  root.dataset.ready = "false";
  const dark = isDark(root);
  const tones = theme(dark);
  root.classList.toggle("atlas-dark", dark);
  if (atlas.drawn === data.view && !reset) atlas.camera = camera(plot.layout.geo);
  else atlas.camera = null;
  atlas.narrow = root.clientWidth < 560;
  atlas.width = plot.clientWidth;
  const height = Math.round(Math.max(240, Math.min(580, root.clientWidth * 0.6)));
  const state = { data, layer, index: atlas.index, narrow: atlas.narrow, height, names: { ...layer.names, ...data.names } };
  await window.Plotly.react(plot, traces(state, tones), layout(state, atlas.camera, tones), {
    topojsonURL: atlas.topology,
    displayModeBar: false,
    scrollZoom: true,
    responsive: false,
    doubleClick: false,
  });
  if (turn !== atlas.turn) return;
  if (atlas.drawn === null) listen(atlas);
  atlas.drawn = data.view;
  const isPrinted = VIEWS[data.view].labels !== "none" && !atlas.narrow;
  atlas.flowLayer.set({
    flows: data.flows,
    year: data.years[atlas.index],
    names: { ...state.names, ...data.flows?.names },
    printed: new Set(isPrinted ? Object.keys(data.names) : []),
    selected: data.pair,
    tones,
  });
  atlas.wait.hidden = true;
  drawLegend(atlas.legend, data, tones);
  describe(atlas);
  root.dataset.ready = "true";
};

const listen = (atlas) => {
  atlas.plot.on("plotly_relayouting", atlas.flowLayer.lay);
  atlas.plot.on("plotly_relayout", atlas.flowLayer.lay);
  atlas.plot.on("plotly_click", ({ points }) => {
    const place = points.find((point) => point.location);
    if (place && place.location !== atlas.data.selected) atlas.send("country", place.location);
  });
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
    if (atlas.drawn) window.Plotly.purge(atlas.plot);
    mounted.delete(parent);
  }, 0);

/** What maps need once and not with every change: words, names, layers, flows. Under its digest, for all maps of a page. */
const setupOf = (digest) => {
  if (!setups.has(digest)) {
    const waiting = {};
    waiting.promise = new Promise((resolve) => (waiting.resolve = resolve));
    setups.set(digest, waiting);
  }
  return setups.get(digest);
};

export const keep = ({ data }) => setupOf(data.setup).resolve(data);

/** Draw or redraw the map for `component.data`; returns what takes it down. */
export const show = async ({ data: sent, parentElement, setTriggerValue }, base) => {
  style(new URL("style.css", here).href);
  const setup = await setupOf(sent.setup).promise;
  const data = { ...setup, ...sent, flows: sent.flows === true ? setup.flows : sent.flows || null };
  const atlas = mounted.get(parentElement) ?? create(parentElement, data.words);
  mounted.set(parentElement, atlas);
  parentElement.querySelector(".atlas-fault")?.remove();
  atlas.root.hidden = false;
  atlas.root.dataset.ready = "false";
  atlas.index = yearIndex(atlas, data);
  atlas.data = data;
  atlas.send = (what, value) => setTriggerValue("choice", { [what]: value });
  atlas.topology = new URL(data.topology, base).href;
  const turn = ++atlas.turn;
  const address = new URL(data.layers[VIEWS[data.view].layer], base).href;
  const [layer] = await Promise.all([layerOf(address), script(new URL("plotly.min.js", here).href)]);
  if (turn === atlas.turn) {
    atlas.layer = layer;
    atlas.timeline.set(data.years, [], atlas.index, data.words);
    await draw(atlas);
  }
  return () => destroy(atlas, parentElement);
};
