// What the reader did in the browser is not lost while the server is away.
//
// The map tells of every choice that is made on it, and of every answer of the server. A choice without an answer is a wish:
// while the server is away it stands in the address, and when the server is back the page is asked for by its address, as
// after going back in the history. Meanwhile the page says which parts lag behind (`data-atlas-lag`, see page.css).
const APP = '[data-testid="stApp"]';
const LATE_MS = 1500;
const AGAIN_MS = 6000;
const EVENTS = ["atlas:chosen", "atlas:answered"];

const stateOf = (name) => document.querySelector(APP)?.dataset[name];
const isConnected = () => stateOf("testConnectionState") === "CONNECTED";
const isIdle = () => stateOf("testScriptState") === "notRunning";

/** The address gets what the server has not heard of. */
const address = (wishes) => {
  const wanted = new URL(location.href);
  for (const [part, value] of wishes) value ? wanted.searchParams.set(part, value) : wanted.searchParams.delete(part);
  if (wanted.href !== location.href) history.replaceState(history.state, "", wanted);
};

const start = (wishes) => {
  const said = new Map();
  let connected = isConnected();
  let late = false;
  let timers = [];

  const mark = () => document.documentElement.toggleAttribute("data-atlas-lag", wishes.size > 0 && (late || !connected));
  const sync = () => {
    address(wishes);
    window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  };
  const wait = () => {
    timers.forEach(clearTimeout);
    late = false;
    timers = wishes.size ? [setTimeout(() => ((late = true), mark()), LATE_MS), setTimeout(again, AGAIN_MS)] : [];
  };
  const again = () => wishes.size && connected && isIdle() && sync();

  const hear = {
    "atlas:chosen": (event) => {
      const { part, value } = event.detail;
      wishes.set(part, value);
      wait();
      if (connected) return;
      // Not to be sent: nobody would hear it.
      event.preventDefault();
      address(wishes);
    },
    "atlas:answered": ({ detail: { part, value } }) => {
      // Another value than the last one is an answer as well: the server has moved on.
      if (wishes.get(part) === value || (said.has(part) && said.get(part) !== value)) wishes.delete(part);
      said.set(part, value);
      if (!wishes.size) wait();
    },
  };
  const listen = (event) => {
    hear[event.type](event);
    mark();
  };
  const watch = new MutationObserver(() => {
    if (isConnected() === connected) return;
    connected = isConnected();
    if (connected) sync();
    else address(wishes);
    mark();
  });

  EVENTS.forEach((name) => document.addEventListener(name, listen));
  watch.observe(document.querySelector(APP), { attributes: true, attributeFilter: ["data-test-connection-state"] });
  return {
    wishes,
    stop: () => {
      EVENTS.forEach((name) => document.removeEventListener(name, listen));
      watch.disconnect();
      timers.forEach(clearTimeout);
    },
  };
};

/** The address that the server completes, in the run that opens a page, replaces the one the page was opened by: going
 * back leads to the page before. */
const settle = () => {
  const push = history.pushState;
  let isOpening = !isIdle();
  history.pushState = (state, unused, url) => {
    const isHere = new URL(url, location.href).pathname === location.pathname;
    const write = isHere && isOpening ? history.replaceState : push;
    if (!isHere) isOpening = true;
    return write.call(history, state, unused, url);
  };
  const watch = new MutationObserver(() => (isOpening &&= !isIdle()));
  watch.observe(document.querySelector(APP), { attributes: true, attributeFilter: ["data-test-script-state"] });
  return true;
};

// One for the page, also where a new version of this script comes while the page is open.
window.atlasConnection?.stop();
window.atlasConnection = start(window.atlasConnection?.wishes ?? new Map());
window.atlasAddress ??= settle();

export default () => {};
