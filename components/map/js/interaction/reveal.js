// On a narrow screen the panel of the chosen country stands below what is seen: once it is there it is brought in sight.
const PANEL = '[data-testid="atlas-panel"], [class*="st-key-number_"], [class*="st-key-card_"]';
// The page's head lies over what is scrolled.
const MARGIN = "4rem 0 1rem";
const PATIENCE_MS = 6000;

/** @type {AbortController | null} */
let waiting = null;

/** Scroll to the panel that names a country, now or as soon as the server's answer brings it; not where the reader has
 * turned to something else meanwhile.
 * @type {(name: string) => void} */
export const reveal = (name) => {
  waiting?.abort();
  const wait = new AbortController();
  waiting = wait;
  const look = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const panels = document.querySelectorAll(PANEL);
    const panel = [...panels].find((one) => one.textContent?.includes(name));
    if (!panel) return;
    wait.abort();
    panel.style.scrollMargin = MARGIN;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    panel.scrollIntoView({ block: "nearest", behavior: isStill ? "auto" : "smooth" });
  };
  const watch = new MutationObserver(look);
  wait.signal.addEventListener("abort", () => watch.disconnect());
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  ["wheel", "touchstart", "keydown"].forEach((event) =>
    document.addEventListener(event, () => wait.abort(), { signal: wait.signal, passive: true }),
  );
  setTimeout(() => wait.abort(), PATIENCE_MS);
  look();
};
