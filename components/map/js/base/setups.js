// What maps need once and not with every change: words, names, layers, flows. Under its digest, for all maps of a page.
import { layerOf, unpack } from "./loading.js";

const setups = new Map();

const entryOf = (digest) => {
  if (!setups.has(digest)) {
    const waiting = {};
    waiting.promise = new Promise((resolve) => (waiting.resolve = resolve));
    setups.set(digest, waiting);
  }
  return setups.get(digest);
};

/** The setup of a digest, as soon as it is there: a map may be asked for before its setup has come. */
export const setupOf = (digest) => entryOf(digest).promise;

/** Keep a setup, and fetch the layer that a map of it is likely to want first. */
export const keep = async ({ data: { setup, content } }, base) => {
  const kept = await unpack(content);
  layerOf(new URL(kept.layers.world, base).href, new URL(kept.topology, base)).catch(() => {});
  entryOf(setup).resolve(kept);
};
