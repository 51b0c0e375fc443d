// Lines between a pair: the great circle, bent a little to the right of its direction so that the two
// directions of a pair lie side by side. They say who trades with whom, not which way goods travel.
const radians = (degrees) => (degrees * Math.PI) / 180;
const degrees = (angle) => (angle * 180) / Math.PI;

const toVector = ([lon, lat]) => [
  Math.cos(radians(lat)) * Math.cos(radians(lon)),
  Math.cos(radians(lat)) * Math.sin(radians(lon)),
  Math.sin(radians(lat)),
];
const toPoint = ([x, y, z]) => [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (v) => v.map((part) => part / Math.hypot(...v));

/** Points [lon, lat] from `origin` to `dest`, bent by `bend` degrees at the middle. */
export const arc = (origin, dest, bend, steps = 48) => {
  const a = toVector(origin);
  const b = toVector(dest);
  const angle = Math.acos(Math.max(-1, Math.min(1, dot(a, b))));
  const side = unit(cross(b, a));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const along = a.map((part, k) => (Math.sin((1 - t) * angle) * part + Math.sin(t * angle) * b[k]) / Math.sin(angle));
    const shift = radians(bend) * Math.sin(Math.PI * t);
    return toPoint(unit(along.map((part, k) => part * Math.cos(shift) + side[k] * Math.sin(shift))));
  });
};

const bearing = ([lon1, lat1], [lon2, lat2]) => {
  const [a, b] = [radians(lat1), radians(lat2)];
  const turn = radians(lon2 - lon1);
  return Math.atan2(Math.sin(turn) * Math.cos(b), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn));
};

const away = ([lon, lat], direction, distance) => {
  const [a, d] = [radians(lat), radians(distance)];
  const up = Math.asin(Math.sin(a) * Math.cos(d) + Math.cos(a) * Math.sin(d) * Math.cos(direction));
  const turn = Math.atan2(Math.sin(direction) * Math.sin(d) * Math.cos(a), Math.cos(d) - Math.sin(a) * Math.sin(up));
  return [lon + degrees(turn), degrees(up)];
};

/** An arrowhead at place `at` of an arc, as the three points of a V; `size` in degrees. */
export const head = (points, at, size) => {
  const back = bearing(points[at], points[at - 1]);
  const spread = radians(32);
  return [away(points[at], back - spread, size), points[at], away(points[at], back + spread, size)];
};

/** Line width in pixels: area grows with value (square root), never thinner than a pixel and a half. */
export const width = (value, most) => Math.max(1.5, 13 * Math.sqrt(value / most));
