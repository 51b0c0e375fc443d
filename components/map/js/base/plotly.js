// What plotly.js keeps to itself and the map cannot do without: what it makes of our figure, and the names of its nodes.
// All of it is named here and nowhere else: when plotly.js is raised, this is the one room to look into.

/** @type {(plot: Plot) => any} */
const subplotOf = (plot) => plot._fullLayout?.geo?._subplot ?? null;

/** The projection the map is drawn with, from places to pixels of the graph; null before the map is drawn.
 * @type {(plot: Plot) => Projection | null} */
export const projectionOf = (plot) => subplotOf(plot)?.projection ?? null;

/** How far the reader has zoomed, 1 being the whole view.
 * @type {(plot: Plot) => number} */
export const zoomOf = (plot) => plot._fullLayout?.geo?.projection?.scale ?? 1;

/** Left, top, width and height of the drawn map in pixels of the graph.
 * @type {(plot: Plot) => number[]} */
export const clipOf = (plot) =>
  ["x", "y", "width", "height"].map((name) => Number(subplotOf(plot).clipRect.attr(name)));

/** The trace that Plotly made of the one at a place: it paints from its own.
 * @type {(plot: Plot, at: number) => object} */
export const fullTraceOf = (plot, at) => plot._fullData[at];

/** The whole drawing.
 * @type {(plot: Plot) => SVGElement | null} */
export const drawingOf = (plot) => plot.querySelector(".main-svg");

/** The group between the areas and what is written over them: where layers of our own belong.
 * @type {(plot: Plot) => Element} */
export const frontOf = (plot) => /** @type {Element} */ (plot.querySelector(".geo .frontplot"));

/** The shapes of each trace of areas, in the order they are painted.
 * @type {(plot: Plot) => SVGPathElement[][]} */
export const areaGroupsOf = (plot) =>
  [...plot.querySelectorAll(".choroplethlayer > .choropleth")].map((group) => [...group.querySelectorAll("path")]);

/** The shapes of all areas, in the order they are painted.
 * @type {(plot: Plot) => SVGPathElement[]} */
export const areaShapesOf = (plot) => {
  /** @type {NodeListOf<SVGPathElement>} */
  const shapes = plot.querySelectorAll(".choroplethlayer .choroplethlocation");
  return [...shapes];
};

/** What Plotly paints a shape from: `loc` is its country, `index` its place in the trace, the rest its looks.
 * @type {(shape: Element & { __data__?: any }) => AreaPoint} */
export const pointOf = (shape) => shape.__data__;

/** The marks of the points, in the order of their trace.
 * @type {(plot: Plot) => Element[]} */
export const marksOf = (plot) => [...plot.querySelectorAll(".scatterlayer path.point")];

/** Give Plotly a layer of shapes under its address, and a base map under its name: else it would ask for them itself.
 * @type {(address: string, shapes: object, base: string, map: object) => void} */
export const provide = (address, shapes, base, map) => {
  const store = (window.PlotlyGeoAssets ??= { topojson: {} });
  store[address] = shapes;
  store.topojson[base] = map;
};
