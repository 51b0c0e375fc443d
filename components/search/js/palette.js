// The search box of a page: a combobox over all that the atlas has. What is typed is answered here, without the server;
// the file it looks into is fetched when the reader first comes to the box.
import { find } from "./find.js";
import { build } from "./index.js";
import { make, option } from "./list.js";

const AGAIN_MS = 1500;
const MOST_TRIES = 40;
const ID = "atlas-search-list";
const TYPED = 'textarea, select, [contenteditable]:not([contenteditable="false"])';
const NOT_TYPED = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** @type {Map<string, Promise<Index>>} */
const indexes = new Map();
/** @type {Map<string, () => Promise<Content>>} */
const readers = new Map();
/** What stands in the box: pages come and go, the question stays. */
const held = { text: "", asked: "" };
/** @type {Palette | null} The box of the page that is open. */
let current = null;

/** @param {number} ms */
const after = (ms) => new Promise((done) => setTimeout(done, ms));

/** Mostly the server lets wait for a file that is being put together; where it does not, it has to be told.
 * @param {string} address @param {() => void} want @param {number} tries @returns {Promise<Content>} */
const fetched = async (address, want, tries = MOST_TRIES) => {
  const answer = await fetch(address).catch(() => null);
  const isThere = answer?.ok && answer.headers.get("content-type")?.includes("json");
  if (answer && isThere) return answer.json();
  if (tries <= 1) throw new Error(`no answer from ${address}`);
  if (tries === MOST_TRIES) want();
  await after(AGAIN_MS);
  return fetched(address, want, tries - 1);
};

/** Take what stands at an address from elsewhere, where no server is.
 * @param {string} address @param {() => Promise<Content>} read */
export const hold = (address, read) => readers.set(address, read);

/** @param {string} address @param {() => void} want */
const indexOf = (address, want) => {
  const known = indexes.get(address);
  if (known) return known;
  const reading = readers.get(address)?.() ?? fetched(address, want);
  const loading = reading.then(build);
  loading.catch(() => indexes.delete(address));
  indexes.set(address, loading);
  return loading;
};

/** @param {Palette} palette @param {number} count */
const counted = ({ words, said }, count) => {
  const form = new Intl.PluralRules(document.documentElement.lang || "en").select(count);
  const text = count ? (words[`count_${form}`] ?? words.count) : words.none;
  said.textContent = text.replace("{count}", String(count));
};

/** Take the option at a place as the one that Enter opens; none with -1.
 * @param {Palette} palette @param {number} place */
const mark = (palette, place) => {
  const { input, list } = palette;
  palette.place = place;
  [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
  const chosen = list.children[place];
  chosen ? input.setAttribute("aria-activedescendant", chosen.id) : input.removeAttribute("aria-activedescendant");
  chosen?.scrollIntoView({ block: "nearest" });
};

/** @param {Palette} palette @param {boolean} isOpen */
const open = (palette, isOpen) => {
  palette.root.toggleAttribute("data-open", isOpen);
  palette.input.setAttribute("aria-expanded", String(isOpen && palette.list.children.length > 0));
  if (!isOpen) mark(palette, -1);
};

/** @param {Palette} palette @param {string} text */
const tell = ({ note }, text) => {
  note.textContent = text;
  note.hidden = !text;
};

/** Answer what stands in the box.
 * @param {Palette} palette */
const answer = async (palette) => {
  const { input, list, words, base } = palette;
  const text = input.value;
  held.text = text;
  const turn = (palette.turn += 1);
  const loading = indexOf(new URL(palette.address, base).href, palette.want);
  if (!palette.index) tell(palette, words.loading);
  open(palette, true);
  try {
    palette.index = await loading;
  } catch {
    if (turn === palette.turn) tell(palette, words.fault);
    return;
  }
  if (turn !== palette.turn) return;
  const began = performance.now();
  const hits = find(text, palette.index, palette.words);
  list.replaceChildren(...hits.map((hit, place) => option(hit, place, words, base, ID)));
  tell(palette, hits.length ? "" : text.trim() ? words.none : words.hint);
  if (text.trim()) counted(palette, hits.length);
  open(palette, palette.root.contains(document.activeElement));
  mark(palette, hits.length ? 0 : -1);
  palette.root.dataset.ms = (performance.now() - began).toFixed(1);
  palette.root.dataset.answered = text;
};

/** Go where an option leads, within the atlas.
 * @param {Palette} palette @param {string} href */
const go = (palette, href) => {
  open(palette, false);
  palette.input.blur();
  const wanted = new URL(href);
  window.atlasAddress ? window.atlasAddress(wanted) : location.assign(wanted);
};

/** @param {Palette} palette @returns {Record<string, () => void>} */
const keys = (palette) => {
  const size = palette.list.children.length;
  const isOpen = palette.root.hasAttribute("data-open");
  /** @param {number} place */
  const move = (place) => (isOpen ? mark(palette, (place + size) % size) : answer(palette));
  const link = palette.list.children[Math.max(0, palette.place)]?.querySelector("a");
  return {
    ArrowDown: () => move(palette.place + 1),
    ArrowUp: () => move(palette.place < 0 ? size - 1 : palette.place - 1),
    ...(isOpen && size ? { Home: () => move(0), End: () => move(size - 1) } : {}),
    ...(isOpen && link ? { Enter: () => go(palette, link.href) } : {}),
    Escape: () => {
      if (!isOpen && !palette.input.value) return palette.input.blur();
      if (!isOpen) held.text = palette.input.value = "";
      open(palette, false);
    },
  };
};

/** @param {Palette} palette */
const listen = (palette) => {
  const { root, input, list } = palette;
  input.addEventListener("input", () => answer(palette));
  input.addEventListener("focus", () => {
    input.select();
    answer(palette);
  });
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const { key, altKey, isComposing } = event;
    const press = altKey || isComposing ? null : keys(palette)[key];
    if (!press) return;
    event.preventDefault();
    const link = list.children[Math.max(0, palette.place)]?.querySelector("a");
    key === "Enter" && (event.ctrlKey || event.metaKey) ? window.open(link?.href) : press();
  });
  // A press must not take the focus from the box before the click has come.
  list.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault());
  list.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    go(palette, link.href);
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (!root.contains(/** @type {Node | null} */ (relatedTarget))) open(palette, false);
  });
};

