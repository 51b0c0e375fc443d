// The legend as plain HTML: it is read by screen readers, wraps on a phone and has its no-data entries. Pointing at an
// entry, or reaching it by keyboard, marks its countries; a click keeps them marked.
import { element } from "../base/dom.js";
import { inkOf } from "../base/views.js";
import { width } from "../layers/arcs.js";
import { fillsOf } from "../layers/areas.js";
import { sign } from "../layers/flow_marks.js";
import { SIGNS } from "../layers/points.js";

/** @typedef {(place: number | null) => void} Highlighting */

/** @type {(colour: string, text: string, outline: string, place: number, highlight: Highlighting) => HTMLElement} */
const entry = (colour, text, outline, place, highlight) => {
  const item = element("li");
  const button = element("button", "atlas-entry");
  button.type = "button";
  button.dataset.place = String(place);
  button.setAttribute("aria-label", text);
  button.setAttribute("aria-pressed", "false");
  const swatch = element("span", "atlas-swatch");
  swatch.style.background = colour;
  swatch.style.borderColor = outline;
  button.append(swatch, element("span", "", text));
  const isKept = () => button.getAttribute("aria-pressed") === "true";
  const keep = () => {
    const next = !isKept();
    button
      .closest("ul")
      ?.querySelectorAll("button")
      .forEach((one) => one.setAttribute("aria-pressed", "false"));
    button.setAttribute("aria-pressed", String(next));
    highlight(next ? place : null);
  };
  const leave = () => {
    /** @type {HTMLElement | null | undefined} */
    const kept = button.closest("ul")?.querySelector('[aria-pressed="true"]');
    highlight(kept ? Number(kept.dataset.place) : null);
  };
  button.addEventListener("click", keep);
  ["pointerenter", "focus"].forEach((event) => button.addEventListener(event, () => highlight(place)));
  ["pointerleave", "blur"].forEach((event) => button.addEventListener(event, leave));
  item.append(button);
  return item;
};

/** @type {(look: { thick: number, isSmall?: boolean }, colour: string, tones: Tones, text: string) => HTMLElement} */
const line = (look, colour, tones, text) => {
  const item = element("li");
  item.append(sign(look, colour, tones.halo), element("span", "", text));
  return item;
};

/** @type {(flows: Flows, tones: Tones, share: number) => HTMLElement} */
const widths = (flows, tones, share) => {
  const list = element("ul", "atlas-legend atlas-widths");
  list.setAttribute("aria-label", flows.words.widths);
  Object.entries(flows.measures).forEach(([tone, text]) =>
    list.append(line({ thick: 4 }, tones[/** @type {Tone} */ (tone)], tones, text)),
  );
  flows.marks.forEach(({ value, text }) =>
    list.append(line({ thick: share * width(value, flows.most) }, tones.outline, tones, text)),
  );
  const small = { thick: share * width(0, flows.most), isSmall: true };
  if (flows.under) list.append(line(small, tones.outline, tones, flows.under));
  return list;
};

/** @type {(points: Points, words: Words) => HTMLElement} */
const symbols = (points, words) => {
  const list = element("ul", "atlas-legend");
  list.setAttribute("aria-label", words.sites);
  points.kinds.forEach(({ id, label }) => list.append(element("li", "", `${SIGNS[id]} ${label}`)));
  return list;
};

/** A colour that runs on, with what stands at its start, middle and end.
 * @type {(fills: string[], ends: string[]) => HTMLElement} */
const ramp = (fills, ends) => {
  const item = element("li", "atlas-ramp");
  const bar = element("span", "atlas-bar");
  bar.style.background = `linear-gradient(to right, ${fills.join(", ")})`;
  bar.dataset.fills = fills.join(" ");
  const labels = element("span", "atlas-ends");
  labels.append(...ends.map((text) => element("span", "", text)));
  item.append(bar, labels);
  return item;
};

/** Write the legend into `box`; `highlight(place)` is called with the entry pointed at, or null.
 * @type {(box: HTMLElement, state: State, tones: Tones, highlight: Highlighting) => void} */
export const drawLegend = (box, { data, narrow }, tones, highlight) => {
  const list = element("ul", "atlas-legend");
  list.setAttribute("aria-label", `${data.words.legend}: ${data.unit}`);
  if (data.unit) list.append(element("li", "atlas-unit", data.unit));
  const said = [...data.classes, ...data.missing].map(({ label }) => label);
  const land = said.length;
  const fills = fillsOf(data, tones);
  /** @type {(place: number) => boolean} */
  const runsOn = (place) =>
    data.scale.ends.length > 0 && ["positive", "negative"].includes(String(data.scale.kinds[place]));
  if (data.scale.ends.length)
    list.append(
      ramp(
        fills.filter((_, place) => runsOn(place)),
        data.scale.ends,
      ),
    );
  fills.forEach((colour, place) => {
    if (runsOn(place)) return;
    const text = place === land ? data.words.not_covered_short : said[place];
    list.append(entry(colour, text, place === land ? tones.border : tones.outline, place, highlight));
  });
  box.replaceChildren(list);
  if (data.flows) box.append(widths(data.flows, tones, inkOf(data.view, narrow)));
  if (data.points) box.append(symbols(data.points, data.words));
};
