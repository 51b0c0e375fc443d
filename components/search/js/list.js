// The answers as a list of options, each a link of the atlas that can be opened in a tab of its own as well.

/** @type {(tag: string, fields?: object, children?: Node[]) => any} */
export const make = (tag, fields = {}, children = []) => {
  const node = Object.assign(document.createElement(tag), fields);
  node.append(...children);
  return node;
};

// What of the page's address is carried along: who is reading, not what.
const CARRIED = /^(lang|view|embed.*)$/;

/** The whole address that a link of the search leads to.
 * @param {string} link @param {URL} base */
export const addressOf = (link, base) => {
  const wanted = new URL(link, base);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (CARRIED.test(name) && !wanted.searchParams.has(name)) wanted.searchParams.append(name, value);
  }
  return wanted;
};

/** @param {Hit} hit @param {number} place @param {PaletteWords} words @param {URL} base @param {string} id */
export const option = (hit, place, words, base, id) => {
  const title = make("span", { className: "atlas-found-title", textContent: hit.title });
  const line = make("span", { className: "atlas-found-line", textContent: hit.line });
  const kind = make("span", { className: "atlas-found-kind", textContent: words[`kind_${hit.kind}`] });
  const link = make("a", { href: addressOf(hit.link, base).href, tabIndex: -1 }, [
    make("span", { className: "atlas-found-text" }, hit.line ? [title, line] : [title]),
    kind,
  ]);
  const item = make("li", { id: `${id}-${place}`, className: `atlas-found atlas-found-${hit.kind}` }, [link]);
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  return item;
};
