// The countries: land that the indicator does not cover, the covered ones by class, the selected one's outline.
//
// A covered country's `z` is no value but its place in the list of fills (classes, then reasons of absence, then land),
// so a missing value has its own colour and never a number. One trace for all of them, against one for values and one
// for the missing: a year step then changes fills only, and no shape has to be projected anew (measured: 40 ms for a
// restyle, 1 ms for the fills).
import { cellOf, hoverOf, placeOf } from "../base/cells.js";
import { colours, edge } from "../base/palette.js";
import { areaGroupsOf, areaShapesOf, fullTraceOf, pointOf } from "../base/plotly.js";

/** @typedef {{ color: string, width: number }} Outline */

const VALUES = 1;

/** @type {(list: string[]) => [number, string][]} */
const stepped = (list) => {
  /** @type {[number, string][]} */
  const scale = [];
  list.forEach((colour, i) => scale.push([i / list.length, colour], [(i + 1) / list.length, colour]));
  return scale;
};

/** The colours of classes, reasons of absence and land, in this order; `placeOf` points into them.
 * @type {(data: MapData, tones: Tones) => string[]} */
export const fillsOf = (data, tones) => [
  ...colours(data.scale, tones),
  ...data.missing.map(({ status }) => tones.missing[status]),
  tones.land,
];

/** @type {(geometry: string, list: string[], fields: object) => object} */
const area = (geometry, list, fields) => ({
  type: "choropleth",
  geojson: geometry,
  featureidkey: "id",
  zmin: -0.5,
  zmax: list.length - 0.5,
  colorscale: stepped(list),
  showscale: false,
  hovertemplate: "%{text}<extra></extra>",
  ...fields,
});

/** @type {(state: State, tones: Tones, fills: string[], iso3: string) => { place: number, text: string, line: Outline }} */
const looks = (state, tones, fills, iso3) => {
  const { data, names, index } = state;
  const cell = cellOf(data, iso3, index);
  const place = placeOf(data, cell);
  return {
    place,
    text: hoverOf(data, names, iso3, cell, index),
    line: cell ? { color: edge(fills[place], tones), width: 0.9 } : { color: tones.border, width: 0.4 },
  };
};

/** Traces of the areas, in the order they are painted.
 * @type {(state: State, tones: Tones) => object[]} */
export const areas = (state, tones) => {
  const { data, layer, names } = state;
  const covered = layer.ids.filter((iso3) => data.cells[iso3]);
  const other = layer.ids.filter((iso3) => !data.cells[iso3]);
  const fills = fillsOf(data, tones);
  const seen = covered.map((iso3) => looks(state, tones, fills, iso3));
  const chosen = layer.ids.filter((iso3) => iso3 === data.selected);
  return [
    area(layer.url, [tones.land], {
      meta: "land",
      locations: other,
      z: other.map(() => 0),
      text: other.map((iso3) => hoverOf(data, names, iso3, null, state.index)),
      marker: { line: { color: tones.border, width: 0.4 } },
    }),
    area(layer.url, fills, {
      meta: "values",
      locations: covered,
      z: seen.map(({ place }) => place),
      text: seen.map(({ text }) => text),
      marker: { line: { color: seen.map(({ line }) => line.color), width: seen.map(({ line }) => line.width) } },
    }),
    area(layer.url, ["rgba(0,0,0,0)"], {
      meta: "selected",
      locations: chosen,
      z: chosen.map(() => 0),
      hoverinfo: "skip",
      hovertemplate: undefined,
      marker: { line: { color: tones.selected, width: 2.5 } },
    }),
  ];
};

/** Paint another year or indicator: fills, outlines and hover labels of the covered countries, shapes left alone.
 *
 * Plotly is told as well, in the trace it was given, the trace it made of it and its points: it paints from all three when
 * the map is moved or something else on it changes.
 * @type {(plot: Plot, state: State, tones: Tones) => void} */
export const repaintAreas = (plot, state, tones) => {
  const trace = plot.data[VALUES];
  const fills = fillsOf(state.data, tones);
  const scale = { zmax: fills.length - 0.5, colorscale: stepped(fills) };
  [trace, fullTraceOf(plot, VALUES)].forEach((one) => Object.assign(one, structuredClone(scale)));
  for (const path of areaGroupsOf(plot)[VALUES]) {
    const point = pointOf(path);
    const { place, text, line } = looks(state, tones, fills, point.loc);
    trace.z[point.index] = place;
    trace.text[point.index] = text;
    trace.marker.line.color[point.index] = line.color;
    trace.marker.line.width[point.index] = line.width;
    Object.assign(point, { z: place, mlc: line.color, mlw: line.width, tx: text });
    path.setAttribute("fill", fills[place]);
    path.style.stroke = line.color;
    path.style.strokeWidth = `${line.width}px`;
  }
};

/** Let the countries of one legend entry stand out, `place` being its place in the list of fills; null ends it.
 * @type {(plot: Plot, place: number | null) => void} */
export const highlightAreas = (plot, place) => {
  const land = plot.data[VALUES].zmax - 0.5;
  areaGroupsOf(plot)
    .slice(0, VALUES + 1)
    .forEach((group, at) => {
      for (const path of group) {
        const own = at === VALUES ? plot.data[VALUES].z[pointOf(path).index] : land;
        path.style.opacity = place === null || own === place ? "1" : "0.15";
      }
    });
};

/** Code of the country drawn at a place of the window, null on water. Asked of the shapes themselves: what Plotly hovers
 * over is up to 50 ms old, and a quick click would choose the country the pointer came from.
 * @type {(plot: Plot, at: MouseEvent) => string | null} */
export const countryAt = (plot, { clientX, clientY }) => {
  const found = areaShapesOf(plot).findLast((path) =>
    path.isPointInFill(new DOMPoint(clientX, clientY).matrixTransform(path.getScreenCTM()?.inverse())),
  );
  return found ? pointOf(found).loc : null;
};
