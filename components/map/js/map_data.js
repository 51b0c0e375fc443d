// What the server sent, put together with what came before.
import { unpack } from "./base/loading.js";
import { preloadOf } from "./base/preload.js";
import { setupOf } from "./base/setups.js";

/** What the browser has of the payload: that of a preloaded indicator, null where it is not to be had.
 * @type {(sent: Message, preload: string | undefined) => Promise<Partial<Payload> | null>} */
const preloadedOf = async ({ preloaded }, preload) => {
  if (!preloaded) return {};
  if (!preload) return null;
  return preloadOf(preload).then(
    ({ values }) => values[preloaded],
    () => null,
  );
};

/** What the server sent, made whole: with what the page keeps, and with the preloaded indicator that it names; null
 * where that is not to be had.
 * @type {(sent: Message, preload: string | undefined) => Promise<MapData | null>} */
export const whole = async (sent, preload) => {
  const [setup, known, content] = await Promise.all([
    setupOf(sent.setup),
    preloadedOf(sent, preload),
    sent.content ? unpack(sent.content) : {},
  ]);
  if (!known) return null;
  const own = /** @type {Partial<Payload> & { flows?: Flows }} */ (content);
  const flows = sent.flows === true ? setup.flows : own.flows || null;
  const cells = Object.fromEntries(Object.entries({ ...known.cells, ...own.cells }).sort());
  const unsaid = { selected: null, pair: null, group: null };
  const points = sent.points ? setup.points : null;
  return /** @type {MapData} */ ({ ...unsaid, ...setup, ...sent, ...known, ...own, cells, flows, points });
};
