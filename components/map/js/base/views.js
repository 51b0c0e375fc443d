// Named views. Ranges are given by hand: automatic fitting would let the Aleutians decide every frame. `aspect` is the
// height of the range over its width on the page, and so that of the picture. `badge` is a country beyond the picture that
// stands as a plate at its edge, where its lines end; `ink` thins the lines that lie over large coloured shapes, in a wide
// and in a narrow picture.
const LEAST = 320;
// What stands above and below a picture on the first screen of a page: title, answer, controls, heading, years, legend.
const AROUND = 345;
/** @type {(from: number, to: number) => object} */
const range = (from, to) => ({ range: [from, to], showgrid: false });

/** One country whole, with what lies around it; the shapes are those of the region.
 * @type {(lon: [number, number], lat: [number, number], aspect: number) => View} */
const near = (lon, lat, aspect) => ({
  layer: "region",
  labels: "values",
  aspect,
  badge: "USA",
  geo: {
    projection: { type: "conic equal area", rotation: { lon: (lon[0] + lon[1]) / 2 }, parallels: lat },
    lonaxis: range(...lon),
    lataxis: range(...lat),
  },
});

/** @type {Record<string, View>} */
export const VIEWS = {
  near_KAZ: near([44.5, 89.5], [39.5, 56.5], 0.56),
  near_KGZ: near([68, 81.6], [38.6, 43.9], 0.53),
  near_TJK: near([65.4, 77], [36.1, 41.7], 0.6),
  near_TKM: near([50.2, 69], [34.5, 43.4], 0.61),
  near_UZB: near([53.6, 75.6], [36.4, 46.3], 0.6),
  five: {
    layer: "region",
    labels: "values",
    aspect: 0.6259,
    badge: "USA",
    ink: [0.8, 0.55],
    geo: {
      // The five whole, with room for the badge at the upper left and for names of small countries at the right.
      projection: { type: "conic equal area", rotation: { lon: 67 }, parallels: [36, 52] },
      lonaxis: range(44.11, 87.54),
      lataxis: range(34.54, 54.84),
    },
  },
  central_asia: {
    layer: "region",
    labels: "values",
    aspect: 0.618,
    geo: {
      projection: { type: "conic equal area", rotation: { lon: 67 }, parallels: [36, 52] },
      lonaxis: range(44.6, 89.4),
      lataxis: range(34.9, 55.6),
    },
  },
  eurasia: {
    layer: "world",
    labels: "names",
    aspect: 0.5625,
    geo: {
      projection: { type: "azimuthal equal area", rotation: { lon: 68, lat: 44 } },
      lonaxis: range(12, 132),
      lataxis: range(14, 66),
      center: { lon: 68, lat: 40 },
    },
  },
  us_central_asia: {
    layer: "world",
    labels: "names",
    aspect: 0.607,
    geo: {
      // Rolled by 12 degrees so that the tie runs level and both ends fill a wide frame.
      projection: { type: "azimuthal equal area", rotation: { lon: -5, lat: 55, roll: 12 } },
      lonaxis: range(-128, 100),
      lataxis: range(26, 90),
      center: { lon: -10, lat: 60 },
    },
  },
  world: {
    layer: "world",
    labels: "none",
    geo: {
      projection: { type: "equal earth", rotation: { lon: 11 } },
      lonaxis: range(-180, 180),
      lataxis: range(-58, 84),
    },
  },
  globe: {
    layer: "world",
    labels: "none",
    geo: {
      projection: { type: "orthographic", rotation: { lon: 45, lat: 42 } },
      lonaxis: range(-180, 180),
      lataxis: range(-90, 90),
      center: { lon: 45, lat: 42 },
      showframe: true,
    },
  },
};

/** The share of their usual width that lines have in a view.
 * @type {(view: string, narrow: boolean) => number} */
export const inkOf = (view, narrow) => VIEWS[view].ink?.[Number(narrow)] ?? 1;

/** Size of the picture: as wide as there is room, but no higher than what the window has left beside what stands around it,
 * so that a view always has its region whole, from a phone to a wall.
 * @type {(view: string, room: number) => Size} */
export const measure = (view, room) => {
  const { aspect = 0.6 } = VIEWS[view];
  const most = Math.max(LEAST, window.innerHeight - AROUND);
  const width = Math.min(room, Math.round(most / aspect));
  return { width, height: Math.round(width * aspect) };
};

/** What the reader did to the view: kept when the indicator or the year changes.
 * @type {(geo: { center?: Partial<Centre>, projection?: { scale?: number, rotation?: Partial<Rotation> } }) => Camera} */
export const camera = (geo) => ({
  center: geo.center && { ...geo.center },
  scale: geo.projection?.scale,
  rotation: geo.projection?.rotation && { ...geo.projection.rotation },
});

/** The centre that goes with the turn of `geo`, null where it is there: Plotly turns a round view but leaves its centre
 * behind, and the map would jump at the next drawing.
 * @type {(view: string, geo: Geo) => object | null} */
export const recentred = (view, geo) => {
  const { center: home, projection } = VIEWS[view].geo;
  if (!home || !geo.center || projection.rotation.lat === undefined) return null;
  const [from, to] = [projection.rotation, geo.projection.rotation];
  const lon = to.lon + home.lon - from.lon;
  const lat = Number(to.lat) + home.lat - projection.rotation.lat;
  const isThere = Math.hypot(lon - geo.center.lon, lat - geo.center.lat) < 1e-6;
  return isThere ? null : { "geo.center.lon": lon, "geo.center.lat": lat };
};

/** @type {(view: string, kept: Camera | null, tones: Tones) => object} */
export const frame = (view, kept, tones) => {
  // A copy: Plotly writes what the reader turns and drags into the very objects it was given.
  const geo = structuredClone(VIEWS[view].geo);
  return {
    ...geo,
    projection: {
      ...geo.projection,
      scale: kept?.scale ?? 1,
      rotation: kept?.rotation ?? geo.projection.rotation,
      minscale: 0.6,
      maxscale: 60,
    },
    center: kept?.center ?? geo.center,
    fitbounds: false,
    resolution: 110,
    scope: "world",
    bgcolor: tones.water,
    showframe: Boolean(geo.showframe),
    framecolor: tones.border,
    showcoastlines: false,
    showland: false,
    showcountries: false,
    showlakes: false,
    visible: true,
  };
};
