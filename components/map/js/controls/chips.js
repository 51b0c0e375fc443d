// On a narrow screen the shapes of small countries are less than a finger: there each of the main countries has a button
// below the picture, with its colour and value.
import { cellOf, saidOf } from "../base/cells.js";
import { element } from "../base/dom.js";
import { fillsOf } from "../layers/areas.js";
import { fillAt, valueOf } from "../layers/label_nodes.js";

/** @type {(state: State, iso3: string, tones: Tones, choose: (iso3: string) => void) => HTMLElement} */
const chip = (state, iso3, tones, choose) => {
  const { data, names, index } = state;
  const node = element("button", "atlas-chip");
  node.type = "button";
  node.dataset.country = iso3;
  node.setAttribute("aria-pressed", String(data.selected === iso3));
  node.style.borderLeftColor = fillsOf(data, tones)[fillAt(state, iso3)];
  const said = saidOf(data, cellOf(data, iso3, index));
  const value = valueOf(state, iso3) || said;
  const [name, figure] = [element("span", "", names[iso3] ?? iso3), element("b", "", value)];
  name.append(element("i", "atlas-unseen", `, ${data.years[index]}: `));
  if (said.startsWith(value)) figure.append(element("i", "atlas-unseen", said.slice(value.length)));
  node.append(name, figure);
  node.addEventListener("click", () => choose(iso3));
  return node;
};

/** Write the buttons into `box`, where there is little room; the one that has the focus keeps it.
 * @type {(box: HTMLElement, state: State, tones: Tones, choose: (iso3: string) => void) => void} */
export const drawChips = (box, state, tones, choose) => {
  const { data, narrow } = state;
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  box.setAttribute("aria-label", data.words.chips);
  box.replaceChildren(...(narrow ? data.labelled : []).map((iso3) => chip(state, iso3, tones, choose)));
  /** @type {HTMLElement | null} */
  const same = focused && box.querySelector(`[data-country="${/** @type {HTMLElement} */ (focused).dataset.country}"]`);
  same?.focus({ preventScroll: true });
};
