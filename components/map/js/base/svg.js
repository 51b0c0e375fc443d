// SVG nodes of our own layers.
export const SVG = "http://www.w3.org/2000/svg";

/** @typedef {SVGElementTagNameMap} Tags */
/** @type {<Tag extends keyof Tags>(tag: Tag, attributes?: object, text?: string) => Tags[Tag]} */
export const shape = (tag, attributes = {}, text) => {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  if (text !== undefined) node.textContent = text;
  return node;
};

/** @type {(points: Spot[], end?: string) => string} */
export const path = (points, end = "") =>
  `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${end}`;
