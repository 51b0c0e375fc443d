// How a label looks: its lines, the line that leads to its country, what it stands on.
import { cellOf, placeOf } from "../base/cells.js";
import { path, shape } from "../base/svg.js";
import { fillsOf } from "./areas.js";

const INK = ["#10151b", "#ffffff"];
export const LINE = 1.2;
export const EDGE_SIGN = "→ ";
export const BOLD = 700;
export const NORMAL = 500;

/** Whether white reads better than black on a colour.
 * @type {(colour: string) => boolean} */
const isDeep = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

/** The place of a country in the list of fills.
 * @type {(state: State, iso3: string) => number} */
export const fillAt = ({ data, index }, iso3) => placeOf(data, cellOf(data, iso3, index));

/** Ink of a label that stands on its country's fill.
 * @type {(state: State, tones: Tones, iso3: string) => { ink: string, halo: string }} */
export const onFill = (state, tones, iso3) => {
  const deep = isDeep(fillsOf(state.data, tones)[fillAt(state, iso3)]);
  return { ink: INK[Number(deep)], halo: deep ? "rgba(0,0,0,.55)" : "rgba(255,255,255,.7)" };
};

/** @type {OffscreenCanvasRenderingContext2D | null} */
let paper = null;

/** Width of a text of `size` in a font.
 * @type {(font: string, size: number) => (text: string, weight: number) => number} */
export const measuring = (font, size) => (text, weight) => {
  // Kept: to ask for one costs more than to measure all labels.
  paper ??= /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  paper.font = `${weight} ${size}px ${font}`;
  return paper.measureText(text).width;
};

/** The longest value of any year: a label that moved from year to year would be hard to follow.
 * @type {(data: MapData, iso3: string) => string} */
export const widest = (data, iso3) =>
  (data.cells[iso3]?.texts ?? "").split("|").reduce((most, text) => (text.length > most.length ? text : most), "");

/** The value of a country in the year of `state`, empty where there is none.
 * @type {(state: State, iso3: string) => string} */
export const valueOf = ({ data, index }, iso3) => {
  const cell = cellOf(data, iso3, index);
  return (cell && cell.code >= 0 && cell.text) || "";
};

/** The lines of one label, from its middle.
 * @param {{ text: string, weight: number }[]} lines
 * @param {Rect} rect
 * @param {{ size: number, ink: string, halo: string }} looks */
export const texts = (lines, { left, right, top, bottom }, { size, ink, halo }) =>
  lines.map(({ text, weight }, i) =>
    shape(
      "text",
      {
        x: (left + right) / 2,
        y: (top + bottom) / 2 + (i - lines.length / 2 + 0.8) * LINE * size,
        "text-anchor": "middle",
        "font-size": size,
        "font-weight": weight,
        fill: ink,
        stroke: halo,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      },
      text,
    ),
  );

/** @type {(line: Spot[], tones: Tones) => Element[]} */
const leader = (line, tones) => {
  const [from, to] = [line[0], line.at(-1)];
  const [cx, cy] = to;
  return [
    shape("path", { d: path([from, to]), stroke: tones.halo, "stroke-width": 3.4, "stroke-linecap": "round" }),
    shape("path", { class: "atlas-leader", d: path([from, to]), stroke: tones.text, "stroke-width": 1.1 }),
    shape("circle", { cx, cy, r: 1.9, fill: tones.text, stroke: tones.halo, "stroke-width": 0.8 }),
  ];
};

/** Hold a text to the width that was measured: in the picture that is saved another font may stand in.
 * @type {(text: Element, wide: number) => void} */
export const fitted = (text, wide) => {
  text.setAttribute("textLength", String(wide));
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
};

/** What a label that stands on no country of its own stands on: it is not to be read as a name of what lies below.
 * @type {(rect: Rect, look: object) => Element} */
const ground = ({ left, top, right, bottom }, look) =>
  shape("rect", { x: left - 1, y: top, width: right - left + 2, height: bottom - top, rx: 4, ...look });

/** A label at the place it found, with the value of its country where it `isValued`; `size` is that of its text.
 * @type {(found: LabelPlace, state: State, size: number, tones: Tones, isValued: boolean) => SVGGElement} */
export const printed = ({ iso3, kind, rect, line, sign, isOver }, state, size, tones, isValued) => {
  const node = shape("g", { class: "atlas-label", "data-country": iso3, "data-place": kind });
  const look =
    kind === "own" ? onFill(state, tones, iso3) : { ink: tones.text, halo: kind === "edge" ? "none" : tones.halo };
  const name = state.names[iso3] ?? iso3;
  const lines = [{ text: sign ? `${sign} ${name}` : name, weight: NORMAL }];
  const value = isValued ? valueOf(state, iso3) : "";
  if (value) lines.push({ text: value, weight: BOLD });
  if (kind === "beside") node.append(...leader(line, tones));
  const plate = kind === "edge" || isOver ? { stroke: tones.outline, "stroke-width": 0.8 } : { "fill-opacity": 0.8 };
  if (kind !== "own") node.append(ground(rect, { fill: tones.water, ...plate }));
  const written = texts(lines, rect, { size, ...look });
  // A wider one would leave the sheet.
  if (kind === "edge") fitted(written[0], rect.right - rect.left - 10);
  node.append(...written);
  return node;
};
