// The map as a file: what is on the screen, with title, legend, sources, date, licence, boundary note and link in it.
import { drawingOf } from "../base/plotly.js";
import { shape, SVG } from "../base/svg.js";
import { lines } from "../layers/flows.js";
import { sitesOf } from "../layers/points.js";

const MARGIN = 20;
const PNG_SCALE = 3;
// Width of a sign as a share of its size, with room for the wider fonts that may stand in for ours.
const LETTER = 0.58;

/** Text in lines of at most so many signs, broken after a space, in a link after "?" or "&", and in a word only where that
 * is longer than a line.
 * @type {(text: string, size: number, width: number) => string[]} */
export const wrapped = (text, size, width) => {
  const most = Math.floor(width / (size * LETTER));
  const lines = [""];
  for (const word of text.split(/(?<=[ ?&])/).flatMap((one) => one.match(new RegExp(`.{1,${most}}`, "g")) ?? [])) {
    const last = lines.length - 1;
    if ((lines[last] + word).trimEnd().length > most && lines[last]) lines.push(word);
    else lines[last] += word;
  }
  return lines.map((line) => line.trimEnd());
};

/** Lines of text below one another; returns where the next may start.
 * @param {Element} page
 * @param {string} text
 * @param {number} top
 * @param {{ size: number, tones: Tones, width: number, weight?: number }} looks */
