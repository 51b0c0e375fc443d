// Lines between a pair: the great circle, bent a little to the right of its direction so that the two
// directions of a pair lie side by side. They say who trades with whom, not which way goods travel.
/** @type {(degrees: number) => number} */
const radians = (degrees) => (degrees * Math.PI) / 180;
/** @type {(angle: number) => number} */
const degrees = (angle) => (angle * 180) / Math.PI;

/** @type {(place: Place) => number[]} */
const toVector = ([lon, lat]) => [
  Math.cos(radians(lat)) * Math.cos(radians(lon)),
  Math.cos(radians(lat)) * Math.sin(radians(lon)),
  Math.sin(radians(lat)),
];
/** @type {(vector: number[]) => Place} */
const toPoint = ([x, y, z]) => [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
/** @type {(a: number[], b: number[]) => number[]} */
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** @type {(a: number[], b: number[]) => number} */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** @type {(v: number[]) => number[]} */
const unit = (v) => v.map((part) => part / Math.hypot(...v));

/** Degrees of the great circle between two points [lon, lat].
 * @type {(from: Place, to: Place) => number} */
export const distance = (from, to) => {
  const [a, b] = [toVector(from), toVector(to)];
  return degrees(Math.atan2(Math.hypot(...cross(a, b)), dot(a, b)));
};

/** Degrees by which the line of a pair is bent at its middle: neighbours less than the ends of the earth.
 * @type {(apart: number) => number} */
const bendOf = (apart) => Math.min(3.4, 0.13 * apart);

/** Points [lon, lat] from `origin` to `dest`; empty where the two are one place.
 * @type {(origin: Place, dest: Place, steps?: number) => Place[]} */
export const arc = (origin, dest, steps = 48) => {
  const a = toVector(origin);
  const b = toVector(dest);
  const apart = distance(origin, dest);
  if (apart < 1e-6) return [];
  const angle = radians(apart);
  const side = unit(cross(b, a));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const along = a.map((part, k) => (Math.sin((1 - t) * angle) * part + Math.sin(t * angle) * b[k]) / Math.sin(angle));
    const shift = radians(bendOf(apart)) * Math.sin(Math.PI * t);
    return toPoint(unit(along.map((part, k) => part * Math.cos(shift) + side[k] * Math.sin(shift))));
  });
};

/** Line width in pixels: grows with the square root of value, never thinner than a pixel and a half.
 * @type {(value: number, most: number) => number} */
export const width = (value, most) => Math.max(1.5, 12 * Math.sqrt(value / most));
