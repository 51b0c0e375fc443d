// From the payload to Plotly traces: land, missing values, values, selection, labels.
import { colours } from "./palette.js";
import { escape, wrap } from "./text.js";
import { VIEWS, frame } from "./views.js";

/** The cell of `iso3` in the year at `index`: runs are good until the next one starts, texts stand year by year. */
export const cellOf = (data, iso3, index) => {
  const cells = data.cells[iso3];
  const run = cells?.runs.findLast(([from]) => from <= index);
  if (!run || run.length < 2) return null;
  const [, code, status, source] = run;
  return { code, status, source, text: cells.texts?.[index] ?? "" };
};

const hoverOf = (data, names, iso3, cell, year) => {
  const head = `<b>${escape(names[iso3] ?? iso3)}</b>`;
  if (!cell) return `${head}<br>${wrap(data.words.not_covered)}`;
  if (cell.code < 0) return `${head} · ${year}<br>${wrap(data.missing[-cell.code - 1].label)}`;
  const value = data.categorical ? data.classes[cell.code].label : `${cell.text} ${data.unit}`;
  return [
    `${head} · ${year}`,
    `<b>${wrap(value)}</b>`,
    wrap(data.title),
    wrap(`${data.words.status}: ${data.statuses[cell.status]}`),
    wrap(`${data.words.source}: ${data.sources[cell.source]}`),
  ].join("<br>");
};

const stepped = (list) => {
  const scale = [];
  list.forEach((colour, i) => scale.push([i / list.length, colour], [(i + 1) / list.length, colour]));
  return scale;
};

const area = (geometry, list, tones, fields) => ({
  type: "choropleth",
  geojson: geometry,
  featureidkey: "id",
  zmin: -0.5,
  zmax: list.length - 0.5,
  colorscale: stepped(list),
  showscale: false,
  hovertemplate: "%{text}<extra></extra>",
  marker: { line: { color: tones.outline, width: 0.9 } },
  ...fields,
});

const areas = (state, tones) => {
  const { data, layer, names, index } = state;
  const year = data.years[index];
  const land = { locations: [], z: [], text: [] };
  const missing = { locations: [], z: [], text: [] };
  const values = { locations: [], z: [], text: [] };
  const put = (group, iso3, z, cell) => {
    group.locations.push(iso3);
    group.z.push(z);
    group.text.push(hoverOf(data, names, iso3, cell, year));
  };
  for (const iso3 of layer.ids) {
    const cell = cellOf(data, iso3, index);
    if (!cell) put(land, iso3, 0, cell);
    else if (cell.code < 0) put(missing, iso3, -cell.code - 1, cell);
    else put(values, iso3, cell.code, cell);
  }
  const greys = data.missing.map((entry) => tones.missing[entry.status]);
  return [
    area(layer.url, [tones.land], tones, { ...land, meta: "land", marker: { line: { color: tones.border, width: 0.4 } } }),
    area(layer.url, greys.length ? greys : [tones.land], tones, { ...missing, meta: "missing" }),
    area(layer.url, colours(data.scale, tones), tones, { ...values, meta: "values" }),
    area(layer.url, ["rgba(0,0,0,0)"], tones, {
      locations: layer.ids.includes(data.selected) ? [data.selected] : [],
      z: layer.ids.includes(data.selected) ? [0] : [],
      hoverinfo: "skip",
      hovertemplate: undefined,
      meta: "selected",
      marker: { line: { color: tones.selected, width: 2.5 } },
    }),
  ];
};

/** Whether white reads better than black on a colour. */
const isDeep = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

const labels = (state, tones) => {
  const kind = VIEWS[state.data.view].labels;
  if (kind === "none" || state.narrow) return [];
  const fills = colours(state.data.scale, tones);
  const fillOf = (iso3) => {
    const cell = cellOf(state.data, iso3, state.index);
    return !cell ? tones.land : cell.code < 0 ? tones.missing[state.data.missing[-cell.code - 1].status] : fills[cell.code];
  };
  const six = Object.keys(state.data.names).filter((iso3) => state.layer.points[iso3]);
  const text = six.map((iso3) => {
    const cell = cellOf(state.data, iso3, state.index);
    const value = kind === "values" && cell && cell.code >= 0 && cell.text ? `<br><b>${escape(cell.text)}</b>` : "";
    return `${escape(state.names[iso3])}${value}`;
  });
  const deep = six.map((iso3) => kind === "values" && isDeep(fillOf(iso3)));
  const halo = (colour) => `0 0 3px ${colour}, 0 0 3px ${colour}, 0 0 2px ${colour}`;
  return [
    {
      type: "scattergeo",
      mode: "text",
      lon: six.map((iso3) => state.layer.points[iso3][0]),
      lat: six.map((iso3) => state.layer.points[iso3][1]),
      text,
      hoverinfo: "skip",
      showlegend: false,
      meta: "labels",
      textfont: {
        color: kind === "values" ? deep.map((is) => (is ? "#ffffff" : "#10151b")) : tones.text,
        size: kind === "values" ? 13 : 11,
        shadow: kind === "values" ? deep.map((is) => halo(is ? "rgba(0,0,0,.6)" : "rgba(255,255,255,.7)")) : halo(tones.halo),
      },
    },
  ];
};

export const traces = (state, tones) => [
  ...areas(state, tones),
  ...labels(state, tones),
];

export const layout = (state, kept, tones) => ({
  geo: frame(state.data.view, kept, tones),
  margin: { l: 0, r: 0, t: 0, b: 0 },
  height: state.height,
  paper_bgcolor: "rgba(0,0,0,0)",
  font: { color: tones.text, family: "inherit" },
  hoverlabel: { bgcolor: tones.hover, bordercolor: tones.outline, font: { color: tones.text, size: 13 }, align: "left" },
  dragmode: "pan",
  showlegend: false,
});
