// Names of the six, and their values where the view has room: printed, so that they are read without a pointer.
import { fillsOf } from "./areas.js";
import { cellOf, placeOf } from "./cells.js";
import { escape } from "./text.js";
import { VIEWS } from "./views.js";

// Plotly takes an empty label off the page; a blank keeps its place for the next year.
const BLANK = "\u00a0";
const INK = ["#10151b", "#ffffff"];

/** Whether white reads better than black on a colour. */
const isDeep = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

const halo = (colour) => `0 0 3px ${colour}, 0 0 3px ${colour}, 0 0 2px ${colour}`;

const text = (meta, places, fields) => ({
  type: "scattergeo",
  mode: "text",
  lon: places.map(([lon]) => lon),
  lat: places.map(([, lat]) => lat),
  hoverinfo: "skip",
  showlegend: false,
  meta,
  ...fields,
});

/** Ink and value of a label that stands on its country's fill. */
const onFill = (state, tones, iso3) => {
  const cell = cellOf(state.data, iso3, state.index);
  const deep = isDeep(fillsOf(state.data, tones)[placeOf(state.data, cell)]);
  return {
    value: (cell && cell.code >= 0 && cell.text) || BLANK,
    ink: INK[Number(deep)],
    shadow: halo(deep ? "rgba(0,0,0,.6)" : "rgba(255,255,255,.7)"),
  };
};

const withValues = (state, tones, shown, places) => {
  const seen = shown.map((iso3) => onFill(state, tones, iso3));
  const font = { color: seen.map(({ ink }) => ink), shadow: seen.map(({ shadow }) => shadow) };
  const size = state.narrow ? 10 : 13;
  const values = text("label-values", places, {
    text: seen.map(({ value }) => value),
    textposition: state.narrow ? "middle center" : "bottom center",
    textfont: { ...font, size, weight: 700 },
  });
  if (state.narrow) return [values];
  const names = text("label-names", places, {
    text: shown.map((iso3) => escape(state.names[iso3])),
    textposition: "top center",
    textfont: { color: [...font.color], shadow: [...font.shadow], size },
  });
  return [names, values];
};

const withNames = (state, tones, shown, own) => {
  const spots = VIEWS[state.data.view].beside ?? {};
  const seen = shown.map((iso3) => (spots[iso3] ? { ink: tones.text, shadow: halo(tones.halo) } : onFill(state, tones, iso3)));
  return [
    text("label-names", shown.map((iso3, i) => spots[iso3] ?? own[i]), {
      text: shown.map((iso3) => escape(state.names[iso3])),
      textposition: shown.map((iso3) => (spots[iso3] ? "middle right" : "middle center")),
      textfont: { color: seen.map(({ ink }) => ink), shadow: seen.map(({ shadow }) => shadow), size: 11 },
    }),
  ];
};

/** Traces of the labels; to be painted last. */
export const labels = (state, tones) => {
  const kind = VIEWS[state.data.view].labels;
  const shown = state.data.labelled.filter((iso3) => state.layer.points[iso3]);
  const own = shown.map((iso3) => state.layer.points[iso3]);
  if (kind === "values") return withValues(state, tones, shown, own);
  return kind === "none" || state.narrow ? [] : withNames(state, tones, shown, own);
};

const nodesOf = (plot, meta) => {
  const drawn = plot.data.filter(({ type }) => type === "scattergeo");
  const at = drawn.findIndex((trace) => trace.meta === meta);
  const group = plot.querySelectorAll(".scatterlayer > .trace")[at];
  return { trace: drawn[at], nodes: group ? group.querySelectorAll("text") : [] };
};

/** Write another year's values and ink into the labels that stand on fills. */
export const repaintLabels = (plot, state, tones) => {
  const { labels: kind, beside = {} } = VIEWS[state.data.view];
  const shown = state.data.labelled.filter((iso3) => state.layer.points[iso3]);
  for (const meta of kind === "none" ? [] : ["label-names", "label-values"]) {
    const { trace, nodes } = nodesOf(plot, meta);
    nodes.forEach((node, i) => {
      if (beside[shown[i]]) return;
      const { value, ink, shadow } = onFill(state, tones, shown[i]);
      trace.textfont.color[i] = ink;
      trace.textfont.shadow[i] = shadow;
      Object.assign(node.__data__, { tc: ink, tS: shadow });
      node.style.fill = ink;
      node.style.textShadow = shadow;
      if (meta !== "label-values") return;
      trace.text[i] = value;
      node.__data__.tx = value;
      node.textContent = value;
    });
  }
};
