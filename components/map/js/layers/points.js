// Mineral sites and capitals. Where they would cover one another they are drawn as one mark with their number; how near
// that is follows from the zoom, so that they part as the reader comes closer.
import { marksOf, projectionOf } from "../base/plotly.js";
import { escape, fill, wrap } from "../base/text.js";

const SYMBOLS = {
  deposit: "circle",
  mine: "square",
  plant: "cross",
  refinery: "diamond",
  smelter: "triangle-up",
  capital: "star",
};
export const SIGNS = { deposit: "●", mine: "■", plant: "✚", refinery: "◆", smelter: "▲", capital: "★" };
const APART_PX = 15;
const NAMED = 5;

/** The sites that are drawn: with an indicator of a mineral only its own, and the capitals. */
export const sitesOf = (data) => {
  const isAbout = (site) => site.minerals.some((mineral) => data.series.includes(mineral));
  const about = data.points.sites.some(isAbout);
  return data.points.sites.filter((site) => !about || !site.minerals.length || isAbout(site));
};

/** Sites by mark: the first of each group gives the place. `apart` is in degrees of latitude. */
const grouped = (sites, apart) => {
  const groups = [];
  for (const site of sites) {
    const near = groups.find(([{ lon, lat }]) => {
      const across = (lon - site.lon) * Math.cos((lat * Math.PI) / 180);
      return Math.hypot(across, lat - site.lat) < apart;
    });
    if (near && site.minerals.length && near[0].minerals.length) near.push(site);
    else groups.push([site]);
  }
  return groups;
};

const told = (group, { points, words }) => {
  const [{ name, kind, minerals, remarks, source }] = group;
  if (group.length > 1) {
    const names = group.slice(0, NAMED).map((site) => `${site.name} (${points.kinds[site.kind].label.toLowerCase()})`);
    return [
      `<b>${escape(fill(words.sites_many, { count: group.length }))}</b>`,
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

const arraysOf = (state, radius) => {
  const groups = grouped(sitesOf(state.data), radius ? ((APART_PX / radius) * 180) / Math.PI : 0);
  const kindOf = ([site]) => state.data.points.kinds[site.kind].id;
  return {
    lon: groups.map(([site]) => site.lon),
    lat: groups.map(([site]) => site.lat),
    customdata: groups.map(([site]) => site.iso3),
    hovertext: groups.map((group) => told(group, state.data)),
    text: groups.map((group) => (group.length > 1 ? String(group.length) : "")),
    "marker.symbol": groups.map((group) => (group.length > 1 ? "circle" : SYMBOLS[kindOf(group)])),
    "marker.size": groups.map((group) => (group.length > 1 ? 17 : kindOf(group) === "capital" ? 11 : 9)),
  };
};

/** The trace of the points, none where they are off; to be grouped once the map is drawn and its scale known. */
export const points = (state, tones) => {
  if (!state.data.points) return [];
  const { "marker.symbol": symbol, "marker.size": size, ...fields } = arraysOf(state, null);
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

/** Group the points for the zoom that the map is drawn at. */
export const regroup = async (plot, state) => {
  const at = plot.data.findIndex(({ meta }) => meta === "points");
  if (at < 0) return;
  const radius = projectionOf(plot).scale();
  const fields = Object.entries(arraysOf(state, radius)).map(([name, list]) => [name, [list]]);
  await window.Plotly.restyle(plot, Object.fromEntries(fields), [at]);
};

/** Code of the country whose mark lies at a place of the window, null where there is none. */
export const siteAt = (plot, { clientX, clientY }) => {
  const trace = plot.data.find(({ meta }) => meta === "points");
  const marks = trace ? marksOf(plot) : [];
  const found = marks.findLastIndex((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  });
  return found < 0 ? null : trace.customdata[found];
};
