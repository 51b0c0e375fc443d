// Lists and boxes to choose with, each with its name.
import { element } from "../../map/js/base/dom.js";

/** @typedef {{ title: string, options: [value: string, text: string][] }} Group */

let count = 0;

/** @type {<Control extends HTMLElement>(label: string, control: Control) => HTMLElement} */
export const field = (label, control) => {
  const box = element("div", "field");
  const name = element("label", "", label);
  count += 1;
  control.id ||= `control-${count}`;
  name.htmlFor = control.id;
  box.append(name, control);
  return box;
};

/** @type {(options: [value: string, text: string][]) => HTMLOptionElement[]} */
const optionsOf = (options) => options.map(([value, text]) => new Option(text, value));

/** A list that tells what was chosen.
 * @type {(act: (value: string) => void) => HTMLSelectElement} */
export const list = (act) => {
  const select = element("select");
  select.addEventListener("change", () => act(select.value));
  return select;
};

/** Fill a list anew where its options are others; choose one of them.
 * @type {(select: HTMLSelectElement, options: [value: string, text: string][], value: string, groups?: Group[]) => void} */
export const offer = (select, options, value, groups = []) => {
  const wanted = JSON.stringify([options, groups]);
  if (select.dataset.offered !== wanted) {
    const grouped = groups.map((group) => {
      const node = element("optgroup");
      node.label = group.title;
      node.append(...optionsOf(group.options));
      return node;
    });
    select.replaceChildren(...optionsOf(options), ...grouped);
    select.dataset.offered = wanted;
  }
  select.value = value;
};

/** A link to a source, where it has an address that a browser opens.
 * @type {(text: string, url: string) => Node} */
export const outward = (text, url) => {
  if (!/^https?:\/\//.test(url)) return document.createTextNode(text);
  const link = element("a", "", text);
  link.href = url;
  link.rel = "noreferrer";
  return link;
};

/** A link within the file.
 * @type {(text: string, href: string) => HTMLAnchorElement} */
export const inward = (text, href) => {
  const link = element("a", "", text);
  link.href = href;
  return link;
};

/** @type {(title: string, ...content: (Node | string)[]) => HTMLElement} */
export const fold = (title, ...content) => {
  const box = element("details");
  box.append(element("summary", "", title), ...content);
  return box;
};
