// Which country lies where in the picture: its shape as the map draws it, counted in coarse cells, so that the labels can
// ask of a box how much of it stands on which country.
import { areaShapesOf, pointOf } from "../base/plotly.js";

const CELL = 2;
const CELLS_ACROSS = 360;
const DENSE = 127;
const INK = 4;

/** Sums of the cells of a sheet from its corner on, and the cells that are filled.
 * @param {Size & { data: Uint8ClampedArray }} sheet */
const counted = ({ data, width: wide, height: high }) => {
  const sums = new Uint32Array((wide + 1) * (high + 1));
  const found = { left: wide, top: high, right: 0, bottom: 0 };
  for (let y = 0; y < high; y += 1) {
    const above = y * (wide + 1) + 1;
    for (let x = 0, row = 0; x < wide; x += 1) {
      if (data[4 * (y * wide + x) + 3] > DENSE) {
        row += 1;
        if (x < found.left) found.left = x;
        if (x >= found.right) found.right = x + 1;
        if (y < found.top) found.top = y;
        found.bottom = y + 1;
      }
      sums[above + wide + 1 + x] = sums[above + x] + row;
    }
  }
  return { sums, found, wide, high };
};

/** What of a sheet of cells can be asked; the sheet's corner is at `from`, in pixels.
 * @type {(sheet: ReturnType<typeof counted>, corner: Spot, cell: number) => Mask} */
const mask = ({ sums, found, wide, high }, [left, top], cell) => {
  /** @type {(value: number, most: number) => number} */
  const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value / cell)));
  /** @type {(x: number, y: number) => number} */
  const at = (x, y) => sums[y * (wide + 1) + x];
  /** @type {(rect: Rect) => number} */
  const sum = (rect) => {
    const [x, u] = [clamp(rect.left - left, wide), clamp(rect.right - left, wide)];
    const [y, v] = [clamp(rect.top - top, high), clamp(rect.bottom - top, high)];
    return (at(u, v) - at(x, v) - at(u, y) + at(x, y)) * cell * cell;
  };
  const half = cell / 2;
  return {
    area: at(wide, high) * cell * cell,
    share: (rect) => Math.min(1, sum(rect) / ((rect.right - rect.left) * (rect.bottom - rect.top))),
    holds: ([x, y]) => sum({ left: x - half, top: y - half, right: x + half, bottom: y + half }) > 0,
    bounds: {
      left: left + found.left * cell,
      top: top + found.top * cell,
      right: left + found.right * cell,
      bottom: top + found.bottom * cell,
    },
  };
};

/** @type {(node: Element) => string} */
const lineOf = (node) => node.getAttribute("d") ?? "";

const NOWHERE = mask(counted({ data: new Uint8ClampedArray(), width: 0, height: 0 }), [0, 0], CELL);

/** What lies in the frame `box` of the picture, all in its pixels: `of(iso3)` a country, `together(list)` countries as one
 * area, `along(lines)` lines; each says
 * `share(rect)`, how much of a box it fills, `holds(spot)`, `area`, and `bounds`.
 * @param {Plot} plot
 * @param {Rect} box */
export const masks = (plot, box) => {
  const cell = Math.max(CELL, (box.right - box.left) / CELLS_ACROSS);
  const [wide, high] = [box.right - box.left, box.bottom - box.top].map((side) => Math.max(1, Math.ceil(side / cell)));
  const canvas = new OffscreenCanvas(wide, high);
  const paper = /** @type {OffscreenCanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
  /** @type {Map<string, SVGPathElement>} */
  const shapes = new Map();
  for (const node of areaShapesOf(plot)) {
    if (lineOf(node)) shapes.set(pointOf(node).loc, node);
  }
  /** @type {Map<string, Mask>} */
  const known = new Map();

  /** Paint, and count what was painted between two corners, in cells.
   * @type {(paint: () => void, from?: Spot, to?: Spot) => Mask} */
  const read = (paint, [x, y] = [0, 0], [u, v] = [wide, high]) => {
    if (u <= x || v <= y) return NOWHERE;
    paper.resetTransform();
    paper.clearRect(0, 0, wide, high);
    paper.setTransform(1 / cell, 0, 0, 1 / cell, -box.left / cell, -box.top / cell);
    paint();
    return mask(counted(paper.getImageData(x, y, u - x, v - y)), [box.left + x * cell, box.top + y * cell], cell);
  };

  /** @type {(lines: Spot[][]) => Mask} */
  const along = (lines) =>
    read(() => {
      paper.lineWidth = INK;
      for (const line of lines) {
        paper.beginPath();
        line.forEach(([x, y], i) => (i ? paper.lineTo(x, y) : paper.moveTo(x, y)));
        paper.stroke();
      }
    });
  /** @type {(node?: SVGPathElement) => Mask} */
  const drawn = (node) => {
    if (!node) return NOWHERE;
    const seen = node.getBBox();
    const from = [seen.x - box.left, seen.y - box.top].map((side) => Math.max(0, Math.floor(side / cell)));
    const to = [seen.x + seen.width - box.left, seen.y + seen.height - box.top].map((side, axis) =>
      Math.min([wide, high][axis], Math.ceil(side / cell)),
    );
    return read(() => paper.fill(new Path2D(lineOf(node))), from, to);
  };
  /** @type {(iso3: string) => Mask} */
  const of = (iso3) => {
    const found = known.get(iso3) ?? drawn(shapes.get(iso3));
    known.set(iso3, found);
    return found;
  };
  /** @type {(list: string[]) => Mask} */
  const together = (list) =>
    read(() => {
      const nodes = list.map((iso3) => shapes.get(iso3)).filter((node) => node !== undefined);
      nodes.forEach((node) => paper.fill(new Path2D(lineOf(node))));
    });
  return { of, together, along };
};
