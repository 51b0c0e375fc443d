// Lines on the screen: from places to pixels, whole across seams, cut at the frame, shortened at their ends.
import { clipOf } from "../base/plotly.js";
import { distance } from "./arcs.js";

/** @type {(lon: number) => number} */
const turned = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** What a projection shows: `at(place)` in pixels (null behind the globe), `torn(a, b)` where the map is cut between.
 * @type {(projection: Projection) => Sheet} */
export const sheet = (projection) => {
  const [lon, lat] = projection.rotate();
  const reach = projection.clipAngle();
  const middle = [-lon, -lat];
  return {
    at: (place) => (reach && distance(middle, place) > reach - 1e-6 ? null : projection(place)),
    torn: (a, b) => !reach && Math.abs(turned(a[0] + lon) - turned(b[0] + lon)) > 180,
  };
};

/** The pieces of a line of places, as lists of pixels.
 * @type {(places: Place[], sheet: Sheet) => Spot[][]} */
export const pieces = (places, { at, torn }) => {
  /** @type {Spot[][]} */
  const found = [[]];
  places.forEach((place, i) => {
    const spot = at(place);
    if (!spot || (i && torn(places[i - 1], place))) found.push([]);
    if (spot) found.at(-1).push(spot);
  });
  return found.filter((piece) => piece.length > 1);
};

/** The part of a straight step inside the frame as shares of it, [from, to]; null where it misses the frame.
 * @type {(from: Spot, to: Spot, box: Rect) => number[] | null} */
const share = ([x, y], [u, v], { left, top, right, bottom }) => {
  let [from, to] = [0, 1];
  const sides = [
    [x - u, x - left],
    [u - x, right - x],
    [y - v, y - top],
    [v - y, bottom - y],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return null;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  return from < to ? [from, to] : null;
};

/** The runs of a piece inside the frame: {points, starts, ends}, whether it starts and ends where the piece does.
 * @type {(piece: Spot[], box: Rect) => FlowRun[]} */
export const runs = (piece, box) => {
  /** @type {(FlowRun & { left: boolean })[]} */
  const found = [];
  for (let i = 1; i < piece.length; i += 1) {
    const [a, b] = [piece[i - 1], piece[i]];
    const part = share(a, b, box);
    if (part) {
      const [from, to] = part.map((t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      if (part[0] > 0 || !found.length || found.at(-1).left)
        found.push({ points: [from], starts: i === 1 && part[0] === 0, ends: false, left: false });
      found.at(-1).points.push(to);
      found.at(-1).left = part[1] < 1;
      found.at(-1).ends = i === piece.length - 1 && part[1] === 1;
    } else if (found.length) found.at(-1).left = true;
  }
  return found;
};

/** @type {(points: Spot[]) => number} */
const length = (points) =>
  points.reduce((sum, [x, y], i) => (i ? sum + Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0), 0);

/** The line without its first `by` pixels; empty where it is no longer than that.
 * @type {(points: Spot[], by: number) => Spot[]} */
const shortened = (points, by) => {
  let left = by;
  for (let i = 1; i < points.length; i += 1) {
    const [[x, y], [u, v]] = [points[i - 1], points[i]];
    const step = Math.hypot(u - x, v - y);
    if (step > left) return [[x + ((u - x) * left) / step, y + ((v - y) * left) / step], ...points.slice(i)];
    left -= step;
  }
  return [];
};

/** Shaft and head of an arrow along `points`, `gap` pixels short of both ends where these are its own.
 * @type {(run: FlowRun, thick: number, gap: number) => Arrow | null} */
export const arrow = ({ points, starts, ends }, thick, gap) => {
  const whole = length(points);
  const short = Math.min(gap, whole * 0.15);
  const size = Math.min(8 + 0.8 * thick, whole * 0.5);
  const line = starts ? shortened(points, short) : points;
  const back = shortened([...line].reverse(), ends ? short : Math.min(18, whole * 0.3));
  const shaft = shortened(back, size);
  if (!shaft.length) return null;
  const [tip, neck] = [back[0], shaft[0]];
  const reach = Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) || 1;
  const half = Math.max(size * 0.42, thick / 2 + 2.2);
  const [x, y] = [((tip[1] - neck[1]) / reach) * half, (-(tip[0] - neck[0]) / reach) * half];
  return { shaft: shaft.reverse(), head: [tip, [neck[0] + x, neck[1] + y], [neck[0] - x, neck[1] - y]] };
};

/** What of the map is to be seen, in pixels of the graph: the graph may be larger than the picture that shows it.
 * @type {(plot: Plot, picture: HTMLElement) => Rect} */
export const frameOf = (plot, picture) => {
  const [x, y, wide, high] = clipOf(plot);
  const { offsetLeft, offsetTop } = plot;
  return {
    left: Math.max(x, -offsetLeft),
    top: Math.max(y, -offsetTop),
    right: Math.min(x + wide, picture.clientWidth - offsetLeft),
    bottom: Math.min(y + high, picture.clientHeight - offsetTop),
  };
};
