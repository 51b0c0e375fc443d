// Mineral sites and capitals. Where they would cover one another they are drawn as one mark with their number; how near
// that is follows from the zoom, so that they part as the reader comes closer.
import { counted } from "../base/language.js";
import { marksOf, projectionOf } from "../base/plotly.js";
import { escape, fill, wrap } from "../base/text.js";

/** @type {Record<string, string>} */
const SYMBOLS = {
  deposit: "circle",
  mine: "square",
  plant: "cross",
  refinery: "diamond",
  smelter: "triangle-up",
  capital: "star",
};
/** @type {Record<string, string>} */
export const SIGNS = { deposit: "●", mine: "■", plant: "✚", refinery: "◆", smelter: "▲", capital: "★" };
const APART_PX = 15;
const NAMED = 5;

/** The sites that are drawn: with an indicator of a mineral (of its `series`) only its own, and the capitals.
 * @type {(points: Points, series: string[]) => Site[]} */
export const sitesOf = ({ sites }, series) => {
  /** @type {(site: Site) => boolean} */
  const isAbout = (site) => site.minerals.some((mineral) => series.includes(mineral));
  const about = sites.some(isAbout);
  return sites.filter((site) => !about || !site.minerals.length || isAbout(site));
};

/** Sites by mark: the first of each group gives the place. `apart` is in degrees of latitude.
 * @type {(sites: Site[], apart: number) => Site[][]} */
const grouped = (sites, apart) => {
  /** @type {Site[][]} */
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

/** @type {(group: Site[], points: Points, data: MapData) => string} */
const siteLabel = (group, points, data) => {
  const { words } = data;
  const [{ name, kind, minerals, remarks, source }] = group;
  if (group.length > 1) {
    const names = group.slice(0, NAMED).map((site) => `${site.name} (${points.kinds[site.kind].label.toLowerCase()})`);
    return [
      `<b>${escape(fill(counted(words, "sites_here", group.length, data), { count: group.length }))}</b>`,
      ...names.map(escape),
      ...(group.length > NAMED ? ["..."] : []),
    ].join("<br>");
  }
  return [
    `<b>${escape(name)}</b>`,
    escape(points.kinds[kind].label),
    ...(minerals.length ? [wrap(minerals.map((one) => points.minerals[one]).join(", "))] : []),
    ...(remarks ? [wrap(remarks)] : []),
    ...(source >= 0 ? [wrap(`${words.source}: ${points.sources[source]}`)] : []),
  ].join("<br>");
};

/** @type {(points: Points, data: MapData, radius: number | null) => Record<string, (string | number)[]>} */
const arraysOf = (points, data, radius) => {
  const groups = grouped(sitesOf(points, data.series), radius ? ((APART_PX / radius) * 180) / Math.PI : 0);
  /** @type {(group: Site[]) => string} */
  const kindOf = ([site]) => points.kinds[site.kind].id;
  return {
    lon: groups.map(([site]) => site.lon),
    lat: groups.map(([site]) => site.lat),
    customdata: groups.map(([site]) => site.iso3),
    hovertext: groups.map((group) => siteLabel(group, points, data)),
    text: groups.map((group) => (group.length > 1 ? String(group.length) : "")),
    "marker.symbol": groups.map((group) => (group.length > 1 ? "circle" : SYMBOLS[kindOf(group)])),
    "marker.size": groups.map((group) => (group.length > 1 ? 17 : kindOf(group) === "capital" ? 11 : 9)),
  };
};

/** The trace of the points, none where they are off; to be grouped once the map is drawn and its scale known.
 * @type {(state: State, tones: Tones) => object[]} */
export const points = (state, tones) => {
  const { data } = state;
  if (!data.points) return [];
  const { "marker.symbol": symbol, "marker.size": size, ...fields } = arraysOf(data.points, data, null);
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

/** Group the points for the zoom that the map is drawn at.
 * @type {(plot: Plot, state: State) => Promise<void>} */
export const regroup = async (plot, { data }) => {
  const at = plot.data.findIndex(({ meta }) => meta === "points");
  const projection = projectionOf(plot);
  if (at < 0 || !data.points || !projection) return;
  const fields = Object.entries(arraysOf(data.points, data, projection.scale())).map(([name, list]) => [name, [list]]);
  await window.Plotly.restyle(plot, Object.fromEntries(fields), [at]);
};

/** Code of the country whose mark lies at a place of the window, null where there is none.
 * @type {(plot: Plot, at: MouseEvent) => string | null} */
export const siteAt = (plot, { clientX, clientY }) => {
  const trace = plot.data.find(({ meta }) => meta === "points");
  const marks = trace ? marksOf(plot) : [];
  const found = marks.findLastIndex((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  });
  return found < 0 ? null : trace.customdata[found];
};
