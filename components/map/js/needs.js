// What every map needs before it can be drawn: plotly.js, the styles, its layer of shapes.
import { layerOf, script, style } from "./base/loading.js";
import { VIEWS } from "./base/views.js";

/** @typedef {Pick<Atlas, "layer" | "topology">} Needs */

/** @type {(name: string) => string} */
const beside = (name) => new URL(`${name}${new URL(import.meta.url).search}`, import.meta.url).href;
const plotly = () => script(beside("plotly/plotly-geo.min.js"));
export const styled = () => style(beside("style.css"));

plotly().catch(() => {});

/** What a map needs. Its styles, too: what is placed before they are there stays out of place.
 * @type {(data: MapData, base: URL) => Promise<Needs>} */
export const needsOf = async (data, base) => {
  const topology = new URL(data.topology, base).href;
  const address = new URL(data.layers[VIEWS[data.view].layer], base).href;
  const [layer] = await Promise.all([layerOf(address, topology), plotly(), styled()]);
  return { layer, topology };
};

/** Have at hand what a map of a layer needs, before one is there; what does not come is asked for again by the map.
 * @type {(layer: string, topology: string) => void} */
export const begin = (layer, topology) => {
  styled();
  layerOf(layer, new URL(topology)).catch(() => {});
};
