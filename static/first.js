// Takes the first picture of a page away: piece by piece, as what it stands for is there. The live map is drawn over it before
// the page is up, where its data came along, and the page takes that map over; else the picture goes into the frame of
// the live map as soon as that is laid out, and leaves in the frame in which that is painted.
const block = document.getElementById("atlas-first");
const host = document.getElementById("atlas-first-live");
const LONGEST_MS = 60_000;
const WRONG =
  '[data-testid="stException"], [data-testid="stAlertContentError"], .atlas-fault, [data-testid="stDialog"]';
// The page has another figure, or is at its end without one.
const OTHER = '[data-testid="atlas-figure"], [data-test-script-state="notRunning"] .st-key-page_title';
const ACTS = ["pointerdown", "keydown", "wheel"];
let isLive = false;

/** @type {(found: Element | null | undefined) => void} */
const remove = (found) => found?.remove();
// What stands below keeps its place.
/** @type {(found: HTMLElement | null) => void} */
const hide = (found) => {
  if (found) found.style.visibility = "hidden";
};
/** @type {(name: string) => HTMLElement | null} */
const part = (name) => document.querySelector(`[data-first="${name}"]`);

// What of the page is up already is not seen before all of it is.
const unveil = () => remove(document.getElementById("atlas-first-veil"));
const end = () => {
  watch.disconnect();
  unveil();
  ACTS.forEach((name) => document.removeEventListener(name, act, true));
  [block, document.getElementById("atlas-first-style")].forEach(remove);
};
/** @type {(event: Event) => void} */
const act = ({ target }) => {
  if (!host?.contains(/** @type {Node} */ (target))) end();
};

/** Put each picture into the frame of its map, under whatever lies on that.
 * @type {(maps: Element[]) => void} */
const move = (maps) => {
  const drawn = block?.querySelectorAll(".atlas-first-drawn") ?? [];
  if (maps.length < drawn.length) return;
  maps.forEach((map, place) => {
    const frame = map.querySelector(".atlas-picture");
    if (!frame || !drawn[place]) return;
    drawn[place].setAttribute("aria-hidden", "true");
    frame.prepend(drawn[place]);
    remove(map.querySelector(".atlas-wait"));
  });
  remove(block);
  unveil();
};

const look = () => {
  if (document.querySelector(WRONG)) return end();
  const root = document.getElementById("root");
  if (!root) return;
  if (root.querySelector(".st-key-page_title h1")) hide(part("title"));
  if (root.querySelector('[data-testid="atlas-answer"]')) hide(part("answer"));
  const maps = [...root.querySelectorAll(".atlas-map")];
  if (maps.length && isLive) return end();
  if (maps.length && block?.isConnected) move(maps);
  maps
    .filter((map) => map instanceof HTMLElement && map.dataset.ready === "true")
    .forEach((map) => remove(map.querySelector(".atlas-first-drawn")));
  const isOther = root.querySelector(OTHER) && !maps.length;
  if (isOther || (!block?.isConnected && !document.querySelector(".atlas-first-drawn"))) end();
};

/** Let the live map that was drawn in the host be seen in place of the picture, unless the page has taken it over.
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
  await atlas.first(host, JSON.parse(told), base);
  show();
};

const watch = new MutationObserver(look);
if (block) {
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-ready", "data-testid", "data-test-script-state"],
  });
  ACTS.forEach((name) => document.addEventListener(name, act, true));
  window.setTimeout(() => isLive || end(), LONGEST_MS);
  begin().catch(() => {});
  look();
}
