// How a line of a flow looks, on the map, in its legend and in the picture that is saved. Below the least value that has a
// width of its own all lines are one: thin, dashed, with a hollow head.
import { path, shape } from "../base/svg.js";

const DASHES = "6 4";
const SIGN = { wide: 28, high: 14 };

/** @type {(shafts: string, heads: string, thick: number, colour: string, halo: string) => Element[]} */
const full = (shafts, heads, thick, colour, halo) => [
  shape("path", { d: shafts, fill: "none", stroke: halo, "stroke-width": thick + 2 }),
  shape("path", { d: heads, fill: colour, stroke: halo, "stroke-width": 2, "stroke-linejoin": "round" }),
  shape("path", { d: shafts, fill: "none", stroke: colour, "stroke-width": thick }),
  shape("path", { d: heads, fill: colour }),
];

/** @type {(shafts: string, heads: string, thick: number, colour: string, halo: string) => Element[]} */
const small = (shafts, heads, thick, colour, halo) => [
  shape("path", { d: shafts, fill: "none", stroke: halo, "stroke-width": thick + 2 }),
  shape("path", { d: shafts, fill: "none", stroke: colour, "stroke-width": thick, "stroke-dasharray": DASHES }),
  shape("path", { d: heads, fill: halo, stroke: colour, "stroke-width": 1.4, "stroke-linejoin": "round" }),
];

/** The ink of one line's arrows.
 * @type {(look: { thick: number, isSmall?: boolean }, arrows: Arrow[], colour: string, halo: string) => Element[]} */
export const ink = ({ thick, isSmall }, arrows, colour, halo) => {
  const shafts = arrows.map(({ shaft }) => path(shaft)).join("");
  const heads = arrows.map(({ head }) => (head ? path(head, "Z") : "")).join("");
  return (isSmall ? small : full)(shafts, heads, thick, colour, halo);
};

/** A short line for the legend: as it is drawn, with its head where that tells it.
 * @type {(look: { thick: number, isSmall?: boolean }, colour: string, halo: string) => Element} */
export const sign = ({ thick, isSmall }, colour, halo) => {
  const { wide, high } = SIGN;
  const node = shape("svg", { class: "atlas-line", width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
  node.dataset.thick = String(thick);
  const middle = high / 2;
  const head = [
    [wide - 1, middle],
    [wide - 10, middle - 4],
    [wide - 10, middle + 4],
  ];
  const arrow = isSmall
    ? {
        shaft: [
          [0, middle],
          [wide - 10, middle],
        ],
        head,
      }
    : {
        shaft: [
          [0, middle],
          [wide, middle],
        ],
      };
  node.append(...ink({ thick, isSmall }, [arrow], colour, halo));
  return node;
};
