// The map that is drawn before the page is there, from data that came with it. The first map that the page asks for in the
// same language takes it over, with what was chosen on it meanwhile.

/** @typedef {[string, string | number]} Chosen */
/** @type {{ atlas: Atlas, chosen: Chosen[] } | null} */
let early = null;

/** Hold a map until the page takes it over; what it needs, or null where the page was there first.
 * @type {(atlas: Atlas, needs: [Promise<Pick<Atlas, "layer" | "topology">>, ...Promise<void>[]]) => Promise<object | null>} */
export const held = async (atlas, needs) => {
  /** @type {Chosen[]} */
  const chosen = [];
  early = { atlas, chosen };
  const [found] = await Promise.all(needs);
  if (early?.atlas !== atlas) return null;
  /** @type {Atlas["send"]} */
  const send = (what, value) => chosen.push([what, value]);
  return { ...found, send };
};

/** The early map, now in an element of the page; null where there is none that fits.
 * @type {(parent: HTMLElement, language: string) => { atlas: Atlas, chosen: Chosen[] } | null} */
export const adopted = (parent, language) => {
  if (early?.atlas.language !== language) return null;
  const found = early;
  early = null;
  parent.append(found.atlas.root);
  return found;
};
