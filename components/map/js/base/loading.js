// What is fetched once per page and kept: plotly.js, the stylesheet, the layers of shapes.
import { provide } from "./plotly.js";

/** @type {Map<string, Promise<Layer>>} */
const layers = new Map();
/** @type {Map<string, Promise<void>>} */
const styles = new Map();
const BASE = "world_110m";

/** @type {Promise<void> | null} */
let plotly = null;

/** Load plotly.js once. Rejects with its address, and can then be asked again.
 * @type {(address: string) => Promise<void>} */
export const script = (address) => {
  plotly ??= new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = address;
    const fail = () => {
      plotly = null;
      tag.remove();
      reject(new Error(`${address}`));
    };
    // What is not found may be answered by a page, which is no script and yet loads.
    tag.onload = () => (window.Plotly ? resolve() : fail());
    tag.onerror = fail;
    document.head.append(tag);
  });
  return plotly;
};

/** Load a stylesheet once. Resolves where it does not come, too: a map without it is better than none.
 * @type {(address: string) => Promise<void>} */
export const style = (address) => {
  const known = styles.get(address);
  if (known) return known;
  const loading = new Promise((/** @type {(value: void) => void} */ resolve) => {
    const tag = document.createElement("link");
    Object.assign(tag, { rel: "stylesheet", href: address, onload: () => resolve(), onerror: () => resolve() });
    document.head.append(tag);
  });
  styles.set(address, loading);
  return loading;
};

/** A JSON file of the app, known by a part that it has. Rejects with its address and what was wrong.
 * @type {(address: string, part: string, options?: RequestInit) => Promise<any>} */
export const json = async (address, part, options) => {
  try {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const found = await answer.json();
    if (!found?.[part]) throw new Error("another file in its place");
    return found;
  } catch (error) {
    throw new Error(`${address} (${/** @type {Error} */ (error).message})`);
  }
};

/** What Python packed: JSON, deflated, as base64.
 * @type {(text: string) => Promise<any>} */
export const unpack = (text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
};

/** A layer of shapes, fetched once: {url, ids, points, names}. Plotly finds it under the same address, and the empty base
 * map from the folder `topology` under its name: left alone, it would ask for that only when it draws.
 * @type {(address: string, topology: string | URL) => Promise<Layer>} */
export const layerOf = (address, topology) => {
  const known = layers.get(address);
  if (known) return known;
  const asked = [json(address, "features"), json(new URL(`${BASE}.json`, topology).href, "objects")];
  const loading = Promise.all(asked).then(([collection, empty]) => {
    provide(address, collection, BASE, empty);
    /** @type {{ id: string, properties: { name: string, label_lon: number, label_lat: number } }[]} */
    const features = collection.features;
    return {
      url: address,
      ids: features.map(({ id }) => id),
      points: Object.fromEntries(
        features.map(({ id, properties: { label_lon, label_lat } }) => [id, [label_lon, label_lat]]),
      ),
      names: Object.fromEntries(features.map(({ id, properties: { name } }) => [id, name])),
    };
  });
  loading.catch(() => layers.delete(address));
  layers.set(address, loading);
  return loading;
};
