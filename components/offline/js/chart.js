// A country over the years: points joined where they follow each other on one basis, a sign where a year has no figure.
import { saidOf } from "../../map/js/base/cells.js";
import { numberOf, withSigns } from "../../map/js/base/language.js";
import { colours } from "../../map/js/base/palette.js";
import { shape } from "../../map/js/base/svg.js";

const SIZE = { width: 440, height: 210, left: 58, right: 10, top: 14, bottom: 30 };
const MOST_TICKS = 6;

/** Round steps from a lowest to a highest value, zero among them where a measure starts there.
 * @type {(low: number, high: number) => number[]} */
export const ticks = (low, high) => {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * decade).find((one) => one >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
};

/** @type {(value: number, language: Language) => string} */
const printed = (value, language) =>
  withSigns(value.toLocaleString("en-US", { maximumFractionDigits: 6 }), language).replace("-", "−");

/** Years that stand under the axis.
 * @type {(years: number[]) => number[]} */
const told = (years) => {
  const every = Math.ceil(years.length / MOST_TICKS);
  return years.filter((_, at) => (years.length - 1 - at) % every === 0);
};

/** Stretches that a line may join: years in a row, figures of the same books on the same basis.
 * @type {(figures: Figure[]) => Figure[][]} */
export const runs = (figures) => {
  /** @type {Figure[][]} */
  const found = [];
  /** @type {Figure | null} */
  let before = null;
  for (const figure of figures) {
    const isThere = figure.cell !== null && figure.cell.code >= 0;
    const follows = before && figure.year === before.year + 1;
    const isSame = before && [2, 3].every((at) => before?.origin?.[at] === figure.origin?.[at]);
    if (isThere && follows && isSame) found[found.length - 1].push(figure);
    else if (isThere) found.push([figure]);
    before = isThere ? figure : null;
  }
  return found;
};

/** A chart of the figures of a country; of a membership a strip of its standings.
 * @type {(data: MapData, figures: Figure[], tones: Tones, year: number) => SVGSVGElement} */
export const chart = (data, figures, tones, year) => {
  const { width, height, left, right, top, bottom } = SIZE;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" });
  const [first, last] = [data.years[0], data.years[data.years.length - 1]];
  /** @type {(one: number) => number} */
  const x = (one) => left + ((one - first + 0.5) / (last - first + 1)) * (width - left - right);
  const step = x(first + 1) - x(first);
  const floor = height - bottom;
  const text = { fill: tones.text, "font-size": 12 };
  for (const one of told(Array.from({ length: last - first + 1 }, (_, at) => first + at)))
    svg.append(shape("text", { ...text, x: x(one), y: height - 10, "text-anchor": "middle" }, String(one)));
  svg.append(shape("rect", { x: x(year) - step / 2, y: top, width: step, height: floor - top, fill: tones.land }));
  if (data.categorical) return strip(svg, data, figures, tones, x, step);
  const there = figures.filter(({ cell }) => cell && cell.code >= 0);
  const values = there.map(({ cell }) => numberOf(cell?.text ?? "", data));
  const isFromZero = !data.ranked;
  const marks = ticks(Math.min(...values, ...(isFromZero ? [0] : [])), Math.max(...values, ...(isFromZero ? [0] : [])));
  const [low, high] = [marks[0], marks[marks.length - 1]];
  // The first place of a ranking is at the top.
  /** @type {(value: number) => number} */
  const y = (value) => {
    const share = (value - low) / (high - low || 1);
    return data.ranked ? top + share * (floor - top) : floor - share * (floor - top);
  };
  for (const mark of marks) {
    svg.append(
      shape("line", {
        x1: left,
        x2: width - right,
        y1: y(mark),
        y2: y(mark),
        stroke: tones.border,
        "stroke-width": mark ? 0.5 : 1.2,
      }),
    );
    svg.append(shape("text", { ...text, x: left - 6, y: y(mark) + 4, "text-anchor": "end" }, printed(mark, data)));
  }
  /** @type {(figure: Figure) => number[]} */
  const spot = ({ year: one, cell }) => [x(one), y(numberOf(cell?.text ?? "", data))];
  for (const run of runs(figures)) {
    const points = run
      .map((one) =>
        spot(one)
          .map((part) => part.toFixed(1))
          .join(","),
      )
      .join(" ");
    svg.append(shape("polyline", { points, fill: "none", stroke: tones.out, "stroke-width": 2 }));
  }
  for (const figure of figures) {
    const { cell, origin } = figure;
    if (!cell) continue;
    if (cell.code < 0)
      svg.append(
        titled(
          shape("text", { ...text, x: x(figure.year), y: floor - 3, "text-anchor": "middle", fill: tones.border }, "×"),
          data,
          figure,
        ),
      );
    else {
      const [cx, cy] = spot(figure);
      const isActual = origin?.[0] === "actual";
      const look = {
        cx,
        cy,
        r: figure.year === year ? 6 : 3.6,
        fill: isActual ? tones.out : tones.water,
        stroke: tones.out,
      };
      svg.append(titled(shape("circle", { ...look, "stroke-width": 1.8 }), data, figure));
    }
  }
  return svg;
};

/** @type {<Node extends SVGElement>(node: Node, data: MapData, figure: Figure) => Node} */
const titled = (node, data, { year, cell }) => {
  node.append(shape("title", {}, `${year}: ${saidOf(data, cell)}`));
  return node;
};

/** @type {(svg: SVGSVGElement, data: MapData, figures: Figure[], tones: Tones, x: (year: number) => number, step: number) => SVGSVGElement} */
const strip = (svg, data, figures, tones, x, step) => {
  const fills = colours(data.scale, tones);
  for (const figure of figures) {
    if (!figure.cell) continue;
    const fill = figure.cell.code < 0 ? "none" : fills[figure.cell.code];
    const place = { x: x(figure.year) - step / 2 + 0.5, y: 60, width: Math.max(1, step - 1), height: 70 };
    svg.append(titled(shape("rect", { ...place, fill, stroke: tones.border, "stroke-width": 0.5 }), data, figure));
  }
  return svg;
};
