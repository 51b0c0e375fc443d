// Takes the first picture of a page away. On a page with a map it stands until all of that is up, and what is up already is
// not seen before: so nothing moves under the reader's eyes. The live map is drawn in place of the picture meanwhile, where
// its data came along, and the page takes that map over. On other pages the picture goes as their figure comes.
const block = document.getElementById("atlas-first");
const host = document.getElementById("atlas-first-live");
const page = document.documentElement;
const maps = Number(block?.dataset.maps ?? 0);
// A page that never comes to rest is shown as it is, and so is one that is at rest without its map.
const LONGEST_MS = 60_000;
const AT_REST_MS = 5000;
const WRONG =
  '[data-testid="stException"], [data-testid="stAlertContentError"], .atlas-fault, [data-testid="stDialog"]';
const AT_REST = '[data-test-script-state="notRunning"] .st-key-page_title';
const MISSING = '[data-testid="stSkeleton"]';
const ACTS = ["pointerdown", "keydown", "wheel"];
let isLive = false;
let hasGivenWay = false;
let timer = 0;

/** @type {() => void} */
let tellUp = () => {};
/** @type {Promise<void>} */
const isUp = new Promise((resolve) => (tellUp = resolve));

/** @type {(found: Element | null | undefined) => void} */
const remove = (found) => found?.remove();
// What stands below keeps its place.
/** @type {(found: HTMLElement | null | undefined) => void} */
const hide = (found) => {
  if (found) found.style.visibility = "hidden";
};
/** @type {(name: string) => HTMLElement | null} */
const part = (name) => document.querySelector(`[data-first="${name}"]`);

const end = () => {
  watch.disconnect();
  tellUp();
  delete page.dataset.atlasFirst;
  ACTS.forEach((name) => document.removeEventListener(name, act, true));
  [block, document.getElementById("atlas-first-style")].forEach(remove);
};

/** Who acts beside the live map wants the page, as far as it is there; the map alone stays until the page has it.
 * @type {(event: Event) => void} */
const act = ({ target }) => {
  if (host?.contains(/** @type {Node} */ (target))) return;
  if (!isLive) return end();
  hasGivenWay = true;
  tellUp();
  delete page.dataset.atlasFirst;
  ["title", "answer", "line"].forEach((name) => hide(part(name)));
};

/** @type {(root: Element) => void} */
const lookForMaps = (root) => {
  const isAtRest = Boolean(root.querySelector(AT_REST));
  if (isAtRest && !timer) timer = window.setTimeout(end, AT_REST_MS);
  if (!hasGivenWay && (!isAtRest || root.querySelector(MISSING))) return;
  tellUp();
  const found = [...root.querySelectorAll(".atlas-map")];
  const isThere = (/** @type {Element} */ map) =>
    isLive || (map instanceof HTMLElement && map.dataset.ready === "true");
  if (found.length >= maps && found.every(isThere)) end();
};

/** @type {(root: Element) => void} */
const lookForFigure = (root) => {
  if (root.querySelector(".st-key-page_title h1")) hide(part("title"));
  if (root.querySelector('[data-testid="atlas-answer"]')) hide(part("answer"));
  if (root.querySelector(`[data-testid="atlas-figure"], .atlas-map, ${AT_REST}`)) end();
};

const look = () => {
  if (document.querySelector(WRONG)) return end();
  const root = document.getElementById("root");
  if (root) (maps ? lookForMaps : lookForFigure)(root);
};

/** Let the live map that was drawn in the host be seen in place of the picture, unless the page has one already.
 * @type {() => void} */
const show = () => {
  if (!block?.isConnected || !host?.querySelector(".atlas-map")) return;
  isLive = true;
  host.style.visibility = "visible";
  host.removeAttribute("aria-hidden");
  block.querySelectorAll(".atlas-first-heading, .atlas-first-frame, .atlas-first-source").forEach((one) => {
    hide(/** @type {HTMLElement} */ (one));
  });
};

/** Have the map's script at work while the page waits for the server. What does not come is asked for again by who needs it.
 * @type {() => Promise<void>} */
const begin = async () => {
  const { script, layer, topology } = block?.dataset ?? {};
  if (!script || !layer || !topology) return;
  const base = new URL("./", document.baseURI);
  /** @type {(address: string) => string} */
  const at = (address) => new URL(address, base).href;
  const atlas = await import(at(script));
  atlas.begin(at(layer), at(topology));
  const told = document.getElementById("atlas-first-data")?.textContent;
  if (!told || !host || !block?.isConnected) return;
  await atlas.first(host, JSON.parse(told), base, isUp);
  show();
};

const watch = new MutationObserver(look);
if (block) {
  if (maps) page.dataset.atlasFirst = "";
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-ready", "data-testid", "data-test-script-state"],
  });
  ACTS.forEach((name) => document.addEventListener(name, act, true));
  window.setTimeout(end, LONGEST_MS);
  begin().catch(() => {});
  look();
}
