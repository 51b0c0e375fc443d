// What is shown on the map, as lists to choose from.
import { element } from "../../map/js/base/dom.js";
import { field, list, offer } from "./controls.js";

/** @typedef {[value: string, text: string][]} Options */

/** The countries of an indicator by their names; the chosen one stands before them where it is none of them.
 * @type {(first: First, data: MapData, chosen: string) => Options} */
const countriesOf = ({ names }, { cells }, chosen) => {
  const listed = /** @type {Options} */ (Object.keys(cells).map((iso3) => [iso3, names[iso3]]));
  listed.sort(([, one], [, other]) => one.localeCompare(other));
  return Object.hasOwn(cells, chosen) ? listed : [[chosen, names[chosen]], ...listed];
};

/** The lists in a row; what is chosen is told by `move`.
 * @type {(first: First, move: (change: Partial<Asked>) => void) => { node: HTMLElement, set: (asked: Asked, data: MapData) => void }} */
export const choices = (first, move) => {
  const { words, families } = first;
  const node = element("div", "controls");
  const family = list((place) => {
    const [indicator] = Object.keys(families[Number(place)].indicators);
    move({ indicator, year: undefined, other: null });
  });
  const indicator = list((id) => move({ indicator: id }));
  const view = list((id) => move({ view: id }));
  const country = list((iso3) => move({ country: iso3 }));
  const other = list((year) => move({ other: Number(year) || null }));
  const flows = element("input");
  flows.type = "checkbox";
  flows.addEventListener("change", () => move({ flows: flows.checked }));
  node.append(field(words.subject, family), field(words.indicator, indicator), field(words.view, view));
  node.append(field(words.country, country), field(words.other_year, other));
  if (first.lines) node.append(field(first.lines.title, flows));
  const views = Object.entries(first.views).flatMap(([id, { title }]) => (title ? [[id, title]] : []));
  const set = (/** @type {Asked} */ asked, /** @type {MapData} */ data) => {
    const place = families.findIndex(({ indicators }) => Object.hasOwn(indicators, asked.indicator));
    const labels = Object.entries(families[place].indicators).map(([id, { label }]) => [id, label]);
    const subjects = families.map(({ title }, at) => [String(at), title]);
    const years = data.years.map((year) => [String(year), String(year)]).reverse();
    offer(family, /** @type {Options} */ (subjects), String(place));
    offer(indicator, /** @type {Options} */ (labels), asked.indicator);
    offer(view, /** @type {Options} */ (views), asked.view);
    offer(country, countriesOf(first, data, asked.country), asked.country);
    offer(other, /** @type {Options} */ ([["", words.no_other_year], ...years]), String(asked.other ?? ""));
    flows.checked = asked.flows;
  };
  return { node, set };
};
