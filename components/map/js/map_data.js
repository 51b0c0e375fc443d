// What the server sent, put together with what came before.
import { unpack } from "./base/loading.js";
import { shelfOf } from "./base/preload.js";
import { setupOf } from "./base/setups.js";

/** What the browser has of the payload: that of an indicator on the shelf, null where it is not to be had.
 * @type {(sent: Message, shelf: string | undefined) => Promise<Partial<Payload> | null>} */
const heldOf = async ({ preloaded }, shelf) => {
  if (!preloaded) return {};
  if (!shelf) return null;
  return shelfOf(shelf).then(
    ({ values }) => values[preloaded],
    () => null,
  );
};

/** What the server sent, made whole: with what the page keeps, and with the indicator on the shelf that it names; null
 * where that is not to be had.
 * @type {(sent: Message, shelf: string | undefined) => Promise<MapData | null>} */
export const whole = async (sent, shelf) => {
  const [setup, held, content] = await Promise.all([
    setupOf(sent.setup),
    heldOf(sent, shelf),
    sent.content ? unpack(sent.content) : {},
  ]);
  if (!held) return null;
  const own = /** @type {Partial<Payload> & { flows?: Flows }} */ (content);
  const flows = sent.flows === true ? setup.flows : own.flows || null;
  const cells = Object.fromEntries(Object.entries({ ...held.cells, ...own.cells }).sort());
  const unsaid = { selected: null, pair: null, group: null };
  const points = sent.points ? setup.points : null;
  return /** @type {MapData} */ ({ ...unsaid, ...setup, ...sent, ...held, ...own, cells, flows, points });
};
