// Named views, as `geo/views.json` has them for Python, too: the picture that a page shows first is drawn there. Ranges are
// given by hand: automatic fitting would let the Aleutians decide every frame. `aspect` is the height of the range over its
// width on the page, and so that of the picture. `badge` is a country beyond the picture that stands as a plate at its
// edge, where its lines end; `ink` thins the lines that lie over large coloured shapes, in a wide and in a narrow picture.
import KNOWN from "../../../../geo/views.json" with { type: "json" };

const LEAST = 320;
// What stands above and below a picture on the first screen of a page: title, answer, controls, heading, years, legend.
const AROUND = 345;

/** @type {Record<string, View>} */
export const VIEWS = /** @type {any} */ (KNOWN);

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