/** @param {EventTarget | null} target */
const isTypedInto = (target) => {
  if (!(target instanceof HTMLElement)) return false;
  return target instanceof HTMLInputElement ? !NOT_TYPED.test(target.type) : target.closest(TYPED) !== null;
};

// From anywhere on the page, but where something is being typed.
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
  const isCalled = (key === "/" && !ctrlKey && !metaKey) || (key.toLowerCase() === "k" && (ctrlKey || metaKey));
  if (!isCalled || altKey || defaultPrevented || !current?.input.isConnected || isTypedInto(target)) return;
  event.preventDefault();
  current.input.focus();
});

/** @param {HTMLElement} parent @param {URL} base @returns {Palette} */
const drawn = (parent, base) => {
  const input = make("input", { type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "go" });
  const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": ID, "aria-autocomplete": "list" };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  const list = make("ul", { id: ID });
  list.setAttribute("role", "listbox");
  const note = make("p", { className: "atlas-search-note", hidden: true });
  const close = make("button", { type: "button", className: "atlas-search-close", textContent: "×" });
  const said = make("p", { className: "atlas-search-said" });
  said.setAttribute("role", "status");
  const field = make("div", { className: "atlas-search-field" }, [input, make("kbd", { textContent: "/" }), close]);
  const root = make("div", { className: "atlas-search" }, [
    field,
    make("div", { className: "atlas-search-sheet" }, [note, list]),
    said,
  ]);
  root.setAttribute("role", "search");
  parent.append(root);
  const words = /** @type {PaletteWords} */ ({});
  const want = () => {};
  const parts = { root, input, list, note, close, said, base, words, want };
  /** @type {Palette} */
  const palette = { ...parts, address: "", place: -1, turn: 0, index: null };
  close.addEventListener("click", () => open(palette, false));
  listen(palette);
  return palette;
};

/** @type {WeakMap<HTMLElement, Palette>} */
const boxes = new WeakMap();

/** Draw the box, or bring it up to date.
 * @param {Mount<PaletteData>} component @param {URL} base */
export const show = ({ data, parentElement, setTriggerValue }, base) => {
  const palette = boxes.get(parentElement) ?? drawn(parentElement, base);
  boxes.set(parentElement, palette);
  current = palette;
  const { words, address, asked, isLarge } = data;
  if (address !== palette.address) palette.index = null;
  Object.assign(palette, { words, address, want: () => setTriggerValue("wanted", true) });
  const { root, input, list, close } = palette;
  root.toggleAttribute("data-large", isLarge);
  input.placeholder = isLarge ? words.placeholder_large : words.placeholder;
  input.setAttribute("aria-label", words.label);
  list.setAttribute("aria-label", words.label);
  close.setAttribute("aria-label", words.close);
  if (document.activeElement !== input) input.value = held.text;
  if (!asked || asked === held.asked) return;
  held.asked = held.text = input.value = asked;
  input.focus();
};
