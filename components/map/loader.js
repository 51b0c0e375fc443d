// The only script that travels with every rerun; the map itself is a static module that the browser keeps.
const assets = "ASSETS";
const root = () => {
  const script = document.querySelector('script[src*="static/js/"]');
  return new URL(script ? "../../" : "./", script ? script.src : document.baseURI);
};

const explain = (element, text) => {
  element.querySelector(".atlas-fault")?.remove();
  const note = document.createElement("p");
  note.className = "atlas-fault";
  note.setAttribute("role", "alert");
  note.textContent = text;
  element.querySelector(".atlas-map")?.setAttribute("hidden", "");
  element.append(note);
};

const base = root();
const preload = (address, as) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", href: new URL(address, base).href, as });
  if (as === "fetch") link.crossOrigin = "anonymous";
  document.head.append(link);
};

// Asked for at once, while the page is still being built, and not one after the other when each is needed.
preload(`${assets}/PLOTLY`, "script");
SHAPES.forEach((address) => preload(address, "fetch"));
const loading = import(new URL(`${assets}/atlas.js`, base).href);
loading.catch(() => {});

export default async function (component) {
  const { data, parentElement } = component;
  try {
    const atlas = await loading;
    return await (data.is_setup ? atlas.keep(component, base) : atlas.show(component, base));
  } catch (error) {
    explain(parentElement, `${data.fault} ${error.message}`);
  }
}
