// The year slider with steps, play and speed. It spans every year from first to last; a mark under each says whether
// any of the five has a figure or only a part of the figures is there, and the slider rests only on years with one.
import { button, element, name } from "../base/dom.js";
import { withSigns } from "../base/language.js";

const STEP_MS = 900;
const SPEEDS = [0.5, 1, 2];
const LEAP = 5;
const REST_MS = 350;

/** @typedef {{ playing: number | undefined, resting: number | undefined }} Timers */

/** A timeline in `box`; `onMove(index)` on every step, `onRest(index)` when the reader stops.
 * @param {HTMLElement} box
 * @param {Language} language
 * @param {(index: number) => void} onMove
 * @param {(index: number) => void} onRest */
export const timeline = (box, language, onMove, onRest) => {
  /** @type {{ words: Words, years: number[], full: Set<number>, open: Set<number>, index: number } & Timers} */
  const state = {
    words: {},
    years: [],
    full: new Set(),
    open: new Set(),
    index: 0,
    playing: undefined,
    resting: undefined,
  };
  const slider = element("input", "atlas-slider");
  Object.assign(slider, { type: "range", step: 1, min: 0 });
  slider.dataset.testid = "atlas-year";
  slider.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight PageUp PageDown Home End Space");
  const output = element("output", "atlas-year");
  const marks = element("div", "atlas-marks");
  const ends = element("div", "atlas-ends");
  const speed = element("select", "atlas-speed");
  speed.append(
    ...SPEEDS.map(
      (times) => new Option(`${withSigns(String(times), language)}×`, String(times), times === 1, times === 1),
    ),
  );
  [marks, ends].forEach((part) => part.setAttribute("aria-hidden", "true"));

  const paint = () => {
    const year = state.years[state.index];
    slider.value = String(year);
    const said = state.open.has(year) ? state.words.open_year : state.full.has(year) ? "" : state.words.no_figure;
    slider.setAttribute("aria-valuetext", said ? `${year}, ${said}` : String(year));
    output.textContent = String(year);
    output.title = said;
    output.classList.toggle("atlas-open", state.open.has(year));
  };
  const rest = () => {
    clearTimeout(state.resting);
    state.resting = window.setTimeout(tell, REST_MS);
  };
  /** @type {(index: number) => void} */
  const go = (index) => {
    const next = Math.max(0, Math.min(state.years.length - 1, index));
    if (next !== state.index) {
      state.index = next;
      onMove(next);
      if (!state.playing) rest();
    }
    paint();
  };
  const tell = () => {
    clearTimeout(state.resting);
    state.resting = undefined;
    onRest(state.index);
  };
  const stop = () => {
    clearInterval(state.playing);
    state.playing = undefined;
    play.textContent = "▶";
    name(play, state.words.play);
    rest();
  };
  const tick = () => {
    if (!box.isConnected) return clearInterval(state.playing);
    if (state.index >= state.years.length - 1) return stop();
    return go(state.index + 1);
  };
  const run = () => {
    clearInterval(state.playing);
    state.playing = window.setInterval(tick, STEP_MS / Number(speed.value));
  };
  const toggle = () => {
    if (state.playing) return stop();
    if (state.index === state.years.length - 1) go(0);
    play.textContent = "❚❚";
    name(play, state.words.pause);
    return run();
  };

  const play = button("▶", "", toggle);
  const back = button("‹", "", () => go(state.index - 1));
  const on = button("›", "", () => go(state.index + 1));
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => go(state.index - 1),
    ArrowDown: () => go(state.index - 1),
    ArrowRight: () => go(state.index + 1),
    ArrowUp: () => go(state.index + 1),
    PageDown: () => go(state.index - LEAP),
    PageUp: () => go(state.index + LEAP),
    Home: () => go(0),
    End: () => go(state.years.length - 1),
    " ": toggle,
  };
  slider.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  slider.addEventListener("input", () => go(nearest(state.years, Number(slider.value))));
  speed.addEventListener("change", () => state.playing && run());
  const track = element("div", "atlas-track");
  track.append(slider, marks, ends);
  box.append(play, back, track, on, speed, output);

  return {
    /** `full` are the years in which at least one of the five has a figure, `open` those that are only partly told.
     * @type {(years: number[], known: { full: number[], open: number[] }, index: number, words: Words) => void} */
    set: (years, { full, open }, index, words) => {
      Object.assign(state, { years, full: new Set(full), open: new Set(open), index, words });
      slider.min = String(years[0]);
      slider.max = String(years.at(-1));
      name(slider, words.year);
      name(speed, words.speed);
      slider.title = words.year_keys;
      name(back, words.previous);
      name(on, words.next);
      name(play, state.playing ? words.pause : words.play);
      box.classList.toggle("atlas-single", years.length < 2);
      marks.replaceChildren(...yearMarks(years, state));
      const legend = open.length ? [words.open_legend] : [];
      ends.replaceChildren(...[years[0], ...legend, years.at(-1)].map((text) => element("span", "", String(text))));
      paint();
    },
    /** Whether the reader is at a year that Python has not been told yet. */
    get ahead() {
      return Boolean(state.playing || state.resting);
    },
    /** Tell Python at once: the reader turns to something else, perhaps to another page. */
    hurry() {
      if (state.playing || state.resting) tell();
    },
    stop() {
      clearInterval(state.playing);
      clearTimeout(state.resting);
    },
  };
};

/** One mark per year of the span: full where one of the five has a figure, open where the year is only partly told,
 * faint where there is none.
 * @type {(years: number[], known: { full: Set<number>, open: Set<number> }) => HTMLElement[]} */
const yearMarks = (years, { full, open }) => {
  const [first, last] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const mark = element("i", open.has(first + i) ? "atlas-open" : full.has(first + i) ? "" : "atlas-hollow");
    mark.style.left = `${(100 * i) / Math.max(1, last - first)}%`;
    return mark;
  });
};

/** Index of the year closest to `wanted`: series have holes, sliders do not.
 * @type {(years: number[], wanted: number) => number} */
const nearest = (years, wanted) => {
  let best = 0;
  years.forEach((year, i) => {
    if (Math.abs(year - wanted) < Math.abs(years[best] - wanted)) best = i;
  });
  return best;
};
