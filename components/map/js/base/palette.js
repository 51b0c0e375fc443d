// Colours of the map, per theme, from `tones.json`, which Python reads for the pictures that it draws. Ramps keep their order
// in greyscale and under the common colour-vision deficiencies; the "no data" grey and the land colour stay outside
// every ramp.
import TONES from "../../tones.json" with { type: "json" };

/** @type {Tones} */
const LIGHT = TONES.light;
/** @type {Tones} */
const DARK = TONES.dark;

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
