// The way of a line on the screen: along its great circle; where one end is the country on the badge, from the other end
// to the badge. There the lines end side by side, in the order in which they come, so that none crosses its neighbour.
import { arc } from "./arcs.js";
import { pieces } from "./geometry.js";

/** @typedef {{ spot: Spot, port: Spot, isFrom: boolean }} Tie The other end of a line, its place at the badge. */
/** @typedef {{ origin: string, dest: string, places?: Place[] }} Ends */

const BEND = 0.08;
const MOST_BEND_PX = 60;
const STEPS = 40;
const HALVINGS = 12;
const INSET = 10;
const SIDE = Math.PI / 4;

/** @type {(rect: Rect, spot: Spot) => boolean} */
const isIn = ({ left, top, right, bottom }, [x, y]) => x >= left && x <= right && y >= top && y <= bottom;

/** A curve from one spot to another, bent to the right of its way as the arcs are.
 * @type {(from: Spot, to: Spot) => (at: number) => Spot} */
const curve = ([x, y], [u, v]) => {
  const apart = Math.hypot(u - x, v - y) || 1;
  const bend = 2 * Math.min(BEND, MOST_BEND_PX / apart);
  const middle = [(x + u) / 2 - (v - y) * bend, (y + v) / 2 + (u - x) * bend];
  return (t) => [x, y].map((from, k) => (1 - t) ** 2 * from + 2 * t * (1 - t) * middle[k] + t * t * [u, v][k]);
};

/** Share of its way after which a line from outside is in a box.
 * @type {(at: (share: number) => Spot, rect: Rect) => number} */
const entry = (at, rect) => {
  let step = 1;
  while (step < STEPS && !isIn(rect, at(step / STEPS))) step += 1;
  let [out, into] = [(step - 1) / STEPS, step / STEPS];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (out + into) / 2;
    if (isIn(rect, at(middle))) into = middle;
    else out = middle;
  }
  return out;
};

/** The way between the badge and the other end of a line; none where that lies below the badge.
 * @type {(tie: Tie, rect: Rect) => Spot[][]} */
const toBadge = ({ spot, port, isFrom }, rect) => {
  if (isIn(rect, spot)) return [];
  const way = isFrom ? curve(port, spot) : curve(spot, port);
  /** @type {(share: number) => Spot} */
  const at = (share) => way(isFrom ? 1 - share : share);
  const whole = entry(at, rect);
  const points = Array.from({ length: STEPS + 1 }, (_, i) => at((whole * i) / STEPS));
  return [isFrom ? points.reverse() : points];
};

/** The place at a share of the badge's edge, from the lower left corner to the upper right: lines come from below and right.
 * @type {(rect: Rect, share: number) => Spot} */
const portAt = ({ left, top, right, bottom }, share) => {
  const [wide, high] = [right - left - INSET, bottom - top - INSET];
  const on = share * (wide + high);
  return on < wide ? [left + INSET + on, bottom] : [right, bottom - (on - wide)];
};

/** What ties each line to the badge, by the lines' ids.
 * @type {(flows: Flows, paper: Sheet, badge: Badge) => Map<string, Tie>} */
const tiesOf = (flows, paper, { iso3, rect }) => {
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  /** @type {(spot: Spot) => number} */
  const turn = (spot) => {
    const angle = Math.atan2(spot[1] - y, spot[0] - x) - SIDE;
    return angle < -Math.PI ? angle + 2 * Math.PI : angle;
  };
  const ends = flows.pairs.flatMap(({ origin, dest }) => {
    if (origin !== iso3 && dest !== iso3) return [];
    const spot = paper.at(flows.anchors[origin === iso3 ? dest : origin]);
    return spot ? [{ id: `${origin}-${dest}`, spot, isFrom: origin === iso3, turn: turn(spot) }] : [];
  });
  ends.sort((a, b) => b.turn - a.turn || Number(b.isFrom) - Number(a.isFrom));
  return new Map(ends.map(({ id, ...end }, i) => [id, { ...end, port: portAt(rect, (i + 0.5) / ends.length) }]));
};

/** What gives the pieces of a line's way in pixels.
 * @type {(flows: Flows, paper: Sheet, badge: Badge | null) => (line: Ends) => Spot[][]} */
export const waysOn = (flows, paper, badge) => {
  const ties = badge ? tiesOf(flows, paper, badge) : new Map();
  return ({ origin, dest, places }) => {
    const tie = ties.get(`${origin}-${dest}`);
    if (badge && tie) return toBadge(tie, badge.rect);
    return pieces(places ?? arc(flows.anchors[origin], flows.anchors[dest]), paper);
  };
};
