// From the payload to a Plotly figure: areas and points; flows and labels have layers of their own.
import { frame } from "./base/views.js";
import { areas } from "./layers/areas.js";
import { points } from "./layers/points.js";

/** @type {(state: State, tones: Tones) => object[]} */
export const traces = (state, tones) => [...areas(state, tones), ...points(state, tones)];

/** @type {(state: State, kept: Camera | null, tones: Tones) => object} */
export const layout = (state, kept, tones) => ({
  geo: frame(state.data.view, kept, tones),
  margin: { l: 0, r: 0, t: 0, b: 0 },
  width: state.size.width,
  height: state.size.height,
  paper_bgcolor: "rgba(0,0,0,0)",
  font: { color: tones.text, family: state.font },
  hoverlabel: {
    bgcolor: tones.hover,
    bordercolor: tones.outline,
    font: { color: tones.text, size: 13 },
    align: "left",
  },
  dragmode: "pan",
  showlegend: false,
});
