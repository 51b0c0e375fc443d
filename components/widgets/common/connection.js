// What the reader did in the browser is not lost: not while the server is away, and not on the way to another page.
//
// The map tells of every choice that is made on it, and of every answer of the server. A choice without an answer is a
// wish. One that cannot be sent now (the server is away; the page is about to be left, where a late message would be
// taken for the page before) is sent by the address as soon as that is over, as after going back in the history.
// Meanwhile the page says which parts lag behind (`data-atlas-lag`, see page.css).
const APP = '[data-testid="stApp"]';
const MAIN = '[data-testid="stMain"]';
const MAP = ".atlas-map";
const WAY_OUT = ["stTopNav", "stTopNavLinkContainer", "stSidebarNav", "stPageLink"]
  .map((name) => `[data-testid="${name}"] a`)
  .join(", ");
const LATE_MS = 1500;
const AGAIN_MS = 6000;
const STAY_MS = 10_000;
const SENT_MS = 40;
const LOOK_MS = 150;

/** @param {string} name */
const stateOf = (name) => /** @type {HTMLElement | null} */ (document.querySelector(APP))?.dataset[name];
const isConnected = () => stateOf("testConnectionState") === "CONNECTED";
/** @param {boolean} isHeld */
const hold = (isHeld) => document.querySelector(MAIN)?.toggleAttribute("inert", isHeld);
const isIdle = () => stateOf("testScriptState") === "notRunning";

/** The link under the reader's hand that leads to a page of the atlas, null where there is none.
 * @param {MouseEvent} event */
const wayOut = ({ target, button, altKey, ctrlKey, metaKey, shiftKey }) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest?.(WAY_OUT));
  const isPlain = button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
  return link && isPlain ? link : null;
};

/** The address gets what the server has not heard of.
 * @param {Connection["wishes"]} wishes */
const address = (wishes) => {
  const wanted = new URL(location.href);
  for (const [part, value] of wishes) value ? wanted.searchParams.set(part, value) : wanted.searchParams.delete(part);
  if (wanted.href !== location.href) history.replaceState(history.state, "", wanted);
};

/** @param {Connection["wishes"]} wishes
 * @returns {Connection} */
