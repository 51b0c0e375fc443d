// Names of the places that flows lead to: beside their dot, or at the edge of the frame that their lines cross.
const LETTER = 6.3;
const HIGH = 14;
const INSET = 9;

const middle = (spots) => [0, 1].map((axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length);

/** Where the lines to and from a place outside the frame cross its edge. */
const crossings = (iso3, drawn) =>
  drawn.flatMap(({ line, seen }) => [
    ...(line.origin === iso3 ? seen.filter(({ starts }) => !starts).map(({ points }) => points[0]) : []),
    ...(line.dest === iso3 ? seen.filter(({ ends }) => !ends).map(({ points }) => points.at(-1)) : []),
  ]);

const rectangle = ([x, y], text, anchor) => {
  const wide = text.length * LETTER;
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - HIGH, bottom: y };
};

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const atEdge = (spots, text, box) => {
  const [x, y] = middle(spots);
  const half = (text.length * LETTER) / 2 + INSET;
  const anchor = x - half < box.left ? "start" : x + half > box.right ? "end" : "middle";
  const left = anchor === "start" ? box.left + INSET : anchor === "end" ? box.right - INSET : x;
  return { spot: [left, Math.max(box.top + HIGH + INSET, Math.min(box.bottom - INSET, y))], anchor };
};

/** Names that fit without covering one another, thickest flows first: {text, spot, anchor}. */
export const placeNames = (drawn, spotOf, names, printed, box) => {
  const taken = [];
  const found = [];
  for (const iso3 of new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]))) {
    const spot = spotOf(iso3);
    const isIn = spot && spot[0] > box.left && spot[0] < box.right && spot[1] > box.top && spot[1] < box.bottom;
    const spots = isIn ? [] : crossings(iso3, drawn);
    const text = names[iso3] ?? iso3;
    const place = isIn ? { spot: [spot[0], spot[1] - 7], anchor: "middle" } : spots.length && atEdge(spots, text, box);
    const room = place && rectangle(place.spot, text, place.anchor);
    if (room && !(isIn && printed.has(iso3)) && !taken.some((other) => overlap(room, other))) {
      taken.push(room);
      found.push({ text, ...place });
    }
  }
  return found;
};
