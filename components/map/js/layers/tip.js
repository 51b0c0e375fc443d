// The label for what Plotly knows nothing of, the one of a map: of the line under the pointer or of the country on the badge.
import { element } from "../base/dom.js";

/** @type {(picture: HTMLElement) => HTMLElement} */
export const tipIn = (picture) => {
  const tip = element("div", "atlas-tip");
  tip.hidden = true;
  picture.append(tip);
  return tip;
};

/** Put the label beside a spot of the picture, inside it; the first two lines of its text are its head.
 * @type {(tip: HTMLElement, picture: HTMLElement, spot: Spot, text: string[], tones: Tones) => void} */
export const tell = (tip, picture, [x, y], text, tones) => {
  const [title, value, ...rest] = text;
  tip.hidden = false;
  tip.replaceChildren(
    element("b", "", title),
    element("b", "", value),
    ...rest.map((line) => element("span", "", line)),
  );
  Object.assign(tip.style, { background: tones.hover, borderColor: tones.outline, color: tones.text });
  const left = x + 14 + tip.offsetWidth > picture.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
  const top = Math.min(y + 12, picture.clientHeight - tip.offsetHeight - 4);
  Object.assign(tip.style, { left: `${Math.max(4, left)}px`, top: `${Math.max(4, top)}px` });
};
