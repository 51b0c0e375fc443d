// The legend as plain HTML: it is read by screen readers, wraps on a phone and has its no-data entries.
import { width } from "./arcs.js";
import { colours } from "./palette.js";

const element = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

const entry = (colour, text, outline) => {
  const item = element("li");
  const swatch = element("span", "atlas-swatch");
  swatch.style.background = colour;
  swatch.style.borderColor = outline;
  item.append(swatch, element("span", "", text));
  return item;
};

const widths = (flows, tones) => {
  const list = element("ul", "atlas-legend atlas-widths");
  list.setAttribute("aria-label", flows.words.widths);
  [["out", 0], ["in", 1]].forEach(([tone, i]) => {
    const item = element("li");
    const line = element("span", "atlas-line");
    line.style.borderTop = `4px solid ${tones[tone]}`;
    item.append(line, element("span", "", flows.measures[i]));
    list.append(item);
  });
  flows.marks.forEach(({ value, text }) => {
    const item = element("li");
    const line = element("span", "atlas-line");
    line.style.borderTop = `${width(value, flows.most)}px solid ${tones.outline}`;
    item.append(line, element("span", "", text));
    list.append(item);
  });
  return list;
};

export const drawLegend = (box, data, tones) => {
  const list = element("ul", "atlas-legend");
  list.setAttribute("aria-label", `${data.words.legend}: ${data.unit}`);
  if (data.unit) list.append(element("li", "atlas-unit", data.unit));
  const fills = colours(data.scale, tones);
  data.classes.forEach((one, i) => list.append(entry(fills[i], one.label, tones.outline)));
  data.missing.forEach((one) => list.append(entry(tones.missing[one.status], one.label, tones.outline)));
  list.append(entry(tones.land, data.words.not_covered_short, tones.border));
  box.replaceChildren(list);
  if (data.flows) box.append(widths(data.flows, tones));
};

export { element };
