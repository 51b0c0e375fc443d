// Put into every page that is measured, before its own scripts: when was the map painted with its final fills?
// A frame counts when the fills of the choropleth differ from those of the frame before; its time is taken in the
// animation frame after the one that shows them. Start is the last pointer press or key press of the reader.
// The first picture is the first map that is seen at all, one drawn by the server or the live one.
(() => {
  const state = { frames: [], pressed: null, seen: "", waiting: false, pictured: null };

  const fills = () => {
    const paths = document.querySelectorAll(".choroplethlayer path");
    return Array.from(paths, (path) => getComputedStyle(path).fill).join();
  };

  const look = () => {
    state.waiting = false;
    if (state.pictured === null && document.querySelector(".atlas-drawn path, .choroplethlayer path")) {
      state.pictured = 0;
      requestAnimationFrame(() => (state.pictured = performance.now()));
    }
    const now = fills();
    if (now === state.seen) return;
    state.seen = now;
    requestAnimationFrame(() => state.frames.push({ at: performance.now(), painted: now !== "" }));
  };

  new MutationObserver(() => {
    if (state.waiting) return;
    state.waiting = true;
    requestAnimationFrame(look);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["style", "fill"] });

  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, (event) => (state.pressed = event.timeStamp), { capture: true });
  }

  window.bench = {
    arm() {
      Object.assign(state, { frames: [], pressed: null });
    },
    /** Milliseconds since the page was asked for: {pressed, painted, now}; painted is null until the map has settled. */
    read(quiet) {
      const last = state.frames.at(-1);
      const settled = last?.painted && performance.now() - last.at > quiet;
      return {
        pressed: state.pressed,
        pictured: state.pictured,
        painted: settled ? last.at : null,
        now: performance.now(),
      };
    },
    scale: () => document.querySelector(".js-plotly-plot")._fullLayout.geo.projection.scale,
  };
})();
