// Stands in the page itself, before anything is painted: the theme that the reader chose, and the exact size of the picture.
(() => {
  const root = document.documentElement;
  try {
    const held = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? "";
    const theme = /dark/i.test(held) ? "dark" : /light/i.test(held) ? "light" : "";
    if (theme) root.dataset.atlasTheme = theme;
  } catch {
    // A browser that keeps nothing follows its system.
  }
  // As much room at the right as the page will need for its bar.
  const block = /** @type {HTMLElement} */ (document.getElementById("atlas-first"));
  const probe = document.createElement("div");
  probe.style.cssText =
    "position:absolute;visibility:hidden;width:50px;height:50px;overflow:scroll;scrollbar-width:thin";
  block.append(probe);
  block.style.right = `${probe.offsetWidth - probe.clientWidth}px`;
  probe.remove();
  document.querySelectorAll("[data-aspect]").forEach((/** @type {any} */ frame) => {
    const { aspect, units } = frame.dataset;
    const most = Math.max(320, innerHeight - 345);
    const width = Math.min(Math.trunc(frame.parentElement.clientWidth), Math.round(most / aspect));
    // Letters as small as those of the live map where that is narrow: names of neighbours have room beside each other.
    const letters = width < 560 ? 10 / 13 : 1;
    const size = `width:${width}px;height:${Math.round(width * aspect)}px`;
    frame.style.cssText = `${size};--atlas-k:${(letters * units) / width}`;
  });
})();
