// What the script of the connection hangs on the window: one for the page, also where a new version of it comes.

interface Connection {
  /** What was chosen on maps and not answered yet, by its part of the link. */
  wishes: Map<string, string>;
  isLeaving: () => boolean;
  stop: () => void;
}

interface Window {
  atlasConnection?: Connection;
  atlasAddress?(wanted: URL): void;
}
