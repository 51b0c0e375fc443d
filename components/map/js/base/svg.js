// SVG nodes of our own layers.
export const SVG = "http://www.w3.org/2000/svg";

export const shape = (tag, attributes = {}, text) => {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  if (text !== undefined) node.textContent = text;
  return node;
};

export const path = (points, end = "") =>
  `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${end}`;
