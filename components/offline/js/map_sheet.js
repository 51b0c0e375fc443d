// The map of an indicator: what is shown, the picture with years and legend, the chosen country, and all as a table.
import { fullYears, openYears } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { isDark, theme } from "../../map/js/base/palette.js";
import { fill } from "../../map/js/base/text.js";
import { describe } from "../../map/js/controls/alt.js";
import { drawLegend } from "../../map/js/controls/legend.js";
import { timeline } from "../../map/js/controls/timeline.js";
import { flowGaps } from "../../map/js/layers/flows.js";
import { askedOf, linkOf } from "./asked.js";
import { card } from "./card.js";
import { choices } from "./choices.js";
import { fold } from "./controls.js";
import { aboutOf, dataOf } from "./figures.js";
import { picture } from "./picture.js";
import { go } from "./place.js";
import { valueTable } from "./value_table.js";

/** The parts of the page, empty.
 * @type {(controls: HTMLElement, note: string) => Record<"root" | "title" | "said" | "figure" | "second" | "time" | "single" | "gaps" | "legend" | "caveats" | "side" | "table", HTMLElement>} */
const frameOf = (controls, note) => {
  const root = element("div", "map");
  const [title, said] = [element("h2", "title"), element("p", "said")];
  said.setAttribute("aria-live", "polite");
  const [figure, second] = [element("figure"), element("figure")];
  const [time, legend, caveats] = [element("div", "atlas-time"), element("div", "atlas-legends"), element("div")];
  const [single, gaps] = [element("p", "note"), element("p", "note")];
  const [body, left, side, table] = ["body", "atlas-map", "side", ""].map((name) => element("div", name));
  left.append(figure, time, single, second, gaps, legend, element("p", "note", note), caveats);
  body.append(left, side);
  root.append(controls, title, said, body, table);
  return { root, title, said, figure, second, time, single, gaps, legend, caveats, side, table };
};

/** @type {(first: First, maps: Record<string, Payload>, full: Full) => FilePage} */
export const mapSheet = (first, maps, full) => {
  let asked = askedOf(first, maps, new URLSearchParams());
  let data = dataOf(first, maps[asked.indicator]);
  let index = 0;
  /** @type {(change: Partial<Asked>) => void} */
  const move = (change) => go(linkOf(asked, change));
  /** @type {(iso3: string) => void} */
  const choose = (iso3) => move({ country: iso3 });
  const lists = choices(first, move);
  const parts = frameOf(lists.node, first.note);
  const heading = element("h2");
  parts.second.append(heading);
  const [map, second] = [picture(parts.figure, choose), picture(parts.second, choose)];
  /** @type {(place: number | null) => void} */
  const mark = (place) => [map, second].forEach((one) => one.mark(place));

  /** What changes with the year.
   * @type {(at: number) => void} */
  const paint = (at) => {
    index = at;
    const tones = theme(isDark(document.body));
    const lines = asked.flows ? first.lines : null;
    const look = { data, view: asked.view, drawn: first.views[asked.view], tones, chosen: asked.country, lines };
    const said = describe(data, first.names, at);
    parts.title.textContent = `${data.title}, ${data.years[at]}`;
    parts.said.textContent = said;
    map.draw({ ...look, index: at }, said);
    const beside = asked.other === null ? -1 : data.years.indexOf(asked.other);
    parts.second.hidden = beside < 0;
    heading.textContent = `${data.title}, ${asked.other}`;
    if (beside >= 0) second.draw({ ...look, index: beside }, describe(data, first.names, beside));
    const shown = /** @type {any} */ ({ ...data, view: asked.view, flows: lines, points: null });
    drawLegend(parts.legend, /** @type {any} */ ({ data: shown, narrow: false }), tones, mark);
    parts.gaps.textContent = lines ? `${lines.note} ${flowGaps(lines, data.years[at])}` : "";
    parts.side.replaceChildren(card(first, full, data, asked.country, at, tones));
    parts.table.replaceChildren(valueTable(first, full, data, at, asked.other, choose));
  };
  const years = timeline(parts.time, first, paint, (at) => {
    if (asked.year !== data.years[at]) go(linkOf(asked, { year: data.years[at] }), false);
  });

  const update = (/** @type {URLSearchParams} */ params) => {
    asked = askedOf(first, maps, params);
    data = dataOf(first, maps[asked.indicator]);
    lists.set(asked, data);
    const { caveats } = aboutOf(first, asked.indicator);
    const told = caveats.map((text) => element("p", "", text));
    parts.caveats.replaceChildren(...(told.length ? [fold(first.words.caveats, ...told)] : []));
    const at = data.years.indexOf(asked.year);
    years.set(data.years, { full: fullYears(data), open: openYears(data) }, at, first.map);
    parts.single.textContent = data.years.length < 2 ? fill(first.map.one_year, { year: data.years[0] }) : "";
    paint(at);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => parts.root.isConnected && paint(index));
  return { root: parts.root, update };
};
