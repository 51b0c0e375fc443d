// What the script of the connection hangs on the window: one for the page, also where a new version of it comes.

interface Connection {
  /** What was chosen on maps and not answered yet, by its part of the link. */
  wishes: Map<string, string>;
  isLeaving: () => boolean;
  /** The address is that of another page now: what is written into it from here on is that page's, also where the reader
   * is back on the first one before the run of the other has ended. */
  turn: () => void;
  stop: () => void;
}

interface Window {
  atlasConnection?: Connection;
  atlasAddress?(wanted: URL): void;
}
