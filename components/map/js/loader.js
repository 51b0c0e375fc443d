// Brings the map's script, and hands every map of the page to it; it comes with a page, not with each change of a map.
/** @type {HTMLScriptElement | null} */
const script = document.querySelector('script[src*="static/js/"]');
const base = new URL(script ? "../../" : "./", script?.src ?? document.baseURI);
/** @type {(address: string) => string} */
const at = (address) => new URL(address, base).href;
/** @type {(parent: Node, tag: string, fields: object) => Node} */
const make = (parent, tag, fields) => parent.appendChild(Object.assign(document.createElement(tag), fields));

// Asked for at once, while the page is still being built, and not one after the other when each is needed.
/** @type {(as: string, address: string, crossOrigin?: string) => void} */
const preload = (as, address, crossOrigin) =>
  // The page itself may have asked for it.
  document.querySelector(`link[href$="${address}"]`) ??
  make(document.head, "link", { rel: "preload", as, href: at(address), crossOrigin });
preload("script", "PLOTLY");
preload("style", "STYLES");
// The layer of the view that the link asks for, else that of the view that pages open with (`base/views.js`).
const NEAR = ["five", "central_asia"];
const asked = new URLSearchParams(location.search).get("view");
const layer = !asked || NEAR.includes(asked) ? "region" : "world";
["empty", layer].forEach((name) => preload("fetch", SHAPES[name], "anonymous"));

const LEAST_MS = 4000;
const MOST_MS = 60_000;
const AGAIN = "atlas:again";

/** @type {Pick<SetupMessage, "fault" | "again">} */
let words = { fault: "", again: "" };
/** @type {Promise<any> | null} */
let loading = null;
let fails = 0;
let timer = 0;
let wait = LEAST_MS;
const latest = new WeakMap();

const again = () => document.dispatchEvent(new Event(AGAIN));

const load = () => {
  // Some browsers keep it in mind that a script was not there: it is asked for again under another address.
  loading ??= import(at(`SCRIPT${fails ? `&again=${fails}` : ""}`)).catch((error) => {
    loading = null;
    fails += 1;
    throw error;
  });
  return loading;
};
load().catch(() => {});

// Say in the place of the map what is missing.
/** @type {(parent: HTMLElement, message: string) => void} */
const tell = (parent, message) => {
  parent.querySelector(".atlas-map")?.toggleAttribute("hidden", true);
  const notice = parent.querySelector(".atlas-fault") ?? make(parent, "p", { className: "atlas-fault", role: "alert" });
  notice.textContent = `${words.fault} ${message} `;
  make(notice, "button", { className: "atlas-button", textContent: words.again, onclick: again });
};

// Try again after a while, when the reader wishes, and with the next answer, which brings a call of its own.
/** @type {(call: "keep" | "show", mount: Mount<any>) => Promise<unknown>} */
const retry = (call, mount) => {
  clearTimeout(timer);
  timer = window.setTimeout(again, wait);
  wait = Math.min(2 * wait, MOST_MS);
  return new Promise((resolve) => {
    const next = () => resolve(latest.get(mount.parentElement) === mount ? run(call, mount) : null);
    document.addEventListener(AGAIN, next, { once: true });
  });
};

// Let the map's script do `call` with a component as Streamlit gives it.
/** @type {(call: "keep" | "show", mount: Mount<any>) => Promise<unknown>} */
const run = async (call, mount) => {
  latest.set(mount.parentElement, mount);
  try {
    const atlas = await load();
    return await atlas[call](mount, base);
  } catch (error) {
    if (call === "show") tell(mount.parentElement, error instanceof Error ? error.message : String(error));
    return retry(call, mount);
  }
};

/** @type {(mount: Mount<SetupMessage>) => Promise<unknown>} */
const open = (mount) => {
  words = mount.data;
  // The maps wait for this (`component.py`).
  const page = (window.c5plus1Atlas ??= {});
  page.show = (map) => run("show", map);
  page.opened?.();
  return run("keep", mount);
};
export default open;
