// The reader's move of the map while it is under way. Plotly writes it into the layout only at its end (of the wheel, 50 ms
// after its last turn), and from the projection it began with: a drawing in between would lose the move, and its end
// would then write the old place into the new drawing. So drawings wait for the end.
const MOST_MS = 2000;

/** Watch the Plotly graph `plot`: `over()` is null at rest, else a promise of the end (or of two seconds).
 * @type {(plot: Plot) => { over(): Promise<void> | null }} */
export const gesture = (plot) => {
  /** @type {{ over: Promise<void>, end: () => void } | null} */
  let open = null;
  const begin = () => {
    if (open) return;
    const begun = { over: Promise.resolve(), end: () => {} };
    begun.over = new Promise((resolve) => (begun.end = resolve));
    setTimeout(begun.end, MOST_MS);
    open = begun;
  };
  const end = () => {
    open?.end();
    open = null;
  };
  plot.addEventListener("pointerdown", () => {
    begin();
    const held = new AbortController();
    // Plotly hears the mouse, which lets go after the pointer does.
    const letGo = () => {
      held.abort();
      setTimeout(end);
    };
    ["pointerup", "pointercancel"].forEach((name) => window.addEventListener(name, letGo, { signal: held.signal }));
  });
  plot.on("plotly_relayouting", begin);
  plot.on("plotly_relayout", end);
  return { over: () => open?.over ?? null };
};
