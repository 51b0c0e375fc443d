// Arrow keys turn the steps of a story, as its buttons do.
const BUTTONS = { ArrowLeft: "story_before", ArrowRight: "story_next" };
// Where an arrow means something of its own: what is typed in, lists, tabs, sliders, the map, what stands over the page.
const OWN =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="radio"],' +
  '[role="radiogroup"], [role="slider"], [role="tab"], [role="menu"], [role="grid"], canvas, .atlas-map';

/** @param {KeyboardEvent} event */
const turn = (event) => {
  const name = BUTTONS[/** @type {keyof typeof BUTTONS} */ (event.key)];
  if (!name || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(OWN)) return;
  if (document.querySelector('[role="dialog"]')) return;
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(`.st-key-${name} button`));
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
};

export default () => {
  document.addEventListener("keydown", turn);
  return () => document.removeEventListener("keydown", turn);
};
