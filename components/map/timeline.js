// The year slider with step and play buttons. Years without any figure are marked on the track.
import { element } from "./legend.js";

const button = (label, sign, onClick) => {
  const node = element("button", "atlas-button", sign);
  node.type = "button";
  node.title = label;
  node.setAttribute("aria-label", label);
  node.addEventListener("click", onClick);
  return node;
};

/** A timeline in `box`; `onMove(index)` on every step, `onRest(index)` when the reader stops. */
export const timeline = (box, onMove, onRest) => {
  const state = { words: null, years: [], index: 0, playing: null, resting: null };
  const slider = element("input", "atlas-slider");
  Object.assign(slider, { type: "range", step: 1, min: 0 });
  slider.dataset.testid = "atlas-year";
  const output = element("output", "atlas-year");
  const ticks = element("div", "atlas-ticks");
  ticks.setAttribute("aria-hidden", "true");

  const paint = () => {
    slider.value = String(state.years[state.index]);
    slider.setAttribute("aria-valuetext", String(state.years[state.index]));
    output.textContent = state.years[state.index];
  };
  const rest = () => {
    clearTimeout(state.resting);
    state.resting = setTimeout(() => {
      state.resting = null;
      onRest(state.index);
    }, 350);
  };
  const go = (index) => {
    const next = Math.max(0, Math.min(state.years.length - 1, index));
    if (next === state.index) return;
    state.index = next;
    paint();
    onMove(next);
    if (!state.playing) rest();
  };
  const stop = () => {
    clearInterval(state.playing);
    state.playing = null;
    play.textContent = "▶";
    play.setAttribute("aria-label", state.words.play);
    play.title = state.words.play;
    rest();
  };
  const toggle = () => {
    if (state.playing) return stop();
    if (state.index === state.years.length - 1) go(0);
    play.textContent = "❚❚";
    play.setAttribute("aria-label", state.words.pause);
    play.title = state.words.pause;
    state.playing = setInterval(() => {
      if (!box.isConnected) return clearInterval(state.playing);
      if (state.index >= state.years.length - 1) return stop();
      return go(state.index + 1);
    }, 900);
  };

  const play = button("", "▶", toggle);
  const back = button("", "‹", () => go(state.index - 1));
  const on = button("", "›", () => go(state.index + 1));
  slider.addEventListener("input", () => go(nearest(state.years, Number(slider.value))));
  const track = element("div", "atlas-track");
  track.append(slider, ticks);
  box.append(play, back, track, on, output);

  return {
    set(years, empty, index, words) {
      const same = state.years.join() === years.join();
      Object.assign(state, { years, index, words });
      slider.min = String(years[0]);
      slider.max = String(years.at(-1));
      slider.setAttribute("aria-label", words.year);
      [[back, words.previous], [on, words.next], [play, state.playing ? words.pause : words.play]].forEach(([node, label]) => {
        node.title = label;
        node.setAttribute("aria-label", label);
      });
      box.classList.toggle("atlas-single", years.length < 2);
      if (!same) {
        ticks.replaceChildren(
          ...[years[0], years.at(-1)].map((year) => element("span", "", year)),
        );
      }
      ticks.dataset.empty = empty.join(" ");
      paint();
    },
    /** Whether the reader is at a year that Python has not been told yet. */
    get ahead() {
      return Boolean(state.playing || state.resting);
    },
    stop() {
      clearInterval(state.playing);
      clearTimeout(state.resting);
    },
  };
};

/** Index of the year closest to `wanted`: series have holes, sliders do not. */
const nearest = (years, wanted) => {
  let best = 0;
  years.forEach((year, i) => {
    if (Math.abs(year - wanted) < Math.abs(years[best] - wanted)) best = i;
  });
  return best;
};
