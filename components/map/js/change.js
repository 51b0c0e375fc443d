// What a map is painted from changes: by the server's answer, or ahead of it by what the browser has at hand.
import { fullYears, openYears } from "./base/cells.js";
import { preloadOf } from "./base/preload.js";
import { draw } from "./draw.js";

const REST_MS = 300;

/** Tell the page of a choice made on this map; whether it is to be sent to the server, too.
 * @type {(name: string, part: string, value: string | number | null) => boolean} */
export const tell = (name, part, value) =>
  document.dispatchEvent(
    new CustomEvent(`atlas:${name}`, { detail: { part, value: String(value ?? "") }, cancelable: true }),
  );

/** Tell the page what the server's answer shows, under the names of the parts of the link.
 * @type {(data: MapData) => void} */
export const answered = (data) => {
  /** @type {Record<string, string | number | null>} */
  const said = { indicator: data.indicator, year: data.year, country: data.selected, pair: data.pair };
  Object.entries(data.parts).forEach(([what, part]) => tell("answered", part, said[what]));
};

/** Take over data and year, and paint them.
 * @type {(atlas: Atlas, data: MapData, index: number) => Promise<void>} */
export const applyData = (atlas, data, index) => {
  Object.assign(atlas, { data, index });
  atlas.timeline.set(data.years, { full: fullYears(data), open: openYears(data) }, index, data.words);
  return draw(atlas);
};

/** Which year of new data the map is to show: the one that the reader has reached on it, where that is in them.
 * @type {(atlas: Atlas, data: MapData) => number} */
export const yearIndex = (atlas, data) => {
  const before = atlas.data;
  const same = before && before.indicator === data.indicator && before.year === data.year;
  const reached = before && (same || atlas.timeline.ahead) ? data.years.indexOf(before.years[atlas.index]) : -1;
  return reached >= 0 ? reached : Math.max(0, data.years.indexOf(data.year));
};

/** Paint the indicator that the page's list now says, where it is preloaded with a figure for this year.
 * @type {(atlas: Atlas, label: string) => void} */
export const goAhead = (atlas, label) => {
  const { data, index } = atlas;
  const found = atlas.drawnView && atlas.preload?.beside(data.indicator, label);
  if (!found || found.partial || found.indicator === data.indicator || !found.years.includes(data.years[index])) return;
  tell("chosen", data.parts.indicator, found.indicator);
  applyData(atlas, { ...data, ...found }, found.years.indexOf(data.years[index]));
};

/** Have all indicators at hand for the next change, once the page is at rest; without it the server's answer is awaited.
 * @type {(atlas: Atlas, address: string | undefined) => void} */
export const fetchPreload = (atlas, address) => {
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
