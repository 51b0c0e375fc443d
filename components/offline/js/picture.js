// The map: shapes that lie ready for each view, coloured by what the payload says of the year.
import { cellOf, moreOf, placeOf, saidOf } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { edge } from "../../map/js/base/palette.js";
import { shape } from "../../map/js/base/svg.js";
import { fillsOf } from "../../map/js/layers/areas.js";
import { flowLabel } from "../../map/js/layers/flows.js";
import { tell, tipIn } from "../../map/js/layers/tip.js";
import { drawLines } from "./lines.js";

/** @typedef {{ data: MapData, index: number, view: string, drawn: Drawn, tones: Tones, chosen: string, lines: Flows | null }} Look */

const PLATE = { left: 14, top: 14, width: 250, height: 62, indent: 12 };
// From views with little room come names and figures of the six, in the others they would hide what they tell of.
const LABELLED = /^(five|central_asia|near_.*)$/;

/** What is said of a country when the pointer is on it.
 * @type {(look: Look, iso3: string) => string[]} */
const labelOf = ({ data, index }, iso3) => {
  const cell = cellOf(data, iso3, index);
  const head = `${data.names[iso3] ?? iso3}${cell ? ` · ${data.years[index]}` : ""}`;
  return [head, saidOf(data, cell), ...moreOf(data, iso3, cell, index)];
};

/** Name and figure, one above the other, with a halo.
 * @type {(at: Spot, lines: string[], ink: string, halo: string, anchor?: string) => SVGElement} */
const written = ([x, y], lines, ink, halo, anchor = "middle") => {
  const fields = { x, y, fill: ink, stroke: halo, "stroke-width": 4, "paint-order": "stroke", "text-anchor": anchor };
  const text = shape("text", { ...fields, "stroke-linejoin": "round", class: anchor === "middle" ? "label" : "" });
  lines.forEach((line, at) =>
    text.append(shape("tspan", { x, dy: at ? "1.15em" : 0, "font-weight": at ? 700 : 500 }, line)),
  );
  return text;
};

/** A country beyond the picture as a plate at its edge.
 * @type {(look: Look, fill: string, lines: string[]) => SVGElement} */
const plate = ({ tones }, fill, lines) => {
  const { left, top, width, height, indent } = PLATE;
  const group = shape("g", { "data-iso3": "USA", class: "plate" });
  const box = { x: left, y: top, width, height, rx: 6, fill: tones.water, stroke: tones.border };
  group.append(
    shape("rect", box),
    shape("rect", { ...box, width: indent, rx: 3, fill }),
    written([left + indent + 10, top + 26], lines, tones.text, tones.water, "start"),
  );
  return group;
};

/** @type {(look: Look) => SVGSVGElement} */
const drawing = (look) => {
  const { data, index, view, drawn, tones, chosen } = look;
  const [left, top, right, bottom] = drawn.frame;
  const svg = shape("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, "aria-hidden": "true" });
  const fills = fillsOf(data, tones);
  const lands = shape("g");
  const known = shape("g");
  for (const [iso3, d] of Object.entries(drawn.paths)) {
    const cell = cellOf(data, iso3, index);
    const fill = fills[placeOf(data, cell)];
    const line = cell
      ? { stroke: edge(fill, tones), "stroke-width": 1.2 }
      : { stroke: tones.border, "stroke-width": 0.6 };
    (cell ? known : lands).append(shape("path", { d, fill, ...line, "data-iso3": iso3 }));
  }
  svg.append(shape("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: tones.water }));
  svg.append(lands, known);
  const ring = drawn.paths[chosen];
  if (ring)
    svg.append(shape("path", { d: ring, fill: "none", stroke: tones.selected, "stroke-width": 3.5, class: "ring" }));
  if (look.lines) svg.append(drawLines(look.lines, look, placesOf(drawn)));
  if (LABELLED.test(view)) {
    for (const iso3 of data.labelled) {
      const cell = cellOf(data, iso3, index);
      const said = [
        data.names[iso3],
        cell ? (cell.code < 0 ? "–" : data.categorical ? saidOf(data, cell) : cell.text) : "",
      ];
      if (drawn.places[iso3]) svg.append(written(drawn.places[iso3], said, tones.text, tones.halo));
      else if (iso3 === "USA" && cell) svg.append(plate(look, fills[placeOf(data, cell)], said));
    }
  }
  return svg;
};

/** Where lines begin and end: at the names, and of the United States beyond the picture at its plate.
 * @type {(drawn: Drawn) => Record<string, Spot>} */
const placesOf = ({ places }) => ({ USA: [PLATE.left + PLATE.width / 2, PLATE.top + PLATE.height], ...places });

/** A map in `box`; a press on a country, or a line's end, calls `choose`.
 * @type {(box: HTMLElement, choose: (iso3: string) => void) => { draw: (look: Look, said: string) => void, mark: (place: number | null) => void }} */
export const picture = (box, choose) => {
  const frame = element("div", "picture");
  frame.setAttribute("role", "img");
  const tip = tipIn(frame);
  box.append(frame);
  /** @type {Look | null} */
  let now = null;
  /** @type {(event: Event) => Element | null} */
  const under = ({ target }) => /** @type {Element} */ (target).closest?.("[data-iso3], [data-pair]") ?? null;
  frame.addEventListener("pointermove", (event) => {
    const node = under(event);
    if (!node || !now) return void (tip.hidden = true);
    const { iso3 = "", pair } = /** @type {SVGElement} */ (node).dataset;
    const line = pair && now.lines ? linesOf(now, pair) : null;
    const { left, top } = frame.getBoundingClientRect();
    tell(tip, frame, [event.clientX - left, event.clientY - top], line ?? labelOf(now, iso3), now.tones);
  });
  frame.addEventListener("pointerleave", () => (tip.hidden = true));
  frame.addEventListener("click", (event) => {
    const { iso3, pair } = /** @type {SVGElement | undefined} */ (under(event) ?? undefined)?.dataset ?? {};
    const end = iso3 ?? pair?.split("-").find((code) => code !== "USA");
    if (end && now?.data.cells[end]) choose(end);
  });
  return {
    draw: (look, said) => {
      now = look;
      frame.querySelector("svg")?.remove();
      frame.prepend(drawing(look));
      frame.setAttribute("aria-label", said);
    },
    mark: (place) => {
      if (!now) return;
      const { data, index } = now;
      frame.querySelectorAll("path[data-iso3]").forEach((node) => {
        const { iso3 = "" } = /** @type {SVGElement} */ (node).dataset;
        const isOther = place !== null && placeOf(data, cellOf(data, iso3, index)) !== place;
        node.classList.toggle("dimmed", isOther);
      });
    },
  };
};

/** @type {(look: Look, pair: string) => string[] | null} */
const linesOf = ({ lines: flows, data, index }, pair) => {
  if (!flows) return null;
  const [origin, dest] = pair.split("-");
  const year = data.years[index];
  const at = flows.years.indexOf(year);
  const found = flows.pairs.find((one) => one.origin === origin && one.dest === dest);
  const value = found?.values[at];
  if (!found || typeof value !== "number") return null;
  const [, status, source] = found.origins.findLast(([from]) => from <= at) ?? [];
  const cell = { value, status: flows.statuses[status], source: flows.sources[source] };
  const tone = flows.home.includes(origin) ? "out" : "in";
  return flowLabel(flows, /** @type {any} */ ({ origin, dest, tone, cell }), year, data.names, data);
};
