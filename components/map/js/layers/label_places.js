// Where labels stand: on their own country, or outside with a line that leads to it, or, for a country that is not in the
// picture, at the edge that its lines cross. Never over one another, over a button, or on another of the main countries;
// on another that has a colour, as if that were its value, only where nothing nearby is free, and then on a plate.
const STEP = 4;
const PAD = 2;
const MOST_ON_OWN = 0.95;
const LEAST_ON_OWN = 0.82;
const ON_OTHERS = 0.06;
const ON_COLOUR = 0.04;
const TURNS = 32;
const NEAREST = 12;
const FARTHEST = 260;
const DEPTH = 3;
const INK_PX = 200;
// A value on its country gives way to lines further than a name does.
const VALUE_INK_PX = 900;
const CROSSED_PX = 60;
// How far a label goes for ground without a colour, as a share of the picture's width.
const TO_FREE_GROUND = 0.2;
const INSET = 4;
const TINY = 12;

/** @type {(rect: Rect) => Spot} */
const middleOf = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];

/** @typedef {Pick<LabelSpot, "rect" | "line">} Taking A box that stands, with the line that leads to it. */

/** @type {(middle: Spot, size: { wide: number, high: number }) => Rect} */
const around = ([x, y], { wide, high }) => ({
  left: x - wide / 2,
  top: y - high / 2,
  right: x + wide / 2,
  bottom: y + high / 2,
});

/** @type {(rect: Rect, by: number) => Rect} */
const grown = ({ left, top, right, bottom }, by) => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** @type {(a: Rect, b: Rect) => boolean} */
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @type {(rect: Rect, spot: Spot) => boolean} */
const holds = ({ left, top, right, bottom }, [x, y]) => x > left && x < right && y > top && y < bottom;

/** @type {(rect: Rect, box: Rect) => boolean} */
const isInside = (rect, box) =>
  rect.left >= box.left + PAD &&
  rect.top >= box.top + PAD &&
  rect.right <= box.right - PAD &&
  rect.bottom <= box.bottom - PAD;

/** @type {(one: Spot, other: Spot) => number} */
const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);

/** Points along a straight line, two pixels apart.
 * @type {(from: Spot, to: Spot) => Spot[]} */
const along = (from, to) => {
  const count = Math.max(1, Math.ceil(apart(from, to) / 2));
  return Array.from({ length: count + 1 }, (_, i) =>
    [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * i) / count),
  );
};

/** Whether nothing that stands already is in the way of a box, nor of a line that leads to it.
 * @type {(rect: Rect, line: Spot[], taken: Taking[]) => boolean} */
const isFree = (rect, line, taken) => {
  const room = grown(rect, PAD);
  return taken.every(
    (other) =>
      !overlap(room, other.rect) &&
      !other.line.some((spot) => holds(room, spot)) &&
      !line.some((spot) => holds(grown(other.rect, PAD), spot)),
  );
};

/** How much of a box stands on a colour that is not the country's own.
 * @type {(rect: Rect, own: Mask, coloured: Mask) => number} */
const onColour = (rect, own, coloured) => Math.max(0, coloured.share(rect) - own.share(rect));

/** A box of which the share `least` stands on its country, and next to nothing on another that has a colour.
 * @type {(item: LabelItem, ground: Ground, taken: Taking[], least: number) => LabelSpot | null} */
const onOwn = (item, { box, of, ink, main, coloured }, taken, least) => {
  const own = of(item.iso3);
  const others = main.filter((iso3) => iso3 !== item.iso3).map(of);
  const { left, top, right, bottom } = own.bounds;
  const aim = item.spot ?? middleOf(own.bounds);
  let best = null;
  for (let x = left + item.wide / 2; x <= right - item.wide / 2; x += STEP) {
    for (let y = top + item.high / 2; y <= bottom - item.high / 2; y += STEP) {
      const near = apart([x, y], aim);
      if (best && near >= best.cost) continue;
      const rect = around([x, y], item);
      const share = own.share(rect);
      if (share < least || !isInside(rect, box) || !own.holds([x, y])) continue;
      if (others.some((other) => other.share(rect) > ON_OTHERS) || onColour(rect, own, coloured) > ON_COLOUR) continue;
      const cost = near + (item.hasValue ? VALUE_INK_PX : INK_PX) * ink.share(rect) + INK_PX * (1 - share);
      if ((!best || cost < best.cost) && isFree(rect, [], taken)) best = { rect, cost, line: [] };
    }
  }
  return best && { ...best, kind: "own" };
};

/** A spot well inside a country, as near as can be to the one it is named at.
 * @type {(item: LabelItem, own: Mask) => Spot | null | undefined} */
const targetOf = (item, own) => {
  if (own.area < TINY) return item.anchor;
  const { left, top, right, bottom } = own.bounds;
  const aim = item.spot ?? middleOf(own.bounds);
  let best = null;
  for (let x = left + 1; x < right; x += 2) {
    for (let y = top + 1; y < bottom; y += 2) {
      const near = apart([x, y], aim);
      if (best && near >= best.cost) continue;
      const deep = own.share(around([x, y], { wide: 2 * DEPTH, high: 2 * DEPTH }));
      const cost = near + 30 * (1 - deep);
      if (deep > 0.3 && own.holds([x, y]) && (!best || cost < best.cost)) best = { spot: [x, y], cost };
    }
  }
  return best?.spot ?? item.anchor;
};

