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

/** @param {{ parentElement: HTMLElement, data: { link: string, done: string, failed: string } }} mount */
export default ({ parentElement, data }) => {
  const [button, said] = ["button", "span"].map((tag) => document.createElement(tag));
  parentElement.querySelector(".atlas-copy")?.remove();
  const root = document.createElement("div");
  root.className = "atlas-copy";
  root.append(button, said);
  parentElement.append(root);
  button.textContent = data.link;
  said.setAttribute("role", "status");
  /** @type {number | undefined} */
  let timer;
  button.addEventListener("click", async () => {
    const isDone = await copied(location.href, root);
    said.textContent = isDone ? data.done : `${data.failed} ${location.href}`;
    button.focus();
    clearTimeout(timer);
    if (isDone) timer = setTimeout(() => (said.textContent = ""), SAID_MS);
  });
  return () => clearTimeout(timer);
};
