// What maps need once and not with every change: words, names, layers, flows. Under its digest, for all maps of a page.
import { layerOf, unpack } from "./loading.js";
import { VIEWS } from "./views.js";

/** @typedef {{ promise: Promise<Setup>, resolve: (setup: Setup) => void }} Entry */
/** @type {Map<string, Entry>} */
const setups = new Map();

/** @type {(digest: string) => Entry} */
const entryOf = (digest) => {
  const known = setups.get(digest);
  if (known) return known;
  const waiting = /** @type {Entry} */ ({});
  waiting.promise = new Promise((resolve) => (waiting.resolve = resolve));
  setups.set(digest, waiting);
  return waiting;
};

/** The setup of a digest, as soon as it is there: a map may be asked for before its setup has come.
 * @type {(digest: string) => Promise<Setup>} */
export const setupOf = (digest) => entryOf(digest).promise;

/** Keep a setup, and fetch the layer that a map of it is likely to want first: that of the view in the link.
 * @type {(component: Mount<SetupMessage>, base: URL) => Promise<void>} */
export const keep = async ({ data: { setup, content } }, base) => {
  /** @type {Setup} */
  const kept = await unpack(content);
  const { layer } = VIEWS[new URLSearchParams(location.search).get("view") ?? ""] ?? VIEWS.five;
  layerOf(new URL(kept.layers[layer], base).href, new URL(kept.topology, base)).catch(() => {});
  entryOf(setup).resolve(kept);
};
