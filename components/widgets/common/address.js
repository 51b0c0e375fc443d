// The page's steps in the history: one for each page that is opened, whatever the server writes into its address then.
const APP = '[data-testid="stApp"]';
const isIdle = () =>
  /** @type {HTMLElement | null} */ (document.querySelector(APP))?.dataset.testScriptState === "notRunning";

/** An address without the choice gets that of the page before: the server may go away before it has written its own. One
 * that says its data version is whole. The text searched for is the one thing that each page has its own of.
 * @param {URL} wanted
 * @param {string} search */
const fill = (wanted, search) => {
  if (wanted.searchParams.has("v")) return;
  for (const [part, value] of new URLSearchParams(search)) {
    if (part !== "q" && !wanted.searchParams.has(part)) wanted.searchParams.set(part, value);
  }
};

/** The address that the server completes, in the run that opens a page, replaces the one the page was opened by: going
 * back leads to the page before. It may come before Streamlit has turned to the new page: then it waits for that. */
const settle = () => {
  const push = history.pushState;
  let isOpening = !isIdle();
  let early = "";
  history.pushState = (state, unused, url) => {
    const wanted = new URL(url ?? "", location.href);
    const isHere = wanted.pathname === location.pathname;
    if (isHere && window.atlasConnection?.isLeaving()) {
      early = wanted.search;
      return;
    }
    const write = isHere && isOpening ? history.replaceState : push;
    if (!isHere) {
      isOpening = true;
      if (early) wanted.search = early;
      else fill(wanted, location.search);
      window.atlasConnection?.turn();
    }
    early = "";
    write.call(history, state, unused, wanted);
  };
  const watch = new MutationObserver(() => (isOpening &&= !isIdle()));
  watch.observe(/** @type {Element} */ (document.querySelector(APP)), {
    attributes: true,
    attributeFilter: ["data-test-script-state"],
  });
  /** Opens an address of the atlas as it stands, as going back to it would, in one step of the history.
   * @param {URL} wanted */
  return (wanted) => {
    window.dispatchEvent(new Event("atlas:going"));
    isOpening = true;
    early = "";
    push.call(history, {}, "", wanted);
    window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  };
};

// One for the page, also where this script comes again while it is open.
window.atlasAddress ??= settle();

export default () => {};
