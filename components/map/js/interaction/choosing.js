// What a click on the map takes: the pair of a line where it is on the line's ink and the page takes pairs, else the country
// whose shape or site is under it. What the pointer shows, a click takes; both are marked at once, before the server answers.
import { areaGroupsOf } from "../base/plotly.js";
import { fill } from "../base/text.js";
import { countryAt } from "../layers/areas.js";
import { siteAt } from "../layers/points.js";
import { reveal } from "./reveal.js";

const DRAG_PX = 4;
const PULSE = [{ strokeWidth: "2.5px" }, { strokeWidth: "8px" }, { strokeWidth: "2.5px" }];
const PULSE_MS = 350;

/** @type {(atlas: Atlas) => boolean} */
const isTaking = (atlas) => "pair" in atlas.data.parts;

/** @type {(data: MapData, iso3: string | null) => boolean} */
const isOnMap = ({ cells, labelled }, iso3) => iso3 !== null && (iso3 in cells || labelled.includes(iso3));

/** {pair, country, isEnd} at a place of the window; one of the first two at most is not null. Where pairs are not taken, ink
 * over a country on the map takes that country, and over sea or a country not covered the one of the five at its end.
 * @type {(atlas: Atlas, event: MouseEvent) => Taken} */
export const taken = (atlas, event) => {
  const site = atlas.badge.at(event) ?? siteAt(atlas.plot, event);
  if (site) return { pair: null, country: site, isEnd: false };
  const [line, below] = [atlas.flowLayer.at(event), countryAt(atlas.plot, event)];
  if (!line) return { pair: null, country: below, isEnd: false };
  if (isTaking(atlas)) return { pair: line.id, country: null, isEnd: false };
  const end = [line.origin, line.dest].find((iso3) => atlas.data.five.includes(iso3)) ?? null;
  const isEnd = Boolean(end) && !isOnMap(atlas.data, below);
  return { pair: null, country: isEnd ? end : below, isEnd };
};

/** What the label of a line says of a click on it: {says, isPair}.
 * @type {(atlas: Atlas, event: MouseEvent) => { says: string[], isPair: boolean }} */
export const clickOf = (atlas, event) => {
  const { words, names } = atlas.data;
  const { pair, country, isEnd } = taken(atlas, event);
  if (pair) return { says: [words.takes_pair], isPair: true };
  if (!country) return { says: [], isPair: false };
  const says = words[isEnd ? "takes_end" : "takes_country"];
  return { says: [fill(says, { name: names[country] ?? country })], isPair: false };
};

/** @type {(atlas: Atlas, id: string) => void} */
const choosePair = (atlas, id) => {
  const pair = id === atlas.data.pair ? "" : id;
  atlas.data = { ...atlas.data, pair: pair || null };
  atlas.flowLayer.select(pair);
  atlas.send("pair", pair);
};

/** Outline a country; that of one that is outlined already swells for a moment.
 * @type {(atlas: Atlas, country: string, draw: (atlas: Atlas) => unknown) => void} */
export const chooseCountry = (atlas, country, draw) => {
  const { selected, pair, names } = atlas.data;
  if (atlas.root.classList.contains("atlas-narrow")) reveal(names[country] ?? country);
  if (country === selected) {
    const outlined = areaGroupsOf(atlas.plot).at(-1)?.[0] ?? atlas.badge.plateOf(country);
    outlined?.animate(PULSE, PULSE_MS);
    if (!pair) return;
  }
  atlas.data = { ...atlas.data, selected: country, pair: null };
  draw(atlas);
  atlas.sync.chosen(country);
  atlas.send("country", country);
};

/** Take the reader's clicks on the map.
 * @type {(atlas: Atlas) => void} */
export const hearClicks = (atlas) => {
  const from = [0, 0];
  atlas.plot.addEventListener("mousedown", ({ clientX, clientY }) => from.splice(0, 2, clientX, clientY), true);
  atlas.plot.addEventListener(
    "click",
    (event) => {
      if (Math.hypot(event.clientX - from[0], event.clientY - from[1]) > DRAG_PX) return;
      const { pair, country } = taken(atlas, event);
      if (pair) choosePair(atlas, pair);
      else if (country) atlas.choose(country);
    },
    true,
  );
};
