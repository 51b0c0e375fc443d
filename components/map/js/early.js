// The map that is drawn before the page is there, from data that came with it. The first map of the page takes it over once
// the page is up, with what was chosen on it meanwhile; one in another language, or of a page that was up first, does not.
import { applyData } from "./change.js";
import { needsOf } from "./needs.js";

/** @typedef {Record<string, string | number>} Chosen */
/** @type {{ atlas: Atlas, chosen: Chosen, isUp: Promise<void> } | null} */
let early = null;
let isLate = false;

/** Draw a map into a host of its own, and hold it until the page, of which `isUp` tells, takes it over.
 * @type {(make: () => Atlas, data: MapData, base: URL, isUp: Promise<void>) => Promise<void>} */
export const hold = async (make, data, base, isUp) => {
  if (isLate) return;
  const atlas = make();
  /** @type {Chosen} */
  const chosen = {};
  early = { atlas, chosen, isUp };
  const needs = await needsOf(data, base);
  if (early?.atlas !== atlas) return;
  /** @type {Atlas["send"]} */
  const send = (what, value) => (chosen[what] = value);
  Object.assign(atlas, { ...needs, send });
  await applyData(atlas, data, Math.max(0, data.years.indexOf(data.year)));
};

/** When the page may have its maps: it has one already while there is an early one.
 * @type {() => Promise<void> | undefined} */
export const turn = () => early?.isUp;

/** The early map, now in an element of the page, and what was chosen on it; null where there is none that fits.
 * @type {(parent: HTMLElement, language: string) => { atlas: Atlas, chosen: Chosen } | null} */
export const adopted = (parent, language) => {
  isLate = true;
  const found = early;
  early = null;
  if (!found) return null;
  const { atlas } = found;
  if (atlas.language === language && atlas.root.isConnected) {
    parent.append(atlas.root);
    return found;
  }
  atlas.root.dispatchEvent(new Event("atlas:replaced"));
  atlas.root.remove();
  return null;
};
