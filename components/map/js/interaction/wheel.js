// Whose the wheel and the fingers are. A wheel over the map scrolls the page, unless the map has the focus (was clicked or
// tabbed into) or Ctrl is held; one finger scrolls the page, two move and zoom the map. Said once, when it is first met.
import { element } from "../base/dom.js";

const SAID = "atlas-wheel-said";
const SHOWN_MS = 3500;
const SWIPE_PX = 12;
const DEAF = { capture: true, passive: false };

/** @type {(kind: string) => boolean} */
const isSaid = (kind) => {
  try {
    const before = sessionStorage.getItem(`${SAID}-${kind}`);
    sessionStorage.setItem(`${SAID}-${kind}`, "yes");
    return Boolean(before);
  } catch {
    // No storage in this browser: better said again than never.
    return false;
  }
};

/** Say `text` over the picture, once in a session of the browser for each `kind`.
 * @type {(picture: HTMLElement) => (kind: string, text: string) => void} */
const hinting = (picture) => {
  const hint = element("p", "atlas-hint");
  hint.hidden = true;
  picture.append(hint);
  return (kind, text) => {
    if (isSaid(kind)) return;
    hint.textContent = text;
    hint.hidden = false;
    const fading = [{ opacity: 1 }, { opacity: 1, offset: 0.85 }, { opacity: 0 }];
    hint.animate(fading, SHOWN_MS).finished.finally(() => (hint.hidden = true));
  };
};

/** Fingers: of the touches that reach Plotly's own hearing, none is alone.
 * @type {(plot: HTMLElement, say: () => void) => void} */
export const shareFingers = (plot, say) => {
  /** @type {Touch | null} */
  let start = null;
  let isMoved = false;
  // The first finger was kept from Plotly, so both are told of anew when the second comes.
  /** @type {(event: TouchEvent) => void} */
  const introduce = ({ target, touches }) =>
    target?.dispatchEvent(
      new TouchEvent("touchstart", {
        touches: [...touches],
        targetTouches: [...touches],
        changedTouches: [...touches],
        bubbles: true,
        cancelable: true,
      }),
    );
  plot.addEventListener(
    "touchstart",
    (event) => {
      if (!event.isTrusted) return;
      event.stopPropagation();
      if (event.touches.length === 1) {
        start = event.touches[0];
        isMoved = false;
      } else {
        // The finger that is left when the other is lifted goes on from somewhere else: it is not asked to be two.
        start = null;
        event.preventDefault();
        introduce(event);
      }
    },
    DEAF,
  );
  plot.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1) return event.preventDefault();
      const [{ clientX, clientY }] = event.touches;
      if (!isMoved && start && Math.hypot(clientX - start.clientX, clientY - start.clientY) > SWIPE_PX) {
        isMoved = true;
        say();
      }
      return event.stopPropagation();
    },
    DEAF,
  );
};

/** Share wheel and fingers over `picture` with the page; `zoom(factor)` is for the keys of a map that has the focus.
 * @type {(parts: Parts, words: Words, zoom: (turns: number) => void) => void} */
export const sharePointer = ({ frame, picture, plot }, words, zoom) => {
  const say = hinting(picture);
  picture.tabIndex = 0;
  picture.addEventListener("pointerdown", () => picture.focus({ preventScroll: true }));
  picture.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) return;
    if (key === "Escape") picture.blur();
    if (key === "+" || key === "=") zoom(1);
    if (key === "-") zoom(-1);
  });
  picture.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || frame.contains(document.activeElement)) return event.preventDefault();
      say("wheel", words.wheel);
      return event.stopPropagation();
    },
    DEAF,
  );
  shareFingers(plot, () => say("fingers", words.fingers));
};