/** The spot of a box that is nearest to another spot.
 * @type {(rect: Rect, spot: Spot) => Spot} */
const border = ({ left, top, right, bottom }, [x, y]) => [
  Math.max(left, Math.min(right, x)),
  Math.max(top, Math.min(bottom, y)),
];

/** @type {(item: LabelItem, ground: Ground, taken: Taking[]) => LabelSpot | null} */
const beside = (item, { box, of, ink, main, coloured }, taken) => {
  const own = of(item.iso3);
  const target = targetOf(item, own);
  if (!target || !holds(box, target)) return null;
  const others = main.filter((iso3) => iso3 !== item.iso3).map(of);
  let best = null;
  for (let away = NEAREST; away < FARTHEST && !(best && best.cost < away); away += STEP) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const way = [Math.cos, Math.sin].map((part) => part((2 * Math.PI * turn) / TURNS));
      const reach = [item.wide, item.high].map((side, axis) => way[axis] * (away + side / 2));
      const rect = around([target[0] + reach[0], target[1] + reach[1]], item);
      if (!isInside(rect, box) || own.share(rect) > 0.02 || others.some((other) => other.share(rect) > 0)) continue;
      const line = along(border(rect, target), target);
      const over = onColour(rect, own, coloured);
      // A little is nearly as bad as much: a label half on a colour is read as standing on it.
      const far = apart(line[0], target) + TO_FREE_GROUND * (box.right - box.left) * Math.sqrt(over);
      if (best && far >= best.cost) continue;
      if (!isFree(rect, line, taken)) continue;
      const crossed = line.filter((spot) => others.some((other) => other.holds(spot))).length;
      const met = taken.filter((other) => other.line.some((spot) => line.some((mine) => apart(spot, mine) < 3))).length;
      const cost = far + 2 * crossed + CROSSED_PX * met + INK_PX * ink.share(rect);
      if (!best || cost < best.cost) best = { rect, cost, line, isOver: over > ON_COLOUR };
    }
  }
  return best && { ...best, kind: "beside" };
};

/** @type {Record<string, string>} */
const SIGNS = { top: "↑", bottom: "↓", left: "←", right: "→" };

/** @type {(item: LabelItem, ground: Ground, taken: Taking[]) => LabelSpot | null} */
const atEdge = ({ high, edgeWide: wide, crossings }, { box, of, main }, taken) => {
  const aim = [0, 1].map((axis) => crossings.reduce((sum, spot) => sum + spot[axis], 0) / crossings.length);
  const low = { x: box.left + INSET + wide / 2, y: box.top + INSET + high / 2 };
  const top = { x: box.right - INSET - wide / 2, y: box.bottom - INSET - high / 2 };
  /** @type {{ x: number, y: number, side: string }[]} */
  const spots = [];
  for (let x = low.x; x <= top.x; x += STEP) spots.push({ x, y: low.y, side: "top" }, { x, y: top.y, side: "bottom" });
  for (let y = low.y; y <= top.y; y += STEP) spots.push({ x: low.x, y, side: "left" }, { x: top.x, y, side: "right" });
  const shares = main.map(of);
  let best = null;
  for (const { x, y, side } of spots) {
    const rect = around([x, y], { wide, high });
    const cost = apart([x, y], aim) + 400 * shares.reduce((sum, one) => sum + one.share(rect), 0);
    if ((!best || cost < best.cost) && isFree(rect, [], taken)) best = { rect, cost, line: [], sign: SIGNS[side] };
  }
  return best && { ...best, kind: "edge" };
};

/** The labels that find a place: {iso3, kind, rect, line, sign}. `items` are {iso3, wide, high, spot, anchor, crossings},
 * the main ones first; `ground` is {box, of, ink, main, coloured}: frame, masks, the ink of the lines, the main countries,
 * the ground that has a colour; `blocked` are boxes that stand already.
 * @type {(items: LabelItem[], ground: Ground, blocked: Rect[]) => LabelPlace[]} */
export const place = (items, ground, blocked) => {
  /** @type {Taking[]} */
  const taken = blocked.map((rect) => ({ rect, line: [] }));
  /** @type {Map<string, LabelPlace>} */
  const found = new Map();
  /** @type {(item: LabelItem, spot: LabelSpot | null) => void} */
  const settle = (item, spot) => {
    if (!spot) return;
    taken.push(spot);
    found.set(item.iso3, { iso3: item.iso3, ...spot });
  };
  /** @type {(item: LabelItem) => boolean} */
  const isMain = ({ iso3 }) => ground.main.includes(iso3);
  /** @type {(item: LabelItem) => LabelSpot | null} */
  const nameOn = (item) => onOwn(item, ground, taken, MOST_ON_OWN) ?? onOwn(item, ground, taken, LEAST_ON_OWN);
  for (const group of [items.filter(isMain), items.filter((item) => !isMain(item))]) {
    const [seen, gone] = [true, false].map((is) =>
      group.filter((item) => Boolean(item.anchor || ground.of(item.iso3).area >= TINY) === is),
    );
    for (const item of seen) settle(item, nameOn(item));
    for (const item of gone) if (item.crossings.length) settle(item, atEdge(item, ground, taken));
    for (const item of seen) if (!found.has(item.iso3)) settle(item, beside(item, ground, taken));
  }
  return [...found.values()];
};
