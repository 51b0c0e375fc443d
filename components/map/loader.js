// The only script that travels with every rerun, so a short one; the map itself is a static script that browsers keep.
const script = document.querySelector('script[src*="static/js/"]');
const base = new URL(script ? "../../" : "./", script?.src ?? document.baseURI);
const at = (address) => new URL(address, base).href;
const make = (parent, tag, fields) => parent.appendChild(Object.assign(document.createElement(tag), fields));

// Asked for at once, while the page is still being built, and not one after the other when each is needed.
const preload = (as, address, crossOrigin) =>
  make(document.head, "link", { rel: "preload", as, href: at(address), crossOrigin });
preload("script", "FOLDER/PLOTLY");
SHAPES.forEach((address) => preload("fetch", address, "anonymous"));

// Some browsers keep it in mind that a script was not there: it is asked for again under another address.
let fails = 0;
let loading;
const load = () =>
  (loading ??= import(at(`FOLDER/SCRIPT${fails ? `?${fails}` : ""}`)).catch((error) => {
    loading = null;
    fails += 1;
    throw error;
  }));
load().catch(() => {});

// What could not be loaded is tried again after a while, when the reader wishes, and with the next answer.
const latest = new WeakMap();
let timer;
let wait = 2000;
const again = () => document.dispatchEvent(new Event("atlas:again"));
const run = async (component) => {
  const { data, parentElement } = component;
  try {
    const atlas = await load();
    return await (data.is_setup ? atlas.keep : atlas.show)(component, base);
  } catch ({ message }) {
    const part = (name) => parentElement.querySelector(`.atlas-${name}`);
    part("map")?.toggleAttribute("hidden", true);
    if (!data.is_setup) {
      const told = part("fault") ?? make(parentElement, "p", { className: "atlas-fault", role: "alert" });
      told.textContent = `${data.fault} ${message} `;
      make(told, "button", { className: "atlas-button", textContent: data.again, onclick: again });
    }
    clearTimeout(timer);
    timer = setTimeout(again, (wait = Math.min(2 * wait, 60000)));
    return new Promise((resolve) => {
      const retry = () => resolve(latest.get(parentElement) === component ? run(component) : null);
      document.addEventListener("atlas:again", retry, { once: true });
    });
  }
};

export default (component) => {
  latest.set(component.parentElement, component);
  return run(component);
};