const write = (page, text, top, { size, tones, width, weight = 400 }) => {
  let y = top;
  for (const line of wrapped(text, size, width)) {
    y += size * 1.35;
    page.append(shape("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill: tones.text }, line));
  }
  return y;
};

const BAR = 240;

/** The bar of a colour that runs on, its labels below; returns the width it takes.
 * @type {(page: Element, item: Element, x: number, y: number, tones: Tones) => number} */
const bar = (page, item, x, y, tones) => {
  const ramp = /** @type {HTMLElement} */ (item.querySelector(".atlas-bar"));
  const fills = String(ramp.dataset.fills).split(" ");
  const wide = BAR / fills.length;
  fills.forEach((fill, i) =>
    page.append(shape("rect", { x: x + i * wide, y: y - 14, width: wide + 0.5, height: 9, fill })),
  );
  ["start", "middle", "end"].forEach((anchor, i) =>
    page.append(
      shape(
        "text",
        { x: x + (i * BAR) / 2, y: y + 5, "font-size": 10, "text-anchor": anchor, fill: tones.text },
        item.querySelectorAll(".atlas-ends span")[i].textContent,
      ),
    ),
  );
  return BAR + 18;
};

/** A copy of a line's sign in the legend, at its place in the picture.
 * @type {(line: Element, x: number, y: number) => Node} */
const placed = (line, x, y) => {
  const copy = /** @type {Element} */ (line.cloneNode(true));
  Object.entries({ x, y }).forEach(([name, value]) => copy.setAttribute(name, String(value)));
  return copy;
};

/** @type {(page: Element, box: Element, top: number, tones: Tones, width: number) => number} */
const legend = (page, box, top, tones, width) => {
  let [x, y] = [MARGIN, top + 20];
  for (const item of box.querySelectorAll("li")) {
    if (item.classList.contains("atlas-ramp")) {
      x += bar(page, item, x, y, tones);
      continue;
    }
    const text = item.textContent ?? "";
    const wide = text.length * 12 * LETTER + 46;
    if (x + wide > width + MARGIN) [x, y] = [MARGIN, y + 20];
    /** @type {HTMLElement | null} */
    const swatch = item.querySelector(".atlas-swatch");
    const line = item.querySelector(".atlas-line");
    if (swatch)
      page.append(
        shape("rect", {
          x,
          y: y - 10,
          width: 22,
          height: 12,
          fill: swatch.style.background,
          stroke: swatch.style.borderColor,
        }),
      );
    if (line) page.append(placed(line, x, y - 11));
    const indent = swatch ? 28 : line ? 34 : 0;
    page.append(shape("text", { x: x + indent, y, "font-size": 12, fill: tones.text }, text));
    x += wide - (indent ? 0 : 28);
  }
  return y + 4;
};

/** The sources of each layer that is on the map: the colours, the lines, the sites. Those of the shapes are in the note.
 * @type {(data: MapData, index: number) => string} */
export const sourcesOf = (data, index) => {
  const { words, flows, points } = data;
  const runs = Object.values(data.cells).map((cell) => cell.runs.findLast(([from]) => from <= index));
  /** @type {[string, string[]][]} */
  const layers = [
    [words.layer_areas, runs.flatMap((run) => (run?.length === 4 ? [data.sources[run[3]]] : []))],
    [words.layer_lines, flows ? lines(flows, data.years[index]).map(({ cell }) => cell.source) : []],
    [
      words.layer_sites,
      points
        ? sitesOf(points, data.series)
            .filter((site) => site.source >= 0)
            .map((site) => points.sources[site.source])
        : [],
    ],
  ];
  const cited = layers.filter(([, named]) => named.length);
  return cited.map(([layer, named]) => `${words.sources}, ${layer}: ${[...new Set(named)].join("; ")}.`).join(" ");
};

/** Compose the picture; returns {svg, width, height}.
 * @type {(atlas: Atlas, state: State) => Size & { svg: string }} */
export const compose = (atlas, state) => {
  const { data, tones, plot, index } = atlas;
  const { width, height } = state.size;
  const page = shape("svg", { xmlns: SVG, "font-family": "Source Sans 3, Source Sans Pro, Arial, sans-serif" });
  page.append(shape("rect", { width: "100%", height: "100%", fill: tones.water }));
  const text = { tones, width, size: 11 };
  let y = write(page, atlas.heading.textContent, 8, { ...text, size: 20, weight: 600 }) + 10;
  const frame = shape("svg", {
    x: MARGIN,
    y,
    width,
    height,
    viewBox: `${-plot.offsetLeft} ${-plot.offsetTop} ${width} ${height}`,
  });
  frame.append(/** @type {Element} */ (drawingOf(plot)).cloneNode(true));
  page.append(frame, shape("rect", { x: MARGIN, y, width, height, fill: "none", stroke: tones.border }));
  y = legend(page, atlas.legend, y + height, tones, width);
  y = write(page, sourcesOf(data, index), y + 6, text);
  y = write(page, atlas.note.textContent, y, text);
  y = write(page, `${data.credit} ${new Date().toISOString().slice(0, 10)}.`, y, text);
  y = write(page, location.href, y, text) + 14;
  const size = { width: width + 2 * MARGIN, height: Math.ceil(y) };
  Object.entries({ ...size, viewBox: `0 0 ${size.width} ${size.height}` }).forEach(([name, value]) =>
    page.setAttribute(name, String(value)),
  );
  return { svg: new XMLSerializer().serializeToString(page), ...size };
};

/** @type {(blob: Blob, name: string) => void} */
const offer = (blob, name) => {
  const tag = document.createElement("a");
  tag.href = URL.createObjectURL(blob);
  tag.download = name;
  tag.click();
  setTimeout(() => URL.revokeObjectURL(tag.href), 10_000);
};

/** @type {(picture: Size & { svg: string }) => Promise<Blob>} */
const painted = async ({ svg, width, height }) => {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * PNG_SCALE, height: height * PNG_SCALE });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(/** @type {Blob} */ (blob)), "image/png"));
};

/** Hand the reader the map as a file of `kind` "png" or "svg".
 * @type {(atlas: Atlas, state: State, kind: "png" | "svg") => Promise<void>} */
export const save = async (atlas, state, kind) => {
  const picture = compose(atlas, state);
  const name = `c5plus1-atlas_${atlas.data.indicator}_${atlas.data.years[atlas.index]}.${kind}`;
  offer(kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await painted(picture), name);
};
