// The parts of the map on the page: heading, picture, tools, timeline, legends, note.
/** @typedef {HTMLElementTagNameMap} Tags */
/** @type {<Tag extends keyof Tags>(tag: Tag, className?: string, text?: string) => Tags[Tag]} */
export const element = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

/** A button with a sign on it and its meaning as label and tooltip.
 * @type {(sign: string, label: string, act: () => void) => HTMLButtonElement} */
export const button = (sign, label, act) => {
  const node = element("button", "atlas-button", sign);
  node.type = "button";
  node.addEventListener("click", act);
  name(node, label);
  return node;
};

/** Give a control the words a screen reader says and a pointer shows.
 * @type {(node: HTMLElement, label: string) => void} */
export const name = (node, label) => {
  node.title = label;
  node.setAttribute("aria-label", label);
};

/** @type {(parent: HTMLElement, words: Words) => Parts} */
export const skeleton = (parent, words) => {
  const root = element("section", "atlas-map");
  root.dataset.testid = "atlas-map";
  root.dataset.ready = "false";
  const plot = /** @type {any} */ (element("div", "atlas-plot"));
  const frame = element("div", "atlas-frame");
  const picture = element("div", "atlas-picture");
  picture.setAttribute("role", "img");
  const tools = element("div", "atlas-tools");
  const chips = element("div", "atlas-chips");
  chips.setAttribute("role", "group");
  const heading = element("p", "atlas-heading");
  const single = element("p", "atlas-single-year");
  const legend = element("div", "atlas-legends");
  const time = element("div", "atlas-time");
  const note = element("p", "atlas-note");
  const lag = element("p", "atlas-lag", words.lag);
  const wait = element("p", "atlas-wait", words.loading);
  picture.append(wait, plot);
  frame.append(picture, tools);
  root.append(heading, frame, chips, time, single, legend, note, lag);
  parent.append(root);
  return { root, frame, plot, picture, tools, chips, heading, legend, time, single, note, wait };
};
