// The only script that travels with every rerun, so a short one; the map itself is a static script that browsers keep.
const script = document.querySelector('script[src*="static/js/"]');
const base = new URL(script ? "../../" : "./", script?.src ?? document.baseURI);
const at = (address) => new URL(address, base).href;
const append = (parent, tag, fields) => parent.append(Object.assign(document.createElement(tag), fields));

// Asked for at once, while the page is still being built, and not one after the other when each is needed.
const preload = (as, address, crossOrigin) =>
  append(document.head, "link", { rel: "preload", as, href: at(address), crossOrigin });
preload("script", "PLOTLY");
SHAPES.forEach((address) => preload("fetch", address, "anonymous"));
const loading = import(at("SCRIPT"));
loading.catch(() => {});

export default async (component) => {
  const { data, parentElement } = component;
  try {
    const atlas = await loading;
    return await (data.is_setup ? atlas.keep : atlas.show)(component, base);
  } catch ({ message }) {
    const part = (name) => parentElement.querySelector(`.atlas-${name}`);
    part("fault")?.remove();
    part("map")?.toggleAttribute("hidden", true);
    append(parentElement, "p", { className: "atlas-fault", role: "alert", textContent: `${data.fault} ${message}` });
  }
};
