// Takes the first picture of a page away: piece by piece, as what it stands for is there. The picture of a map goes into the
// frame of the live map as soon as that is laid out, and leaves in the frame in which that is painted.
const block = document.getElementById("atlas-first");
const root = document.getElementById("root");
const LONGEST_MS = 60_000;
const WRONG =
  '[data-testid="stException"], [data-testid="stAlertContentError"], .atlas-fault, [data-testid="stDialog"]';

/** @type {(found: Element | null | undefined) => void} */
const remove = (found) => found?.remove();
// What stands below keeps its place.
/** @type {(found: HTMLElement | null) => void} */
const hide = (found) => {
  if (found) found.style.visibility = "hidden";
};
/** @type {(name: string) => HTMLElement | null} */
const part = (name) => document.querySelector(`[data-first="${name}"]`);

const end = () => {
  watch.disconnect();
  ACTS.forEach((name) => document.removeEventListener(name, end, true));
  [block, part("figure"), document.getElementById("atlas-first-style")].forEach(remove);
};
const ACTS = ["pointerdown", "keydown", "wheel"];

/** Put each picture into the frame of its map, under whatever lies on that.
 * @type {(maps: Element[]) => void} */
const move = (maps) => {
  const drawn = part("figure")?.querySelectorAll(".atlas-first-drawn") ?? [];
  if (maps.length < drawn.length) return;
  maps.forEach((map, place) => {
    const frame = map.querySelector(".atlas-picture");
    if (!frame || !drawn[place]) return;
    drawn[place].setAttribute("aria-hidden", "true");
    frame.prepend(drawn[place]);
    remove(map.querySelector(".atlas-wait"));
  });
  remove(block);
};

const look = () => {
  if (!root || document.querySelector(WRONG)) return end();
  if (root.querySelector(".st-key-page_title h1")) hide(part("title"));
  if (root.querySelector('[data-testid="atlas-answer"]')) hide(part("answer"));
  const maps = [...root.querySelectorAll(".atlas-map")];
  if (maps.length && part("figure")) move(maps);
  maps
    .filter((map) => map instanceof HTMLElement && map.dataset.ready === "true")
    .forEach((map) => remove(map.querySelector(".atlas-first-drawn")));
  const isOther = root.querySelector('[data-testid="atlas-figure"]') && !maps.length;
  if (isOther || (!block?.isConnected && !document.querySelector(".atlas-first-drawn"))) end();
};

const watch = new MutationObserver(look);
/** @type {(address: string) => string} */
const at = (address) => new URL(address, document.baseURI).href;
const { script, layer, topology } = block?.dataset ?? {};
if (script && layer && topology) {
  // While the page waits for the server. What does not come is asked for again by who needs it.
  import(at(script)).then((atlas) => atlas.begin(at(layer), at(topology))).catch(() => {});
}
if (block && root) {
  watch.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-ready", "data-testid"],
  });
  ACTS.forEach((name) => document.addEventListener(name, end, true));
  window.setTimeout(end, LONGEST_MS);
  look();
}
