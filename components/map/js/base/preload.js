// All indicators of the atlas in one file, fetched when the browser has time. With it another indicator is painted as soon
// as the page's own list says it; the server's answer, which brings table, card and link, paints the same again.
import { json } from "./loading.js";

const LIST = ".st-key-indicator input";
const PATIENCE_MS = 10_000;
/** @type {Map<string, Promise<Preloaded>>} */
const preloads = new Map();
/** @type {Set<(label: string) => void>} */
const hearers = new Set();

/** The preload at an address, fetched once: `values` by indicator, and `beside(id, label)`, what a label in the list of
 * the same subject stands for. Rejects where what is found there is none, or takes too long.
 * @type {(address: string) => Promise<Preloaded>} */
export const preloadOf = (address) => {
  const known = preloads.get(address);
  if (known) return known;
  const options = { signal: AbortSignal.timeout(PATIENCE_MS) };
  const loading = json(address, "values", options).then((/** @type {Preload} */ { subjects, values }) => ({
    values,
    /** @type {Preloaded["beside"]} */
    beside: (id, label) => {
      const subject = subjects.find((labels) => Object.values(labels).includes(id));
      return subject && values[subject[label]];
    },
  }));
  loading.catch(() => preloads.delete(address));
  preloads.set(address, loading);
  return loading;
};

const watch = new MutationObserver((changes) => {
  const targets = changes.map(({ target }) => /** @type {Element} */ (target));
  const list = targets.findLast((target) => target.matches(LIST));
  if (list) hearers.forEach((hear) => hear(list.getAttribute("value") ?? ""));
});

/** Call `hear(label)` whenever the list of indicators says another one; returns what ends it.
 * @type {(hear: (label: string) => void) => () => void} */
export const listed = (hear) => {
  if (!hearers.size) watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["value"] });
  hearers.add(hear);
  return () => {
    hearers.delete(hear);
    if (!hearers.size) watch.disconnect();
  };
};
