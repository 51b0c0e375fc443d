// A country of the view that lies beyond its picture, as a plate at the picture's edge, in its colour and with its value.
// It is drawn as all else is, so that a saved picture has it; over it lies a button, for the pointer and the keyboard.
import { cellOf, moreOf, saidOf } from "../base/cells.js";
import { element } from "../base/dom.js";
import { edge } from "../base/palette.js";
import { frontOf } from "../base/plotly.js";
import { shape } from "../base/svg.js";
import { VIEWS } from "../base/views.js";
import { fillsOf } from "./areas.js";
import { frameOf } from "./geometry.js";
import { BOLD, NORMAL, fillAt, fitted, measuring, onFill, texts, valueOf, widest } from "./label_nodes.js";
import { tell } from "./tip.js";

const SIGN = "↖";
/** Size of its text, its height and the room around, where there is much room and where there is little. */
const SIZES = [
  { size: 13, high: 46, pad: 10, gap: 10 },
  { size: 10, high: 32, pad: 5, gap: 4 },
];
const SELECTED = 2.5;
// Letters of a reason that the plate has room for.
const LONGEST = 16;

/** @typedef {{ choose: (iso3: string) => void, point: (iso3: string | null) => void }} Acts */
/** @typedef {Badge & { state: State, node: SVGRectElement }} BadgeHeld */

/** Why there is no figure, where that is short.
 * @type {(data: MapData, cell: { code: number }) => string} */
const absenceOf = ({ missing, words }, { code }) => {
  const { label } = missing[-code - 1];
  return label.length > LONGEST ? words.badge_none : label;
};

/** What is printed of a country: its name, and its value or that there is none; of one that is not covered the name alone.
 * @type {(state: State, iso3: string) => string[]} */
const linesOf = (state, iso3) => {
  const { data, names, index } = state;
  const cell = cellOf(data, iso3, index);
  const value = cell && cell.code < 0 ? absenceOf(data, cell) : valueOf(state, iso3);
  return [`${SIGN} ${names[iso3] ?? iso3}`, value].filter(Boolean);
};

/** Its place: as wide as its longest text of any year, at the upper left of the frame.
 * @type {(state: State, iso3: string, box: Rect) => Rect} */
const rectOf = ({ data, names, font, narrow }, iso3, { left, top }) => {
  const { size, high, pad, gap } = SIZES[Number(narrow)];
  const measure = measuring(font, size);
  const absences = data.missing.map((_, place) => absenceOf(data, { code: -1 - place }));
  const values = [widest(data, iso3), ...absences].map((text) => measure(text, BOLD));
  const wide = Math.max(measure(`${SIGN} ${names[iso3] ?? iso3}`, NORMAL), ...values) + 2 * pad;
  return { left: left + gap, top: top + gap, right: left + gap + Math.ceil(wide), bottom: top + gap + high };
};

/** The badge of the Plotly graph `plot`, which is told of in `tip`; what is done to it is told to `acts`.
 * @param {Parts} parts
 * @param {HTMLElement} tip
 * @param {Acts} acts */
