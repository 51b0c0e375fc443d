// The only script that travels with every rerun; the map itself is a static module that the browser keeps.
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

export default async function (component) {
  const { data, parentElement } = component;
  const base = root();
  const address = new URL(`${data.assets}/atlas.js`, base).href;
  try {
    const atlas = await import(address);
    return await (data.words ? atlas.keep(component) : atlas.show(component, base));
  } catch (error) {
    explain(parentElement, `${data.fault} ${error.message}`);
  }
}
