// Colours of the map, per theme. Ramps keep their order in greyscale and under the common colour-vision
// deficiencies; the "no data" grey and the land colour stay outside every ramp.
/** @type {Tones} */
const LIGHT = {
  sequential: ["#dceecb", "#a8dcc0", "#64bfc4", "#2f94bd", "#2563a5", "#1b3278"],
  negative: ["#f3dcae", "#d59a45", "#8c4f0b"],
  positive: ["#bfe3dd", "#4fae9f", "#01594f"],
  categories: ["#0072b2", "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#8d7b4f", "#f0e442"],
  zero: "#fffdf2",
  missing: {
    not_reported: "#b4b9c1",
    withheld: "#8f8298",
    withheld_by_licence: "#a596a8",
    not_applicable: "#d7d3ca",
    bound: "#9a8f7a",
    net_exporter: "#c3cbb8",
    no_share: "#bfb3a8",
    no_first: "#a5b3c5",
    no_second: "#cbb9c3",
    no_both: "#9aa0a8",
    no_base: "#b9ad8f",
  },
  land: "#eef0f2",
  water: "#ffffff",
  border: "#aab1ba",
  outline: "#39414b",
  text: "#1d2733",
  selected: "#b3003c",
  halo: "#ffffff",
  hover: "#ffffff",
  out: "#0b5cad",
  in: "#c2410c",
};
/** @type {Tones} */
const DARK = {
  sequential: ["#274b73", "#256f91", "#2a939c", "#4db594", "#97d27f", "#f3ec84"],
  negative: ["#5d4630", "#b07a35", "#f2b45f"],
  positive: ["#2b5552", "#38978b", "#84e6d6"],
  categories: ["#3d9be0", "#8fd0f5", "#f0b429", "#22c393", "#e29ac2", "#f2793a", "#b5a473", "#f3ec84"],
  zero: "#10151b",
  missing: {
    not_reported: "#6d7580",
    withheld: "#8b7a97",
    withheld_by_licence: "#6a5f74",
    not_applicable: "#3f4147",
    bound: "#7d7461",
    net_exporter: "#55604e",
    no_share: "#665c54",
    no_first: "#586779",
    no_second: "#78646f",
    no_both: "#5c626b",
    no_base: "#6e6650",
  },
  land: "#232a33",
  water: "#0e1319",
  border: "#4d5764",
  outline: "#aab4c0",
  text: "#e8edf3",
  selected: "#ff6b8f",
  halo: "#0e1319",
  hover: "#1a212a",
  out: "#6db5ff",
  in: "#ff9d5c",
};

/** @type {(colour: string) => Uint8ClampedArray} */
const channels = (colour) => {
  const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  return probe.getImageData(0, 0, 1, 1).data;
};

/** @type {(element: HTMLElement) => boolean} */
export const isDark = (element) => {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim() || "#fff";
  const [red, green, blue] = channels(background);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

/** @type {(dark: boolean) => Tones} */
export const theme = (dark) => (dark ? DARK : LIGHT);

/** @type {(colour: string) => number[]} */
const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** @type {(one: string, other: string, share: number) => string} */
const between = (one, other, share) =>
  `#${parts(one)
    .map((part, i) =>
      Math.round(part + (parts(other)[i] - part) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

/** `count` colours spread over a ramp, first and last always used; in between ones where the ramp has too few.
 * @type {(ramp: string[], count: number) => string[]} */
const spread = (ramp, count) => {
  if (count === 1) return [ramp[Math.ceil(ramp.length / 2)]];
  if (count > ramp.length) {
    return Array.from({ length: count }, (_, i) => {
      const at = (i * (ramp.length - 1)) / (count - 1);
      const from = Math.min(Math.floor(at), ramp.length - 2);
      return between(ramp[from], ramp[from + 1], at - from);
    });
  }
  return Array.from({ length: count }, (_, i) => ramp[Math.round((i * (ramp.length - 1)) / (count - 1))]);
};

/** One colour per class of `scale`: {palette, kinds}, where a kind is "negative", "zero", "positive" or an index.
 * @type {(scale: Scale, tones: Tones) => string[]} */
export const colours = (scale, tones) => {
  if (scale.palette === "categories") return scale.kinds.map((index) => tones.categories[Number(index)]);
  const kinds = /** @type {("negative" | "zero" | "positive")[]} */ (scale.kinds);
  /** @type {(kind: string) => number} */
  const count = (kind) => kinds.filter((k) => k === kind).length;
  const diverging = scale.palette === "diverging";
  const rampOf = { positive: diverging ? tones.positive : tones.sequential, negative: tones.negative };
  const left = {
    positive: count("positive") ? spread(rampOf.positive, count("positive")) : [],
    negative: count("negative") ? spread(rampOf.negative, count("negative")).reverse() : [],
    zero: Array(count("zero")).fill(tones.zero),
  };
  const taken = { positive: 0, negative: 0, zero: 0 };
  return kinds.map((kind) => left[kind][taken[kind]++]);
};

/** @type {(colour: string) => number} */
const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** @type {(one: string, other: string) => number} */
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

/** The outline that stands out most from a fill, at 3:1 or more for every colour of the classes.
 * @type {(fill: string, tones: Tones) => string} */
export const edge = (fill, tones) =>
  contrast(fill, tones.outline) > contrast(fill, tones.water) ? tones.outline : tones.water;