export const badgeLayer = ({ plot, picture }, tip, acts) => {
  const group = shape("g", { class: "atlas-badge" });
  const target = element("button", "atlas-badge-target");
  target.type = "button";
  target.dataset.testid = "atlas-badge";
  target.hidden = true;
  picture.after(target);
  /** @type {{ now: BadgeHeld | null, tones: Tones, isLit: boolean }} */
  const held = { now: null, tones: /** @type {any} */ (null), isLit: false };

  /** @type {(isOn: boolean) => void} */
  const light = (isOn) => {
    held.isLit = isOn;
    tip.hidden = true;
    acts.point(isOn && held.now ? held.now.iso3 : null);
    if (!isOn || !held.now) return;
    const { iso3, rect, state } = held.now;
    const { data, index, names } = state;
    const cell = cellOf(data, iso3, index);
    const head = `${names[iso3] ?? iso3} · ${data.years[index]}`;
    const spot = [rect.right + plot.offsetLeft, rect.top + plot.offsetTop];
    tell(tip, picture, spot, [head, saidOf(data, cell), ...moreOf(data, iso3, cell, index)], held.tones);
  };
  // Of the mouse, whose way from a line is told before its way to here: the pointer's is told the other way round.
  ["mouseenter", "focus"].forEach((event) => target.addEventListener(event, () => light(true)));
  ["mouseleave", "blur"].forEach((event) => target.addEventListener(event, () => light(false)));
  target.addEventListener("click", () => held.now && acts.choose(held.now.iso3));

  /** @type {(state: State, iso3: string, tones: Tones) => BadgeHeld} */
  const drawn = (state, iso3, tones) => {
    const rect = rectOf(state, iso3, frameOf(plot, picture));
    const fill = fillsOf(state.data, tones)[fillAt(state, iso3)];
    const isChosen = state.data.selected === iso3;
    const node = shape("rect", {
      x: rect.left,
      y: rect.top,
      width: rect.right - rect.left,
      height: rect.bottom - rect.top,
      rx: 5,
      fill,
      stroke: isChosen ? tones.selected : edge(fill, tones),
      "stroke-width": isChosen ? SELECTED : 1.2,
    });
    const { size } = SIZES[Number(state.narrow)];
    const lines = linesOf(state, iso3).map((text, i) => ({ text, weight: i ? BOLD : NORMAL }));
    const written = texts(lines, rect, { size, ...onFill(state, tones, iso3) });
    fitted(written[0], measuring(state.font, size)(lines[0].text, NORMAL));
    group.append(node, ...written);
    return { iso3, rect, state, node };
  };
  /** Lay the button over what is drawn, and say the same in words.
   * @type {(now: BadgeHeld) => void} */
  const cover = ({ iso3, rect: { left, top, right, bottom }, state: { data, names, index } }) => {
    Object.assign(target.style, {
      left: `${left + plot.offsetLeft + picture.clientLeft}px`,
      top: `${top + plot.offsetTop + picture.clientTop}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    const said = saidOf(data, cellOf(data, iso3, index));
    target.setAttribute("aria-label", `${names[iso3] ?? iso3}, ${data.years[index]}: ${said}`);
    target.setAttribute("aria-pressed", String(data.selected === iso3));
  };
  const remove = () => {
    group.remove();
    if (held.isLit) light(false);
    held.now = null;
  };

  return {
    /** Draw the badge of the view that is shown, before the lines that end at it; none where the view has none.
     * @type {(state: State, tones: Tones) => void} */
    set: (state, tones) => {
      const iso3 = VIEWS[state.data.view].badge;
      group.replaceChildren();
      target.hidden = !iso3;
      if (!iso3) return remove();
      frontOf(plot).append(group);
      held.now = drawn(state, iso3, tones);
      held.tones = tones;
      cover(held.now);
      return held.isLit ? light(true) : undefined;
    },
    /** The country and its place in pixels of the graph, null where the view has none.
     * @type {() => Badge | null} */
    place: () => held.now,
    /** What of it swells and is outlined, where it is that of `iso3`.
     * @type {(iso3: string) => SVGRectElement | null} */
    plateOf: (iso3) => (held.now?.iso3 === iso3 ? held.now.node : null),
    /** The country on it where a place of the window is on it.
     * @type {(at: MouseEvent) => string | null} */
    at: ({ clientX, clientY }) => {
      if (!held.now) return null;
      const { left, top, right, bottom } = target.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom ? held.now.iso3 : null;
    },
    /** Fade where its colour is not the one at `place` in the list of fills; null ends it.
     * @type {(place: number | null) => void} */
    highlight: (place) => {
      if (held.now)
        group.style.opacity = place === null || fillAt(held.now.state, held.now.iso3) === place ? "1" : "0.15";
    },
  };
};
