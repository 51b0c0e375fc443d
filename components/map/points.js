// Mineral sites and capitals. Where they would cover one another they are drawn as one mark with their number; how near
// that is follows from the zoom, so that they part as the reader comes closer.
import { escape, wrap } from "./text.js";
import { VIEWS } from "./views.js";

const SYMBOLS = { deposit: "circle", mine: "square", plant: "cross", refinery: "diamond", smelter: "triangle-up", capital: "star" };
export const SIGNS = { deposit: "●", mine: "■", plant: "✚", refinery: "◆", smelter: "▲", capital: "★" };
const APART_PX = 15;
const NAMED = 5;

const wanted = ({ data }) => {
  const isAbout = (site) => site[5].some((mineral) => data.series.includes(mineral));
  const about = data.points.sites.some(isAbout);
  return data.points.sites.filter((site) => !about || !site[5].length || isAbout(site));
};

/** Sites by mark: the first of each group gives the place. `apart` is in degrees of latitude. */
const grouped = (sites, apart) => {
  const groups = [];
  for (const site of sites) {
    const near = groups.find(([[lon, lat]]) => {
      const across = (lon - site[0]) * Math.cos((lat * Math.PI) / 180);
      return Math.hypot(across, lat - site[1]) < apart;
    });
    if (near && site[5].length && near[0][5].length) near.push(site);
    else groups.push([site]);
  }
  return groups;
};

const told = (group, { points, words }) => {
  const [[, , , name, kind, minerals, remarks, source]] = group;
  if (group.length > 1) {
    const names = group.slice(0, NAMED).map((site) => `${site[3]} (${points.kinds[site[4]].label.toLowerCase()})`);
    return [
      `<b>${escape(words.sites_many.replace("{count}", group.length))}</b>`,
      ...names.map(escape),
      ...(group.length > NAMED ? ["..."] : []),
    ].join("<br>");
  }
  return [
    `<b>${escape(name)}</b>`,
    escape(points.kinds[kind].label),
    ...(minerals.length ? [wrap(minerals.join(", "))] : []),
    ...(remarks ? [wrap(remarks)] : []),
    ...(source >= 0 ? [wrap(`${words.source}: ${points.sources[source]}`)] : []),
  ].join("<br>");
};

const arraysOf = (state, scale) => {
  const [south, north] = VIEWS[state.data.view].geo.lataxis.range;
  const groups = grouped(wanted(state), ((north - south) / state.box.height / scale) * APART_PX);
  const kindOf = ([site]) => state.data.points.kinds[site[4]].id;
  return {
    lon: groups.map(([site]) => site[0]),
    lat: groups.map(([site]) => site[1]),
    customdata: groups.map(([site]) => site[2]),
    hovertext: groups.map((group) => told(group, state.data)),
    text: groups.map((group) => (group.length > 1 ? String(group.length) : "")),
    "marker.symbol": groups.map((group) => (group.length > 1 ? "circle" : SYMBOLS[kindOf(group)])),
    "marker.size": groups.map((group) => (group.length > 1 ? 17 : kindOf(group) === "capital" ? 11 : 9)),
  };
};

/** The trace of the points, none where they are off. */
export const points = (state, tones) => {
  if (!state.data.points) return [];
  const { "marker.symbol": symbol, "marker.size": size, ...fields } = arraysOf(state, state.scale);
  return [
    {
      type: "scattergeo",
      mode: "markers+text",
      meta: "points",
      ...fields,
      hovertemplate: "%{hovertext}<extra></extra>",
      textfont: { size: 10, color: tones.water, weight: 700 },
      marker: { symbol, size, opacity: 1, color: tones.text, line: { color: tones.halo, width: 1.2 } },
      showlegend: false,
    },
  ];
};

/** Group the points anew for another zoom. */
export const regroup = async (plot, state) => {
  const at = plot.data.findIndex(({ meta }) => meta === "points");
  if (at < 0) return;
  const fields = Object.entries(arraysOf(state, state.scale)).map(([name, list]) => [name, [list]]);
  await window.Plotly.restyle(plot, Object.fromEntries(fields), [at]);
};
