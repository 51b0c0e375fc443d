// Where the types of the browser are more careful than its documents: what the map asks for is always there.

interface Array<T> {
  /** As `list[place]`: asked only where there is one. */
  at(place: number): T;
}

/** Addresses that Python writes into the loader. */
declare const SHAPES: Record<string, string>;

interface Window {
  /** By which every map of the page reaches the script (`component.py`). */
  c5plus1Atlas?: { show?(map: Mount<Message>): Promise<unknown>; opened?(): void };
}
