// A button that puts the address of this view where the reader can paste it.
const SAID_MS = 4000;

/** Copy a text, also where the page may not use the clipboard itself (no secure address, or it was refused).
 * @param {string} text
 * @param {HTMLElement} place
 * @returns {Promise<boolean>} */
const copied = async (text, place) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("aria-hidden", "true");
    field.style.cssText = "position: fixed; opacity: 0;";
    place.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
};

/** The markup that sets this view into another page; `page` is its address, `name` what it is called below `embed/`.
 * @param {string} page
 * @param {string} name
 * @param {string} title
 * @returns {string} */
const frame = (page, name, title) => {
  const path = location.pathname.replace(/\/+$/, "");
  const root = page && path.endsWith(`/${page}`) ? path.slice(0, -page.length - 1) : path;
  const made = document.createElement("iframe");
  made.setAttribute("src", `${location.origin}${root}/embed/${name}${location.search}`);
  for (const [attribute, value] of Object.entries({ width: "720", height: "640", title, loading: "lazy" }))
    made.setAttribute(attribute, value);
  made.setAttribute("style", "border:0;max-width:100%");
  return made.outerHTML;
};

/** @typedef {{ link: string, done: string, failed: string, embed: string, embedded: string }} Words
 * @param {{ parentElement: HTMLElement, data: Words & { page: string, name: string, title: string } }} mount */
export default ({ parentElement, data }) => {
  const [said, ...buttons] = ["span", "button", ...(data.name ? ["button"] : [])].map((tag) =>
    document.createElement(tag),
  );
  parentElement.querySelector(".atlas-copy")?.remove();
  const root = document.createElement("div");
  root.className = "atlas-copy";
  root.append(...buttons, said);
  parentElement.append(root);
  said.setAttribute("role", "status");
  /** @type {number | undefined} */
  let timer;
  /** @type {[string, string, () => string][]} */
  const offers = [
    [data.link, data.done, () => location.href],
    [data.embed, data.embedded, () => frame(data.page, data.name, data.title)],
  ];
  buttons.forEach((button, place) => {
    const [label, done, text] = offers[place];
    button.textContent = label;
    button.addEventListener("click", async () => {
      const isDone = await copied(text(), root);
      said.textContent = isDone ? done : `${data.failed} ${text()}`;
      button.focus();
      clearTimeout(timer);
      if (isDone) timer = setTimeout(() => (said.textContent = ""), SAID_MS);
    });
  });
  return () => clearTimeout(timer);
};
