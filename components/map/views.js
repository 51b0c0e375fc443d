// Named views. Ranges are given by hand: automatic fitting would let the Aleutians decide every frame.
const range = (from, to) => ({ range: [from, to], showgrid: false });

export const VIEWS = {
  central_asia: {
    layer: "region",
    labels: "values",
    geo: {
      projection: { type: "conic equal area", rotation: { lon: 67 }, parallels: [36, 52] },
      lonaxis: range(44.6, 89.4),
      lataxis: range(34.9, 55.6),
    },
  },
  eurasia: {
    layer: "world",
    labels: "names",
    geo: {
      projection: { type: "azimuthal equal area", rotation: { lon: 68, lat: 44 } },
      lonaxis: range(12, 132),
      lataxis: range(14, 66),
    },
  },
  us_central_asia: {
    layer: "world",
    labels: "names",
    geo: {
      // Rolled by 12 degrees so that the tie runs level and both ends fill a wide frame.
      projection: { type: "azimuthal equal area", rotation: { lon: -5, lat: 55, roll: 12 } },
      lonaxis: range(-124, 95),
      lataxis: range(26, 90),
      center: { lon: -14.5, lat: 58 },
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
};

/** What the reader did to the view: kept when the indicator or the year changes. */
export const camera = (geo) => ({
  center: geo.center && { ...geo.center },
  scale: geo.projection?.scale,
  rotation: geo.projection?.rotation && { ...geo.projection.rotation },
});

export const frame = (view, kept, tones) => {
  const { geo } = VIEWS[view];
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
    showframe: false,
    showcoastlines: false,
    showland: false,
    showcountries: false,
    showlakes: false,
    visible: true,
  };
};