const start = (wishes) => {
  /** @type {Map<string, string>} */
  const said = new Map();
  /** Answered, and not in the address yet: the server writes that at the end of its run. @type {Map<string, string>} */
  const granted = new Map();
  let connected = isConnected();
  // From the loss of the connection until the first run after it has ended.
  let away = !connected;
  let leaving = false;
  /** @type {string | null} */ let place = null;
  /** @type {HTMLAnchorElement | null} */ let opening = null;
  /** @type {number | undefined} */ let staying;
  let isBroken = false;
  let late = false;
  /** @type {number[]} */ let timers = [];

  const mark = () => {
    document.documentElement.toggleAttribute("data-atlas-lag", wishes.size > 0 && (late || !connected));
    document.documentElement.toggleAttribute("data-atlas-away", away);
  };
  const wait = () => {
    timers.forEach(clearTimeout);
    late = false;
    timers = wishes.size ? [setTimeout(() => ((late = true), mark()), LATE_MS), setTimeout(again, AGAIN_MS)] : [];
  };
  const drop = () => {
    wishes.clear();
    granted.clear();
    wait();
    mark();
  };
  const note = () => {
    address(new Map([...granted, ...wishes]));
    granted.clear();
  };
  /** Ask for the page by its address, wishes and all. */
  const sync = () => {
    note();
    window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  };
  const again = () => {
    if (!wishes.size || !connected || !isIdle()) return;
    sync();
    drop();
  };
  /** Be on a page again: the next one, or the old one where nothing came of leaving it. */
  const stay = () => {
    leaving = false;
    clearInterval(staying);
    hold(false);
    if (connected && wishes.size) sync();
  };
  const arrive = () => leaving && isIdle() && location.pathname !== place && stay();
  /** A run may begin and end between two looks at its state; and a page that was asked for may never come.
   * @param {number} since */
  const look = (since) => {
    if (place !== null) arrive();
    if (leaving && isIdle() && performance.now() - since > STAY_MS) stay();
  };
  /** Leave the page at `from`. Until the next one is there the old one takes nothing more: its late messages would be
   * taken for the next one's, and blank it.
   * @param {string | null} from */
  const leave = (from) => {
    leaving = true;
    place = from;
    hold(true);
    clearInterval(staying);
    staying = setInterval(look, LOOK_MS, performance.now());
  };
  /** Let what was done last be sent first (a text is taken over, a year told), and open the page then.
   * @param {Event} event
   * @param {HTMLAnchorElement} link */
  const open = (event, link) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur?.();
    setTimeout(() => {
      opening = link;
      link.click();
      opening = null;
      // For coming back.
      note();
      leave(location.pathname);
    }, SENT_MS);
  };

  /** @type {Record<string, (event: any) => void>} */
  const hear = {
    "atlas:chosen": (event) => {
      const { part, value } = event.detail;
      wishes.set(part, value);
      granted.delete(part);
      wait();
      if (connected && !leaving) return;
      event.preventDefault();
      if (!leaving || location.pathname === place) note();
    },
    "atlas:answered": ({ detail: { part, value } }) => {
      // Another value than the last one is an answer as well: the server has moved on.
      if (wishes.get(part) === value) granted.set(part, value);
      if (wishes.get(part) === value || (said.has(part) && said.get(part) !== value)) wishes.delete(part);
      said.set(part, value);
      if (!wishes.size) wait();
    },
    click: (event) => {
      const link = wayOut(event);
      if (!link || link === opening) return;
      if (link.pathname !== location.pathname) open(event, link);
      // The page that is being left is asked for again.
      else if (leaving) leave(null);
    },
    // Back or forward: what the page before has not told any more belongs to it. (Our own events are not trusted ones.)
    popstate: ({ isTrusted }) => {
      if (!isTrusted) return;
      drop();
      leave(null);
    },
  };
  // On the way to an address that is opened by `atlasAddress`; what was not told yet belongs to the one that is left.
  hear["atlas:going"] = () => {
    note();
    drop();
    leave(null);
  };
  // A script of Streamlit's own did not come while the server was away; it is not asked for again.
  hear["vite:preloadError"] = () => (isBroken = true);
  /** @param {Event} event */
  const listen = (event) => {
    hear[event.type](event);
    mark();
  };
  const watch = new MutationObserver(() => {
    arrive();
    if (connected && isIdle()) {
      away = false;
      // A page without a map has nothing that could answer, and nothing that could lag.
      if (!leaving) document.querySelector(MAP) ? granted.clear() : drop();
    }
    if (isConnected() !== connected) {
      connected = isConnected();
      away = true;
      leaving = false;
      clearInterval(staying);
      hold(false);
      if (!connected) note();
      else if (isBroken) location.reload();
      else sync();
    }
    mark();
  });

  // On the window, so that it is known that the page is left before the map hears of it.
  Object.keys(hear).forEach((name) => window.addEventListener(name, listen, true));
  const attributeFilter = ["data-test-connection-state", "data-test-script-state"];
  watch.observe(/** @type {Element} */ (document.querySelector(APP)), { attributes: true, attributeFilter });
  return {
    wishes,
    isLeaving: () => leaving && location.pathname === place,
    turn: () => {
      if (place !== null) place = "";
    },
    stop: () => {
      Object.keys(hear).forEach((name) => window.removeEventListener(name, listen, true));
      watch.disconnect();
      timers.forEach(clearTimeout);
      clearInterval(staying);
      hold(false);
    },
  };
};

// One for the page, also where a new version of this script comes while the page is open.
window.atlasConnection?.stop();
window.atlasConnection = start(window.atlasConnection?.wishes ?? new Map());

const YEAR_S = 31_536_000;

/** The page says which language it is in: readers aloud and translators go by it. The browser keeps which version of the
 * data was there, for the next visit (`last_visit.py`): a number, and nothing of the reader.
 * @param {{ data: { language: string, version: string } }} page */
export default ({ data: { language, version } }) => {
  document.documentElement.lang = language;
  document.cookie = `atlas_version=${encodeURIComponent(version)}; max-age=${YEAR_S}; samesite=lax`;
};
